import { startsWith, u16, u32 } from './bytes.ts';
import type { MediaSource } from './source.ts';

type Bytes = Pick<MediaSource, 'size' | 'read'>;

/** One directory of a TIFF file: its entries by tag, each as its numbers, or where its longer content lies. */
export interface Directory {
  /** The whole numbers of an entry, at most 4096 of them; empty when there is none. */
  numbers(tag: number): readonly number[];
  /** Where an entry's content lies in the file, and how many bytes it has; null when there is none. */
  place(tag: number): { offset: number; length: number } | null;
}

const SUB_DIRECTORIES = 0x014a;
const EXIF = 0x8769;
const MOST_DIRECTORIES = 32;
const MOST_ENTRIES = 1024;
const MOST_NUMBERS = 4096;
/** Bytes of one value, by its type (TIFF 6.0 section 2, and type 13, a directory). */
const WIDTHS = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/**
 * All directories of a TIFF file, or of a raw file that is built like one, wherever in the file they lie: the main ones, those within
 * them, and EXIF's. Empty when it is none. `base` is where the TIFF begins.
 */
export async function directoriesOf(source: Bytes, base = 0): Promise<Directory[]> {
  const head = await source.read(base, 8);
  const little = startsWith(head, 0, 'II');
  if (head.length < 8 || (!little && !startsWith(head, 0, 'MM'))) return [];
  const waiting = [u32(head, 4, little)];
  const seen = new Set<number>();
  const found: Directory[] = [];
  for (let at = waiting.shift(); at !== undefined && seen.size < MOST_DIRECTORIES; at = waiting.shift()) {
    if (at < 8 || at + 2 > source.size || seen.has(at)) continue;
    seen.add(at);
    const count = Math.min(u16(await source.read(base + at, 2), 0, little), MOST_ENTRIES);
    const bytes = await source.read(base + at + 2, count * 12 + 4);
    const directory = await readDirectory(source, base, bytes, count, little);
    found.push(directory);
    waiting.push(...directory.numbers(SUB_DIRECTORIES).slice(0, MOST_DIRECTORIES), ...directory.numbers(EXIF).slice(0, 1));
    if (bytes.length === count * 12 + 4) waiting.push(u32(bytes, count * 12, little));
  }
  return found;
}

async function readDirectory(source: Bytes, base: number, bytes: Uint8Array, count: number, little: boolean): Promise<Directory> {
  const entries = new Map<number, { numbers: readonly number[]; offset: number; length: number }>();
  for (let at = 0; at + 12 <= bytes.length && at < count * 12; at += 12) {
    const [tag, type, values] = [u16(bytes, at, little), u16(bytes, at + 2, little), u32(bytes, at + 4, little)];
    if (entries.has(tag)) continue;
    const width = WIDTHS[type] ?? 0;
    const length = width * values;
    const offset = base + u32(bytes, at + 8, little);
    const whole = width === 2 || width === 4;
    const wanted = whole ? Math.min(values, MOST_NUMBERS) : 0;
    const far = length > 4 && WANTED_FAR.has(tag);
    const content = length <= 4 ? bytes.subarray(at + 8, at + 12) : far ? await source.read(offset, wanted * width) : new Uint8Array();
    const there = Math.min(wanted, width === 0 ? 0 : Math.floor(content.length / width));
    const numbers = Array.from({ length: there }, (_, n) => (width === 2 ? u16(content, n * 2, little) : u32(content, n * 4, little)));
    entries.set(tag, { numbers, offset: length <= 4 ? -1 : offset, length });
  }
  return {
    numbers: (tag) => entries.get(tag)?.numbers ?? [],
    place: (tag) => {
      const entry = entries.get(tag);
      return entry === undefined || entry.offset < 0 ? null : { offset: entry.offset, length: entry.length };
    },
  };
}

/** Lists of numbers that are too long for their entry and of use here: strips, tiles and sub-directories. */
const WANTED_FAR: ReadonlySet<number> = new Set([SUB_DIRECTORIES, 0x0111, 0x0117, 0x0144, 0x0145]);

/** Where the pictures of these directories lie: strips, tiles and embedded JPEGs. */
export function picturesOf(directory: Directory): { offset: number; length: number }[] {
  const pictures: { offset: number; length: number }[] = [];
  for (const [offsets, lengths] of [
    [0x0111, 0x0117],
    [0x0144, 0x0145],
    [0x0201, 0x0202],
  ] as const) {
    const sizes = directory.numbers(lengths);
    directory.numbers(offsets).forEach((offset, at) => pictures.push({ offset, length: sizes[at] ?? 0 }));
  }
  return pictures;
}
