import type { EditSettings } from '@rollcall/protocol';
import { cosine, sine } from './frame.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}
export type Crop = EditSettings['crop'];

/** The whole of a picture that is not straightened. */
export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** Parts of a pixel by which a corner may lie outside: what is rounded. */
const ROUNDED = 1e-9;
/** No crop is smaller than this part of a side. */
export const SMALLEST = 0.02;

/** The corners of a crop, from the middle of the picture, in the straightened picture's own directions and in pixels of `frame`. */
function corners({ x, y, width, height }: Crop, degrees: number, frame: Size): readonly (readonly [number, number])[] {
  const [cos, sin] = [cosine(degrees), sine(degrees)];
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([u, v]) => {
    const [dx, dy] = [(u! - 0.5) * frame.width, (v! - 0.5) * frame.height];
    return [cos * dx + sin * dy, cos * dy - sin * dx];
  });
}

/** Whether all of a crop lies within the straightened picture. */
export function isWithin(crop: Crop, degrees: number, frame: Size): boolean {
  return corners(crop, degrees, frame).every(
    ([x, y]) => Math.abs(x) <= frame.width / 2 + frame.width * ROUNDED && Math.abs(y) <= frame.height / 2 + frame.height * ROUNDED,
  );
}

/**
 * How far one may go from a crop that lies within towards another: the last one on the way that still lies within. A corner moves along a line, and the
 * picture has no dents, so each of its edges bounds the way once.
 */
export function furthest(from: Crop, to: Crop, degrees: number, frame: Size): Crop {
  const [begin, end] = [corners(from, degrees, frame), corners(to, degrees, frame)];
  let way = 1;
  begin.forEach((start, index) => {
    for (const axis of [0, 1] as const) {
      const side = axis === 0 ? frame.width : frame.height;
      const most = side / 2;
      const [here, there] = [start[axis], end[index]![axis]];
      if (Math.abs(there) <= most + side * ROUNDED || Math.abs(there) <= Math.abs(here)) continue;
      const edge = Math.sign(there) * most;
      way = Math.min(way, Math.max(0, (edge - here) / (there - here)));
    }
  });
  return between(from, to, way);
}

function between(from: Crop, to: Crop, way: number): Crop {
  if (way === 1) return to;
  const part = (key: keyof Crop): number => from[key] + (to[key] - from[key]) * way;
  return { x: part('x'), y: part('y'), width: part('width'), height: part('height') };
}

/** The largest crop about the middle of the same shape that lies within. */
export function largest({ width, height }: Pick<Crop, 'width' | 'height'>, degrees: number, frame: Size): Crop {
  const [x, y] = corners({ x: 0.5 - width / 2, y: 0.5 - height / 2, width, height }, degrees, frame).reduce(
    (most, corner) => [Math.max(most[0], Math.abs(corner[0])), Math.max(most[1], Math.abs(corner[1]))] as const,
    [0, 0] as readonly [number, number],
  );
  const scale = Math.min(frame.width / 2 / x, frame.height / 2 / y);
  return { x: 0.5 - (width * scale) / 2, y: 0.5 - (height * scale) / 2, width: width * scale, height: height * scale };
}

/** A crop that a person made, as near to it as the straightened picture has room for: the same, or of the same shape and smaller. */
export function confined(crop: Crop, degrees: number, frame: Size): Crop {
  if (isWithin(crop, degrees, frame)) return crop;
  const about = { ...crop, x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 };
  const grain = { x: about.x, y: about.y, width: 0, height: 0 };
  const middle = isWithin(grain, degrees, frame) ? grain : furthest({ x: 0.5, y: 0.5, width: 0, height: 0 }, grain, degrees, frame);
  const whole = { x: middle.x - crop.width / 2, y: middle.y - crop.height / 2, width: crop.width, height: crop.height };
  const kept = furthest(middle, whole, degrees, frame);
  const least = Math.min(SMALLEST, crop.width, crop.height);
  return kept.width >= least && kept.height >= least ? kept : largest(crop, degrees, frame);
}

/** The largest crop about the middle with a ratio of width to height, in pixels; null: the picture's own. */
export function withRatio(ratio: number | null, degrees: number, frame: Size): Crop {
  return largest({ width: 1, height: ratio === null ? 1 : frame.width / frame.height / ratio }, degrees, frame);
}
