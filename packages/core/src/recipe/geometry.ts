import type { EditSettings } from '@rollcall/protocol';
import type { Crop, Size } from './crop.ts';
import { cosine, turnedSize, sine } from './frame.ts';

/** An affine map: x′ = a·x + c·y + e, y′ = b·x + d·y + f, as a canvas has it. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** `after` what `before` gives. */
export function followedBy(before: Matrix, after: Matrix): Matrix {
  return {
    a: after.a * before.a + after.c * before.b,
    b: after.b * before.a + after.d * before.b,
    c: after.a * before.c + after.c * before.d,
    d: after.b * before.c + after.d * before.d,
    e: after.a * before.e + after.c * before.f + after.e,
    f: after.b * before.e + after.d * before.f + after.f,
  };
}

export function inverted({ a, b, c, d, e, f }: Matrix): Matrix {
  const determinant = a * d - b * c;
  return {
    a: d / determinant,
    b: -b / determinant,
    c: -c / determinant,
    d: a / determinant,
    e: (c * f - d * e) / determinant,
    f: (b * e - a * f) / determinant,
  };
}

export const moved = (x: number, y: number): Matrix => ({ a: 1, b: 0, c: 0, d: 1, e: x, f: y });
export const scaled = (x: number, y: number): Matrix => ({ a: x, b: 0, c: 0, d: y, e: 0, f: 0 });

export function at({ a, b, c, d, e, f }: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Clockwise, where y points down. */
function turnedBy(degrees: number): Matrix {
  const [cos, sin] = [cosine(degrees), sine(degrees)];
  return { a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 };
}

/**
 * Where a pixel of the picture lies when that is turned, mirrored and straightened: in pixels from the upper left corner of the turned picture, before
 * it is straightened.
 */
export function placed(settings: Pick<EditSettings, 'turn' | 'mirror' | 'straighten'>, size: Size): Matrix {
  const frame = turnedSize(settings, size);
  const steps = [
    moved(-size.width / 2, -size.height / 2),
    turnedBy(settings.turn),
    scaled(settings.mirror ? -1 : 1, 1),
    turnedBy(settings.straighten),
    moved(frame.width / 2, frame.height / 2),
  ];
  return steps.reduce(followedBy);
}

/** What is kept, in pixels of the turned picture. Where nothing is straightened it begins and ends between two pixels, so that none is mixed with another. */
export function keptPixels(settings: EditSettings, size: Size): Crop {
  const frame = turnedSize(settings, size);
  const crop = settings.crop;
  const [width, height] = [Math.max(1, Math.round(crop.width * frame.width)), Math.max(1, Math.round(crop.height * frame.height))];
  if (settings.straighten !== 0) return { x: crop.x * frame.width, y: crop.y * frame.height, width, height };
  const whole = { width: Math.min(width, frame.width), height: Math.min(height, frame.height) };
  return {
    x: Math.min(Math.max(0, Math.round(crop.x * frame.width)), frame.width - whole.width),
    y: Math.min(Math.max(0, Math.round(crop.y * frame.height)), frame.height - whole.height),
    ...whole,
  };
}

/** Where a pixel of the picture lies in the edited one, which has as many pixels as are kept. */
export function toEdited(settings: EditSettings, size: Size): Matrix {
  const { x, y } = keptPixels(settings, size);
  return followedBy(placed(settings, size), moved(-x, -y));
}
