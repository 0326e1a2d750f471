import { HERE } from '#here';
import { NO_NOTE } from './apple-note.ts';
import { plainOf } from './big-tiff.ts';
import { u16 } from './bytes.ts';
import { jpegScanStart } from './complete.ts';
import { readCr3 } from './cr3.ts';
import { readCrw } from './crw.ts';
import { readFilm } from './film.ts';
import type { FilmFacts } from './film-facts.ts';
import type { Format } from './formats.ts';
import { readGifXmp } from './gif.ts';
import { readHeif } from './heif.ts';
import { readJxl } from './jxl.ts';
import { readMetadataBoxes } from './metadata-boxes.ts';
import { readPngMetadata } from './png.ts';
import { HEAD_BYTES } from './recognise.ts';
import { readRaf } from './raf.ts';
import { storedSize, type Size } from './sizes.ts';
import type { MediaSource } from './source.ts';
import { NO_TAGS, readTags, readXmp, type Tags } from './tags.ts';
import { readWebpMetadata } from './webp.ts';

/** The most that is ever read of one photo, bytes; of a video only its headers are. */
const MOST_OF_A_PHOTO = 64 * 1024 * 1024;
/** What stands before the picture of a JPEG: blocks of 64 KiB each, of which few are needed. */
const MOST_OF_A_HEAD = 16 * 1024 * 1024;
export const NO_META = 'HEIF: no meta box';
const MOST_OF_A_DRAWING = 16 * 1024 * 1024;
const FIRST_LOOK = 1024 * 1024;

/** What a photo's own bytes say. */
export interface Look {
  readonly tags: Tags | null;
  /** Pixels as stored. */
  readonly size: Size | null;
  readonly turned: Turned;
  /** A moving picture's codec and pace. */
  readonly film: FilmFacts | null;
}

/** What turns the stored pixels upright: EXIF's orientation, or the file's own rotation, which replaces it. */
export type Turned = { readonly by: 'exif' } | { readonly by: 'file'; readonly rotation: number | null; readonly orientation: number };

const BY_EXIF: Turned = { by: 'exif' };

export async function lookInto(format: Format, source: MediaSource, problems: string[]): Promise<Look> {
  switch (format) {
    case 'heic':
    case 'heif':
    case 'avif':
      return lookIntoHeif(format, source, problems);
    case 'cr3':
      return lookIntoCr3(source, problems);
    case 'raf':
      return lookIntoRaf(source, problems);
    case 'crw':
      return lookIntoCrw(source);
    case 'jxl': {
      const head = await source.read(0, FIRST_LOOK);
      const turned: Turned = { by: 'file', rotation: null, orientation: readJxl(head)?.orientation ?? 1 };
      return { tags: await tagsInBoxes(source, problems), size: storedSize(format, head), turned, film: null };
    }
    case 'jp2':
      return {
        tags: await tagsInBoxes(source, problems),
        size: storedSize(format, await source.read(0, FIRST_LOOK)),
        turned: BY_EXIF,
        film: null,
      };
    case 'tiff':
      return lookIntoBytes(format, (await plainTiffOf(source)) ?? source, problems);
    case 'svg':
      return { tags: null, size: storedSize(format, drawing(await source.read(0, FIRST_LOOK))), turned: BY_EXIF, film: null };
    case 'bmp':
      return { tags: null, size: storedSize(format, await source.read(0, FIRST_LOOK)), turned: BY_EXIF, film: null };
    case 'orf':
    case 'rw2':
      return lookIntoBytes(format, plainTiff(source), problems);
    case 'jpeg': {
      const scan = (await jpegScanStart(source)) ?? Math.min(source.size, HEAD_BYTES);
      const bytes = await source.read(0, Math.min(scan, MOST_OF_A_HEAD));
      return { tags: await tagsOf(bytes, problems), size: storedSize(format, bytes), turned: BY_EXIF, film: null };
    }
    case 'png': {
      const bytes = await readPngMetadata(source);
      return { tags: await tagsOf(bytes, problems), size: storedSize(format, bytes), turned: BY_EXIF, film: null };
    }
    case 'webp': {
      const size = storedSize(format, await source.read(0, 64));
      return { tags: await tagsOf(await readWebpMetadata(source), problems), size, turned: BY_EXIF, film: null };
    }
    case 'gif': {
      const xmp = await readGifXmp(source);
      const tags = xmp === null ? null : await tagsOf(xmp, problems, readXmp);
      return { tags, size: storedSize(format, await source.read(0, 64)), turned: BY_EXIF, film: null };
    }
    default:
      return lookIntoBytes(format, source, problems);
  }
}

