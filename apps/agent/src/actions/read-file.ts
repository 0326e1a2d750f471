import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { lstat, open, readFile, unlink } from 'node:fs/promises';
import {
  assetName,
  fileUnit,
  hasWaited,
  isTakenName,
  nameOf,
  noteNotMedia,
  noteRead,
  noteSidecar,
  noteTouched,
  sidecarRole,
  stampOf,
  UNFINISHED_MS,
  untilSecondGlance,
  type LocalFile,
  type Unit,
} from '@rollcall/core';
import {
  describe,
  HEAD_BYTES,
  isSidecar,
  LARGEST_SIDECAR,
  isStructurallyComplete,
  readStandIn,
  recognise,
  type Recognised,
} from '@rollcall/media';
import { LIMITS, type AssetFields } from '@rollcall/protocol';
import { hashFile, withSource } from '../folder/read.ts';
import { isOfState } from '../state-trouble.ts';
import { troubleRead } from '../work/read-trouble.ts';
import { sleep, troubleFile, type Work } from '../work/work.ts';

/** Reads a file once: what it is, its hash, and what it tells of itself. */
export async function readLocalFile(work: Work, file: LocalFile): Promise<void> {
  const path = join(work.root, file.path);
  const signal = work.itemSignal(fileUnit(file.key));
  try {
    await sleep(untilSecondGlance(file, work.now()), signal);
    const stats = await lstat(path, { bigint: true });
    if (stampOf(stats) !== file.stamp) {
      await work.settlement.settle(() => noteTouched(work.store, file.key, stats));
      await troubleFile(work, file, 'file-changing', {}, 300);
      return;
    }
    if (isTakenName(work.store, file)) {
      await unlink(path);
      await work.settlement.settle(() => work.store.dropFile(file.key));
      return;
    }
    const recognised = recognise(nameOf(file.path), await readHead(path));
    if (recognised.kind === 'not-media') return await leaveOut(work, file, path, recognised.what);
    // Nobody would take it, and reading it would take hours.
    if (file.size > LIMITS.fileSize)
      return await troubleFile(work, file, 'too-large-for-server', { size: file.size, limit: LIMITS.fileSize }, 'few-tries');
    if (!hasWaited(file) && !(await looksFinished(path, file, recognised)) && !(await isAgreed(file, path, signal))) {
      await troubleFile(work, file, 'file-changing', { unfinished: file.stamp }, UNFINISHED_MS);
      return;
    }
    await takeIn(work, file, path, recognised, signal);
  } catch (error) {
    if (signal.aborted) return;
    if (isOfState(error)) throw error;
    await troubleRead(work, file, error);
  }
}

/** It is no photo; what holds data of one is known by its bytes all the same. @param what as a person would say it */
async function leaveOut(work: Work, file: LocalFile, path: string, what: string): Promise<void> {
  const readAt = work.now();
  const named = sidecarRole(file.path) !== null && file.size <= LARGEST_SIDECAR && file.assetId === null;
  const bytes = named ? await readFile(path) : null;
  const hash = bytes !== null && isSidecar(nameOf(file.path), bytes) ? createHash('sha256').update(bytes).digest('hex') : null;
  if (hash !== null && stampOf(await lstat(path, { bigint: true })) !== file.stamp)
    return troubleFile(work, file, 'file-changing', {}, 300);
  const { settlement, store } = work;
  const note = (): Unit[] => (hash === null ? noteNotMedia(store, file, what, work.now()) : noteSidecar(store, file, hash, what, readAt));
  work.touch(await settlement.settle(note));
}

async function takeIn(
  work: Work,
  file: LocalFile,
  path: string,
  recognised: Exclude<Recognised, { kind: 'not-media' }>,
  signal: AbortSignal,
): Promise<void> {
  const tell = (offset: number): void => work.progress(fileUnit(file.key), { phase: 'hashing', offset, size: file.size });
  tell(0);
  const readAt = work.now();
  const { hash, stampBefore, stampAfter } = await hashFile(path, signal, undefined, tell);
  if (stampBefore !== file.stamp || stampAfter !== file.stamp) {
    await troubleFile(work, file, 'file-changing', {}, 300);
    return;
  }
  const fields = await fieldsOf(path, file);
  const mark = await withSource(path, nameOf(file.path), readStandIn);
  const standIn = mark?.intact === true ? { assetId: mark.assetId, of: mark.of } : null;
  const kind = mark?.intact === true ? mark.kind : recognised.kind;
  await work.settlement.settle(() => noteRead(work.store, file, { hash, readAt, fields, kind, mime: recognised.mime, standIn }));
}

/** What both sides agreed on, such as what the agent put there itself, is whole, however it looks. */
async function isAgreed(file: LocalFile, path: string, signal: AbortSignal): Promise<boolean> {
  return file.baseHash !== null && (await hashFile(path, signal)).hash === file.baseHash;
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
  return withSource(path, nameOf(file.path), (source) => isStructurallyComplete(recognised.format, source));
}

async function fieldsOf(path: string, file: LocalFile): Promise<AssetFields | null> {
  const name = nameOf(file.path);
  const description = await withSource(path, name, describe);
  return description === null ? null : { ...description.fields, fileName: assetName(name) };
}
