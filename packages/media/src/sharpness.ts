/** Width and height of the squares that are looked at one by one. */
const SQUARE = 32;
/** Pixels to each side over which a square is blurred for comparison. */
const REACH = 4;
/** Mean step from one pixel to the next below which there is nothing in a square that could be sharp. */
const FLAT = 1.5;
const FLAT_ONE_WAY = 0.5;
/** With fewer squares nothing is said of a picture. */
const FEWEST = 4;

/**
 * How sharp a picture is where it is sharpest, 0 to 1000: how much of the steps between its pixels goes when it is blurred, for what is
 * blurred already loses little by it (F. Crete and others, "The blur effect", 2007). The tenth of its squares that loses most counts, so
 * that a background out of focus does not; light and contrast do not count. Null: there is too little to see in it.
 * @param grey `height` rows of `width` pixels, 8 bits each, at the size of a thumbnail
 */
export function sharpnessOf(grey: Uint8Array, width: number, height: number): number | null {
  const across = blurred(grey, width, height, 1, width);
  const down = blurred(grey, height, width, width, 1);
  const losses: number[] = [];
  for (let top = 0; top + SQUARE <= height; top += SQUARE)
    for (let left = 0; left + SQUARE <= width; left += SQUARE) {
      const loss = lossOf({ grey, across, down, width }, left, top);
      if (loss !== null) losses.push(loss);
    }
  if (losses.length < FEWEST) return null;
  losses.sort((a, b) => b - a);
  return Math.round(1000 * losses[Math.floor(losses.length / 10)]!);
}

/** Each pixel as the mean of its row (or column) around it. `step` and `line`: from one pixel, and from one row, to the next. */
function blurred(grey: Uint8Array, length: number, lines: number, step: number, line: number): Float32Array {
  const out = new Float32Array(grey.length);
  for (let row = 0; row < lines; row++) {
    const start = row * line;
    let sum = 0;
    let count = 0;
    for (let at = 0; at < Math.min(REACH, length); at++, count++) sum += grey[start + at * step]!;
    for (let at = 0; at < length; at++) {
      if (at + REACH < length) {
        sum += grey[start + (at + REACH) * step]!;
        count += 1;
      }
      if (at - REACH - 1 >= 0) {
        sum -= grey[start + (at - REACH - 1) * step]!;
        count -= 1;
      }
      out[start + at * step] = sum / count;
    }
  }
  return out;
}

interface Seen {
  readonly grey: Uint8Array;
  readonly across: Float32Array;
  readonly down: Float32Array;
  readonly width: number;
}

/** What a square loses by blurring, 0 to 1, in the direction in which it loses less; null: it is flat. */
function lossOf({ grey, across, down, width }: Seen, left: number, top: number): number | null {
  let [steps, lost, stepsDown, lostDown] = [0, 0, 0, 0];
  for (let y = top + 1; y < top + SQUARE; y++)
    for (let x = left + 1; x < left + SQUARE; x++) {
      const at = y * width + x;
      const step = Math.abs(grey[at]! - grey[at - 1]!);
      const stepDown = Math.abs(grey[at]! - grey[at - width]!);
      steps += step;
      stepsDown += stepDown;
      lost += Math.max(0, step - Math.abs(across[at]! - across[at - 1]!));
      lostDown += Math.max(0, stepDown - Math.abs(down[at]! - down[at - width]!));
    }
  const pixels = (SQUARE - 1) ** 2;
  if (Math.max(steps, stepsDown) < FLAT * pixels) return null;
  const one = steps < FLAT_ONE_WAY * pixels ? 1 : lost / steps;
  const other = stepsDown < FLAT_ONE_WAY * pixels ? 1 : lostDown / stepsDown;
  return Math.min(one, other);
}
