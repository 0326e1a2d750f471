import { chance, hash, layered, noise, step } from '../brush/chance.ts';
import { colour, cover, mix, overWidth, shine, type Colour, type Scene, type Shade } from '../brush/paint.ts';
import { water } from './water.ts';

const CURTAINS: readonly (readonly [Colour, Colour])[] = [
  [colour('3dff9e'), colour('8a4bff')],
  [colour('5affc2'), colour('ff5ab0')],
  [colour('9dff5a'), colour('3fa8ff')],
];

/** Northern lights over snow and still water. */
export const aurora: Scene = (seed, frame) => {
  const { aspect, fine } = frame;
  const next = chance(seed);
  const [low, high] = CURTAINS[Math.floor(next() * CURTAINS.length)] ?? [colour('3dff9e'), colour('8a4bff')];
  const shore = 0.7 + next() * 0.06;
  const ray = layered(noise(seed + 1), 4);
  const fold = layered(noise(seed + 2), 3);
  const line = layered(noise(seed + 3), 6);
  const bands = Array.from({ length: 2 + Math.floor(next() * 2) }, (_, i) => ({
    at: 0.3 + i * 0.13 + next() * 0.06,
    power: 0.65 - i * 0.12,
    shift: next() * 50,
  }));
  const ridge = overWidth(frame, (x) => shore - 0.06 - 0.3 * (1 - Math.abs(2 * line(x * 1.5 + 3, 2) - 1)) * line(x * 0.9, 8));
  const night: Shade = (x, y, pixel) => {
    cover(pixel, mix(colour('050a1f'), mix(colour('12305a'), low, 0.12), step(0, shore, y)), 1);
    star(x, y, 260);
    star(x, y, 120);
    for (const band of bands) {
      const hem = band.at + 0.3 * (fold(x * 1.1 + band.shift, 1) - 0.5) + 0.05 * Math.sin(x * 9 + band.shift);
      const above = hem - y;
      const streak = 0.35 + 0.9 * ray(x * 22 + band.shift, above * 1.2);
      const glow = (above > 0 ? Math.exp(-above * 5.5) : Math.exp(above * 42)) * streak * step(0.25, 0.6, fold(x * 1.9 + band.shift, 7));
      shine(pixel, mix(low, high, step(0.04, 0.36, above)), band.power * glow);
    }
    const top = ridge(x);
    const rock = line(x * 12, y * 16);
    const snow = mix(colour('0a1024'), mix(colour('8fb0d8'), low, 0.3), 0.12 + 0.5 * step(0.45, 0.7, rock) * step(0.25, 0, y - top));
    cover(pixel, snow, step(-fine, fine, y - top));

    function star(across: number, down: number, grid: number): void {
      const cellX = Math.floor(across * grid);
      const cellY = Math.floor(down * grid);
      const bright = hash(cellX, cellY, seed + grid);
      if (bright < 0.965) return;
      const away = Math.hypot(across * grid - cellX - 0.5, down * grid - cellY - 0.5) / grid;
      shine(pixel, [0.9, 0.95, 1], ((bright - 0.96) / 0.04) ** 2 * Math.exp(-((away / (0.0009 + fine * 0.5)) ** 2)));
    }
  };
  const still = water(seed + 4, night, { shore, deep: colour('04101f'), waves: 0.3, sun: { x: aspect / 2, light: low, strength: 0.05 } });
  const cabin = { x: aspect * (0.2 + 0.6 * next()), y: shore + 0.002, size: 0.045 };
  return (x, y, pixel) => {
    still(x, y, pixel);
    const u = (x - cabin.x) / cabin.size;
    const v = (cabin.y - y) / cabin.size;
    if (Math.abs(u) < 1.3 && v > 0 && v < 1.3) {
      cover(pixel, colour('0b0a10'), step(0.85, 0.83, Math.abs(u)) * step(0.62, 0.6, v));
      cover(pixel, colour('b9cbe2'), step(0, 0.03, v - 0.58) * step(0.03, 0, v - 1.15 + Math.abs(u) * 0.55));
      cover(pixel, colour('ffc45a'), step(0.2, 0.18, Math.abs(Math.abs(u) - 0.4)) * step(0.16, 0.14, Math.abs(v - 0.33)));
    }
    shine(pixel, colour('ffb04a'), 0.35 * Math.exp(-Math.hypot(u, v - 0.3) * 1.6));
  };
};
