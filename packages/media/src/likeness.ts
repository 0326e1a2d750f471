/** Width and height of what a likeness is taken from. */
export const LIKENESS_SIDE = 32;
/** Of the waves, the slowest ones: 8 by 8. */
const WAVES = 8;

/**
 * 64 bits that stay nearly the same when a picture is scaled, encoded again or a little brighter (pHash): which of its slowest waves,
 * without the mean, are stronger than their median. Sixteen hexadecimal digits.
 * @param grey LIKENESS_SIDE rows of as many pixels, 8 bits each
 */
export function likenessOf(grey: Uint8Array): string {
  const waves = slowestWaves(grey);
  // The first is the mean brightness, which says nothing of the picture.
  const median = waves.slice(1).toSorted((a, b) => a - b)[(waves.length - 1) >> 1]!;
  let bits = 0n;
  for (const wave of waves) bits = (bits << 1n) | (wave > median ? 1n : 0n);
  return bits.toString(16).padStart(16, '0');
}

/** In how many of its 64 bits one likeness differs from another: up to some ten it is the same picture, about 32 by chance. */
export function unlikeness(a: string, b: string): number {
  let different = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; different > 0n; different &= different - 1n) count += 1;
  return count;
}

/** `COSINES[wave * LIKENESS_SIDE + place]` of the discrete cosine transform (type II). */
const COSINES = Float64Array.from({ length: WAVES * LIKENESS_SIDE }, (_, at) => {
  const [wave, place] = [Math.floor(at / LIKENESS_SIDE), at % LIKENESS_SIDE];
  return Math.cos((Math.PI * wave * (2 * place + 1)) / (2 * LIKENESS_SIDE));
});

function slowestWaves(grey: Uint8Array): number[] {
  const rows = new Float64Array(LIKENESS_SIDE * WAVES);
  for (let y = 0; y < LIKENESS_SIDE; y++)
    for (let u = 0; u < WAVES; u++) {
      let sum = 0;
      for (let x = 0; x < LIKENESS_SIDE; x++) sum += grey[y * LIKENESS_SIDE + x]! * COSINES[u * LIKENESS_SIDE + x]!;
      rows[y * WAVES + u] = sum;
    }
  const waves: number[] = [];
  for (let v = 0; v < WAVES; v++)
    for (let u = 0; u < WAVES; u++) {
      let sum = 0;
      for (let y = 0; y < LIKENESS_SIDE; y++) sum += rows[y * WAVES + u]! * COSINES[v * LIKENESS_SIDE + y]!;
      waves.push(sum);
    }
  return waves;
}
