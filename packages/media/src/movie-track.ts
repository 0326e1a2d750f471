import { boxesIn, boxesOf, contentOf, type Box } from './boxes.ts';
import { i32, latin, startsWith, u16, u32, u64, u8 } from './bytes.ts';
import { codecByCode } from './codecs.ts';
import { frames, pixelCount, seconds, transferOf, type FilmFacts, type Transfer } from './film-facts.ts';
import { defaultOf, sumFragments, type Sum } from './fragments.ts';
import type { Size } from './sizes.ts';
import type { MediaSource } from './source.ts';

type Bytes = Pick<MediaSource, 'size' | 'read'>;

/** A table of the times of frames; in a film of hours with uneven frames it may be longer, and then its beginning speaks for it. */
const MOST_OF_AN_ENTRY = 4096;
const MOST_OF_TIMES = 1024 * 1024;

/** Size as stored and as shown, codec, pace and length of the first track that holds pictures. */
export async function videoTrack(source: Bytes, movie: readonly Box[], tracks: readonly Box[]): Promise<Partial<FilmFacts>> {
  const whole = await matrixOf(source, movie);
  for (const track of tracks) {
    const inner = await boxesOf(source, track.start, track.end);
    const header = inner.find((box) => box.type === 'tkhd');
    const media = inner.find((box) => box.type === 'mdia');
    if (header === undefined || media === undefined) continue;
    const parts = await boxesOf(source, media.start, media.end);
    const part = (type: string): Box | undefined => parts.find((box) => box.type === type);
    const handler = part('hdlr');
    if (handler === undefined || !isPictures(await contentOf(source, handler, 12))) continue;
    const bytes = await contentOf(source, header, 104);
    const table = await tableOf(source, part('minf'));
    const entry = await entryOf(source, table);
    const shown = shownAs(bytes, entry, whole);
    if (shown === null) continue;
    const clock = await clockOf(source, part('mdhd'));
    const timed = await sumTimes(source, table);
    const inFragments = timed.pictures === 0 && movie.some(({ type }) => type === 'mvex');
    const sum = inFragments ? await inAllFragments(source, movie, u32(bytes, u8(bytes, 0) === 1 ? 20 : 12)) : timed;
    return {
      width: shown.width,
      height: shown.height,
      rotation: shown.rotation,
      stored: shown.stored,
      codec: codecByCode(latin(entry, 12, 4)),
      transfer: transferIn(entry),
      frameRate: frames((sum.pictures * clock.scale) / sum.units),
      duration: seconds((clock.length || sum.units) / clock.scale),
    };
  }
  return {};
}

/** Every track is sound, as in what was recorded by a program for films. */
export async function onlySound(source: Bytes, tracks: readonly Box[]): Promise<boolean> {
  for (const track of tracks) {
    const media = (await boxesOf(source, track.start, track.end)).find((box) => box.type === 'mdia');
    const parts = media === undefined ? [] : await boxesOf(source, media.start, media.end);
    const handler = parts.find((box) => box.type === 'hdlr');
    if (handler === undefined || !startsWith(await contentOf(source, handler, 12), 8, 'soun')) return false;
  }
  return tracks.length > 0;
}

/** `vide`: a film; `pict`: the pictures of an image sequence (ISO/IEC 23008-12). */
function isPictures(handler: Uint8Array): boolean {
  return startsWith(handler, 8, 'vide') || startsWith(handler, 8, 'pict');
}

/** What a matrix does with directions: where the x and the y of a picture lead. */
type Matrix = readonly [a: number, b: number, c: number, d: number];

const AS_IT_IS: Matrix = [1, 0, 0, 1];

function matrixIn(bytes: Uint8Array, at: number): Matrix {
  const [a, b, c, d] = [0, 4, 12, 16].map((place) => i32(bytes, at + place) / 65_536) as [number, number, number, number];
  // All zeros are left by programs that know of no matrix.
  return a * d === b * c ? AS_IT_IS : [a, b, c, d];
}

