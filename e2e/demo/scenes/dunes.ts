import { chance, layered, noise, step } from '../brush/chance.ts';
import { colour, cover, mix, overWidth, type Scene } from '../brush/paint.ts';
import { LIGHTS, sky } from './sky.ts';

const LOOKS = [LIGHTS.evening, LIGHTS.noon, LIGHTS.ember, LIGHTS.dawn] as const;

/** Sand in waves, one side in the sun and one in the shade. */
export const dunes: Scene = (seed, frame) => {
  const { aspect, fine } = frame;
  const next = chance(seed);
  const look = LOOKS[Math.floor(next() * LOOKS.length)] ?? LIGHTS.evening;
  const horizon = 0.42 + next() * 0.12;
  const sun = { x: aspect * (next() < 0.5 ? 0.18 : 0.82), y: horizon * (0.3 + 0.4 * next()) };
  const heaven = sky(seed + 1, look, horizon, sun, next() * 0.3);
  const ripple = layered(noise(seed + 2), 3);
  const sand = mix(colour('e2a860'), look.horizon, 0.25);
  const shade = mix(mix(colour('7a4426'), look.zenith, 0.3), look.dark, 0.15);
  const crests = Array.from({ length: 5 }, (_, i) => {
    const near = i / 4;
    const line = layered(noise(seed + 7 * i + 3), 2);
    const wide = 1.3 - near * 0.6;
    const base = horizon + 0.02 + near ** 1.4 * 0.42;
    const tall = 0.1 + near * 0.16;
    const crest = (x: number): number => base - tall * (1 - Math.abs(2 * line(x * wide + i * 4.3, i) - 1)) ** 1.3;
    return { near, crest: overWidth(frame, crest), slope: overWidth(frame, (x) => (crest(x + 0.02) - crest(x - 0.02)) / 0.04), bend: line };
  });
  return (x, y, pixel) => {
    heaven.shade(x, y, pixel);
    for (const dune of crests) {
      const below = y - dune.crest(x);
      const inside = step(-fine, fine, below);
      if (inside === 0) continue;
      // The ridge winds down towards us: what lies beyond it, seen from the sun, is in the shade.
      const winding = dune.slope(x) * 1.5 + 0.5 * Math.sin(below * 9 + dune.near * 5) + (dune.bend(x * 2.2, y * 3 + 9) - 0.5) * 1.6;
      const lit = step(-0.28, 0.34, winding * (sun.x < aspect / 2 ? -1 : 1));
      const wind = Math.sin((y * 240 + ripple(x * 4, y * 7) * 40) * (1.4 - dune.near * 0.75)) * 0.5 + 0.5;
      const grain = ripple(x * 160, y * 160);
      const body = mix(
        shade,
        mix(sand, look.sun, 0.22 * Math.exp(-below * 9)),
        lit * (0.86 + 0.1 * wind * dune.near) + (grain - 0.5) * 0.1,
      );
      cover(pixel, mix(body, look.horizon, (1 - dune.near) * 0.45), inside);
    }
  };
};