/** Formats whose metadata may lie anywhere: a first look at the beginning, and the whole when that gave no date or size. */
async function lookIntoBytes(format: Format, source: MediaSource, problems: string[]): Promise<Look> {
  const first = await source.read(0, FIRST_LOOK);
  const found: string[] = [];
  const size = storedSize(format, first);
  const tags = await tagsOf(first, found);
  if (source.size <= FIRST_LOOK || (size !== null && tags !== null && tags.exifDate !== null)) {
    problems.push(...found);
    return { tags, size, turned: BY_EXIF, film: null };
  }
  const whole = await source.read(0, MOST_OF_A_PHOTO);
  return { tags: await tagsOf(whole, problems), size: storedSize(format, whole), turned: BY_EXIF, film: null };
}

async function lookIntoHeif(format: Format, source: MediaSource, problems: string[]): Promise<Look> {
  const facts = await readHeif(source);
  if (facts === null) problems.push(NO_META);
  const exif = facts?.exif == null ? null : await tagsOf(facts.exif, problems);
  const xmp = facts?.xmp == null ? null : await tagsOf(facts.xmp, problems, readXmp);
  const film = facts === null || format === 'avif' ? await readFilm('mp4', source) : null;
  const turned: Turned = { by: 'file', rotation: facts?.rotation ?? null, orientation: (facts?.rotation ?? 0) % 180 === 90 ? 8 : 1 };
  return { tags: united(exif, xmp), size: facts?.stored ?? film?.stored ?? null, turned, film: film?.codec == null ? null : film };
}

async function lookIntoCr3(source: MediaSource, problems: string[]): Promise<Look> {
  const facts = await readCr3(source);
  const parts: (Tags | null)[] = [];
  for (const bytes of facts.directories) parts.push(await tagsOf(bytes, problems));
  return { tags: parts.reduce(united, null), size: facts.size, turned: BY_EXIF, film: null };
}

async function lookIntoRaf(source: MediaSource, problems: string[]): Promise<Look> {
  const { jpeg, size } = await readRaf(source);
  const bytes = await source.read(jpeg.offset, Math.min(jpeg.length, FIRST_LOOK));
  return { tags: await tagsOf(bytes, problems), size: size ?? storedSize('jpeg', bytes), turned: BY_EXIF, film: null };
}

async function lookIntoCrw(source: MediaSource): Promise<Look> {
  const { date, make, model, orientation, size } = await readCrw(source);
  return { tags: { ...NO_TAGS, exifDate: date, make, model, orientation }, size, turned: BY_EXIF, film: null };
}

/** Olympus and Panasonic build theirs like a TIFF file, under another number in the first bytes. */
function plainTiff(source: MediaSource): MediaSource {
  return {
    ...source,
    read: async (offset, length) => {
      const bytes = await source.read(offset, length);
      if (offset > 0 || bytes.length < 4) return bytes;
      const plain = Uint8Array.from(bytes);
      const little = plain[0] === 0x49;
      plain.set(little ? [0x2a, 0] : [0, 0x2a], 2);
      return plain;
    },
  };
}

/** A drawing's text; what is compressed and does not end here, or grows beyond all measure, is left as it is. */
function drawing(bytes: Uint8Array): Uint8Array {
  if (u16(bytes, 0) !== 0x1f8b) return bytes;
  try {
    return HERE.gunzip(bytes, MOST_OF_A_DRAWING);
  } catch {
    return bytes;
  }
}

/** A BigTIFF file, as a plain one without pixels; null for any other. */
async function plainTiffOf(source: MediaSource): Promise<MediaSource | null> {
  const plain = await plainOf(source);
  return plain === null ? null : { ...source, size: plain.length, read: async (offset, length) => plain.subarray(offset, offset + length) };
}

async function tagsInBoxes(source: MediaSource, problems: string[]): Promise<Tags | null> {
  const { exif, xmp } = await readMetadataBoxes(source);
  return united(exif === null ? null : await tagsOf(exif, problems), xmp === null ? null : await tagsOf(xmp, problems, readXmp));
}

/** What the first says, and what only the second says. */
function united(first: Tags | null, second: Tags | null): Tags | null {
  if (first === null || second === null) return first ?? second;
  const said = Object.entries(first).filter(
    ([, value]) => value !== null && value !== NO_NOTE && !(Array.isArray(value) && value.length === 0),
  );
  return { ...second, ...Object.fromEntries(said) };
}

/** Null where there are none, or the library cannot read them, which is noted. */
export async function tagsOf(bytes: Uint8Array, problems: string[], read = readTags): Promise<Tags | null> {
  if (bytes.length === 0) return null;
  try {
    return await read(bytes);
  } catch (error) {
    problems.push(`metadata: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
