import { planted } from '@rollcall/protocol';
import type { Resource } from '@rollcall/protocol';
import { kindOf } from '../library/index.ts';
import {
  fullName,
  lackingHere,
  partName,
  partOf,
  shownResource,
  stoodFor,
  type LocalFile,
  type RemoteAsset,
  type StandIn,
} from '../plan/index.ts';
import { endWantFull, movedTo } from './evict.ts';
import { isShownBeside } from './kept.ts';
import { lastFolder } from './last-place.ts';
import { folderOfDate, nameOf } from './names.ts';
import { seenNow, type Laid } from './read.ts';
import { sidecarsBeside } from './sidecar.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, siblingUnits, type Unit } from './unit.ts';

/** How soon it is looked again whether a photo that is to be fetched is here after all. Milliseconds. */
const SETTLING_MS = 500;
const LONGEST_SETTLING_MS = 30_000;

/** Longer each time: what settles it asks for a new plan by itself. */
export function settlingMs(store: DeviceStore, assetId: string): number {
  const trouble = store.incomingState(assetId)?.trouble;
  const tries = trouble?.code === 'queued' ? trouble.tries : 0;
  return Math.min(LONGEST_SETTLING_MS, SETTLING_MS * 2 ** Math.min(tries, 8));
}

/**
 * It may be here already: under a name that was overwritten, or in a file that is read just now, for its person moved it in the very
 * moment in which it got its place. It is not fetched before that is known.
 */
export function mayBeHere(store: DeviceStore, assetId: string, { hash }: Resource): boolean {
  return store.holds(hash) || (store.unread() > 0 && (store.lastPath(assetId) !== null || store.placings(assetId).length > 0));
}

/** The asset, while this part of it is still to be here and is not; a file that went missing is settled first. Null: it is not to be fetched any more. */
export function stillLacking(store: DeviceStore, assetId: string, resource: Resource): RemoteAsset | null {
  const remote = store.remote(assetId);
  if (remote?.asset.state !== 'live') return null;
  const files = store.filesOf(assetId);
  const lacking = files.every((file) => file.missingSince === null) && lackingHere(remote, files).some(({ id }) => id === resource.id);
  return lacking ? remote : null;
}

/** The asset, while these are the bytes that a file of it is to have: what it shows, or what a stand-in stands for. Null: not any more. */
export function stillDue(store: DeviceStore, file: LocalFile, assetId: string, { hash }: Resource): RemoteAsset | null {
  const remote = store.remote(assetId);
  if (remote === null) return null;
  const due = file.standIn == null ? shownResource(remote) : stoodFor(file.standIn, remote, isShownBeside(store, file, remote));
  return due?.hash === hash ? remote : null;
}

/** In which form bytes came: as they are in the cloud (null), or as their compressed version, whose own SHA-256 is `hash`. */
export type Came = { readonly standIn: StandIn; readonly hash: string } | null;

/** Where a part of an asset belongs here, and under which name: where it was before, or under the year and month when it was taken. */
export function placeFor(
  store: DeviceStore,
  remote: RemoteAsset,
  { hash }: Resource,
): { readonly folder: string; readonly fileName: string } {
  const part = partOf({ hash, baseHash: hash }, remote);
  return { folder: lastFolder(store, remote, part) ?? folderOfDate(remote.asset.capturedAt), fileName: partName(remote, part) };
}

/** The date that a fetched file is given: the one it had where it came from, or when it was taken. Milliseconds since 1970; null: nobody knows. */
export function dateFor(remote: RemoteAsset, resource: Resource): number | null {
  const taken = Date.parse(remote.asset.capturedAt);
  return resource.modifiedAt ?? (Number.isFinite(taken) ? taken : null);
}

/** A fetched part of an asset was moved to `path`: that file is the asset's, under whatever id it is known by now. */
export function notePlaced(
  store: DeviceStore,
  remote: RemoteAsset,
  resource: Resource,
  placed: { readonly path: string; readonly fileName: string; readonly laid: Laid; readonly as: Came },
  now: number,
): Unit[] {
  // It may have become a part of another one while it was on its way here.
  const assetId = store.resolve(remote.asset.id);
  const { path, fileName, laid, as } = placed;
  const facts = {
    ...seenNow(laid, as?.hash ?? resource.hash, now),
    kind: kindOf(resource.mime, remote.asset.kind),
    mime: resource.mime,
    excluded: null,
    assetId,
    baseHash: resource.hash,
    standIn: as?.standIn ?? null,
    agreedAt: now,
    wantedName: fileName,
    writtenName: planted('own-name-is-a-rename') ? fileName : nameOf(path),
    trouble: null,
  };
  const watched = store.fileAt(path);
  if (watched) store.patchFile(watched.key, facts);
  else store.addFile({ path, newHere: false, firstSeen: now, ...facts });
  store.clearPlacing(path);
  store.setIncomingTrouble(remote.asset.id, null, now);
  return [assetUnit(remote.asset.id), assetUnit(assetId), ...siblingUnits(store, assetId)];
}

/** Fetched bytes took the place of those that a file had, be it under another name. Gives what is to be planned again. */
export function noteReplaced(
  store: DeviceStore,
  file: LocalFile,
  resource: Resource,
  { path, laid, as }: { readonly path: string; readonly laid: Laid; readonly as: Came },
  now: number,
): Unit[] {
  store.patchFile(file.key, {
    ...movedTo(store, file, path, fullName(file.writtenName, file.wantedName)),
    ...seenNow(laid, as?.hash ?? resource.hash, now),
    ...(planted('own-write-is-an-edit') ? {} : { baseHash: resource.hash }),
    standIn: as?.standIn ?? null,
    mime: resource.mime,
    agreedAt: now,
    trouble: null,
  });
  if (as === null) endWantFull(store, file.key);
  store.clearPlacing(path);
  const beside = path === file.path ? [] : sidecarsBeside(store, file.path);
  return [fileUnit(file.key), ...siblingUnits(store, store.resolve(resource.assetId)), ...beside];
}
