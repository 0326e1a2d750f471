import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { CHUNK, hashOf } from './incoming-file.ts';
import type { BlobStat, OpenBlob } from './store.ts';

/** A blob that is open, as a file. */
export class BlobFile implements OpenBlob {
  readonly size: number;
  readonly stamp: string;
  readonly #handle: FileHandle;

  constructor(handle: FileHandle, { size, stamp }: BlobStat) {
    this.#handle = handle;
    this.size = size;
    this.stamp = stamp;
  }

  stream(start: number, end: number): ReturnType<OpenBlob['stream']> {
    // `end` of a read stream is the last byte that it reads, and there is no way to say "none".
    const last = Math.max(start, end) - 1;
    return this.#handle.createReadStream({ start, end: Math.max(last, start), highWaterMark: CHUNK, autoClose: true });
  }

  async hash(): Promise<string> {
    return (await hashOf(this.#handle, this.size)).digest('hex');
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

export function statOf(found: BigIntStats): BlobStat {
  return { size: Number(found.size), stamp: String(found.mtimeNs) };
}
