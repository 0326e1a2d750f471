import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { Incoming } from './store.ts';

/** Bytes read or written at once. 1 MiB hashes twice as fast as 64 KiB. */
export const CHUNK = 1024 * 1024;

/** Bytes of one upload, appended to a file. */
export class IncomingFile implements Incoming {
  readonly id: string;
  readonly path: string;
  size: number;
  readonly #handle: FileHandle;
  /** Over exactly the first `size` bytes; null when they must be read again. */
  #hash: Hash | null;

  private constructor(id: string, path: string, handle: FileHandle, size: number) {
    this.id = id;
    this.path = path;
    this.#handle = handle;
    this.size = size;
    this.#hash = size === 0 ? createHash('sha256') : null;
  }

  static async open(id: string, path: string): Promise<IncomingFile> {
    const handle = await open(path, 'a+', 0o600);
    return new IncomingFile(id, path, handle, (await handle.stat()).size);
  }

  async append(chunks: readonly Uint8Array[]): Promise<void> {
    const hash = this.#hash;
    this.#hash = null;
    const before = this.size;
    const written = this.#write(chunks);
    // The same bytes are hashed while the disk takes them.
    if (hash) for (const chunk of chunks) hash.update(chunk);
    try {
      await written;
      this.#hash = hash;
    } catch (error) {
      this.size = (await this.#handle.stat()).size;
      if (this.size === before) this.#hash = null;
      throw error;
    }
  }

  async #write(chunks: readonly Uint8Array[]): Promise<void> {
    let rest = chunks.filter((chunk) => chunk.length > 0);
    while (rest.length > 0) {
      const { bytesWritten } = await this.#handle.writev(rest);
      this.size += bytesWritten;
      rest = without(rest, bytesWritten);
    }
  }

  async hash(): Promise<string> {
    this.#hash ??= await hashOf(this.#handle, this.size);
    return this.#hash.copy().digest('hex');
  }

  async empty(): Promise<void> {
    await this.#handle.truncate(0);
    this.size = 0;
    this.#hash = createHash('sha256');
  }

  /** All bytes are on the disk when it resolves. */
  async sync(): Promise<void> {
    await this.#handle.datasync();
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** What is left of the chunks after their first `bytes` bytes. */
function without(chunks: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let skip = bytes;
  const rest: Uint8Array[] = [];
  for (const chunk of chunks) {
    if (skip >= chunk.length) skip -= chunk.length;
    else {
      rest.push(skip > 0 ? chunk.subarray(skip) : chunk);
      skip = 0;
    }
  }
  return rest;
}

/** SHA-256 over the first `size` bytes of a file. */
export async function hashOf(handle: FileHandle, size: number): Promise<Hash> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(size, 1)));
  for (let at = 0; at < size;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, size - at), at);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash;
}
