import { layered, noise, step } from '../brush/chance.ts';
import { cover, shine, type Colour, type Shade } from '../brush/paint.ts';

export interface WaterLook {
  /** Where the water begins, as `y`. */
  readonly shore: number;
  readonly deep: Colour;
  /** From 0, a mirror, to 1, wind. */
  readonly waves: number;
  readonly sun: { readonly x: number; readonly light: Colour; readonly strength: number };
}

/** Water that mirrors what stands above it. */
export function water(seed: number, above: Shade, { shore, deep, waves, sun }: WaterLook): Shade {
  const ripple = layered(noise(seed), 3);
  const sparkle = noise(seed + 1);
  return (x, y, pixel) => {
    if (y < shore) return above(x, y, pixel);
    const near = y - shore;
    const scale = 1 / (near + 0.035);
    const wave = ripple(x * 3 * scale * 0.6, scale * 9) - 0.5;
    const bend = wave * waves * (0.03 + near * 0.25);
    above(x + bend * 0.6, Math.max(0.005, Math.min(shore - 0.001, shore - near * 1.02 + bend)), pixel);
    cover(pixel, deep, 0.16 + 0.5 * step(0, 0.6, near) + wave * waves * 0.35);
    const path = Math.exp(-(((x - sun.x) / (0.05 + near * 0.32)) ** 2));
    const glint = step(0.62, 0.86, sparkle(x * 26 * (0.5 + scale * 0.14), scale * 22 + y * 60));
    shine(pixel, sun.light, sun.strength * path * (0.12 + glint * 0.9) * (0.35 + waves));
    // A line of haze where the water begins.
    cover(pixel, sun.light, 0.18 * Math.exp(-near * 70));
  };
}
