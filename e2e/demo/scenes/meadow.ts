import { chance, hash, layered, noise, step } from '../brush/chance.ts';
import { colour, cover, mix, overWidth, type Colour, type Scene } from '../brush/paint.ts';
import { LIGHTS, sky } from './sky.ts';

interface Crop {
  readonly grass: Colour;
  readonly lit: Colour;
  readonly flowers: readonly Colour[];
  /** Planted in rows that run to the horizon. */
  readonly rows: boolean;
}
const CROPS: readonly Crop[] = [
  { grass: colour('2f5a1f'), lit: colour('8fb83f'), flowers: ['d8231f', 'e8402a', 'f2efe6'].map(colour), rows: false },
  { grass: colour('3a3f2a'), lit: colour('7a8a4a'), flowers: ['7a4fc0', '9a6fdc', '5f3aa5'].map(colour), rows: true },
  { grass: colour('3f5f1f'), lit: colour('9ab53a'), flowers: ['f7c81f', 'ffe04a', 'f2a81f'].map(colour), rows: true },
  { grass: colour('2f6a35'), lit: colour('9fcf5a'), flowers: ['ffffff', 'f2d0e8', 'ffe98a', '8ab0ff'].map(colour), rows: false },
  { grass: colour('35502a'), lit: colour('86a84a'), flowers: ['e0457a', 'f2a0b8', 'e8e0f0', 'f0c040'].map(colour), rows: true },
];
const LOOKS = [LIGHTS.morning, LIGHTS.evening, LIGHTS.noon, LIGHTS.dawn, LIGHTS.morning] as const;

/** A field of flowers to the hills, with a tree in it. */
export const meadow: Scene = (seed, frame) => {
  const { aspect, fine } = frame;
  const next = chance(seed);
  const look = LOOKS[Math.floor(next() * LOOKS.length)] ?? LIGHTS.morning;
  const crop = CROPS[Math.floor(next() * CROPS.length)] ?? CROPS[0];
  if (!crop) throw new Error('There is at least one crop');
  const horizon = 0.44 + next() * 0.1;
  const sun = { x: aspect * next(), y: horizon * 0.4 };
  const heaven = sky(seed + 1, look, horizon, sun, 0.35 + next() * 0.4);
  const vanish = aspect * (0.3 + 0.4 * next());
  const ground = layered(noise(seed + 2), 4);
  const leaves = layered(noise(seed + 4), 5);
  const hill = layered(noise(seed + 3), 4);
  const back = [0, 1].map((i) => overWidth(frame, (x: number) => horizon + 0.01 - (0.14 - i * 0.07) * hill(x * (1.1 + i) + i * 7, i)));
  const tree = { x: aspect * (0.15 + 0.7 * next()), size: 0.1 + next() * 0.12, foot: horizon + 0.03 };
  return (x, y, pixel) => {
    heaven.shade(x, y, pixel);
    back.forEach((top, i) =>
      cover(pixel, mix(mix(crop.grass, look.dark, 0.3), look.horizon, 0.62 - i * 0.3), step(-fine, fine, y - top(x))),
    );
    const near = y - horizon;
    if (near > 0) field(near);
    drawTree();

    function field(depth: number): void {
      const far = 1 / (depth + 0.03);
      const u = (x - vanish) * far;
      const row = crop?.rows ? 0.5 + 0.5 * Math.cos(u * 7.5) : 0.6;
      const clump = ground(u * 3.2, far * 3.2);
      const haze = Math.exp(-depth * 11) * 0.6;
      cover(
        pixel,
        mix(mix(crop?.grass ?? [0, 0, 0], crop?.lit ?? [0, 0, 0], 0.25 + 0.5 * clump * row), look.horizon, haze),
        step(0, fine * 3, depth),
      );
      // Flowers are planted on the ground, on ever finer grids for what is farther away.
      for (const [grid, big] of [
        [9, 0.42],
        [21, 0.42],
        [47, 0.45],
      ] as const) {
        const gx = u * grid;
        const gy = far * grid * 0.62;
        const cx = Math.floor(gx);
        const cy = Math.floor(gy);
        const there = hash(cx, cy, seed + grid);
        const planted = crop?.rows
          ? step(0.25, 0.75, 0.5 + 0.5 * Math.cos(((cx + 0.5) / grid) * 7.5))
          : step(0.32, 0.55, ground((cx / grid) * 2.2, (cy / grid) * 2.2));
        if (there > planted * 0.85) continue;
        const away = Math.hypot(gx - cx - 0.5 - 0.3 * (hash(cx, cy, 5) - 0.5), (gy - cy - 0.5 - 0.3 * (hash(cx, cy, 6) - 0.5)) * 0.85);
        const bloom = crop?.flowers[Math.floor(there * 997) % crop.flowers.length] ?? [1, 1, 1];
        const lit = mix(mix(bloom, look.dark, 0.35), mix(bloom, look.sun, 0.18), step(0.3, -0.3, gy - cy - 0.5 + 0.2 * (clump - 0.5)));
        cover(pixel, mix(lit, look.horizon, haze), step(big, big * 0.7, away) * 0.95);
      }
    }

    function drawTree(): void {
      const s = tree.size;
      const tu = (x - tree.x) / s;
      const tv = (tree.foot - y) / s;
      if (Math.abs(tu) > 1.3 || tv < -0.1 || tv > 2.6) return;
      const trunk =
        step(0.09 + 0.05 * step(0.3, 0, tv), 0.07, Math.abs(tu + 0.04 * Math.sin(tv * 3))) * step(0, 0.03, tv) * step(1.2, 1.1, tv);
      cover(pixel, mix(look.dark, colour('4a3520'), 0.5), trunk);
      const rough = leaves(tu * 3.3 + 30, tv * 3.3);
      const crown = 1 - Math.hypot(tu * 1.02, (tv - 1.42) * 1.05) + (rough - 0.5) * 0.75;
      const light = step(-0.5, 0.7, tu * Math.sign(sun.x - tree.x) * 0.5 + (tv - 1.4) * 0.5 + (leaves(tu * 9, tv * 9 + 5) - 0.5) * 1.4);
      cover(
        pixel,
        mix(mix(crop?.grass ?? [0, 0, 0], look.dark, 0.5), mix(crop?.lit ?? [0, 0, 0], look.sun, 0.12), light),
        step(0.18, 0.26, crown),
      );
    }
  };
};
