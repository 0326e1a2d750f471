import { AssetFields, isCompanion, type NewResource } from '@rollcall/protocol';
import { GUESSED } from '../library/index.ts';
import { judgeOverwrite, type LocalFile, type RemoteAsset } from '../plan/index.ts';
import { assetName } from './asset-name.ts';
import { untold } from './untold.ts';
import { nameOf } from './names.ts';
import { ownName } from './own-name.ts';
import { pixelsOf } from './smaller-version.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, siblingUnits, type Unit } from './unit.ts';

/**
 * The cloud has the bytes of a file that shows no asset, or whose asset nobody knows any more: the change that makes it a photo is
 * queued, and the file bound to it, in one transaction of the caller's. Nothing is done where rows say by now that there is nothing to do.
 * @param newId for the photo, where it has no id yet
 */
export function offerNew(store: DeviceStore, file: LocalFile, newId: string, at: number): void {
  const { hash, kind } = file;
  const now = store.file(file.key);
  if (hash === null || kind === null || now === null || now.hash !== hash || now.assetId !== file.assetId) return;
  const twin = store.twin(hash, file.key);
  if (now.assetId === null && twin?.assetId != null) {
    store.patchFile(file.key, { assetId: twin.assetId, wantedName: twin.wantedName, trouble: null });
    return;
  }
  if (now.assetId === null && store.match(hash)?.asset.state === 'live') return;
  if (now.assetId !== null && isAnotherThan(store.forgotten(now.assetId), now)) {
    // What is in the file is no version of the photo that the cloud lost: it becomes one of its own, with the next plan.
    letOverwrittenGo(store, now, now.assetId, at);
    return;
  }
  const fields = fieldsOf(store, now);
  const assetId = now.assetId ?? newId;
  // Offered again, it is not new: somebody may have deleted it meanwhile.
  const newHere = now.newHere && now.agreedAt === null;
  store.queue({ name: 'asset.create', args: { assetId, kind, fields, resources: [resourceOf(now, hash, 'original')], newHere } }, hash, at);
  store.patchFile(file.key, { assetId, wantedName: fields.fileName, writtenName: nameOf(now.path), trouble: null });
}

/** Its bytes changed since they were agreed on, and are another photo's than the one that the cloud knew before it was put back. */
function isAnotherThan(before: AssetFields | null, file: LocalFile): boolean {
  if (before === null || file.baseHash === null || file.baseHash === file.hash) return false;
  const now = file.fields ?? plainFields(file);
  return judgeOverwrite({ oldIsPrefix: false, sinceAgreed: Number.POSITIVE_INFINITY, old: before, now }) === 'another-photo';
}

/** What a file whose bytes are no longer those that were agreed on is to its asset. */
export type Changed =
  /** Rows say by now that there is nothing to do. */
  | { readonly is: 'nothing' }
  /** Names were exchanged, or another photo was copied over this one. Which it was is known when all is read. */
  | { readonly is: 'unclear' }
  | { readonly is: 'another-photo' }
  /** `expect`: the rendering that was edited. */
  | { readonly is: 'edit'; readonly hash: string; readonly expect: string | null }
  /** `base`: the bytes of the part that was sent. */
  | { readonly is: 'completed-copy'; readonly hash: string; readonly base: string };

/** How many of its first bytes may be all of the old ones, so that their hash has to be known; null: none. */
export function prefixOf(store: DeviceStore, file: LocalFile, assetId: string): number | null {
  const remote = store.remote(assetId);
  const original = remote === null ? undefined : originalOf(remote);
  if (remote === null || original === undefined || isElsewhere(store, file, assetId)) return null;
  const unedited = remote.asset.rendering === null && original.hash === file.baseHash;
  return unedited && original.size < file.size ? original.size : null;
}

/** @param prefix SHA-256 of as many first bytes as `prefixOf` says; null: it says none, or the file is shorter by now */
export function judgeChange(store: DeviceStore, file: LocalFile, assetId: string, prefix: string | null, now: number): Changed {
  const { hash, baseHash } = file;
  const remote = store.remote(assetId);
  if (hash === null || remote === null) return { is: 'nothing' };
  if (isElsewhere(store, file, assetId)) return { is: store.unread() > 0 ? 'unclear' : 'another-photo' };
  const edit = { is: 'edit', hash, expect: editedFrom(remote, baseHash) } as const;
  // Agreed before, and unheard of now: the cloud was put back, and what these bytes were to the photo they still are.
  if (hash === baseHash) return edit;
  const verdict = judgeOverwrite({
    oldIsPrefix: prefix !== null && prefix === baseHash,
    sinceAgreed: file.agreedAt === null ? Number.POSITIVE_INFINITY : now - file.agreedAt,
    old: remote.asset,
    now: file.fields ?? plainFields(file),
  });
  // A picture in a film's place, as one that was made of its compressed version, is a photo of its own.
  if (verdict === 'edit' && file.kind !== null && file.kind !== remote.asset.kind) return { is: 'another-photo' };
  switch (verdict) {
    case 'another-photo':
      return { is: verdict };
    case 'completed-copy':
      return baseHash === null ? edit : { is: verdict, hash, base: baseHash };
    case 'edit':
      return edit;
    default:
      return verdict satisfies never;
  }
}

