import { latin, u16, u32, u64 } from './bytes.ts';
import { codecByCode } from './codecs.ts';
import { pixelCount, seconds, type FilmFacts } from './film-facts.ts';

/** How much of a file's beginning is looked at: its header stands there. */
export const HEAD_OF_ASF = 256 * 1024;

const MOST_OBJECTS = 500;

/** What objects are, by the beginnings of their identifiers (Advanced Systems Format 1.2, section 10). */
const IS = {
  file: '\xa1\xdc\xab\x8c\x47\xa9\xcf\x11',
  stream: '\x91\x07\xdc\xb7\xb7\xa9\xcf\x11',
  extension: '\xb5\x03\xbf\x5f\x2e\xa9\xcf\x11',
  metadata: '\xea\xcb\xf8\xc5\xaf\x5b\x77\x48',
  pictures: '\xc0\xef\x19\xbc\x4d\x5b\xcf\x11',
} as const;

/** Windows Media: length, size and codec from the header, and how wide its pixels are meant to be. */
export function readAsf(head: Uint8Array): Partial<FilmFacts> {
  const facts: { -readonly [key in keyof FilmFacts]?: FilmFacts[key] } = {};
  let pixel = 1;
  for (const { is, at, end } of objectsIn(head)) {
    // Of what is sent while it is filmed the length is not known (the first flag).
    if (is === IS.file && (u32(head, at + 64, true) & 1) === 0)
      facts.duration = seconds(u64(head, at + 40, true) / 1e7 - u64(head, at + 56, true) / 1000);
    if (is === IS.stream && latin(head, at, 8) === IS.pictures && facts.stored === undefined) {
      const [width, height] = [pixelCount(u32(head, at + 54, true)), pixelCount(u32(head, at + 58, true))];
      Object.assign(facts, { width, height, stored: width === null || height === null ? null : { width, height } });
      facts.codec = codecByCode(latin(head, at + 81, 4));
    }
    if (is === IS.metadata) pixel = pixelIn(head, at, end);
  }
  return { ...facts, width: facts.width == null ? null : pixelCount(Math.round(facts.width * pixel)) };
}

interface AsfObject {
  readonly is: string;
  /** Behind its identifier and its length. */
  readonly at: number;
  readonly end: number;
}

/** All objects of the header in their order, those of its extension too. */
function objectsIn(head: Uint8Array): AsfObject[] {
  const objects: AsfObject[] = [];
  let at = 30;
  while (at + 24 <= head.length && objects.length < MOST_OBJECTS) {
    const [is, length] = [latin(head, at, 8), u64(head, at + 16, true)];
    if (length < 24) break;
    objects.push({ is, at: at + 24, end: Math.min(head.length, at + length) });
    at += is === IS.extension ? 46 : length;
  }
  return objects;
}

/** Width of a pixel by its height; 1 where nothing is said. */
function pixelIn(head: Uint8Array, at: number, end: number): number {
  const found: Record<string, number> = {};
  let record = at + 2;
  for (let left = Math.min(u16(head, at, true), MOST_OBJECTS); left > 0 && record + 12 <= end; left -= 1) {
    const [nameLength, length] = [u16(head, record + 4, true), u32(head, record + 8, true)];
    const name = latin(head, record + 12, nameLength).replaceAll('\0', '');
    if (name === 'AspectRatioX' || name === 'AspectRatioY') found[name] ??= u16(head, record + 12 + nameLength, true);
    record += 12 + nameLength + length;
  }
  const { AspectRatioX: x = 0, AspectRatioY: y = 0 } = found;
  return x > 0 && y > 0 ? x / y : 1;
}