/** `mvhd`: the matrix that turns all tracks, after their own. */
async function matrixOf(source: Bytes, movie: readonly Box[]): Promise<Matrix> {
  const header = movie.find((box) => box.type === 'mvhd');
  if (header === undefined) return AS_IT_IS;
  const bytes = await contentOf(source, header, 120);
  return matrixIn(bytes, u8(bytes, 0) === 1 ? 48 : 36);
}

/**
 * `tkhd`: width and height, and the matrix that turns the picture before that of the whole movie does. Where it has no size, that of the coded
 * picture counts.
 */
function shownAs(
  bytes: Uint8Array,
  entry: Uint8Array,
  whole: Matrix,
): { stored: Size; width: number; height: number; rotation: number } | null {
  const matrix = u8(bytes, 0) === 1 ? 52 : 40;
  const [given, high] = [pixelCount(u32(bytes, matrix + 36) / 65_536), pixelCount(u32(bytes, matrix + 40) / 65_536)];
  const [width, height] = given === null || high === null ? [pixelCount(u16(entry, 40)), pixelCount(u16(entry, 42))] : [given, high];
  if (width === null || height === null) return null;
  const [x, y] = matrixIn(bytes, matrix);
  const [a, b] = [x * whole[0] + y * whole[2], x * whole[1] + y * whole[3]];
  const turned = a === 0 && b !== 0;
  const rotation = turned ? (b > 0 ? 90 : 270) : a < 0 ? 180 : 0;
  return { stored: { width, height }, ...(turned ? { width: height, height: width } : { width, height }), rotation };
}

/** `mdhd`: units a second, and the track's length in them. */
async function clockOf(source: Bytes, header: Box | undefined): Promise<{ scale: number; length: number }> {
  if (header === undefined) return { scale: 0, length: 0 };
  const bytes = await contentOf(source, header, 32);
  const long = u8(bytes, 0) === 1;
  return { scale: u32(bytes, long ? 20 : 12), length: long ? u64(bytes, 24) : u32(bytes, 16) };
}

async function tableOf(source: Bytes, media: Box | undefined): Promise<readonly Box[]> {
  const table = media === undefined ? undefined : (await boxesOf(source, media.start, media.end)).find((box) => box.type === 'stbl');
  return table === undefined ? [] : boxesOf(source, table.start, table.end);
}

/** `stsd`: the first way in which the pictures are written: its code at 12, its width and height at 40, boxes from 94. */
async function entryOf(source: Bytes, table: readonly Box[]): Promise<Uint8Array> {
  const box = table.find(({ type }) => type === 'stsd');
  return box === undefined ? new Uint8Array() : contentOf(source, box, MOST_OF_AN_ENTRY);
}

/** `stts`: so many frames of such a length each, again and again. */
async function sumTimes(source: Bytes, table: readonly Box[]): Promise<Sum> {
  const box = table.find(({ type }) => type === 'stts');
  if (box === undefined) return { pictures: 0, units: 0 };
  const bytes = await contentOf(source, box, MOST_OF_TIMES);
  let [pictures, units] = [0, 0];
  const entries = Math.min(u32(bytes, 4), Math.floor((bytes.length - 8) / 8));
  for (let entry = 0; entry < entries; entry++) {
    const count = u32(bytes, 8 + entry * 8);
    pictures += count;
    units += count * u32(bytes, 12 + entry * 8);
  }
  return { pictures, units };
}

/** `colr` among the boxes of the way in which the pictures are written. */
function transferIn(entry: Uint8Array): Transfer | null {
  const colours = boxesIn(entry, 94).find(({ type, start }) => type === 'colr' && /^ncl[cx]$/.test(latin(entry, start, 4)));
  return colours === undefined ? null : transferOf(u16(entry, colours.start + 6));
}

async function inAllFragments(source: Bytes, movie: readonly Box[], track: number): Promise<Sum> {
  return sumFragments(source, track, await defaultOf(source, movie, track));
}
