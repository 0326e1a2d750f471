import { boxesOf, type Box } from './boxes.ts';
import { latin, startsWith, u16, u32 } from './bytes.ts';
import { isBoxed, type Format } from './formats.ts';
import type { MotionClaim } from './motion-claim.ts';
import type { MediaSource } from './source.ts';

/** A stretch of a file. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

type Bytes = Pick<MediaSource, 'size' | 'read'>;

/** The film that a motion photo carries, `broken` where one is named and is not there as a whole, or `none`. */
export type Motion = { readonly state: 'found'; readonly film: Span } | { readonly state: 'broken' } | { readonly state: 'none' };

const MOST_BLOCKS = 64;
const SAMSUNG_FILM = 0x0a30;
/** Films in photos are some megabytes long. */
const MOST_SEARCHED = 32 * 1024 * 1024;
const MOST_TRIED = 20;
const FILM_BOXES: ReadonlySet<string> = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'uuid', 'meta', 'moof', 'mfra', 'udta']);

/**
 * Looks where the formats say that a film may lie: a box of its own in a HEIC or AVIF file (`mpvd`), Samsung's list at the file's end,
 * and what XMP claims. A claim counts only where a whole film is found.
 */
export async function findMotion(format: Format, source: Bytes, claim: MotionClaim | null): Promise<Motion> {
  const candidates = [
    ...(isBoxed(format) ? await inBoxes(source) : []),
    ...(await inSamsungList(source)),
    ...(claim === null ? [] : [{ offset: source.size - claim.fromEnd, length: claim.length }]),
  ];
  for (const film of candidates) if (await isFilm(source, film)) return { state: 'found', film };
  const film = claim === null ? null : await searchFilm(source);
  if (film !== null) return { state: 'found', film };
  return { state: candidates.length > 0 ? 'broken' : 'none' };
}

async function inBoxes(source: Bytes): Promise<Span[]> {
  return (await boxesOf(source)).filter(({ type }) => type === 'mpvd').map(({ start, end }) => ({ offset: start, length: end - start }));
}

/** Samsung's blocks stand before their list (`SEFH`), which ends the file; the list says how far before it each begins. */
async function inSamsungList(source: Bytes): Promise<Span[]> {
  const tail = await source.read(source.size - 8, 8);
  if (!startsWith(tail, 4, 'SEFT')) return [];
  const start = source.size - 8 - u32(tail, 0, true);
  const list = await source.read(start, 12 + MOST_BLOCKS * 12);
  if (start < 0 || !startsWith(list, 0, 'SEFH')) return [];
  const films: Span[] = [];
  const blocks = Math.min(u32(list, 8, true), MOST_BLOCKS);
  for (let block = 0; block < blocks; block++) {
    const at = 12 + block * 12;
    if (u16(list, at + 2, true) !== SAMSUNG_FILM) continue;
    const [offset, length] = [start - u32(list, at + 4, true), u32(list, at + 8, true)];
    const head = await source.read(offset, 8);
    const skip = 8 + u32(head, 4, true);
    const mark = await source.read(offset + skip, 4);
    // In a HEIC file the block only points to the box that holds the film, which is found without it.
    if (offset >= 0 && length > skip && latin(mark, 0, 4) !== 'mpv2') films.push({ offset: offset + skip, length: length - skip });
  }
  return films;
}

/** Programs that add to a photo, or take away, leave a claim that is off by that: the first whole film in the file's end. */
async function searchFilm(source: Bytes): Promise<Span | null> {
  const from = Math.max(0, source.size - MOST_SEARCHED);
  const bytes = await source.read(from, MOST_SEARCHED);
  let tried = 0;
  for (let at = nextFilm(bytes, 0); at >= 0 && tried < MOST_TRIED; at = nextFilm(bytes, at + 5), tried++) {
    const boxes = await boxesOf(source, from + at, source.size);
    const known = boxes.findIndex(({ type }) => !FILM_BOXES.has(type));
    const film = known < 0 ? boxes : boxes.slice(0, known);
    const span = { offset: from + at, length: (film.at(-1)?.end ?? 0) - from - at };
    if (await isFilm(source, span)) return span;
  }
  return null;
}

/** Where a box `ftyp` begins. */
function nextFilm(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x66, from + 4); at >= 0; at = bytes.indexOf(0x66, at + 1)) if (startsWith(bytes, at, 'ftyp')) return at - 4;
  return -1;
}

/** It begins as a film does, and its boxes lie within it: the one that explains the others among them. */
async function isFilm(source: Bytes, { offset, length }: Span): Promise<boolean> {
  const end = offset + length;
  if (offset <= 0 || length < 16 || end > source.size) return false;
  const boxes = await boxesOf(source, offset, end);
  const has = (type: string): boolean => boxes.some((box: Box) => box.type === type);
  return boxes[0]?.type === 'ftyp' && has('moov') && boxes.every((box) => box.end <= end || !/^(moov|mdat)$/.test(box.type));
}
