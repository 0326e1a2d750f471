import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

export type Bytes = AsyncIterable<Uint8Array>;

/** Read in pieces of this size. */
const PIECE = 1024 * 1024;
const LEAST = 4096;

/** What was to be copied cannot be read; that is no fault of the place where it goes. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** All bytes of an open file, which is closed at the end. Throws `Unreadable`. */
export async function* bytesOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  try {
    const { size } = await handle.stat();
    for (let at = 0; ;) {
      const buffer = Buffer.allocUnsafe(Math.min(PIECE, Math.max(size - at, LEAST)));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at).catch((error: unknown) => {
        throw new Unreadable(String(error), { cause: error });
      });
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

export async function* bytesFrom(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === 'string' ? Buffer.from(text) : text;
}

/** Counts and hashes what passes through. */
export class Sum {
  readonly #digest = createHash('sha256');
  #hash: string | null = null;
  bytes = 0;

  async *through(source: Bytes): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      this.#digest.update(piece);
      this.bytes += piece.length;
      yield piece;
    }
  }

  async all(source: Bytes): Promise<this> {
    for await (const piece of source) {
      this.#digest.update(piece);
      this.bytes += piece.length;
    }
    return this;
  }

  /** SHA-256 of all that passed, 64 hex digits. */
  hash(): string {
    return (this.#hash ??= this.#digest.digest('hex'));
  }
}

/** Bytes that may break off, as those of a damaged seal: they end there, and `sum` answers null. */
export function untilBroken(open: () => Bytes): { readonly bytes: Bytes; readonly sum: () => string | null } {
  const sum = new Sum();
  let broken = false;
  const bytes = (async function* (): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of sum.through(open())) yield piece;
    } catch {
      broken = true;
    }
  })();
  return { bytes, sum: () => (broken ? null : sum.hash()) };
}

/** Works on all items, so many at a time. Rejects with the first failure, once nothing is under way any more. */
export async function eachOf<T>(items: Iterable<T> | AsyncIterable<T>, width: number, work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  const iterator = (async function* () {
    yield* items;
  })();
  const lane = async (): Promise<void> => {
    for (let next = await iterator.next(); !next.done && failures.length === 0; next = await iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: width }, () => lane().catch((error: unknown) => failures.push(error))));
  if (failures.length > 0) throw failures[0];
}
