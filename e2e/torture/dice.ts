import { chance } from '../demo/brush/chance.ts';

/** What chance decides for one who acts; each has dice of its own, so that nobody's haste changes what another draws. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number, name: string) {
    let mixed = seed >>> 0;
    for (const letter of name) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    this.#next = chance(mixed);
  }

  /** A whole number from `least` to `most`, both included. */
  number(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  /** Small ones are as likely as large ones, whatever their size: as sizes of photos are. */
  size(least: number, most: number): number {
    return Math.round(least * (most / least) ** this.#next());
  }

  happens(probability: number): boolean {
    return this.#next() < probability;
  }

  pick<T>(of: readonly T[]): T | undefined {
    return of[this.number(0, of.length - 1)];
  }

  /** One of them, the likelier the greater its weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const all = Object.entries(weights) as [T, number][];
    let left = this.#next() * all.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of all) {
      left -= weight;
      if (left < 0) return name;
    }
    return (all.at(-1) as [T, number])[0];
  }

  bytes(count: number): Buffer {
    const bytes = Buffer.allocUnsafe(count);
    let at = 0;
    for (; at + 4 <= count; at += 4) bytes.writeUInt32LE(Math.floor(this.#next() * 0x1_0000_0000), at);
    for (; at < count; at += 1) bytes[at] = this.number(0, 255);
    return bytes;
  }
}
