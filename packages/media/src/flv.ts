import { latin, u32, u8 } from './bytes.ts';
import { frames, pixelCount, seconds, type FilmFacts } from './film-facts.ts';
import type { MediaSource } from './source.ts';

/** What is told of the whole film stands in its first tag. */
const HEAD = 64 * 1024;
/** Names and numbers of codecs (FLV 10.1, section E.4.3.1). */
const CODECS: Readonly<Record<number, string>> = { 2: 'flv1', 3: 'flashsv', 4: 'vp6f', 5: 'vp6a', 7: 'h264', 12: 'hevc' };

/** Flash video: size, length and codec as `onMetaData` says them, and where it says no length, when the last tag is shown. */
export async function readFlv(source: Pick<MediaSource, 'size' | 'read'>): Promise<Partial<FilmFacts>> {
  const head = await source.read(0, HEAD);
  const told = numbersIn(head);
  const [width, height] = [pixelCount(told('width')), pixelCount(told('height'))];
  return {
    width,
    height,
    stored: width === null || height === null ? null : { width, height },
    duration: seconds(told('duration')) ?? (await lastShown(source)),
    frameRate: frames(told('framerate')),
    codec: CODECS[told('videocodecid')] ?? null,
  };
}

/** Numbers by their names (AMF 0): a length of two bytes, the name, the type of a number, and the number. */
function numbersIn(head: Uint8Array): (name: string) => number {
  const text = latin(head, 0, head.length);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return (name) => {
    const before = `\0${String.fromCharCode(name.length)}${name}\0`;
    const at = text.indexOf(before);
    const from = at + before.length;
    return at < 0 || from + 8 > head.length ? Number.NaN : view.getFloat64(from);
  };
}

/** Seconds; the file ends with how long its last tag is. */
async function lastShown(source: Pick<MediaSource, 'size' | 'read'>): Promise<number | null> {
  const length = u32(await source.read(source.size - 4, 4), 0);
  if (length < 11 || length > source.size - 13) return null;
  const tag = await source.read(source.size - 4 - length, 8);
  // Milliseconds in three bytes, and above them a fourth.
  return seconds((u8(tag, 7) * 2 ** 24 + (u32(tag, 4) >>> 8)) / 1000);
}
