import { message } from '@rollcall/protocol';
import { open, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, type Description } from './describe.ts';
import { fileSource } from './file-source.ts';
import type { Format } from './formats.ts';
import { decodePicture, type Renditions } from './renditions.ts';
import { FULL_LIMITS, MOST_SIDE } from './views.ts';
import { writeXmp } from './write-xmp.ts';
import { dateOf, exifOf, withHead } from './written-head.ts';

/** What is edited. */
export interface Edited {
  /** Absolute path of the bytes, which are only read. */
  readonly path: string;
  readonly format: Format;
  /** The name a person knows the file by. */
  readonly name: string;
  readonly mtimeMs: number | null;
}

/** 8 bits a channel, RGB in sRGB, upright, row after row. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

type Unavailable = Extract<Renditions, { state: 'unavailable' }>;
export type EditMade = { readonly state: 'ready'; readonly width: number; readonly height: number } | Unavailable;

/** An edit is what a person keeps for good: nothing of it is to be seen in it that its original has not. */
const QUALITY = 92;
const MOST_PACKET = 60_000;

const MOVES: Unavailable = {
  state: 'unavailable',
  words: message('This picture moves. It cannot be edited here: only one of its pictures would be left.'),
  detail: 'it moves',
  lacks: null,
};

/**
 * Writes an edit of a photo in all its pixels: a JPEG that is upright and in sRGB, with date, place, camera and what is said of it as the file
 * itself has them. Never throws for what is in the file; may throw what writing throws, and what `develop` throws.
 */
export async function makeEdited(of: Edited, develop: (pixels: Pixels) => Pixels, file: string): Promise<EditMade> {
  if (await moves(of)) return MOVES;
  const decoded = await decodePicture(of.path, of.format, FULL_LIMITS, MOST_SIDE);
  if (decoded.state === 'unavailable') return decoded;
  const { channels, width, height } = decoded;
  const opaque = channels === 4 ? await onPaper(decoded.data, width, height) : decoded.data;
  const made = develop({ data: opaque, width, height });
  const size = { width: made.width, height: made.height };
  const jpeg = await sharp(made.data, { raw: { ...size, channels: 3 } })
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:2:0' })
    .toBuffer();
  const told = await toldBy(of);
  await writeFile(file, await withHead(jpeg, exifOf(told, size), packetOf(told)));
  return { state: 'ready', ...size };
}

/** What is seen through is seen on white, as in its preview. */
function onPaper(data: Buffer, width: number, height: number): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer();
}

const MAY_MOVE: ReadonlySet<Format> = new Set<Format>(['gif', 'webp', 'png', 'avif']);

/** Of what the image library does not know to move (a film inside an AVIF), it cannot make a picture either. */
async function moves({ path, format }: Edited): Promise<boolean> {
  if (!MAY_MOVE.has(format)) return false;
  const facts = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  return facts === null ? format === 'avif' : (facts.pages ?? 1) > 1;
}

async function toldBy({ path, name, mtimeMs }: Edited): Promise<Description | null> {
  const handle = await open(path, 'r');
  try {
    return await describe(await fileSource(handle, name, mtimeMs));
  } finally {
    await handle.close();
  }
}

/** The file's own words, as many of them as one block of a JPEG holds. */
function packetOf(told: Description | null): Uint8Array {
  const { date, dayOnly } = dateOf(told);
  const { title = null, caption = null, rating = null, keywords = [], place = null } = told?.fields ?? {};
  const said = {
    title,
    caption,
    rating,
    keywords,
    place,
    capturedAt: dayOnly ? (date ?? '').slice(0, 10) : (date ?? ''),
    capturedSource: date === null ? ('unknown' as const) : ('xmp' as const),
  };
  const packets = [said, { ...said, keywords: [] }, { ...said, keywords: [], caption: null }].map((each) => Buffer.from(writeXmp(each)));
  return packets.find(({ length }) => length <= MOST_PACKET) ?? packets.at(-1)!;
}
