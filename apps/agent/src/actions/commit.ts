import { join } from 'node:path';
import { judgeOverwrite, type LocalFile } from '@rollcall/core';
import { AssetFields, type NewResource } from '@rollcall/protocol';
import { fileUnit } from '../work/desk.ts';
import { sleep, type Work } from '../work/work.ts';
import { hashPrefix } from '../folder/read.ts';
import { sendBytes } from './send.ts';
import { assetName } from './asset-name.ts';

/** Looked at again after this, while files are read that may tell more. */
const READING_MS = 200;

/** A photo that the cloud does not have: its bytes first, then the asset. */
export async function sendNew(work: Work, file: LocalFile): Promise<void> {
  const { hash, kind } = file;
  if (hash === null || kind === null) return;
  if (!(await sendBytes(work, file, hash))) return;
  await work.settlement.settle(() => {
    const now = work.store.file(file.key);
    if (now === null || now.hash !== hash || now.assetId !== file.assetId) return;
    const twin = work.store.twin(hash, file.key);
    if (now.assetId === null && twin?.assetId != null) {
      work.store.patchFile(file.key, { assetId: twin.assetId, wantedName: twin.wantedName, trouble: null });
      return;
    }
    if (now.assetId === null && work.store.match(hash)?.asset.state === 'live') return;
    const fields = fieldsOf(work, now);
    const assetId = now.assetId ?? work.mintId();
    work.store.queue(
      {
        name: 'asset.create',
        // Offered again, it is not new: somebody may have deleted it meanwhile.
        args: { assetId, kind, fields, resources: [resourceOf(now, hash, 'original')], newHere: now.newHere && now.agreedAt === null },
      },
      hash,
      work.now(),
    );
    work.store.patchFile(file.key, { assetId, wantedName: fields.fileName, writtenName: baseName(now.path), trouble: null });
  });
}

/** A file whose bytes are no longer those that were agreed on: an edit, the rest of a copy, or another photo under an old name. */
export async function sendChange(work: Work, file: LocalFile, assetId: string): Promise<void> {
  const { hash } = file;
  const remote = work.store.remote(assetId);
  if (hash === null || remote === null) return;
  const elsewhere = work.store.match(hash);
  if (elsewhere !== null && elsewhere.asset.id !== assetId) {
    // Names were exchanged, or another photo was copied over this one. Which it was is known when all is read.
    if (work.store.unread() > 0) return sleep(READING_MS, work.signal);
    return letGo(work, file, assetId);
  }
  const original = remote.resources.find((resource) => resource.role === 'original' && !resource.removed);
  const base = file.baseHash;
  const unedited = original !== undefined && remote.asset.rendering === null && original.hash === base;
  const oldIsPrefix = unedited && original.size < file.size && (await hashPrefix(join(work.root, file.path), original.size)) === base;
  const facts = {
    oldIsPrefix,
    sinceAgreed: file.agreedAt === null ? Number.POSITIVE_INFINITY : work.now() - file.agreedAt,
    old: remote.asset,
    now: file.fields ?? plainFields(file),
  };
  // Agreed before, and unheard of now: the cloud was put back, and what these bytes were to the photo they still are.
  const verdict = hash === base ? 'edit' : judgeOverwrite(facts);
  if (verdict === 'another-photo') return letGo(work, file, assetId);
  if (!(await sendBytes(work, file, hash))) return;
  await work.settlement.settle(() => {
    const now = work.store.file(file.key);
    if (now === null || now.hash !== hash || now.assetId !== assetId) return;
    if (verdict === 'completed-copy' && base !== null) {
      work.store.queue(
        { name: 'resource.complete', args: { assetId, resource: resourceOf(now, hash, 'original') }, expect: base },
        hash,
        work.now(),
      );
      const { fields } = now;
      if (fields) work.store.queue({ name: 'asset.set', args: { assetId, fields: described(fields) } }, null, work.now());
    } else {
      work.store.queue(
        { name: 'asset.edit', args: { assetId, rendering: resourceOf(now, hash, 'edited') }, expect: remote.asset.rendering },
        hash,
        work.now(),
      );
    }
  });
}

/** The file holds another photo now; the one that it held is placed again, unless it is here under another name. */
async function letGo(work: Work, file: LocalFile, assetId: string): Promise<void> {
  await work.settlement.settle(() => {
    work.store.setLastPath(assetId, file.path, file.baseHash ?? '', work.now());
    const name = baseName(file.path);
    work.store.patchFile(file.key, { assetId: null, baseHash: null, agreedAt: null, newHere: true, wantedName: name, writtenName: name });
  });
  work.touch([fileUnit(file.key), `a:${assetId}`]);
}

/**
 * What is said of a photo that is added; of one that the cloud knew before it was put back, what was said then. Its name is the one that
 * is wanted here: a rename that the cloud had not heard of was refused with the photo that it did not know.
 */
function fieldsOf(work: Work, file: LocalFile): AssetFields {
  const before = file.assetId === null ? null : work.store.forgotten(file.assetId);
  if (before === null) return file.fields ?? plainFields(file);
  const name = baseName(file.path);
  return { ...AssetFields.parse(before), fileName: name === file.writtenName ? file.wantedName : assetName(name) };
}

/** What the bytes of a completed file tell, without what a person may have set since. */
function described(fields: AssetFields): Partial<AssetFields> {
  const { capturedAt, capturedSource, width, height, duration, camera, exposure, place } = fields;
  return { capturedAt, capturedSource, width, height, duration, camera, exposure, place };
}

function resourceOf(file: LocalFile, hash: string, role: string): NewResource {
  return { role, hash, size: file.size, mime: file.mime, fileName: null, modifiedAt: Math.round(file.mtimeMs) };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** For a file that told nothing of itself: its name and its date. */
function plainFields(file: LocalFile): AssetFields {
  return {
    fileName: assetName(baseName(file.path)),
    capturedAt: new Date(Number.isFinite(file.mtimeMs) ? file.mtimeMs : 0).toISOString(),
    capturedSource: 'file-time',
    width: null,
    height: null,
    duration: null,
    camera: null,
    exposure: null,
    place: null,
    title: null,
    caption: null,
    favourite: false,
    hidden: false,
    rating: null,
    keywords: [],
  };
}
