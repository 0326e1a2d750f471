import { u8 } from './bytes.ts';
import type { MediaSource } from './source.ts';

/** Before and behind the pictures; who writes XMP puts it at either end. */
const MOST_SEARCHED = 1024 * 1024;
/** The extension that holds XMP as it is (XMP specification part 3, section 1.1.2). */
const NAME = Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1');

/** A GIF's XMP as text bytes; null when it has none. */
export async function readGifXmp(source: Pick<MediaSource, 'size' | 'read'>): Promise<Uint8Array | null> {
  const first = xmpIn(await source.read(0, MOST_SEARCHED));
  if (first !== null || source.size <= MOST_SEARCHED) return first;
  const from = Math.max(MOST_SEARCHED, source.size - MOST_SEARCHED);
  return xmpIn(await source.read(from, source.size - from));
}

function xmpIn(bytes: Uint8Array): Uint8Array | null {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(NAME);
  if (at < 0) return null;
  const start = at + NAME.length;
  // Behind the text stand all numbers from 255 down to 0, by which a reader that knows nothing of XMP finds the end.
  for (let end = bytes.indexOf(0x01, start); end >= 0; end = bytes.indexOf(0x01, end + 1))
    if (u8(bytes, end + 1) === 0xff && u8(bytes, end + 2) === 0xfe) return bytes.subarray(start, end);
  return null;
}
