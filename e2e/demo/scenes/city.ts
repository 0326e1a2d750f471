import { chance, hash, step } from '../brush/chance.ts';
import { colour, cover, mix, shine, type Colour, type Frame, type Scene, type Shade } from '../brush/paint.ts';
import { LIGHTS, sky, type Light } from './sky.ts';
import { water } from './water.ts';

const LOOKS = [LIGHTS.dusk, LIGHTS.ember, LIGHTS.evening, LIGHTS.dusk] as const;
const WINDOWS = ['ffd98a', 'ffe9b8', 'ffc46b', 'cfe4ff'].map(colour);

/** A city at the water when its lights come on. */
export const city: Scene = (seed, frame) => {
  const next = chance(seed);
  const look = LOOKS[Math.floor(next() * LOOKS.length)] ?? LIGHTS.dusk;
  const shore = 0.66 + next() * 0.06;
  const sun = { x: frame.aspect * (0.2 + 0.6 * next()), y: shore - 0.06 };
  const heaven = sky(seed + 1, look, shore, sun, 0.3 + next() * 0.3);
  const rows = [0, 1, 2].map((row) => buildings(seed + row * 31, row / 2, shore, look, frame));
  const town: Shade = (x, y, pixel) => {
    heaven.shade(x, y, pixel);
    for (const row of rows) row(x, y, pixel);
    // Lamps along the quay.
    const lamp = Math.abs(((((x * 24 + seed * 0.37) % 1) + 1) % 1) - 0.5) / 24;
    shine(pixel, colour('ffcf8a'), 0.9 * Math.exp(-((lamp / 0.004) ** 2) - ((y - shore + 0.012) / 0.004) ** 2));
  };
  return water(seed + 8, town, {
    shore,
    deep: mix(look.dark, look.zenith, 0.3),
    waves: 0.9,
    sun: { x: sun.x, light: look.sun, strength: 0.35 },
  });
};

/** One row of houses; `near` is 0 for the farthest and 1 for the nearest. */
function buildings(seed: number, near: number, shore: number, look: Light, { fine }: Frame): Shade {
  const wide = 0.075 + near * 0.035;
  const wall = mix(mix(look.horizon, look.middle, 0.6), look.dark, 0.45 + near * 0.5);
  const pane = { across: 0.0085 + near * 0.003, up: 0.012 + near * 0.003 };
  return (x, y, pixel) => {
    if (y > shore) return;
    const cell = Math.floor(x / wide);
    for (const house of [cell - 1, cell]) {
      const left = (house + hash(house, 1, seed) * 0.35) * wide;
      const width = wide * (0.62 + 0.5 * hash(house, 2, seed));
      const rise = hash(house, 3, seed);
      const centre = Math.exp(-(((left - 0.66) / 0.5) ** 2));
      const tall = (0.1 + 0.3 * rise * rise) * (0.55 + 0.75 * centre) * (1.15 - near * 0.55);
      const step1 = hash(house, 5, seed) < 0.4 && Math.abs(x - left - width / 2) < width * 0.28 ? tall * 0.16 : 0;
      const top = shore - tall - step1;
      const inside = step(-fine, fine, x - left) * step(-fine, fine, left + width - x) * step(-fine, fine, y - top);
      const mast =
        hash(house, 6, seed) < 0.3 && near < 0.9
          ? step(fine * 1.4, 0, Math.abs(x - left - width / 2)) * step(top - 0.06, top - 0.058, y) * step(top + 0.01, top, y)
          : 0;
      cover(pixel, wall, mast);
      if (inside === 0) continue;
      const side = mix(wall, look.horizon, 0.12 * step(0, width, x - left));
      cover(pixel, side, inside);
      lightWindow(pixel, x - left, y - top, width, pane, house, seed, near, inside);
    }
  };
}

function lightWindow(
  pixel: [number, number, number],
  x: number,
  y: number,
  width: number,
  pane: { across: number; up: number },
  house: number,
  seed: number,
  near: number,
  inside: number,
): void {
  const column = Math.floor(x / pane.across);
  const floor = Math.floor(y / pane.up);
  const u = x / pane.across - column;
  const v = y / pane.up - floor;
  if (u < 0.25 || u > 0.8 || v < 0.3 || v > 0.8 || y < pane.up * 0.6 || x < pane.across * 0.5 || x > width - pane.across * 0.7) return;
  const on = hash(house * 131 + column, floor, seed + 7);
  const busy = 0.25 + 0.4 * hash(house, 9, seed);
  const lamp: Colour = WINDOWS[Math.floor(hash(column, floor, seed + house) * WINDOWS.length)] ?? [1, 1, 1];
  if (on < busy) cover(pixel, lamp, inside * (0.45 + 0.5 * hash(floor, column, seed)) * (0.6 + near * 0.4));
  else cover(pixel, [0.1, 0.12, 0.2], inside * 0.35);
}
