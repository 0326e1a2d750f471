import { join } from 'node:path';
import { lstat, open, unlink } from 'node:fs/promises';
import type { LocalFile } from '@rollcall/core';
import { describe, HEAD_BYTES, isStructurallyComplete, recognise, type Recognised } from '@rollcall/media';
import type { AssetFields } from '@rollcall/protocol';
import { isRacyStamp, mtimeMsOf, stampOf } from '../folder/stamp.ts';
import { isGone } from '../folder/walk.ts';
import { hashFile, withSource } from '../folder/read.ts';
import { assetUnit, fileUnit } from '../work/desk.ts';
import { fileTrouble } from '../work/trouble.ts';
import { sleep, troubleFile, type Work } from '../work/work.ts';
import { assetName } from './asset-name.ts';
import { noteLastPlace } from './last-place.ts';

/** A file is taken as it is when two looks this far apart agree. */
const SECOND_GLANCE_MS = 100;
/** How much longer a file without its end is waited for. */
const UNFINISHED_MS = 5000;

/** Reads a file once: what it is, its hash, and what it tells of itself. */
export async function readLocalFile(work: Work, file: LocalFile): Promise<void> {
  const path = join(work.root, file.path);
  try {
    await sleep(Math.min(SECOND_GLANCE_MS, file.firstSeen + SECOND_GLANCE_MS - work.now()), work.signal);
    const stats = await lstat(path, { bigint: true });
    if (stampOf(stats) !== file.stamp) {
      await work.settlement.settle(() =>
        work.store.patchFile(file.key, { stamp: stampOf(stats), size: Number(stats.size), mtimeMs: mtimeMsOf(stats) }),
      );
      await troubleFile(work, file, 'file-changing', {}, 300);
      return;
    }
    if (file.size === 0 && work.store.placing(file.path) !== null) {
      // A name that this agent had taken when it ended, on a disk without links: the photo comes, and takes it again.
      await unlink(path);
      await work.settlement.settle(() => work.store.dropFile(file.key));
      return;
    }
    const recognised = recognise(basename(file.path), await readHead(path));
    if (recognised.kind === 'not-media') {
      await leaveOut(work, file, recognised.what);
      return;
    }
    const waited = file.trouble?.evidence['unfinished'] === file.stamp;
    if (!waited && !(await looksFinished(path, file, recognised)) && !(await isAgreed(work, file, path))) {
      await troubleFile(work, file, 'file-changing', { unfinished: file.stamp }, UNFINISHED_MS);
      return;
    }
    await takeIn(work, file, path, recognised);
  } catch (error) {
    if (work.signal.aborted) return;
    // It went away: the next look will say so.
    if (isGone(error)) return troubleFile(work, file, 'file-changing', {}, 'keep-trying');
    const trouble = fileTrouble(error) ?? { code: 'file-unreadable' as const, evidence: { error: (error as Error).message } };
    await troubleFile(work, file, trouble.code, { ...trouble.evidence, path: file.path }, 'few-tries');
  }
}

/** It is no photo. One that it was written over is placed again: it is here no more. */
async function leaveOut(work: Work, file: LocalFile, what: string): Promise<void> {
  const { assetId } = file;
  await work.settlement.settle(() => {
    if (assetId !== null) noteLastPlace(work.store, assetId, file, work.now());
    const free = assetId === null ? {} : { assetId: null, baseHash: null, agreedAt: null, newHere: true };
    work.store.patchFile(file.key, { excluded: 'not-a-photo', mime: what, trouble: null, ...free });
  });
  if (assetId !== null) work.touch([assetUnit(assetId)]);
}

async function takeIn(work: Work, file: LocalFile, path: string, recognised: Exclude<Recognised, { kind: 'not-media' }>): Promise<void> {
  work.progress(fileUnit(file.key), { phase: 'hashing', offset: 0, size: file.size });
  const readAt = work.now();
  const { hash, stampBefore, stampAfter } = await hashFile(path, work.signal);
  if (stampBefore !== file.stamp || stampAfter !== file.stamp) {
    await troubleFile(work, file, 'file-changing', {}, 300);
    return;
  }
  const fields = await fieldsOf(path, file);
  await work.settlement.settle(() => {
    const now = work.store.file(file.key);
    if (now === null || now.stamp !== file.stamp) return;
    work.store.patchFile(file.key, {
      hash,
      // Bytes that a file here was agreed on with are not new, under whatever name: it was moved or copied.
      newHere: now.newHere && !work.store.agreedOn(hash, file.key),
      fields,
      kind: recognised.kind,
      mime: recognised.mime,
      racy: isRacyStamp(file.stamp, readAt),
      hashedAt: readAt,
      rotted: null,
      trouble: null,
    });
  });
}

/** What both sides agreed on, such as what the agent put there itself, is whole, however it looks. */
async function isAgreed(work: Work, file: LocalFile, path: string): Promise<boolean> {
  return file.baseHash !== null && (await hashFile(path, work.signal)).hash === file.baseHash;
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function looksFinished(path: string, file: LocalFile, recognised: Exclude<Recognised, { kind: 'not-media' }>): Promise<boolean> {
  return withSource(path, basename(file.path), (source) => isStructurallyComplete(recognised.format, source));
}

async function fieldsOf(path: string, file: LocalFile): Promise<AssetFields | null> {
  const name = basename(file.path);
  const description = await withSource(path, name, describe);
  return description === null ? null : { ...description.fields, fileName: assetName(name) };
}
