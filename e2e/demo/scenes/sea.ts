import { chance, layered, noise, step } from '../brush/chance.ts';
import { colour, cover, mix, type Pixel, type Scene } from '../brush/paint.ts';
import { LIGHTS, sky } from './sky.ts';
import { water } from './water.ts';

const LOOKS = [LIGHTS.ember, LIGHTS.noon, LIGHTS.evening, LIGHTS.dawn, LIGHTS.dusk, LIGHTS.morning] as const;
const SAILS = ['f6f1e6', 'e8e4dc', 'c7432f', 'f2d36b'].map(colour);

/** The sea with the sun on it, sometimes a sail, sometimes a beach. */
export const sea: Scene = (seed, { aspect, fine }) => {
  const next = chance(seed);
  const look = LOOKS[Math.floor(next() * LOOKS.length)] ?? LIGHTS.ember;
  const horizon = 0.42 + next() * 0.2;
  const sun = { x: aspect * (0.25 + 0.5 * next()), y: horizon * (0.55 + 0.4 * next()) };
  const heaven = sky(seed + 1, look, horizon, sun, 0.35 + next() * 0.4);
  const day = look === LIGHTS.noon || look === LIGHTS.morning;
  const deep = day ? mix(colour('0d6f8f'), look.zenith, 0.3) : mix(look.dark, look.zenith, 0.45);
  const open = water(seed + 2, heaven.shade, {
    shore: horizon,
    deep,
    waves: 0.75 + next() * 0.5,
    sun: { x: sun.x, light: look.sun, strength: day ? 0.35 : 0.95 },
  });
  const beach = next() < 0.5 ? 0.8 + next() * 0.06 : 2;
  const sail =
    next() < 0.6
      ? {
          x: aspect * (0.15 + 0.7 * next()),
          y: horizon + 0.035 + next() * 0.05,
          tall: 0.09 + next() * 0.08,
          cloth: SAILS[Math.floor(next() * SAILS.length)] ?? ([1, 1, 1] as const),
        }
      : null;
  const foam = layered(noise(seed + 3), 5);
  const sand = layered(noise(seed + 4), 4);
  return (x, y, pixel) => {
    open(x, y, pixel);
    if (sail) drawSail(pixel, x, y, sail, fine, mix(look.dark, sail.cloth, day ? 0.95 : 0.45), look.dark);
    const edge = beach + 0.035 * Math.sin(x * 3.1 + seed) + 0.05 * (foam(x * 2.2, 1) - 0.5);
    if (y < edge - 0.16) return;
    const ground = mix(mix(colour('d8bd92'), look.horizon, 0.3), look.dark, day ? 0.02 : 0.38);
    const wet = mix(ground, mix(deep, heaven.clear(horizon * 0.8), 0.5), 0.6);
    const shallow = step(edge - 0.16, edge, y);
    cover(pixel, mix(colour('5fb9b4'), wet, day ? 0.2 : 0.85), shallow * 0.6);
    cover(pixel, mix(wet, ground, step(0.03, 0.1, y - edge)), step(0, 0.012, y - edge));
    cover(pixel, [0.5, 0.45, 0.4], 0.25 * step(0.5, 0.75, sand(x * 60, y * 90)) * step(0.02, 0.06, y - edge));
    for (const [away, wide] of [
      [0, 0.02],
      [0.06, 0.012],
      [0.11, 0.008],
    ] as const) {
      const near = Math.abs(y - (edge - away + 0.02 * (foam(x * 5 + away * 90, 5) - 0.5)));
      cover(
        pixel,
        mix(colour('ffffff'), look.horizon, 0.25),
        step(wide, 0, near) * step(0.35, 0.6, foam(x * 22, y * 30 + away * 50)) * (day ? 0.95 : 0.7),
      );
    }
  };
};

function drawSail(
  pixel: Pixel,
  x: number,
  y: number,
  sail: { x: number; y: number; tall: number },
  fine: number,
  cloth: readonly [number, number, number],
  dark: readonly [number, number, number],
): void {
  const up = (sail.y - y) / sail.tall;
  if (up < -0.25 || up > 1.15) return;
  const across = (x - sail.x) / sail.tall;
  const soft = fine / sail.tall;
  const hull =
    step(-soft, soft, 0.32 - 0.14 * Math.max(0, -up * 6) - Math.abs(across + 0.02)) *
    step(-soft, soft, 0.06 - up) *
    step(-soft, soft, up + 0.06);
  const main =
    step(-soft, soft, across - 0.02) * step(-soft, soft, (1 - up) * 0.34 * (1 + 0.25 * up) - across) * step(-soft, soft, up - 0.1);
  const fore = step(-soft, soft, -0.02 - across) * step(-soft, soft, (0.85 - up) * 0.3 + across) * step(-soft, soft, up - 0.12);
  cover(pixel, mix(cloth, [1, 1, 1], across * 0.4), main);
  cover(pixel, mix(cloth, dark, 0.2), fore);
  cover(pixel, dark, Math.max(hull, step(0.008 + soft, 0.008, Math.abs(across)) * step(-soft, soft, 1 - up) * step(-soft, soft, up)));
}
