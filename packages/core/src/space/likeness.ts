/** A likeness as two numbers of 32 bits. */
export interface Likeness {
  readonly high: number;
  readonly low: number;
}

/** `text`: sixteen hexadecimal digits. */
export function readLikeness(text: string): Likeness {
  return { high: Number.parseInt(text.slice(0, 8), 16) >>> 0, low: Number.parseInt(text.slice(8), 16) >>> 0 };
}

/** In how many of 64 bits two differ. */
export function unlike(a: Likeness, b: Likeness): number {
  return ones(a.high ^ b.high) + ones(a.low ^ b.low);
}

function ones(bits: number): number {
  let value = bits - ((bits >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return (((value + (value >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** A likeness has four parts of so many bits. */
const PARTS = 4;
const PART_BITS = 16;
/** Of those that share a part, so many are compared: pictures that have next to nothing in them may all share one. */
const MOST_SHARING = 256;
const NONE = -1;

/**
 * Likenesses, of which the neighbours are found without comparing each with each: two that differ in at most seven bits have, of four parts, one
 * that differs in at most one bit.
 */
export class Neighbours {
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  /** By part and its value: the number that has it and was added last. */
  readonly #first: Int32Array[];
  /** By part and number: the one before that has the same value. */
  readonly #before: Int32Array[];
  /** By number: in which search it was looked at last. */
  readonly #lookedIn: Int32Array;
  #search = 0;
  /** Comparisons made so far. */
  compared = 0;

  constructor(likenesses: readonly Likeness[]) {
    const size = likenesses.length;
    this.#high = Uint32Array.from(likenesses, ({ high }) => high);
    this.#low = Uint32Array.from(likenesses, ({ low }) => low);
    this.#first = Array.from({ length: PARTS }, () => new Int32Array(1 << PART_BITS).fill(NONE));
    this.#before = Array.from({ length: PARTS }, () => new Int32Array(size).fill(NONE));
    this.#lookedIn = new Int32Array(size);
    for (let part = 0; part < PARTS; part++) {
      const [first, before] = [this.#first[part]!, this.#before[part]!];
      const sharing = new Uint16Array(1 << PART_BITS);
      for (let number = 0; number < size; number++) {
        const value = this.#value(number, part);
        if (sharing[value]! >= MOST_SHARING) continue;
        sharing[value]! += 1;
        before[number] = first[value]!;
        first[value] = number;
      }
    }
  }

  /** The numbers, from 0 in the order in which they were given, of those that differ from one of them in at most `most` bits (seven or less), without itself. */
  near(number: number, most: number): number[] {
    const found: number[] = [];
    this.#search += 1;
    const [high, low] = [this.#high[number]!, this.#low[number]!];
    for (let part = 0; part < PARTS; part++) {
      const [first, before] = [this.#first[part]!, this.#before[part]!];
      const value = this.#value(number, part);
      for (let bit = NONE; bit < PART_BITS; bit++)
        for (let other = first[bit === NONE ? value : value ^ (1 << bit)]!; other !== NONE; other = before[other]!) {
          if (other === number || this.#lookedIn[other] === this.#search) continue;
          this.#lookedIn[other] = this.#search;
          this.compared += 1;
          if (ones(high ^ this.#high[other]!) + ones(low ^ this.#low[other]!) <= most) found.push(other);
        }
    }
    return found.sort((a, b) => a - b);
  }

  #value(number: number, part: number): number {
    const half = part < 2 ? this.#high[number]! : this.#low[number]!;
    return part % 2 === 0 ? half >>> PART_BITS : half & 0xffff;
  }
}
