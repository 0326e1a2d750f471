import { u16, u8 } from './bytes.ts';
import { pixelCount, seconds, type FilmFacts } from './film-facts.ts';
import { readSequence, type CodedPicture } from './h264.ts';
import type { MediaSource } from './source.ts';

/** Of both ends of the file: a picture that says its size comes every second or so. */
const HEAD = 2 * 1024 * 1024;
const TAIL = 1024 * 1024;
/** Of the pictures themselves. */
const MOST_OF_PICTURES = 256 * 1024;
/** Ticks a second, and where their count begins anew (ISO/IEC 13818-1 section 2.4.3.7). */
const TICKS = 90_000;
const ROUND = 2 ** 33;

/** What lies in the packets of the film's pictures. */
interface Pictures {
  readonly pid: number;
  /** When they are shown, in ticks. */
  readonly shown: readonly number[];
  readonly parts: readonly Uint8Array[];
}

/** MPEG transport stream, as camcorders write it (`.mts`): size by the pictures' own header, length by when the first and the last is shown. */
export async function readTransportStream(source: Pick<MediaSource, 'size' | 'read'>): Promise<Partial<FilmFacts>> {
  const head = await source.read(0, HEAD);
  const grid = u8(head, 0) === 0x47 ? { first: 0, step: 188 } : { first: 4, step: 192 };
  const begin = picturesIn(head, grid.first, grid.step, null);
  if (begin === null) return {};
  const from = Math.max(0, Math.floor((source.size - TAIL) / grid.step) * grid.step);
  const end = picturesIn(await source.read(from, TAIL + grid.step), grid.first, grid.step, begin.pid);
  return { ...looksOf(joined(begin.parts)), duration: lengthOf(begin.shown, end?.shown ?? []) };
}

function lengthOf(begin: readonly number[], end: readonly number[]): number | null {
  const [first] = begin;
  if (first === undefined || end.length === 0) return null;
  // Pictures come in another order than they are shown in.
  const since = (ticks: number): number => (((ticks - first) % ROUND) + ROUND) % ROUND;
  const earliest = Math.max(
    0,
    ...begin
      .slice(0, 32)
      .map((ticks) => ROUND - since(ticks))
      .filter((before) => before < TICKS * 10),
  );
  const latest = Math.max(...end.map(since).filter((after) => after < ROUND / 2), 0);
  return seconds((latest + earliest) / TICKS);
}

/** @param wanted the packets of which number are meant; null: the first that hold pictures */
function picturesIn(bytes: Uint8Array, first: number, step: number, wanted: number | null): Pictures | null {
  let pid = wanted;
  const [shown, parts]: [number[], Uint8Array[]] = [[], []];
  let held = 0;
  for (let at = first; at + 188 <= bytes.length; at += step) {
    if (u8(bytes, at) !== 0x47) continue;
    const number = u16(bytes, at + 1) & 0x1fff;
    const control = u8(bytes, at + 3);
    let begin = at + 4 + ((control & 0x20) === 0 ? 0 : 1 + u8(bytes, at + 4));
    if ((control & 0x10) === 0 || begin >= at + 188 || (pid !== null && number !== pid)) continue;
    if ((u8(bytes, at + 1) & 0x40) !== 0) {
      if (!isOfPictures(bytes, begin)) continue;
      pid = number;
      if ((u8(bytes, begin + 7) & 0x80) !== 0) shown.push(ticksAt(bytes, begin + 9));
      begin += 9 + u8(bytes, begin + 8);
    }
    if (pid === null || held >= MOST_OF_PICTURES || begin >= at + 188) continue;
    parts.push(bytes.subarray(begin, at + 188));
    held += at + 188 - begin;
  }
  return pid === null ? null : { pid, shown, parts };
}

/** A packet of an elementary stream of pictures begins here (section 2.4.3.6). */
function isOfPictures(bytes: Uint8Array, at: number): boolean {
  return u16(bytes, at) === 0 && u8(bytes, at + 2) === 1 && (u8(bytes, at + 3) & 0xf0) === 0xe0;
}

function ticksAt(bytes: Uint8Array, at: number): number {
  return ((u8(bytes, at) >> 1) & 7) * 2 ** 30 + (u16(bytes, at + 1) >> 1) * 2 ** 15 + (u16(bytes, at + 3) >> 1);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A sequence of MPEG-2 begins with B3, which never begins a unit of H.264. */
function looksOf(bytes: Uint8Array): Partial<FilmFacts> {
  const mpeg = unitsIn(bytes).find((at) => u8(bytes, at) === 0xb3);
  if (mpeg !== undefined) return looks(mpegPicture(bytes, mpeg + 1), 'mpeg2video');
  for (const at of unitsIn(bytes)) {
    const picture = (u8(bytes, at) & 0x9f) === 7 ? readSequence(bytes.subarray(at + 1)) : null;
    if (picture !== null) return looks(picture, 'h264');
  }
  return {};
}

function looks({ stored, pixel }: CodedPicture, codec: string): Partial<FilmFacts> {
  return { stored, codec, width: pixelCount(Math.round(stored.width * pixel)), height: stored.height };
}

/** Shapes of the whole picture, width by height (ISO/IEC 13818-2, table 6-3). */
const SHAPES: readonly (number | null)[] = [null, null, 4 / 3, 16 / 9, 2.21];

function mpegPicture(bytes: Uint8Array, at: number): CodedPicture {
  const [width, height] = [u16(bytes, at) >> 4, u16(bytes, at + 1) & 0xfff];
  const shape = SHAPES[u8(bytes, at + 3) >> 4] ?? null;
  return { stored: { width, height }, pixel: shape === null || width === 0 ? 1 : (shape * height) / width };
}

/** Where units begin, behind their mark. */
function unitsIn(bytes: Uint8Array): number[] {
  const units: number[] = [];
  for (let at = 0; at + 3 < bytes.length; at += 1) if (u16(bytes, at) === 0 && u8(bytes, at + 2) === 1) units.push(at + 3);
  return units;
}
