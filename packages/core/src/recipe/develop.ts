import type { EditSettings } from '@rollcall/protocol';
import { inverted, keptPixels, toEdited, type Matrix } from './geometry.ts';
import { tone } from './tones.ts';

/** 8 bits a channel, RGB in sRGB, row after row. */
export interface Picture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture by its recipe, in as many pixels as are kept of it. Turning, mirroring and cropping alone move pixels and change none. */
export function develop(picture: Picture, settings: EditSettings): Picture {
  const { width, height } = keptPixels(settings, picture);
  const back = inverted(toEdited(settings, picture));
  const out = { data: new Uint8Array(width * height * 3), width, height };
  if (settings.straighten === 0) move(picture, out, back);
  else sample(picture, out, back);
  tone(out.data, 3, settings);
  return out;
}

/** Quarter turns: each pixel of the edited picture is one of the other. */
function move(from: Picture, to: Picture, { a, b, c, d, e, f }: Matrix): void {
  const step = (Math.round(b) * from.width + Math.round(a)) * 3;
  for (let y = 0; y < to.height; y++) {
    const [u, v] = [Math.floor(a * 0.5 + c * (y + 0.5) + e), Math.floor(b * 0.5 + d * (y + 0.5) + f)];
    let here = (v * from.width + u) * 3;
    for (let there = y * to.width * 3, end = there + to.width * 3; there < end; there += 3, here += step) {
      to.data[there] = from.data[here]!;
      to.data[there + 1] = from.data[here + 1]!;
      to.data[there + 2] = from.data[here + 2]!;
    }
  }
}

/** Between pixels, by the curves of Catmull and Rom through sixteen of them. */
function sample(from: Picture, to: Picture, { a, b, c, d, e, f }: Matrix): void {
  const { data, width, height } = from;
  const [across, down] = [new Float64Array(4), new Float64Array(4)];
  const columns = new Int32Array(4);
  for (let y = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      // Pixels are where their middles are.
      const [u, v] = [a * (x + 0.5) + c * (y + 0.5) + e - 0.5, b * (x + 0.5) + d * (y + 0.5) + f - 0.5];
      const [left, top] = [Math.floor(u), Math.floor(v)];
      weigh(across, u - left);
      weigh(down, v - top);
      for (let i = 0; i < 4; i++) columns[i] = inside(left - 1 + i, width) * 3;
      let [red, green, blue] = [0, 0, 0];
      for (let j = 0; j < 4; j++) {
        const row = inside(top - 1 + j, height) * width * 3;
        const weight = down[j]!;
        for (let i = 0; i < 4; i++) {
          const here = row + columns[i]!;
          const part = weight * across[i]!;
          red += part * data[here]!;
          green += part * data[here + 1]!;
          blue += part * data[here + 2]!;
        }
      }
      const there = (y * to.width + x) * 3;
      to.data[there] = byte(red);
      to.data[there + 1] = byte(green);
      to.data[there + 2] = byte(blue);
    }
  }
}

function weigh(weights: Float64Array, t: number): void {
  const [t2, t3] = [t * t, t * t * t];
  weights[0] = -0.5 * t + t2 - 0.5 * t3;
  weights[1] = 1 - 2.5 * t2 + 1.5 * t3;
  weights[2] = 0.5 * t + 2 * t2 - 1.5 * t3;
  weights[3] = -0.5 * t2 + 0.5 * t3;
}

function inside(index: number, length: number): number {
  return index < 0 ? 0 : index >= length ? length - 1 : index;
}

function byte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : (value + 0.5) | 0;
}
