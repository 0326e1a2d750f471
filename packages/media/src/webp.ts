import { latin, u32 } from './bytes.ts';
import type { MediaSource } from './source.ts';

const MOST_CHUNKS = 1000;
const MOST_BYTES = 4 * 1024 * 1024;

/** A WebP without its pixels: its header and the chunks with metadata, at most 4 MiB (RFC 9649 section 2). */
export async function readWebpMetadata(source: Pick<MediaSource, 'size' | 'read'>): Promise<Uint8Array> {
  const head = await source.read(0, 64);
  const parts = [head.subarray(0, 12)];
  let total = 12;
  const wanted = new Set(['VP8X', 'EXIF', 'XMP ']);
  let at = 12;
  for (let chunks = 0; chunks < MOST_CHUNKS && at + 8 <= source.size && wanted.size > 0; chunks++) {
    const header = await source.read(at, 8);
    const [type, length] = [latin(header, 0, 4), u32(header, 4, true)];
    const whole = 8 + length + (length & 1);
    // Each once: of a second one no program takes notice.
    if (wanted.delete(type) && total + whole <= MOST_BYTES) {
      parts.push(await source.read(at, whole));
      total += whole;
    }
    at += whole;
  }
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  if (bytes.length >= 12) new DataView(bytes.buffer).setUint32(4, Math.max(0, bytes.length - 8), true);
  return bytes;
}
