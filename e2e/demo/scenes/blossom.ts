import { chance, layered, noise, step } from '../brush/chance.ts';
import { colour, cover, mix, shine, type Colour, type Pixel, type Scene } from '../brush/paint.ts';

interface Look {
  readonly back: readonly [Colour, Colour, Colour];
  readonly petal: readonly [Colour, Colour];
  readonly heart: Colour;
}
const look = (a: string, b: string, c: string, inner: string, outer: string, heart: string): Look => ({
  back: [colour(a), colour(b), colour(c)],
  petal: [colour(inner), colour(outer)],
  heart: colour(heart),
});
const LOOKS: readonly Look[] = [
  look('1f4a2a', '5f9a3f', 'd8e07a', 'd1417f', 'ffc2da', 'f2b632'),
  look('20414f', '3f8a7a', 'bfe0c0', 'f7f3ea', 'ffffff', 'f4c21f'),
  look('4a2440', 'b0567f', 'ffd0b8', '7b3fb5', 'd3a8f5', 'ffdf6b'),
  look('23371f', '7a8a2f', 'ffd56b', 'e2501f', 'ffb03a', '5a2a12'),
  look('16324a', '3a6f9c', 'c9e2ef', '3f63c9', 'b5c8ff', 'fff0a8'),
];

/** A flower from near, everything behind it out of focus. */
export const blossom: Scene = (seed, { aspect, fine }) => {
  const next = chance(seed);
  const { back, petal, heart } =
    LOOKS[Math.floor(next() * LOOKS.length)] ?? look('000000', '444444', '888888', 'ff0000', 'ffffff', 'ffff00');
  const haze = layered(noise(seed + 1), 2);
  const discs = Array.from({ length: 46 }, () => ({
    x: next() * aspect,
    y: next(),
    r: 0.02 + next() * next() * 0.11,
    glow: 0.06 + next() * 0.2,
    tint: mix(back[1], next() < 0.5 ? back[2] : petal[1], next()),
  }));
  const flowers = Array.from({ length: 1 + Math.floor(next() * 2.4) }, (_, i) => makeFlower(next, aspect, i, seed)).toReversed();
  return (x, y, pixel) => {
    const field = haze(x * 1.6, y * 1.6);
    const base = field < 0.5 ? mix(back[0], back[1], step(0.15, 0.5, field)) : mix(back[1], back[2], step(0.5, 0.95, field));
    cover(pixel, mix(base, back[0], 0.35 * y), 1);
    for (const disc of discs) {
      const away = Math.hypot(x - disc.x, y - disc.y);
      if (away < disc.r * 1.1)
        shine(pixel, disc.tint, disc.glow * step(disc.r, disc.r * 0.9, away) * (0.7 + 0.3 * step(disc.r * 0.6, disc.r * 0.9, away)));
    }
    for (const flower of flowers) {
      const stem = flower.x + flower.lean * (y - flower.y) ** 2;
      if (y > flower.y)
        cover(
          pixel,
          mix(back[0], back[1], 0.6 + 0.4 * step(-0.01, 0.01, x - stem)),
          step(flower.blur * 1.2 + 0.011, 0.009 - flower.blur * 0.3, Math.abs(x - stem)),
        );
      drawFlower(pixel, x, y, flower, petal, heart, fine, back[0]);
    }
  };
};

interface Flower {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly petals: number;
  readonly turn: number;
  readonly tilt: number;
  readonly lean: number;
  readonly blur: number;
  readonly vein: (x: number, y: number) => number;
}

function makeFlower(next: () => number, aspect: number, index: number, seed: number): Flower {
  const first = index === 0;
  return {
    x: aspect * (first ? 0.35 + 0.3 * next() : 0.12 + 0.76 * next()),
    y: first ? 0.4 + 0.12 * next() : 0.2 + 0.5 * next(),
    r: first ? 0.27 + 0.06 * next() : 0.1 + 0.06 * next(),
    petals: 7 + Math.floor(next() * 8),
    turn: next() * 6,
    tilt: 0.72 + 0.28 * next(),
    lean: (next() - 0.5) * 0.7,
    blur: first ? 0 : 0.012 + next() * 0.012,
    vein: layered(noise(seed + index * 3 + 2), 3),
  };
}

/** Three rings of petals, the outer first, then the heart. */
function drawFlower(
  pixel: Pixel,
  x: number,
  y: number,
  flower: Flower,
  [inner, outer]: readonly [Colour, Colour],
  heart: Colour,
  fine: number,
  shadow: Colour,
): void {
  const dx = x - flower.x;
  const dy = (y - flower.y) / flower.tilt;
  const away = Math.hypot(dx, dy);
  if (away > flower.r * 1.2) return;
  const angle = Math.atan2(dy, dx);
  const soft = fine * 1.5 + flower.blur;
  for (const ring of [0, 1, 2]) {
    const reach = flower.r * (1 - ring * 0.2);
    const around = ((angle + flower.turn + ring * (Math.PI / flower.petals)) * flower.petals) / (2 * Math.PI);
    const across = 2 * (around - Math.floor(around)) - 1;
    const which = Math.floor(around) + ring * 31;
    const long = reach * (0.9 + 0.1 * Math.sin(which * 12.9)) * Math.max(0, 1 - Math.abs(across) ** 2.6) ** 0.42;
    const inside = step(-soft, soft, long - away);
    const along = away / reach;
    const vein = flower.vein(across * 5 + which * 7, along * 1.4);
    const body = mix(inner, outer, step(0.1, 0.95, along + (vein - 0.5) * 0.35));
    const fold = 0.8 + 0.2 * (1 - Math.abs(across)) + 0.1 * across * Math.sin(which);
    const shaded = mix(mix(shadow, body, 0.35), body, step(0, 0.35, 1 - Math.abs(across)) * fold * (0.75 + 0.25 * along));
    cover(pixel, shaded, inside);
  }
  const core = flower.r * 0.22;
  const seeds = flower.vein(dx * 220, dy * 220);
  cover(
    pixel,
    mix(mix(heart, shadow, 0.45 * step(0.4, 1, away / core)), mix(heart, [1, 1, 1], 0.35), step(0.45, 0.8, seeds)),
    step(-soft, soft, core * (1 + 0.06 * seeds) - away),
  );
}
