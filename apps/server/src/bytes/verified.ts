import { judgeStored } from '@rollcall/core';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { lastCheck, recordCheck, type Found } from './checks.ts';
import type { BytesContext } from './context.ts';
import type { OpenBlob, Rehashed } from './store.ts';

/** A whole download re-reads what was not checked for this long: it is hashed while it is sent. Milliseconds. */
const FRESH = 24 * 3_600_000;

export type Opened =
  | {
      readonly ok: true;
      readonly blob: OpenBlob;
      /** Checked so lately that it need not be hashed while it is sent. */ readonly fresh: boolean;
    }
  | { readonly ok: false };

/**
 * Opens a blob that is known to hash to its name: it was hashed once, and neither its size nor its
 * time changed since; otherwise it is hashed now. Damage is remembered, so that the bytes are wanted
 * again from whoever has them.
 */
export async function openVerified(context: BytesContext, hash: string): Promise<Opened> {
  const blob = await context.blobs.open(hash);
  const now = context.clock.now();
  if (!blob) {
    context.log('stored bytes are missing', { hash }, 'warn');
    await context.write(() => recordCheck(context.database, hash, null, 'missing', now));
    return { ok: false };
  }
  try {
    const check = lastCheck(context.database, hash);
    const same = check !== null && check.size === blob.size && check.stamp === blob.stamp;
    if (same && check.found === 'sound') return { ok: true, blob, fresh: now - check.checked < FRESH };
    const sound = (await blob.hash()) === hash;
    await context.write(() => recordCheck(context.database, hash, blob, sound ? 'sound' : 'damaged', now));
    if (sound) return { ok: true, blob, fresh: true };
    context.log('stored bytes are damaged', { hash }, 'warn');
  } catch (error) {
    context.log('stored bytes cannot be read', { hash, error });
  }
  await blob.close();
  return { ok: false };
}

/** Looks at a blob that changed while it was read, before it is left to the next check. */
const LOOKS = 3;

/** Whoever reads slowly was told to stop. Half of a blob that was read counts for nothing. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped';
}

/** Waits so that bytes are read no faster than they should be; rejects with `ReadingStopped` to end the reading. */
export type Pace = (bytes: number) => Promise<void>;

/**
 * Hashes stored bytes again, now, and remembers what was found: damaged or missing bytes are wanted again.
 * @param pace called after each MiB that was read; without it they are read as fast as the disk gives them
 */
export async function checkStored(
  context: Pick<BytesContext, 'blobs' | 'database' | 'write' | 'clock'>,
  hash: string,
  pace?: Pace,
): Promise<Rehashed> {
  for (let look = 1; ; look += 1) {
    const before = await context.blobs.stat(hash);
    const found = pace ? await rehashSlowly(context.blobs, hash, pace) : await context.blobs.rehash(hash);
    const after = await context.blobs.stat(hash);
    // The blob was replaced while it was read, as a damaged one is when a device sends it again.
    const stands = before?.stamp === after?.stamp && before?.size === after?.size;
    if (stands) await context.write(() => recordCheck(context.database, hash, after, foundOf(found), context.clock.now()));
    if (stands || look === LOOKS) return found;
  }
}

function foundOf({ state }: Rehashed): Found {
  return state === 'stored' ? 'sound' : state;
}

async function rehashSlowly(blobs: BytesContext['blobs'], hash: string, pace: Pace): Promise<Rehashed> {
  const blob = await blobs.open(hash);
  if (!blob) return { state: 'missing', hash: null, size: 0 };
  const digest = createHash('sha256');
  if (blob.size === 0) await blob.close();
  else
    for await (const chunk of blob.stream(0, blob.size) as AsyncIterable<Buffer>) {
      digest.update(chunk);
      await pace(chunk.length);
    }
  return { ...judgeStored(hash, digest.digest('hex')), size: blob.size };
}

/**
 * All bytes of a blob, hashed while they pass. The last chunk is held back until the hash is known:
 * damaged bytes end in an error, and so in a broken connection, never in a whole body.
 */
export function streamChecked(context: BytesContext, hash: string, blob: OpenBlob): Readable {
  return Readable.from(checked(context, hash, blob), { objectMode: false });
}

async function* checked(context: BytesContext, hash: string, blob: OpenBlob): AsyncGenerator<Buffer> {
  const digest = createHash('sha256');
  let held: Buffer | null = null;
  for await (const chunk of blob.stream(0, blob.size) as AsyncIterable<Buffer>) {
    if (held) yield held;
    digest.update(chunk);
    held = chunk;
  }
  const sound = digest.digest('hex') === hash;
  await context.write(() => recordCheck(context.database, hash, blob, sound ? 'sound' : 'damaged', context.clock.now()));
  if (!sound) {
    context.log('stored bytes are damaged', { hash }, 'warn');
    throw new Error(`the stored bytes of ${hash} are damaged`);
  }
  if (held) yield held;
}
