import { furthest, type Crop, type Size } from '@rollcall/core/recipe';

/** What of a crop is dragged: all of it, an edge, or a corner. */
export type Handle = 'all' | 'n' | 'e' | 's' | 'w' | 'nw' | 'ne' | 'sw' | 'se';

/** No crop is smaller than this part of a side of the picture. */
const LEAST = 0.04;

interface Where {
  /** Degrees by which the picture is straightened. */
  readonly degrees: number;
  /** The turned picture, in pixels. */
  readonly frame: Size;
  /** Width to height that the crop keeps; null: any. */
  readonly ratio: number | null;
}

/** A crop when something of it is dragged so far (in parts of the picture's sides): as far as there is room. */
export function dragged(crop: Crop, handle: Handle, across: number, down: number, { degrees, frame, ratio }: Where): Crop {
  const go = (from: Crop, to: Crop): Crop => furthest(from, to, degrees, frame);
  if (handle === 'all') {
    // One after the other: at an edge it slides along.
    const aside = go(crop, { ...crop, x: crop.x + across });
    return go(aside, { ...aside, y: aside.y + down });
  }
  if (ratio !== null) return go(crop, inRatio(crop, handle, across, down, (ratio * frame.height) / frame.width));
  const wider = go(crop, { ...crop, ...edges(crop.x, crop.width, handle.includes('w'), handle.includes('e'), across, 'x', 'width') });
  return go(wider, { ...wider, ...edges(wider.y, wider.height, handle.includes('n'), handle.includes('s'), down, 'y', 'height') });
}

function edges(
  start: number,
  length: number,
  first: boolean,
  last: boolean,
  by: number,
  at: 'x' | 'y',
  size: 'width' | 'height',
): Partial<Crop> {
  if (first) {
    const moved = Math.min(by, length - LEAST);
    return { [at]: start + moved, [size]: length - moved };
  }
  return last ? { [size]: Math.max(LEAST, length + by) } : {};
}

/** The opposite corner, or the middle of the opposite edge, stays where it is. */
function inRatio(crop: Crop, handle: Handle, across: number, down: number, ratio: number): Crop {
  const wide = handle.includes('w') ? -across : handle.includes('e') ? across : null;
  const high = handle.includes('n') ? -down : handle.includes('s') ? down : null;
  const grown = wide === null ? (high ?? 0) * ratio : high === null ? wide : (wide + high * ratio) / 2;
  const width = Math.max(LEAST, LEAST * ratio, crop.width + grown);
  const height = width / ratio;
  const place = (start: number, length: number, size: number, first: boolean, last: boolean): number =>
    first ? start + length - size : last ? start : start + (length - size) / 2;
  return {
    x: place(crop.x, crop.width, width, handle.includes('w'), handle.includes('e')),
    y: place(crop.y, crop.height, height, handle.includes('n'), handle.includes('s')),
    width,
    height,
  };
}
