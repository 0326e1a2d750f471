import { latin, u32 } from './bytes.ts';
import type { MediaSource } from './source.ts';

const MOST_CHUNKS = 20_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** A PNG without its pixels: signature and all chunks but the image data, at most 4 MiB (PNG, third edition, section 5). */
export async function readPngMetadata(source: Pick<MediaSource, 'size' | 'read'>): Promise<Uint8Array> {
  const parts = [await source.read(0, 8)];
  let total = 8;
  let at = 8;
  for (let chunks = 0; chunks < MOST_CHUNKS && at + 12 <= source.size; chunks++) {
    const header = await source.read(at, 8);
    const whole = 12 + u32(header, 0);
    const pixels = ['IDAT', 'fdAT', 'iCCP'].includes(latin(header, 4, 4));
    if (!pixels && total + whole <= MOST_BYTES) {
      parts.push(await source.read(at, whole));
      total += whole;
    }
    at += whole;
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}
