/**
 * Is this bug planted here? Never: nothing in the product can set it. The simulator (`packages/sim`) runs the same code with
 * another module in the place of this one, and has to catch each bug that it plants.
 */
export function planted(_bug: string): boolean {
  return false;
}
