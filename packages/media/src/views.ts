import { message, type ViewKind } from '@rollcall/protocol';
import { rm, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { makeCompressed } from './compressed.ts';
import { runFilters } from './ffmpeg.ts';
import type { Transfer } from './film-facts.ts';
import { shownWithin } from './film-filters.ts';
import { factsOfFilm } from './film-file.ts';
import { cutFilm } from './film-inside.ts';
import { streamLimits, type FilmLimits } from './film-limits.ts';
import { FORMATS, type Format } from './formats.ts';
import { decodePicture, RENDITION_LIMITS } from './renditions.ts';
import type { MediaTool } from './tools.ts';

export type View =
  | { readonly state: 'ready' }
  | { readonly state: 'unavailable'; readonly words: string; readonly detail: string; readonly lacks: MediaTool | null };

/** More cannot be opened by most browsers. */
export const MOST_SIDE = 16_384;
/** Held in memory as a whole, more than once. */
export const FULL_LIMITS = { ...RENDITION_LIMITS, pixels: 120_000_000, heicPixels: 60_000_000 };
const LOOP_LIMITS: FilmLimits = { timeLimit: 10 * 60_000, work: 60 };
const LOOP_SECONDS = 3;

/** What a view is made of. */
export interface Viewed {
  /** Absolute path of the bytes, which are only read. */
  readonly path: string;
  readonly format: Format;
  /** The name a person knows the file by. */
  readonly name: string;
  /** When it was last modified, milliseconds since 1970; null: not known. */
  readonly mtimeMs: number | null;
  readonly assetId: string;
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly hash: string;
}

/** Absolute paths to write to. */
export interface ViewFiles {
  readonly file: string;
  /** The film out of a motion photo, while a view is made of it; gone afterwards. */
  readonly film: string;
}

/**
 * Makes one view of a photo or film as a file of its own; half a file is never left. Never throws for what is in the file; may throw
 * what writing throws.
 */
export async function makeView(kind: ViewKind, viewed: Viewed, { file, film }: ViewFiles): Promise<View> {
  const { kind: of } = FORMATS[viewed.format];
  const isFilm = of === 'video';
  switch (kind) {
    case 'full':
      return isFilm ? NOT_OF_THIS : makeFull(viewed.path, viewed.format, file);
    case 'stream':
    case 'loop':
      return isFilm ? makeFilm(kind, viewed.path, viewed.format, file) : makeOfFilmInside(kind, viewed, { file, film });
    case 'motion':
      return isFilm ? NOT_OF_THIS : withFilmInside(viewed, file, async () => ({ state: 'ready' }));
    case 'compressed':
      return makeCompressed({ ...viewed, kind: of }, file);
    default:
      return kind satisfies never;
  }
}

const NOT_OF_THIS: View = {
  state: 'unavailable',
  words: message('There is no such version of it.'),
  detail: 'not of this kind',
  lacks: null,
};
const BROKEN_MOTION: View = {
  state: 'unavailable',
  words: message('The film inside this photo is not whole, and cannot be played. The photo itself is kept as it came.'),
  detail: 'the film inside is broken',
  lacks: null,
};

/** Cuts the film out of a motion photo, and has something made of it. */
async function withFilmInside(viewed: Viewed, film: string, use: () => Promise<View>): Promise<View> {
  const found = await cutFilm(viewed.path, viewed.name, film);
  if (found !== 'found') return found === 'broken' ? BROKEN_MOTION : NOT_OF_THIS;
  return use();
}

/** Of the film inside a motion photo, which is cut out for that. */
function makeOfFilmInside(kind: 'stream' | 'loop', viewed: Viewed, { file, film }: ViewFiles): Promise<View> {
  return withFilmInside(viewed, film, async () => {
    try {
      return await makeFilm(kind, film, 'mp4', file);
    } finally {
      await rm(film, { force: true });
    }
  });
}

async function makeFull(path: string, format: Format, file: string): Promise<View> {
  const decoded = await decodePicture(path, format, FULL_LIMITS, MOST_SIDE);
  if (decoded.state === 'unavailable') return decoded;
  const { data, width, height, channels } = decoded;
  const picture = sharp(data, { raw: { width, height, channels } });
  await (channels === 4 ? picture.flatten({ background: '#ffffff' }) : picture).jpeg({ quality: 90 }).toFile(file);
  return { state: 'ready' };
}

const scaled = (side: number, transfer: Transfer | null): string => `${shownWithin(side, 2, transfer)},format=yuv420p`;

const DAMAGED = message('No version of it that browsers play can be made: the video seems to be damaged. It is kept as it came.');
const TOO_MUCH = message(
  'No version of it that browsers play is made here: that takes too long, or too much memory. The video itself is kept; download it to see it.',
);

/** Options of ffmpeg, as one would write them. */
const options = (text: string): string[] => text.trim().split(/\s+/);
const H264 = '-c:v libx264 -preset veryfast -threads 1';
const MP4 = '-map_metadata -1 -map_chapters -1 -sn -dn -movflags +faststart -f mp4';
const OUTPUT: Record<'stream' | 'loop', (transfer: Transfer | null) => readonly string[]> = {
  stream: (transfer) => [
    '-vf',
    scaled(1920, transfer),
    ...options(`-map 0:v:0 -map 0:a:0? ${H264} -crf 23 -maxrate 8M -bufsize 16M -c:a aac -b:a 160k -ac 2 ${MP4}`),
  ],
  loop: (transfer) => ['-vf', `fps=15,${scaled(480, transfer)}`, ...options(`-t ${LOOP_SECONDS} -map 0:v:0 -an ${H264} -crf 30 ${MP4}`)],
};

async function makeFilm(kind: 'stream' | 'loop', path: string, format: Format, file: string): Promise<View> {
  const { transfer, duration } = await factsOfFilm(path, format);
  const limits = kind === 'stream' ? streamLimits(duration) : LOOP_LIMITS;
  const ended = await runFilters(transfer, (light) => ({
    input: path,
    demuxer: null,
    output: [...OUTPUT[kind](light), `file:${file}`],
    ...limits,
    mostOut: 0,
  }));
  const made = ended.state === 'done' && (await stat(file).catch(() => null))?.size;
  if (made !== false && made !== null && made !== undefined && made > 0) return { state: 'ready' };
  await rm(file, { force: true });
  if (ended.state === 'no-program')
    return {
      state: 'unavailable',
      words: message(
        'No version of it that browsers play can be made: the program ffmpeg is not installed on the server. The video itself is kept.',
      ),
      detail: 'ffmpeg not found',
      lacks: 'ffmpeg',
    };
  const detail = ended.state === 'done' ? 'nothing was written' : ended.why;
  return { state: 'unavailable', words: ended.state === 'too-much' ? TOO_MUCH : DAMAGED, detail, lacks: null };
}
