import { HEAD_OF_ASF, readAsf } from './asf.ts';
import { HEAD_OF_AVI, readAvi } from './avi.ts';
import { readDv } from './dv.ts';
import { NOTHING, type FilmFacts } from './film-facts.ts';
import { readFlv } from './flv.ts';
import { isBoxed, type Format } from './formats.ts';
import { readMatroska } from './matroska.ts';
import { readMovie } from './movie.ts';
import type { MediaSource } from './source.ts';
import { readTransportStream } from './transport-stream.ts';

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
      return { ...NOTHING, ...readAvi(await source.read(0, HEAD_OF_AVI)) };
    case 'dv':
      return { ...NOTHING, ...readDv(await source.read(0, 4), source.size) };
    case 'mts':
      return { ...NOTHING, ...(await readTransportStream(source)) };
    case 'wmv':
      return { ...NOTHING, ...readAsf(await source.read(0, HEAD_OF_ASF)) };
    case 'flv':
      return { ...NOTHING, ...(await readFlv(source)) };
    default:
      return NOTHING;
  }
}
