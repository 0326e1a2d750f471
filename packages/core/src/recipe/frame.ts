import type { EditSettings } from '@rollcall/protocol';
import type { Size } from './crop.ts';

/** The picture when it is turned, before it is straightened. */
export function turnedSize({ turn }: Pick<EditSettings, 'turn'>, { width, height }: Size): Size {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/** Exact for quarter turns, so that these move pixels and mix none. */
export function cosine(degrees: number): number {
  return degrees % 90 === 0 ? [1, 0, -1, 0][(((degrees / 90) % 4) + 4) % 4]! : Math.cos((degrees * Math.PI) / 180);
}

export function sine(degrees: number): number {
  return degrees % 90 === 0 ? [0, 1, 0, -1][(((degrees / 90) % 4) + 4) % 4]! : Math.sin((degrees * Math.PI) / 180);
}