/** The cloud has the bytes of a changed file: what they are to its photo is queued, in the caller's transaction. */
export function offerChange(
  store: DeviceStore,
  file: LocalFile,
  assetId: string,
  changed: Extract<Changed, { is: 'edit' | 'completed-copy' }>,
  at: number,
): void {
  const now = store.file(file.key);
  const { hash } = changed;
  if (now === null || now.hash !== hash || now.assetId !== assetId) return;
  if (changed.is === 'edit') {
    store.queue({ name: 'asset.edit', args: { assetId, rendering: resourceOf(now, hash, 'edited') }, expect: changed.expect }, hash, at);
    return;
  }
  const resource = resourceOf(now, hash, 'original');
  store.queue({ name: 'resource.complete', args: { assetId, resource }, expect: changed.base }, hash, at);
  if (now.fields)
    store.queue({ name: 'asset.set', args: { assetId, fields: completed(now.fields, store.remote(assetId)?.asset) } }, null, at);
}

/** The file holds another photo now; the one that it held is placed again, unless it is here under another name. */
export function letOverwrittenGo(store: DeviceStore, file: LocalFile, assetId: string, now: number): Unit[] {
  store.setLastPath(assetId, file.path, file.baseHash ?? '', now);
  store.patchFile(file.key, { assetId: null, baseHash: null, agreedAt: null, newHere: true, ...ownName(file) });
  // Another file of the photo may be the one that follows it now.
  return [fileUnit(file.key), assetUnit(assetId), ...siblingUnits(store, assetId)];
}

/** Its bytes are another photo's. */
function isElsewhere(store: DeviceStore, { hash }: LocalFile, assetId: string): boolean {
  const elsewhere = hash === null ? null : store.match(hash);
  return elsewhere !== null && elsewhere.asset.id !== assetId;
}

function originalOf(remote: RemoteAsset) {
  return remote.resources.find((resource) => resource.role === 'original' && !resource.removed);
}

/** What the photo showed when its file and the cloud last agreed: an edit of that, made apart from another one, is kept beside it. */
function editedFrom({ asset, resources }: RemoteAsset, base: string | null): string | null {
  const of = resources.find(({ hash, role, removed }) => hash === base && !removed && !isCompanion(role));
  if (of === undefined) return asset.rendering;
  return of.role === 'original' ? null : of.id;
}

/**
 * What is said of a photo that is added; of one that the cloud knew before it was put back, what was said then. Its name is the one that
 * is wanted here: a rename that the cloud had not heard of was refused with the photo that it did not know.
 */
function fieldsOf(store: DeviceStore, file: LocalFile): AssetFields {
  const before = file.assetId === null ? null : store.forgotten(file.assetId);
  const name = nameOf(file.path);
  if (before === null) {
    const { wantedName } = ownName(file);
    const fields = file.fields ?? plainFields(file);
    return wantedName === name ? fields : { ...fields, fileName: assetName(wantedName) };
  }
  return { ...AssetFields.parse(before), fileName: name === file.writtenName ? file.wantedName : assetName(name) };
}

/**
 * What the bytes of a completed file tell, without what a person may have set since. A date that is no guess was told by the first part of
 * the file, or by a person, or corrected from beside it: it stays.
 */
export function completed(fields: AssetFields, asset: Pick<AssetFields, 'capturedSource'> | undefined): Partial<AssetFields> {
  const { capturedAt, capturedSource, width, height, duration, camera, exposure, place } = fields;
  const dated = asset !== undefined && !GUESSED.has(asset.capturedSource);
  return { ...(dated ? {} : { capturedAt, capturedSource }), width, height, duration, camera, exposure, place };
}

function resourceOf(file: LocalFile, hash: string, role: string): NewResource {
  const named = { role, hash, size: file.size, mime: file.mime, fileName: null, modifiedAt: Math.round(file.mtimeMs) };
  const pixels = role === 'edited' ? pixelsOf(file) : undefined;
  return pixels === undefined ? named : { ...named, pixels };
}

/** For a file that told nothing of itself: its name and its date. */
function plainFields(file: LocalFile): AssetFields {
  return {
    fileName: assetName(nameOf(file.path)),
    capturedAt: new Date(Number.isFinite(file.mtimeMs) ? file.mtimeMs : 0).toISOString(),
    capturedSource: 'file-time',
    ...untold(),
  };
}
