/** The bytes of one file, which can be read anywhere, and as often as needed, until they are let go. */
export interface Bytes {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Where they lie in a browser: the same bytes to be sent, without reading them. */
  blob?(offset: number, length: number): Blob;
  release(): Promise<void>;
}

/** Read in pieces of this size. */
const CHUNK = 1024 * 1024;

export function bytesInMemory(bytes: Uint8Array): Bytes {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    release: () => Promise.resolve(),
  };
}

/** A stretch of other bytes. @param release what is done when nobody reads it any more; the others are not let go */
export function stretchOf(
  bytes: Pick<Bytes, 'read' | 'blob'>,
  start: number,
  size: number,
  release: () => Promise<void> = () => Promise.resolve(),
): Bytes {
  const within = (offset: number, length: number): number => Math.max(0, Math.min(length, size - offset));
  const blob = bytes.blob?.bind(bytes);
  return {
    size,
    read: (offset, length) => bytes.read(start + offset, within(offset, length)),
    ...(blob === undefined ? {} : { blob: (offset: number, length: number) => blob(start + offset, within(offset, length)) }),
    release,
  };
}

/** In pieces; it ends where the bytes end. */
export async function* pieces(bytes: Pick<Bytes, 'read'>, offset: number, length: number): AsyncIterableIterator<Uint8Array> {
  for (let at = 0; at < length;) {
    const piece = await bytes.read(offset + at, Math.min(CHUNK, length - at));
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}
