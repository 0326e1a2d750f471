import type { Bytes } from './bytes.ts';

/** A sum of bytes, to which they are added in their order. */
export interface Sum {
  update(bytes: Uint8Array): void;
  /** Once, at the end. CRC-32 has its highest byte first. */
  digest(): Uint8Array;
}

/** What an import needs of the system that it runs on: Node (`node/platform.ts`), or a browser, which brings its own. */
export interface Platform {
  sum(which: 'sha256' | 'sha1' | 'crc32'): Sum | Promise<Sum>;
  /** What was deflated (RFC 1951), at once. Rejects where it is damaged, or becomes more than `most` bytes. */
  inflate(packed: Uint8Array, most: number): Promise<Uint8Array>;
  /** The same in pieces; it throws what reading throws, and where it is damaged. */
  inflating(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Puts bytes where they do not fill the memory, and can be read anywhere until they are let go. */
  keep(pieces: AsyncIterable<Uint8Array>): Promise<Bytes>;
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
