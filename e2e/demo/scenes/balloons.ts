import { chance, layered, noise, step } from '../brush/chance.ts';
import { colour, cover, mix, overWidth, type Colour, type Pixel, type Scene } from '../brush/paint.ts';
import { LIGHTS, sky } from './sky.ts';

const LOOKS = [LIGHTS.morning, LIGHTS.dawn, LIGHTS.noon, LIGHTS.evening] as const;
const CLOTHS = [
  ['e63946', 'fff1e0', 'f4a261'],
  ['1d6fa5', 'ffd166', 'f8f4e3'],
  ['2a9d8f', 'e9c46a', 'e76f51'],
  ['6a4c93', 'ffca3a', 'ff595e'],
  ['f77f00', 'fcbf49', 'd62828'],
  ['0b7a75', 'f6f7eb', 'd7263d'],
].map((cloth) => cloth.map(colour));

interface Balloon {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly gores: number;
  readonly turn: number;
  readonly cloth: readonly Colour[];
  readonly haze: number;
}

/** Hot-air balloons over hills. */
export const balloons: Scene = (seed, frame) => {
  const { aspect, fine } = frame;
  const next = chance(seed);
  const look = LOOKS[Math.floor(next() * LOOKS.length)] ?? LIGHTS.morning;
  const horizon = 0.74;
  const sun = { x: aspect * (next() < 0.5 ? 0.12 : 0.88), y: 0.42 };
  const heaven = sky(seed + 1, look, horizon, sun, 0.2 + next() * 0.35);
  const count = 3 + Math.floor(next() * 6);
  const fleet = Array.from({ length: count }, (_, i): Balloon => {
    const r = i === 0 ? 0.15 + next() * 0.07 : 0.025 + next() * next() * 0.09;
    return {
      x: aspect * (0.1 + 0.8 * ((i * 0.618 + next() * 0.12 + 0.33) % 1)),
      y: 0.2 + next() * 0.35,
      r,
      gores: 8 + 2 * Math.floor(next() * 4),
      turn: next(),
      cloth: CLOTHS[Math.floor(next() * CLOTHS.length)] ?? [],
      haze: Math.max(0, 0.55 - r * 5),
    };
  }).sort((a, b) => a.r - b.r);
  const hills = [0, 1, 2, 3].map((i) => {
    const line = layered(noise(seed + 5 * i), 4);
    const near = i / 3;
    const body = mix(mix(colour('6a9a4a'), look.dark, 0.15 + near * 0.4), look.horizon, (1 - near) * 0.7);
    return { top: overWidth(frame, (x) => 0.7 + near * 0.17 - 0.16 * line(x * (1.2 + near), i * 4)), body, near };
  });
  const field = layered(noise(seed + 3), 4);
  return (x, y, pixel) => {
    heaven.shade(x, y, pixel);
    for (const hill of hills) {
      const below = y - hill.top(x);
      const plots = field(Math.floor(x * 9 + hill.near * 3 + y * 3) * 1.7, Math.floor(y * 22 - x * 2) * 2.3);
      const grass = mix(
        hill.body,
        mix(colour('d9c25a'), look.horizon, 0.3 * (1 - hill.near)),
        0.4 * step(0.45, 0.7, plots) * (0.4 + hill.near * 0.4),
      );
      const wood = step(0.55, 0.66, field(x * 9 + hill.near * 30, y * 26)) * 0.7;
      cover(
        pixel,
        mix(mix(grass, mix(look.dark, hill.body, 0.5), wood), look.horizon, 0.5 * step(0.02, 0.14, below) * (1 - hill.near)),
        step(-fine, fine, below),
      );
    }
    for (const balloon of fleet) drawBalloon(pixel, x, y, balloon, sun.x, fine, look.horizon);
  };
};

function drawBalloon(pixel: Pixel, x: number, y: number, balloon: Balloon, sunX: number, fine: number, haze: Colour): void {
  const { r, cloth } = balloon;
  const u = (x - balloon.x) / r;
  const v = (y - balloon.y) / r;
  if (Math.abs(u) > 1.1 || v < -1.1 || v > 2) return;
  const soft = fine / r;
  const half = v < 0.25 ? Math.sqrt(Math.max(0, 1 - v * v)) : Math.max(0, 0.968 - 0.62 * (v - 0.25) - 0.12 * (v - 0.25) ** 2);
  const inside = v < 1.3 ? step(-soft, soft, half - Math.abs(u)) : 0;
  if (inside > 0) {
    const round = Math.asin(Math.max(-1, Math.min(1, u / Math.max(half, 0.01))));
    const gore = Math.floor((round / Math.PI + balloon.turn) * balloon.gores);
    const ring = v > -0.35 && v < 0.1;
    const main = cloth[ring ? 2 : ((gore % 2) + 2) % 2] ?? [1, 1, 1];
    const zig =
      ring && Math.abs((((round / Math.PI + balloon.turn) * balloon.gores) % 1) - 0.5) * 0.9 > v + 0.35 ? (cloth[1] ?? main) : main;
    const light = 0.62 + 0.42 * Math.sin(round * Math.sign(sunX - balloon.x) * 0.8 + 0.5) - 0.14 * Math.max(0, v) + 0.1 * Math.max(0, -v);
    cover(pixel, mix([zig[0] * light, zig[1] * light, zig[2] * light], haze, balloon.haze), inside);
  }
  const rope = v >= 1.28 && v < 1.62 ? step(0.02 + soft, 0.02, Math.abs(Math.abs(u) - 0.12)) * 0.8 : 0;
  const basket = step(soft, -soft, Math.abs(u) - 0.16) * step(-soft, soft, v - 1.6) * step(-soft, soft, 1.86 - v);
  cover(pixel, mix(colour('5a3a20'), haze, balloon.haze), Math.max(rope, basket));
}
