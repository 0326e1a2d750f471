import { createCRC32, createSHA1, createSHA256, type IHasher } from 'hash-wasm';
import type { Bytes, Platform, Sum } from '@rollcall/importers/portable';

/** What a browser has for reading archives and photos. Needs no page: it runs in a worker. */
export const browserPlatform: Platform = {
  sum: async (which) => sumOf(await (which === 'sha256' ? createSHA256() : which === 'sha1' ? createSHA1() : createCRC32())),
  inflate: async (packed, most) => {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const piece of inflating(once(packed))) {
      size += piece.length;
      if (size > most) throw new RangeError('it becomes more than it is to be');
      parts.push(piece);
    }
    return joined(parts, size);
  },
  inflating,
  keep: async (pieces) => {
    // A browser puts large ones of these where they do not fill the memory.
    const blobs: Blob[] = [];
    let waiting: Uint8Array[] = [];
    let size = 0;
    const put = (): void => {
      blobs.push(new Blob(waiting as BlobPart[]));
      waiting = [];
      size = 0;
    };
    for await (const piece of pieces) {
      waiting.push(piece.slice());
      size += piece.length;
      if (size >= AT_ONCE) put();
    }
    put();
    return bytesOfBlob(new Blob(blobs));
  },
};

/** Bytes put away at once. */
const AT_ONCE = 8 * 1024 * 1024;

export function bytesOfBlob(blob: Blob): Bytes {
  return {
    size: blob.size,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
    blob: (offset, length) => blob.slice(offset, offset + length),
    release: () => Promise.resolve(),
  };
}

function sumOf(hasher: IHasher): Sum {
  hasher.init();
  return { update: (bytes) => void hasher.update(bytes), digest: () => hasher.digest('binary') };
}

async function* once(bytes: Uint8Array): AsyncIterableIterator<Uint8Array> {
  yield bytes;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function* inflating(packed: AsyncIterable<Uint8Array>): AsyncIterableIterator<Uint8Array> {
  const unpacker = new DecompressionStream('deflate-raw');
  const writer = unpacker.writable.getWriter();
  const fed = (async () => {
    for await (const piece of packed) await writer.write(piece as Uint8Array<ArrayBuffer>);
    await writer.close();
  })();
  // What stops the reading of the packed bytes ends the unpacking, and is what is told.
  let broken: { readonly error: unknown } | null = null;
  fed.catch((error: unknown) => {
    broken ??= { error };
    void writer.abort(error).catch(() => undefined);
  });
  const reader = unpacker.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await fed;
  } catch (error) {
    throw broken === null ? error : (broken as { readonly error: unknown }).error;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
