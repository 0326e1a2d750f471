import { chance, hash, layered, noise, step } from '../brush/chance.ts';
import { colour, cover, mix, shine, type Colour, type Scene } from '../brush/paint.ts';

interface Look {
  readonly fog: Colour;
  readonly bark: Colour;
  readonly leaf: Colour;
  readonly leafLit: Colour;
  readonly ground: Colour;
}
const look = (fog: string, bark: string, leaf: string, leafLit: string, ground: string): Look => ({
  fog: colour(fog),
  bark: colour(bark),
  leaf: colour(leaf),
  leafLit: colour(leafLit),
  ground: colour(ground),
});
const LOOKS: readonly Look[] = [
  look('e8efd8', '2a2a20', '2f5a2a', 'b5d65a', '4a6a2c'),
  look('f7dfb0', '33201a', 'a8451a', 'ffb640', '8a4a20'),
  look('cfdde0', '1f2a2e', '24423f', '7fa89a', '2f4a42'),
  look('ffe6c9', '3a2a2a', '7a6a20', 'f7d84a', '8a6a2a'),
];

/** A wood in the morning: trunks that fade into the light. */
export const forest: Scene = (seed, { aspect, fine }) => {
  const next = chance(seed);
  const { fog, bark, leaf, leafLit, ground } =
    LOOKS[Math.floor(next() * LOOKS.length)] ?? look('ffffff', '000000', '00ff00', '00ff00', '00ff00');
  const sun = { x: aspect * (0.25 + 0.5 * next()), y: 0.3 };
  const leaves = layered(noise(seed + 1), 5);
  const skin = layered(noise(seed + 2), 4);
  const path = aspect * (0.35 + 0.3 * next());
  const depths = [0, 1, 2, 3, 4, 5];
  return (x, y, pixel) => {
    const far = Math.hypot((x - sun.x) * 0.8, y - sun.y);
    cover(pixel, mix(mix(fog, leaf, 0.55), fog, Math.exp(-far * 2)), 1);
    shine(pixel, fog, 0.35 * Math.exp(-far * 4));
    for (const i of depths) {
      const near = i / 5;
      const floor = 0.6 + near * near * 0.3;
      const foliage = leaves(x * (3 + i * 0.4) + i * 13, y * (4 + i * 0.4) + i * 7);
      const canopy = step(0.02, -0.1, y - (0.36 - near * 0.16 + (leaves(x * 1.7 + i * 3, 4 + i) - 0.5) * 0.6));
      const green = mix(mix(leaf, leafLit, step(0.45, 0.75, foliage)), fog, (1 - near) * 0.72);
      cover(pixel, green, canopy * step(0.42, 0.56, foliage) * (0.5 + near * 0.4));
      cover(
        pixel,
        mix(mix(ground, leafLit, 0.7 * step(0.4, 0.8, leaves(x * (6 + i * 2), y * (18 + i * 5)))), fog, (1 - near) * 0.8),
        step(-0.015, 0.02, y - floor - 0.03 * (foliage - 0.5)),
      );
      trunks(x, y, i, near, floor);
    }
    const way = Math.abs(x - path - (y - 0.65) * 0.4 * Math.sin(seed)) / (0.02 + Math.max(0, y - 0.62) * 0.5);
    if (y > 0.62)
      cover(
        pixel,
        mix(mix(bark, ground, 0.45), fog, 0.5 - (y - 0.62)),
        0.8 * step(0.62, 0.82, y) * step(1.15, 0.75, way + (leaves(x * 18, y * 30) - 0.5) * 0.5),
      );
    const beam = leaves(Math.atan2(y + 0.3, x - sun.x) * 7, 2);
    shine(pixel, fog, 0.24 * step(0.5, 0.8, beam) * step(1, 0.1, far));

    function trunks(at: number, down: number, layer: number, nearness: number, foot: number): void {
      const gap = 0.1 + nearness * 0.22;
      const cell = Math.floor(at / gap);
      for (const tree of [cell - 1, cell, cell + 1]) {
        if (hash(tree, layer, seed) < 0.25) continue;
        const middle =
          (tree + 0.5 + (hash(tree, layer + 9, seed) - 0.5) * 0.7) * gap + (down - 0.5) * 0.05 * (hash(tree, layer + 5, seed) - 0.5);
        const root = foot + 0.02 + 0.02 * hash(tree, 3, seed);
        const half = (0.006 + nearness * 0.026) * (0.7 + 0.6 * hash(tree, layer + 3, seed)) * (1 + 1.4 * step(0.1, 0, root - down) * 0.4);
        const inside = step(half + fine, half - fine, Math.abs(at - middle)) * step(-0.006, 0.006, root - down);
        if (inside === 0) continue;
        const lit = step(-1, 1, ((at - middle) / half) * Math.sign(sun.x - middle));
        const rough = skin((at - middle) * 90 + tree * 5, down * 12);
        cover(
          pixel,
          mix(mix(mix(bark, [0, 0, 0], 0.3), mix(bark, fog, 0.45), lit * 0.8 * rough + 0.1), fog, (1 - nearness) * 0.78),
          inside,
        );
      }
    }
  };
};
