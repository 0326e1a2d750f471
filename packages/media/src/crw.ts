import { i32, latin, u16, u32 } from './bytes.ts';
import { fromMoment } from './captured.ts';
import type { Span } from './motion.ts';
import type { Size } from './sizes.ts';
import type { MediaSource } from './source.ts';

/** What Canon's old raw format says; null where it does not. */
export interface CrwFacts {
  readonly make: string | null;
  readonly model: string | null;
  /** The camera's clock, without an offset. */
  readonly date: string | null;
  readonly size: Size | null;
  readonly orientation: number | null;
  readonly jpeg: Span | null;
}

type Bytes = Pick<MediaSource, 'size' | 'read'>;

const NOTHING: CrwFacts = { make: null, model: null, date: null, size: null, orientation: null, jpeg: null };
const MOST_ENTRIES = 200;
const MOST_HEAPS = 32;
const ORIENTATIONS: Readonly<Record<number, number>> = { 0: 1, 90: 6, 180: 3, 270: 8 };

interface Entry extends Span {
  readonly tag: number;
}

/** CIFF: heaps within heaps, each with its directory at its end. */
export async function readCrw(source: Bytes): Promise<CrwFacts> {
  const start = u32(await source.read(2, 4), 0, true);
  const facts: { -readonly [key in keyof CrwFacts]: CrwFacts[key] } = { ...NOTHING };
  const heaps: Span[] = [{ offset: start, length: source.size - start }];
  for (let seen = 0; seen < MOST_HEAPS; seen++) {
    const heap = heaps.shift();
    if (heap === undefined) break;
    for (const entry of await entriesOf(source, heap)) {
      if ((entry.tag & 0x3800) === 0x2800 || (entry.tag & 0x3800) === 0x3000) heaps.push(entry);
      else Object.assign(facts, await factOf(source, entry));
    }
  }
  return facts;
}

async function entriesOf(source: Bytes, heap: Span): Promise<Entry[]> {
  const end = heap.offset + heap.length;
  if (heap.length < 6 || end > source.size) return [];
  const at = heap.offset + u32(await source.read(end - 4, 4), 0, true);
  const list = await source.read(at, 2 + MOST_ENTRIES * 10);
  const entries: Entry[] = [];
  const count = Math.min(u16(list, 0, true), MOST_ENTRIES);
  for (let n = 0; n < count && 12 + n * 10 <= list.length; n++) {
    const entry = 2 + n * 10;
    const tag = u16(list, entry, true);
    // The second highest bit: the value stands in the entry itself.
    const within = (tag & 0xc000) === 0x4000;
    entries.push(
      within
        ? { tag: tag & 0x3fff, offset: at + entry + 2, length: 8 }
        : { tag: tag & 0x3fff, length: u32(list, entry + 2, true), offset: heap.offset + u32(list, entry + 6, true) },
    );
  }
  return entries;
}

async function factOf(source: Bytes, { tag, offset, length }: Entry): Promise<Partial<CrwFacts>> {
  const bytes = (): Promise<Uint8Array> => source.read(offset, Math.min(length, 256));
  switch (tag) {
    case 0x080a: {
      const text = await bytes();
      const [make, model] = latin(text, 0, text.length).split('\0');
      return { make: make?.trim() || null, model: model?.trim() || null };
    }
    case 0x180e:
      return { date: fromMoment(u32(await bytes(), 0, true) * 1000)?.slice(0, 19) ?? null };
    case 0x1810: {
      const info = await bytes();
      const size = { width: u32(info, 0, true), height: u32(info, 4, true) };
      return { size: size.width > 0 && size.height > 0 ? size : null, orientation: ORIENTATIONS[i32(info, 12, true)] ?? null };
    }
    case 0x2007:
      return { jpeg: { offset, length } };
    default:
      return {};
  }
}
