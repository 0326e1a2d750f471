import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { MediaSource } from '@rollcall/media';
import { stampOf } from '@rollcall/core';

/** A link put in a photo's place is not followed. */
const NO_FOLLOW = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
/** What this program reads, nobody has opened. */
const UNNOTED = NO_FOLLOW | (constants.O_NOATIME ?? 0);

/** Opens a file to read it, without its disk noting that, where that is allowed: of one's own files. */
async function openUnnoted(path: string): Promise<FileHandle> {
  try {
    return await open(path, UNNOTED);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    return await open(path, NO_FOLLOW);
  }
}

/** 1 MiB: smaller reads hash a quarter slower. */
const CHUNK = 1024 * 1024;
/** Memory into which files are read that are only hashed, while nobody reads into it; as many as were ever needed at once, up to a few. */
const spare: Buffer[] = [];
const MOST_SPARE = 4;

export interface HashedFile {
  readonly hash: string;
  readonly stampBefore: string;
  readonly stampAfter: string;
}

/**
 * SHA-256 of a file's bytes, with what it looked like before and after. Does not follow a link. Rejects with the system's error.
 * `breathe` is waited for after each piece, and `tell` told how far it is.
 */
export async function hashFile(
  path: string,
  signal?: AbortSignal,
  breathe?: () => Promise<void>,
  tell?: (offset: number) => void,
): Promise<HashedFile> {
  const file = await openUnnoted(path);
  const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(CHUNK);
  try {
    const stampBefore = stampOf(await file.stat({ bigint: true }));
    const hash = createHash('sha256');
    let offset = 0;
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
      tell?.((offset += bytesRead));
      if (breathe) await breathe();
    }
    return { hash: hash.digest('hex'), stampBefore, stampAfter: stampOf(await file.stat({ bigint: true })) };
  } finally {
    if (spare.length < MOST_SPARE) spare.push(buffer);
    await file.close();
  }
}

/** SHA-256 of the first `length` bytes; null when the file is shorter. */
export async function hashPrefix(path: string, length: number): Promise<string | null> {
  const file = await openUnnoted(path);
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(CHUNK);
    let left = length;
    while (left > 0) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(CHUNK, left), null);
      if (bytesRead === 0) return null;
      hash.update(buffer.subarray(0, bytesRead));
      left -= bytesRead;
    }
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

/** Bytes that are read ahead for small questions, of which recognising a photo asks many. */
const WINDOW = 64 * 1024;

/** Lets `use` read parts of a file. */
export async function withSource<T>(path: string, name: string, use: (source: MediaSource) => Promise<T>): Promise<T> {
  const file = await openUnnoted(path);
  try {
    const stats = await file.stat();
    const readAt = async (offset: number, length: number): Promise<Buffer> => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, stats.size - offset)));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    };
    let window: { readonly start: number; readonly bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };
    return await use({
      name,
      size: stats.size,
      mtimeMs: stats.mtimeMs,
      read: async (offset, length) => {
        if (length >= WINDOW) return readAt(offset, length);
        const end = Math.min(offset + length, stats.size);
        if (offset < window.start || end > window.start + window.bytes.length)
          window = { start: offset, bytes: await readAt(offset, WINDOW) };
        return window.bytes.subarray(offset - window.start, Math.max(0, end - window.start));
      },
    });
  } finally {
    await file.close();
  }
}
