import { boxesIn, boxesOf, contentOf, findBox, type Box } from './boxes.ts';
import { u32, u8 } from './bytes.ts';
import type { MediaSource } from './source.ts';

type Bytes = Pick<MediaSource, 'size' | 'read'>;

const MOST_FRAGMENTS = 2000;
const MOST_OF_A_FRAGMENT = 256 * 1024;
const MOST_RUNS = 500;

/** Pictures and their length, in units of the track's clock. */
export interface Sum {
  readonly pictures: number;
  readonly units: number;
}

/**
 * A film that was written in fragments, as by a program that may be ended at any time, says its length only in them
 * (ISO/IEC 14496-12 section 8.8). `defaults`: the length of a picture where a fragment does not say, of the track `wanted`.
 */
export async function sumFragments(source: Bytes, wanted: number, defaults: number): Promise<Sum> {
  let [pictures, units] = [0, 0];
  const fragments = (await boxesOf(source)).filter(({ type }) => type === 'moof').slice(0, MOST_FRAGMENTS);
  for (const fragment of fragments) {
    const bytes = await contentOf(source, fragment, MOST_OF_A_FRAGMENT);
    for (const track of boxesIn(bytes)) {
      if (track.type !== 'traf') continue;
      const header = findBox(bytes, ['tfhd'], track.start, track.end);
      if (header === null || u32(bytes, header.start + 4) !== wanted) continue;
      const each = defaultLength(bytes, header) ?? defaults;
      const runs = boxesIn(bytes, track.start, Math.min(track.end, bytes.length)).filter(({ type }) => type === 'trun');
      for (const run of runs.slice(0, MOST_RUNS)) {
        const sum = sumRun(bytes, run, each);
        pictures += sum.pictures;
        units += sum.units;
      }
    }
  }
  return { pictures, units };
}

/** `trex`: what holds for all fragments of a track. */
export async function defaultOf(source: Bytes, movie: readonly Box[], wanted: number): Promise<number> {
  const extension = movie.find(({ type }) => type === 'mvex');
  if (extension === undefined) return 0;
  const bytes = await contentOf(source, extension, MOST_OF_A_FRAGMENT);
  const found = boxesIn(bytes).find(({ type, start }) => type === 'trex' && u32(bytes, start + 4) === wanted);
  return found === undefined ? 0 : u32(bytes, found.start + 12);
}

function defaultLength(bytes: Uint8Array, header: Box): number | null {
  const flags = u8(bytes, header.start + 3);
  if ((flags & 8) === 0) return null;
  return u32(bytes, header.start + 8 + ((flags & 1) === 0 ? 0 : 8) + ((flags & 2) === 0 ? 0 : 4));
}

function sumRun(bytes: Uint8Array, run: Box, each: number): Sum {
  const flags = u32(bytes, run.start) & 0xff_ffff;
  const pictures = u32(bytes, run.start + 4);
  if ((flags & 0x100) === 0) return { pictures, units: pictures * each };
  const first = run.start + 8 + ((flags & 1) === 0 ? 0 : 4) + ((flags & 4) === 0 ? 0 : 4);
  const step = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length;
  const there = Math.min(pictures, Math.max(0, Math.floor((Math.min(run.end, bytes.length) - first) / step)));
  let units = 0;
  for (let n = 0; n < there; n++) units += u32(bytes, first + n * step);
  return { pictures: there, units };
}
