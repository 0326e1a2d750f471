import { runFilters } from './ffmpeg.ts';
import type { Transfer } from './film-facts.ts';
import { shownWithin } from './film-filters.ts';
import type { Format } from './formats.ts';

export type Poster =
  | { readonly state: 'made'; readonly png: Uint8Array }
  | { readonly state: 'no-program' }
  /** It took more time or memory than it may. */
  | { readonly state: 'too-much'; readonly why: string }
  | { readonly state: 'failed'; readonly why: string };

const MOST_BYTES = 32 * 1024 * 1024;
/** Seconds of processor time. */
export const POSTER_WORK = 25;

const FIRST_PICTURE = ['-an', '-sn', '-dn', '-map', '0:v:0', '-frames:v', '1'];

/** Photos that the image library does not open, and as what `ffmpeg` does: single files, nothing that names others. */
export const PICTURE_DEMUXERS: Readonly<Partial<Record<Format, string>>> = { bmp: 'bmp_pipe', jxl: 'jpegxl_pipe', jp2: 'j2k_pipe' };

/**
 * One early picture of a video, at most `longSide` pixels, upright, in the colours of a usual screen. `path` must be absolute.
 * @param demuxer as what it is opened, one of `PICTURE_DEMUXERS`; null: as the film that it is
 * @param transfer how the film writes its light
 */
export async function makePoster(
  path: string,
  longSide: number,
  timeLimit: number,
  demuxer: string | null = null,
  transfer: Transfer | null = null,
): Promise<Poster> {
  const ended = await runFilters(transfer, (light) => ({
    input: path,
    demuxer,
    output: [...FIRST_PICTURE, '-vf', shownWithin(longSide, 1, light), '-threads', '1', '-f', 'image2pipe', '-c:v', 'png', 'pipe:1'],
    timeLimit,
    work: POSTER_WORK,
    mostOut: MOST_BYTES,
  }));
  if (ended.state !== 'done') return ended;
  return ended.out.length > 0 ? { state: 'made', png: ended.out } : { state: 'failed', why: 'it has no picture' };
}
