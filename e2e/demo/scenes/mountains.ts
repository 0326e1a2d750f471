import { chance, hash, layered, noise, step } from '../brush/chance.ts';
import { colour, cover, mix, overWidth, type Colour, type Frame, type Scene, type Shade } from '../brush/paint.ts';
import { LIGHTS, sky, type Light } from './sky.ts';
import { water } from './water.ts';

const LOOKS = [LIGHTS.dawn, LIGHTS.morning, LIGHTS.ember, LIGHTS.noon, LIGHTS.evening, LIGHTS.overcast] as const;

interface Range {
  /** The ridge, as `y`. */
  readonly ridge: (x: number) => number;
  readonly colour: Colour;
  readonly foot: Colour;
  readonly depth: number;
  readonly snow: number;
}

/** Range behind range in the haze, sometimes with snow, sometimes over a lake. */
export const mountains: Scene = (seed, frame) => {
  const { aspect, fine } = frame;
  const next = chance(seed);
  const look = LOOKS[Math.floor(next() * LOOKS.length)] ?? LIGHTS.dawn;
  const lake = next() < 0.55;
  const horizon = lake ? 0.6 : 0.66;
  const sun = { x: aspect * (0.2 + 0.6 * next()), y: horizon * (0.35 + 0.4 * next()) };
  const heaven = sky(seed + 1, look, horizon, sun, 0.25 + next() * 0.45);
  const ranges = makeRanges(seed, look, horizon, lake, next, frame);
  const grain = layered(noise(seed + 5), 4);
  const land: Shade = (x, y, pixel) => {
    heaven.shade(x, y, pixel);
    for (const range of ranges) {
      const top = range.ridge(x);
      const inside = step(-fine, fine, y - top);
      if (inside === 0) continue;
      const below = y - top;
      // Relief: how the rock rises towards the sun, along folds that lean with the mountain's side.
      const lean = (x - sun.x) * 3;
      const fold = (across: number, down: number): number =>
        1 - Math.abs(2 * grain(across * 7 + range.depth * 9, down * 5 - across * 2.2) - 1);
      const rock = fold(x, y);
      const toSun = sun.x > x ? 0.012 : -0.012;
      const lit = step(-0.5, 0.5, (fold(x + toSun, y - 0.006) - rock) * -3.2 + (rock - 0.62) * 0.9 - Math.abs(lean) * 0.02);
      const body = mix(mix(range.colour, look.dark, 0.3), mix(range.colour, look.sun, 0.3 * (1 - range.depth * 0.7)), lit);
      cover(pixel, mix(body, range.foot, step(0.02, 0.24, below) * (0.75 - range.depth * 0.55)), inside);
      if (range.snow > 0) {
        const line = 0.09 * range.snow + (rock - 0.6) * 0.2;
        const white = mix(mix(look.shadow, look.zenith, 0.25), mix(colour('ffffff'), look.sun, 0.35), lit);
        cover(pixel, white, inside * 0.9 * step(0.012, -0.012, below - line));
      }
    }
  };
  if (!lake) return land;
  const light = { x: sun.x, light: look.sun, strength: 0.5 };
  return water(seed + 9, land, { shore: horizon + 0.045, deep: mix(look.dark, look.zenith, 0.35), waves: 0.25 + next() * 0.5, sun: light });
};

function makeRanges(seed: number, look: Light, horizon: number, lake: boolean, next: () => number, frame: Frame): Range[] {
  const count = 4 + Math.floor(next() * 2);
  const snowy = next() < 0.6;
  const trees = noise(seed + 77);
  return Array.from({ length: count }, (_, i) => {
    const depth = i / (count - 1);
    const line = layered(noise(seed + 11 * i), 6);
    const base = horizon - 0.2 + depth * (lake ? 0.2 : 0.36);
    const tall = 0.36 - depth * 0.2;
    const wide = 1.5 + depth * 0.9;
    const last = i === count - 1;
    const ridgeAt = (x: number): number => {
      const sharp = 1 - Math.abs(2 * line(x * wide + i * 5.1, i * 3.7) - 1);
      const height = tall * (sharp * 0.75 + 0.5 * line(x * wide * 0.5, 9 + i) - 0.45);
      return base - height - (last ? conifers(x, seed, trees) : 0);
    };
    return {
      ridge: overWidth(frame, ridgeAt),
      colour: mix(mix(look.horizon, look.middle, 0.55), look.dark, 0.2 + 0.8 * depth ** 0.8),
      foot: mix(look.horizon, look.cloud, 0.3),
      depth,
      snow: snowy && i < 2 ? 1 - i * 0.45 : 0,
    };
  });
}

/** Pointed trees in a row: how far they rise at `x`. */
function conifers(x: number, seed: number, stand: (x: number, y: number) => number): number {
  let highest = 0;
  for (const [size, density] of [
    [0.022, 0.8],
    [0.013, 1],
  ] as const) {
    const cell = Math.floor(x / size);
    for (const tree of [cell - 1, cell, cell + 1]) {
      const middle = (tree + 0.5 + (hash(tree, 1, seed) - 0.5) * 0.8) * size;
      const tall =
        size * (1.6 + 2.4 * hash(tree, 2, seed)) * step(0.25, 0.6, stand(tree * size * 3, 3)) * (hash(tree, 4, seed) < density ? 1 : 0);
      const away = Math.abs(x - middle) / (size * 0.62);
      const ragged = 1 + 0.12 * Math.sin(away * 40);
      highest = Math.max(highest, tall * (1 - away * ragged));
    }
  }
  return highest;
}
