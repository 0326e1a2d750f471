import { startsWith, u32 } from './bytes.ts';
import { NOTHING, pixelCount, seconds, type FilmFacts } from './film-facts.ts';
import { isBoxed, type Format } from './formats.ts';
import { readMatroska } from './matroska.ts';
import { readMovie } from './movie.ts';
import type { MediaSource } from './source.ts';

/**
 * Reads headers only. Errors of `source.read` are passed on; no other is thrown. All loops are bounded: a damaged
 * container must never hold up the device that scans it, which is why no general library is let near it.
 */
export async function readFilm(format: Format, source: Pick<MediaSource, 'size' | 'read'>): Promise<FilmFacts> {
  if (isBoxed(format)) return { ...NOTHING, ...(await readMovie(source)) };
  switch (format) {
    case 'mkv':
    case 'webm':
      return { ...NOTHING, ...(await readMatroska(source)) };
    case 'avi':
      return { ...NOTHING, ...aviHeader(await source.read(0, 4096)) };
    default:
      return NOTHING;
  }
}

/** AVI's main header (`avih`): microseconds a frame, frames, width, height. */
function aviHeader(head: Uint8Array): Partial<FilmFacts> {
  for (let at = 12; at + 48 <= head.length; at++) {
    if (!startsWith(head, at, 'avih')) continue;
    const field = (index: number): number => u32(head, at + 8 + index * 4, true);
    return { width: pixelCount(field(8)), height: pixelCount(field(9)), duration: seconds((field(0) * field(4)) / 1e6) };
  }
  return {};
}
