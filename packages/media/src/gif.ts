import { startsWith, u8 } from './bytes.ts';
import type { MediaSource } from './source.ts';

/** Before and behind the pictures; who writes XMP puts it at either end. */
const MOST_SEARCHED = 1024 * 1024;
/** The extension that holds XMP as it is (XMP specification part 3, section 1.1.2). */
const NAME = '\x21\xff\x0bXMP DataXMP';

/** A GIF's XMP as text bytes; null when it has none. */
export async function readGifXmp(source: Pick<MediaSource, 'size' | 'read'>): Promise<Uint8Array | null> {
  const first = xmpIn(await source.read(0, MOST_SEARCHED));
  if (first !== null || source.size <= MOST_SEARCHED) return first;
  const from = Math.max(MOST_SEARCHED, source.size - MOST_SEARCHED);
  return xmpIn(await source.read(from, source.size - from));
}

function xmpIn(bytes: Uint8Array): Uint8Array | null {
  let at = bytes.indexOf(0x21);
  while (at >= 0 && !startsWith(bytes, at, NAME)) at = bytes.indexOf(0x21, at + 1);
  if (at < 0) return null;
  const start = at + NAME.length;
  // Behind the text stand all numbers from 255 down to 0, by which a reader that knows nothing of XMP finds the end.
  for (let end = bytes.indexOf(0x01, start); end >= 0; end = bytes.indexOf(0x01, end + 1))
    if (u8(bytes, end + 1) === 0xff && u8(bytes, end + 2) === 0xfe) return bytes.subarray(start, end);
  return null;
}

/** Read at once while a file is walked through. */
const PIECE = 256 * 1024;

/**
 * Where the pictures of a GIF end, found by walking through its blocks (GIF89a, sections 15 to 27), at most so many bytes of them; null when
 * the file ends before.
 */
export async function gifEnd(source: Pick<MediaSource, 'size' | 'read'>, most: number): Promise<number | null> {
  let [piece, from] = [await source.read(0, PIECE), 0];
  const byte = async (at: number): Promise<number> => {
    if (at < from || at >= from + piece.length) [piece, from] = [await source.read(at, PIECE), at];
    return u8(piece, at - from);
  };
  const table = (packed: number): number => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));
  let at = 13 + table(await byte(10));
  while (at < source.size) {
    if (at > most) return at;
    const kind = await byte(at);
    if (kind === TRAILER) return at + 1;
    if (kind === PICTURE) at += 11 + table(await byte(at + 9));
    else if (kind === EXTENSION) at += 2;
    else return null;
    // Parts of at most 255 bytes, each behind its length; an empty one is the last.
    for (let length = await byte(at); at < source.size; length = await byte(at)) {
      at += 1 + length;
      if (length === 0) break;
    }
  }
  return null;
}

const [TRAILER, PICTURE, EXTENSION] = [0x3b, 0x2c, 0x21];
