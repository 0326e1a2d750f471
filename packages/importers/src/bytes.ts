import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** The bytes of one file, which can be read anywhere, and as often as needed, until they are let go. */
export interface Bytes {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  stream(offset: number, length: number): Readable;
  release(): Promise<void>;
}

/** Read in pieces of this size. */
const CHUNK = 1024 * 1024;

export function bytesInMemory(buffer: Buffer): Bytes {
  return {
    size: buffer.length,
    read: (offset, length) => Promise.resolve(buffer.subarray(offset, offset + length)),
    stream: (offset, length) => Readable.from(pieces(buffer.subarray(offset, offset + length)), { objectMode: false }),
    release: () => Promise.resolve(),
  };
}

function* pieces(buffer: Buffer): IterableIterator<Buffer> {
  for (let at = 0; at < buffer.length; at += CHUNK) yield buffer.subarray(at, at + CHUNK);
}

/** A stretch of an open file. @param release what is done when nobody reads it any more */
export function bytesOfFile(handle: FileHandle, start: number, size: number, release: () => Promise<void>): Bytes {
  const read = async (offset: number, length: number): Promise<Buffer> => {
    const wanted = Math.max(0, Math.min(length, size - offset));
    const buffer = Buffer.allocUnsafe(wanted);
    let have = 0;
    while (have < wanted) {
      const { bytesRead } = await handle.read(buffer, have, wanted - have, start + offset + have);
      if (bytesRead === 0) break;
      have += bytesRead;
    }
    return buffer.subarray(0, have);
  };
  async function* from(offset: number, length: number): AsyncIterableIterator<Buffer> {
    for (let at = 0; at < length; at += CHUNK) {
      const piece = await read(offset + at, Math.min(CHUNK, length - at));
      if (piece.length === 0) return;
      yield piece;
    }
  }
  return { size, read, stream: (offset, length) => Readable.from(from(offset, length), { objectMode: false }), release };
}
