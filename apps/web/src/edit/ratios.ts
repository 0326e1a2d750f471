import type { Size } from '@rollcall/core/recipe';
import { message } from '@rollcall/protocol';

/** The shapes that a crop can be held to, width to height, by names that are to be said. */
export const RATIOS = [
  { name: message('Free'), ratio: null },
  { name: message('Original'), ratio: 'own' },
  { name: message('Square'), ratio: 1 },
  { name: '4:3', ratio: 4 / 3 },
  { name: '3:4', ratio: 3 / 4 },
  { name: '3:2', ratio: 3 / 2 },
  { name: '2:3', ratio: 2 / 3 },
  { name: '16:9', ratio: 16 / 9 },
  { name: '9:16', ratio: 9 / 16 },
] as const;
export type RatioName = (typeof RATIOS)[number]['name'];

/** Null: any. */
export function ratioOf(name: RatioName, { width, height }: Size): number | null {
  const ratio = RATIOS.find((each) => each.name === name)?.ratio ?? null;
  return ratio === 'own' ? width / height : ratio;
}
