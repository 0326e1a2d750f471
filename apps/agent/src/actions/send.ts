import { createReadStream, constants } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { asUnread, failureOf, fileUnit, pauseOfSend, noteChangedBytes, stampOf, type LocalFile } from '@rollcall/core';
import { gated, uploadResource, WHOLE_SIZE, type Source } from '@rollcall/transfer';
import { Refused } from '../server/refused.ts';
import { isOfState } from '../state-trouble.ts';
import { fileTrouble } from '../work/trouble.ts';
import { sleep, troubleFile, type Work } from '../work/work.ts';
import { isGone } from '../folder/entry.ts';

/** Brings the bytes of a file to the cloud. True: the cloud has them, and they were the file's when they were read. */
export async function sendBytes(work: Work, file: LocalFile, hash: string): Promise<boolean> {
  const others = work.hashesInFlight.get(hash);
  if (others) {
    await others;
    return false;
  }
  const sending = send(work, file, hash);
  work.hashesInFlight.set(
    hash,
    sending.then(
      () => undefined,
      () => undefined,
    ),
  );
  try {
    return await sending;
  } finally {
    work.hashesInFlight.delete(hash);
  }
}

async function send(work: Work, file: LocalFile, hash: string): Promise<boolean> {
  const unit = fileUnit(file.key);
  const path = join(work.root, file.path);
  const signal = work.transferSignal(unit);
  try {
    if (stampOf(await lstat(path, { bigint: true })) !== file.stamp) {
      await reread(work, file);
      return false;
    }
    work.progress(unit, { phase: 'asking', offset: 0, size: file.size });
    const answer = await work.asker.ask({ hash, size: file.size, mime: file.mime });
    const failure = failureOf(answer, file);
    if (failure !== null) {
      await troubleFile(work, file, failure.code, failure.evidence, failure.pause);
      return false;
    }
    return answer.answer === 'send' ? await upload(work, file, hash, { path, ticket: answer, signal }) : true;
  } catch (error) {
    if (signal.aborted) return false;
    if (isOfState(error)) throw error;
    if (isGone(error)) await troubleFile(work, file, 'file-changing', {}, 'keep-trying');
    else if (error instanceof Refused || fileTrouble(error) === null) {
      if (!work.failed(error)) await troubleFile(work, file, 'refused', { error: (error as Error).message }, 'few-tries');
    } else {
      const trouble = fileTrouble(error);
      if (trouble) await troubleFile(work, file, trouble.code, trouble.evidence, 'few-tries');
    }
    return false;
  }
}

/** Unfinished uploads whose furthest point is remembered. */
const REMEMBERED = 1000;

/** A server that is busy for longer is everybody's reason to wait, and not one file's. */
const LONGEST_WAIT_MS = 2000;

interface Sending {
  readonly path: string;
  readonly ticket: { readonly path: string; readonly offset: number };
  readonly signal: AbortSignal;
}

async function upload(work: Work, file: LocalFile, hash: string, { path, ticket, signal }: Sending): Promise<boolean> {
  const unit = fileUnit(file.key);
  let told = Math.max(ticket.offset, work.furthest.get(hash) ?? 0);
  const result = await uploadResource<Readable>({
    transport: work.connection.transport,
    ticket,
    source: fileSource(path, file.size),
    hash,
    pace: { wait: (ms, its) => sleep(ms, its instanceof AbortSignal ? its : signal), random: () => work.random() },
    signal,
    tries: 3,
    longestWait: LONGEST_WAIT_MS,
    pieceSize: work.pieces.limit(file.size, work.now()),
    onProgress: ({ offset, size, piece, refused: refusedNow }) => {
      if (offset > told) work.moved(offset - told, 'up');
      told = Math.max(told, offset);
      if (piece !== null && refusedNow !== null) work.pieces.refused(refusedNow, piece, work.now());
      const refused = work.pieces.ofFile(size, work.now());
      work.progress(unit, { phase: offset >= size ? 'verifying' : 'sending', offset, size, refused });
    },
  });
  if (result.ok) {
    work.furthest.delete(hash);
    return true;
  }
  if (work.furthest.size < REMEMBERED || work.furthest.has(hash)) work.furthest.set(hash, told);
  if (result.code === 'stopped') return false;
  if (result.code === 'bytes-changed' || result.code === 'file-changing') {
    await reread(work, file);
    return false;
  }
  if (work.failed(result)) return false;
  if (result.code === 'digest-mismatch') {
    // The file may have changed under the same stamp; only its bytes can tell.
    await work.settlement.settle(() => work.store.patchFile(file.key, { hash: null, ...asUnread(file) }));
  }
  await troubleFile(work, file, result.code, result.evidence, pauseOfSend(result.code, result.next === 'stop'));
  return false;
}

function reread(work: Work, file: LocalFile): Promise<void> {
  return lstat(join(work.root, file.path), { bigint: true }).then((stats) =>
    work.settlement.settle(() => noteChangedBytes(work.store, file.key, stats)),
  );
}

/** Read in pieces of 1 MiB; never more than was promised, even when the file grows meanwhile. */
function fileSource(path: string, size: number): Source<Readable> {
  return {
    size,
    slice: (offset, length, gate) => {
      if (length <= WHOLE_SIZE) return readPart(path, offset, length);
      return Readable.from(gated(readPart(path, offset, length), offset, gate), { objectMode: false, highWaterMark: CHUNK });
    },
  };
}

const CHUNK = 1024 * 1024;

function readPart(path: string, offset: number, length: number): Readable {
  if (length === 0) return Readable.from([], { objectMode: false });
  const flags = (constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)) as unknown as string;
  return createReadStream(path, { flags, start: offset, end: offset + length - 1, highWaterMark: CHUNK });
}
