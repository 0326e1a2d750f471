/** Red, green and blue, each from 0 to 1; values above are light that burns out. */
export type Colour = readonly [number, number, number];
/** A pixel that is being painted. */
export type Pixel = [number, number, number];

/** Paints one point: `x` from 0 to the picture's width over its height, `y` from 0 (top) to 1. */
export type Shade = (x: number, y: number, pixel: Pixel) => void;

export interface Frame {
  /** Width over height. */
  readonly aspect: number;
  /** The size of one pixel, for edges that are neither jagged nor soft. */
  readonly fine: number;
}
export type Scene = (seed: number, frame: Frame) => Shade;

export function colour(hex: string): Colour {
  const value = Number.parseInt(hex, 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export function mix(a: Colour, b: Colour, t: number): Colour {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** Covers the pixel with a colour; `alpha` 1 hides what was there. */
export function cover(pixel: Pixel, over: Colour, alpha: number): void {
  if (alpha <= 0) return;
  pixel[0] += (over[0] - pixel[0]) * alpha;
  pixel[1] += (over[1] - pixel[1]) * alpha;
  pixel[2] += (over[2] - pixel[2]) * alpha;
}

/** Adds light. */
export function shine(pixel: Pixel, light: Colour, amount: number): void {
  pixel[0] += light[0] * amount;
  pixel[1] += light[1] * amount;
  pixel[2] += light[2] * amount;
}

/**
 * A function of `x` worked out once for each column and a little beyond both edges, where mirrors look.
 * Between columns it is a straight line.
 */
export function overWidth({ aspect, fine }: Frame, of: (x: number) => number): (x: number) => number {
  const margin = 0.25;
  const gap = fine;
  const table = Float64Array.from({ length: Math.ceil((aspect + 2 * margin) / gap) + 2 }, (_, i) => of(i * gap - margin));
  return (x) => {
    const place = Math.max(0, Math.min(table.length - 2, (x + margin) / gap));
    const left = Math.floor(place);
    const from = table[left] ?? 0;
    return from + ((table[left + 1] ?? from) - from) * (place - left);
  };
}

/** Paints the whole picture into 8-bit RGB, with the fall-off of a lens towards the corners. */
export function paint(shade: Shade, width: number, height: number): Buffer {
  const out = Buffer.allocUnsafe(width * height * 3);
  const pixel: Pixel = [0, 0, 0];
  for (let column = 0; column < width; column += 1) {
    const x = (column + 0.5) / height;
    const across = (column + 0.5) / width - 0.5;
    for (let row = 0; row < height; row += 1) {
      const y = (row + 0.5) / height;
      shade(x, y, pixel);
      const lens = 1 - 0.45 * (across * across + (y - 0.5) * (y - 0.5));
      const at = (row * width + column) * 3;
      out[at] = film(pixel[0] * lens);
      out[at + 1] = film(pixel[1] * lens);
      out[at + 2] = film(pixel[2] * lens);
    }
  }
  return out;
}

/** Light to a byte: bright light rolls off gently instead of clipping. */
function film(light: number): number {
  const value = light < 0.8 ? light : 0.8 + 0.2 * (1 - Math.exp(-(light - 0.8) / 0.2));
  return Math.max(0, Math.min(255, Math.round(value * 255)));
}
