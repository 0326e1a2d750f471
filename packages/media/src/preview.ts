import { isRawMime } from '@rollcall/protocol';
import { boxesOf, contentOf } from './boxes.ts';
import { latin, startsWith, u32 } from './bytes.ts';
import { readCrw } from './crw.ts';
import { FORMATS, type Format } from './formats.ts';
import { jpegEnd, viewableSize } from './jpeg.ts';
import type { Span } from './motion.ts';
import { readRaf } from './raf.ts';
import type { Size } from './sizes.ts';
import type { MediaSource } from './source.ts';
import { directoriesOf, picturesOf } from './tiff.ts';

/** A JPEG inside a raw file, as the camera showed it on its back. */
export interface Preview extends Span, Size {}

type Bytes = Pick<MediaSource, 'size' | 'read'>;

/** A JPEG says its size within this much of its beginning, thumbnails and all. */
const HEAD_OF_A_JPEG = 256 * 1024;
/** How much of a raw file is searched where it does not say where its picture lies. */
const MOST_SEARCHED = 48 * 1024 * 1024;
const MOST_CANDIDATES = 64;
const MOST_FOUND = 200;
/** Beginnings that have no end cost a search through all that follows. */
const MOST_UNENDED = 8;

export function isRaw(format: Format): boolean {
  return isRawMime(FORMATS[format].mime);
}

/** The largest picture that a raw file carries for viewing; null when none is found whole. */
export async function findPreview(format: Format, source: Bytes): Promise<Preview | null> {
  const named = await largest(source, await namedBy(format, source));
  return named ?? (await searched(source));
}

/** Where the format says that a picture lies. */
async function namedBy(format: Format, source: Bytes): Promise<Span[]> {
  switch (format) {
    case 'raf':
      return [(await readRaf(source)).jpeg];
    case 'crw': {
      const { jpeg } = await readCrw(source);
      return jpeg === null ? [] : [jpeg];
    }
    case 'cr3':
      return inCanonBoxes(source);
    default: {
      const spans: Span[] = [];
      for (const directory of await directoriesOf(source)) {
        spans.push(...picturesOf(directory));
        // Panasonic's JpgFromRaw.
        const whole = directory.place(0x002e);
        if (whole !== null) spans.push(whole);
      }
      return spans;
    }
  }
}

/** Canon's CR3: the preview in a box of its own (`PRVW`), the thumbnail in another, and the full picture as the film's first track. */
async function inCanonBoxes(source: Bytes): Promise<Span[]> {
  const spans: Span[] = [];
  for (const box of await boxesOf(source)) {
    if (box.type !== 'uuid') continue;
    const head = await source.read(box.start, 64);
    const at = latin(head, 0, head.length).indexOf('PRVW');
    // Type, four bytes, one, width, height, one, length, then the JPEG.
    if (at >= 0) spans.push({ offset: box.start + at + 20, length: u32(head, at + 16) });
  }
  for (const table of await sampleTables(source)) {
    const sizes = await contentOf(source, table.sizes, 16);
    const offsets = await contentOf(source, table.offsets, 16);
    spans.push({
      offset: table.wide ? u32(offsets, 12) + u32(offsets, 8) * 0x1_0000_0000 : u32(offsets, 8),
      length: u32(sizes, 4) || u32(sizes, 12),
    });
  }
  return spans;
}

interface SampleTable {
  readonly sizes: { type: string; start: number; end: number };
  readonly offsets: { type: string; start: number; end: number };
  readonly wide: boolean;
}

async function sampleTables(source: Bytes): Promise<SampleTable[]> {
  const movie = (await boxesOf(source)).find(({ type }) => type === 'moov');
  if (movie === undefined) return [];
  const tables: SampleTable[] = [];
  const tracks = (await boxesOf(source, movie.start, movie.end)).filter(({ type }) => type === 'trak');
  for (const track of tracks.slice(0, 8)) {
    let inner = await boxesOf(source, track.start, track.end);
    for (const step of ['mdia', 'minf', 'stbl']) {
      const next = inner.find(({ type }) => type === step);
      inner = next === undefined ? [] : await boxesOf(source, next.start, next.end);
    }
    const sizes = inner.find(({ type }) => type === 'stsz');
    const offsets = inner.find(({ type }) => type === 'co64' || type === 'stco');
    if (sizes !== undefined && offsets !== undefined) tables.push({ sizes, offsets, wide: offsets.type === 'co64' });
  }
  return tables;
}

async function largest(source: Bytes, spans: readonly Span[]): Promise<Preview | null> {
  let best: Preview | null = null;
  for (const { offset, length } of spans.slice(0, MOST_CANDIDATES)) {
    if (offset <= 0 || length < 64 || offset + length > source.size) continue;
    const head = await source.read(offset, Math.min(length, HEAD_OF_A_JPEG));
    const size = startsWith(head, 0, '\xff\xd8\xff') ? viewableSize(head) : null;
    if (size !== null && size.width * size.height > area(best)) best = { offset, length, ...size };
  }
  return best;
}

/** The largest whole JPEG in the file's beginning, wherever it lies. */
async function searched(source: Bytes): Promise<Preview | null> {
  const bytes = await source.read(0, MOST_SEARCHED);
  let best: Preview | null = null;
  let unended = 0;
  let at = nextStart(bytes, 1);
  for (let found = 0; at >= 0 && found < MOST_FOUND && unended < MOST_UNENDED; found++) {
    const size = viewableSize(bytes, at);
    const larger: boolean = size !== null && size.width * size.height > area(best);
    const end: number | null = larger ? jpegEnd(bytes, at) : null;
    if (size !== null && end !== null) best = { offset: at, length: end - at, ...size };
    else if (larger) unended += 1;
    at = nextStart(bytes, end ?? at + 3);
  }
  return best;
}

function nextStart(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff) return at;
  return -1;
}

function area(size: Size | null): number {
  return size === null ? 0 : size.width * size.height;
}
