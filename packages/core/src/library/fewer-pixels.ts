import type { Asset, FewerPixels, Pixels } from '@rollcall/protocol';

/** An edit with fewer pixels than this part of the original's is told as smaller: a crop may be one, and so may what was made of a compressed version. */
const MUCH = 0.9;

/** Both where the edit has markedly fewer; null: it has not, or nobody knows. */
export function fewerPixels({ width, height }: Pick<Asset, 'width' | 'height'>, pixels: Pixels | undefined): FewerPixels | null {
  if (pixels === undefined || width === null || height === null) return null;
  return pixels.width * pixels.height < width * height * MUCH ? { pixels, of: { width, height } } : null;
}
