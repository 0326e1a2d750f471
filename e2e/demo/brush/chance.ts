/** Chance that repeats: the same seed gives the same numbers (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Noise = (x: number, y: number) => number;

/** Smooth value noise between 0 and 1, one bump for each unit of length. */
export function noise(seed: number): Noise {
  const next = chance(seed);
  const values = Float32Array.from({ length: 256 }, next);
  const order = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 255; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  const at = (x: number, y: number): number => values[(order[((order[x & 255] ?? 0) + y) & 255] ?? 0) & 255] ?? 0;
  return (x, y) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const u = ease(x - left);
    const v = ease(y - top);
    const upper = at(left, top) + (at(left + 1, top) - at(left, top)) * u;
    const lower = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * u;
    return upper + (lower - upper) * v;
  };
}

/** Noise over noise, each half the size of the one before: clouds, ridges, bark. Between 0 and 1. */
export function layered(base: Noise, octaves: number): Noise {
  const whole = 2 - 2 ** (1 - octaves);
  return (x, y) => {
    let sum = 0;
    let weight = 1;
    let scale = 1;
    for (let i = 0; i < octaves; i += 1) {
      sum += weight * base(x * scale + i * 17.3, y * scale + i * 9.1);
      weight *= 0.5;
      scale *= 2;
    }
    return sum / whole;
  };
}

/** A number from 0 to 1 that belongs to a place on a grid. */
export function hash(x: number, y: number, seed: number): number {
  let mixed = Math.imul(x | 0, 374_761_393) ^ Math.imul(y | 0, 668_265_263) ^ Math.imul(seed | 0, 2_147_483_647);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1_274_126_177);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}

const ease = (t: number): number => t * t * (3 - 2 * t);

/** 0 below `from`, 1 above `to`, smooth between. */
export function step(from: number, to: number, value: number): number {
  return ease(Math.min(1, Math.max(0, (value - from) / (to - from))));
}
