import { jpegScanStart } from './complete.ts';
import { readCr3 } from './cr3.ts';
import { readFilm } from './film.ts';
import type { Format } from './formats.ts';
import { readHeif } from './heif.ts';
import { readPngMetadata } from './png.ts';
import { HEAD_BYTES } from './recognise.ts';
import { storedSize, type Size } from './sizes.ts';
import type { MediaSource } from './source.ts';
import { readTags, type Tags } from './tags.ts';

/** The most that is ever read of one photo, bytes; of a video only its headers are. */
const MOST_OF_A_PHOTO = 64 * 1024 * 1024;
const FIRST_LOOK = 1024 * 1024;

/** What a photo's own bytes say. */
export interface Look {
  readonly tags: Tags | null;
  readonly size: Size | null;
  /** The size is as shown already, and EXIF's orientation must not turn it again (HEIF's own rotation replaces it). */
  readonly upright: boolean;
}

export async function lookInto(format: Format, source: MediaSource, problems: string[]): Promise<Look> {
  switch (format) {
    case 'heic':
    case 'heif':
    case 'avif':
      return lookIntoHeif(source, problems);
    case 'cr3':
      return lookIntoCr3(source, problems);
    case 'jpeg': {
      const scan = (await jpegScanStart(source)) ?? Math.min(source.size, HEAD_BYTES);
      const bytes = await source.read(0, Math.min(scan, MOST_OF_A_PHOTO));
      return { tags: await tagsOf(bytes, problems), size: storedSize(format, bytes), upright: false };
    }
    case 'png': {
      const bytes = await readPngMetadata(source);
      return { tags: await tagsOf(bytes, problems), size: storedSize(format, bytes), upright: false };
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
    return { tags, size, upright: false };
  }
  const whole = await source.read(0, MOST_OF_A_PHOTO);
  return { tags: await tagsOf(whole, problems), size: storedSize(format, whole), upright: false };
}

async function lookIntoHeif(source: MediaSource, problems: string[]): Promise<Look> {
  const facts = await readHeif(source);
  if (facts === null) {
    problems.push('HEIF: no meta box');
    const film = await readFilm('mp4', source);
    return {
      tags: null,
      size: film.width === null || film.height === null ? null : { width: film.width, height: film.height },
      upright: true,
    };
  }
  const exif = facts.exif === null ? null : await tagsOf(facts.exif, problems);
  const xmp = facts.xmp === null ? null : await tagsOf(facts.xmp, problems);
  const size = facts.width === null || facts.height === null ? null : { width: facts.width, height: facts.height };
  return { tags: united(exif, xmp), size, upright: true };
}

async function lookIntoCr3(source: MediaSource, problems: string[]): Promise<Look> {
  const facts = await readCr3(source);
  const parts: (Tags | null)[] = [];
  for (const bytes of facts.directories) parts.push(await tagsOf(bytes, problems));
  return { tags: parts.reduce(united, null), size: facts.size, upright: false };
}

/** What the first says, and what only the second says. */
function united(first: Tags | null, second: Tags | null): Tags | null {
  if (first === null || second === null) return first ?? second;
  const said = Object.entries(first).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return { ...second, ...Object.fromEntries(said) };
}

async function tagsOf(bytes: Uint8Array, problems: string[]): Promise<Tags | null> {
  if (bytes.length === 0) return null;
  try {
    return await readTags(bytes);
  } catch (error) {
    problems.push(`metadata: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
