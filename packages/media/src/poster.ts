import { runFfmpeg } from './ffmpeg.ts';
import type { Format } from './formats.ts';

export type Poster =
  | { readonly state: 'made'; readonly png: Uint8Array }
  | { readonly state: 'no-program' }
  | { readonly state: 'failed'; readonly why: string };

const MOST_BYTES = 32 * 1024 * 1024;
/** Seconds. */
const MOST_WORK = 25;

/** Photos that the image library does not open, and as what `ffmpeg` does: single files, nothing that names others. */
export const PICTURE_DEMUXERS: Readonly<Partial<Record<Format, string>>> = { bmp: 'bmp_pipe', jxl: 'jpegxl_pipe', jp2: 'j2k_pipe' };

/**
 * One early picture of a video, at most `longSide` pixels, upright. `path` must be absolute.
 * @param demuxer as what it is opened, one of `PICTURE_DEMUXERS`; null: as the film that it is
 */
export async function makePoster(path: string, longSide: number, timeLimit: number, demuxer: string | null = null): Promise<Poster> {
  const scale = `scale=w='min(iw,${longSide})':h='min(ih,${longSide})':force_original_aspect_ratio=decrease`;
  const output = ['-an', '-sn', '-dn', '-map', '0:v:0', '-frames:v', '1', '-vf', scale, '-threads', '1'];
  const ended = await runFfmpeg({
    input: path,
    demuxer,
    output: [...output, '-f', 'image2pipe', '-c:v', 'png', 'pipe:1'],
    timeLimit,
    work: MOST_WORK,
    mostOut: MOST_BYTES,
  });
  if (ended.state !== 'done') return ended;
  return ended.out.length > 0 ? { state: 'made', png: ended.out } : { state: 'failed', why: 'it has no picture' };
}
