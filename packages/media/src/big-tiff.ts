import { startsWith, u16, u64 } from './bytes.ts';
import type { MediaSource } from './source.ts';

type Bytes = Pick<MediaSource, 'size' | 'read'>;

const MOST_ENTRIES = 512;
const MOST_OF_A_VALUE = 256 * 1024;
const MOST_OF_ALL = 4 * 1024 * 1024;
/** Bytes of one value by its type; the last three are of BigTIFF only. */
const WIDTHS = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const LONG = 4;
/** EXIF's directory, and the satellites'. */
const LINKS: ReadonlySet<number> = new Set([0x8769, 0x8825]);
/** Where the pixels lie: of no use without them. */
const PIXELS: ReadonlySet<number> = new Set([0x0111, 0x0117, 0x0144, 0x0145, 0x014a]);

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** The directory that it leads to, or its value. */
  readonly value: Uint8Array | readonly Entry[];
}

/**
 * The first directory of a BigTIFF file, with EXIF's and the satellites' behind it, written as a plain TIFF file without pixels, which every
 * reader of metadata understands (BigTIFF has offsets of eight bytes, for files beyond four gigabytes). Null when it is none.
 */
export async function plainOf(source: Bytes): Promise<Uint8Array | null> {
  const head = await source.read(0, 16);
  const little = startsWith(head, 0, 'II');
  if ((!little && !startsWith(head, 0, 'MM')) || u16(head, 2, little) !== 43 || u16(head, 4, little) !== 8) return null;
  const spent = { bytes: 0 };
  const entries = await readDirectory(source, u64(head, 8, little), little, spent, true);
  const directory = write(entries, 8, little);
  const bytes = new Uint8Array(8 + directory.length);
  bytes.set(head.subarray(0, 2));
  put(bytes, 2, 42, 2, little);
  put(bytes, 4, 8, 4, little);
  bytes.set(directory, 8);
  return bytes;
}

async function readDirectory(source: Bytes, at: number, little: boolean, spent: { bytes: number }, first: boolean): Promise<Entry[]> {
  const count = Math.min(u64(await source.read(at, 8), 0, little), MOST_ENTRIES);
  const bytes = await source.read(at + 8, count * 20);
  const entries: Entry[] = [];
  for (let entry = 0; entry + 20 <= bytes.length; entry += 20) {
    const [tag, type, values] = [u16(bytes, entry, little), u16(bytes, entry + 2, little), u64(bytes, entry + 4, little)];
    if (PIXELS.has(tag)) continue;
    if (LINKS.has(tag)) {
      if (first)
        entries.push({
          tag,
          type: LONG,
          count: 1,
          value: await readDirectory(source, u64(bytes, entry + 12, little), little, spent, false),
        });
      continue;
    }
    const length = values * (WIDTHS[type] ?? 0);
    if (length === 0 || length > MOST_OF_A_VALUE || spent.bytes + length > MOST_OF_ALL) continue;
    spent.bytes += length;
    const value = length <= 8 ? bytes.subarray(entry + 12, entry + 12 + length) : await source.read(u64(bytes, entry + 12, little), length);
    if (value.length === length) entries.push(narrow({ tag, type, count: values, value }, little));
  }
  return entries;
}

/** A number of eight bytes, as plain TIFF has it in four. */
function narrow(entry: { tag: number; type: number; count: number; value: Uint8Array }, little: boolean): Entry {
  if (entry.type < 16) return entry;
  const value = new Uint8Array(entry.count * 4);
  for (let n = 0; n < entry.count; n++) put(value, n * 4, Math.min(u64(entry.value, n * 8, little), 0xffff_ffff), 4, little);
  return { ...entry, type: LONG, value };
}

/** A directory that will stand at `at`, with what it leads to behind it. */
function write(entries: readonly Entry[], at: number, little: boolean): Uint8Array {
  const head = 2 + entries.length * 12 + 4;
  const far: Uint8Array[] = [];
  let end = head;
  const bytes = new Uint8Array(head);
  put(bytes, 0, entries.length, 2, little);
  entries.forEach(({ tag, type, count, value }, index) => {
    const line = 2 + index * 12;
    put(bytes, line, tag, 2, little);
    put(bytes, line + 2, type, 2, little);
    put(bytes, line + 4, count, 4, little);
    const content = value instanceof Uint8Array ? value : write(value, at + end, little);
    if (value instanceof Uint8Array && value.length <= 4) return bytes.set(value, line + 8);
    put(bytes, line + 8, at + end, 4, little);
    far.push(content);
    end += content.length;
  });
  return Buffer.concat([bytes, ...far]);
}

function put(bytes: Uint8Array, at: number, value: number, length: number, little: boolean): void {
  for (let n = 0; n < length; n++) bytes[at + (little ? n : length - 1 - n)] = Math.floor(value / 256 ** n) % 256;
}
