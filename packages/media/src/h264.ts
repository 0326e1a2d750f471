import { u8 } from './bytes.ts';
import type { Size } from './sizes.ts';

/** A picture as it is coded, without what is cut off, and how wide its pixels are meant to be. */
export interface CodedPicture {
  readonly stored: Size;
  /** Width of a pixel by its height. */
  readonly pixel: number;
}

/** Profiles that say more of their colours (ITU-T H.264 section 7.3.2.1.1). */
const HIGH: ReadonlySet<number> = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]);
/** Pixels by number (table E-1). */
const PIXELS: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 1],
  [12, 11],
  [10, 11],
  [16, 11],
  [40, 33],
  [24, 11],
  [20, 11],
  [32, 11],
  [80, 33],
  [18, 11],
  [15, 11],
  [64, 33],
  [160, 99],
  [4, 3],
  [3, 2],
  [2, 1],
];
const LONGEST = 4096;

/** A sequence parameter set, from the byte behind its header on (ITU-T H.264 section 7.3.2.1). Null: it makes no sense. Never throws. */
export function readSequence(bytes: Uint8Array): CodedPicture | null {
  const bits = new Bits(withoutGuards(bytes.subarray(0, LONGEST)));
  const profile = bits.take(8);
  bits.take(16);
  bits.number();
  let chroma = 1;
  if (HIGH.has(profile)) {
    chroma = bits.number();
    if (chroma === 3) bits.take(1);
    bits.number();
    bits.number();
    bits.take(1);
    if (bits.take(1) === 1) for (let list = 0; list < (chroma === 3 ? 12 : 8); list += 1) if (bits.take(1) === 1) skipScaling(bits, list);
  }
  bits.number();
  skipOrder(bits);
  bits.number();
  bits.take(1);
  const [across, down] = [bits.number() + 1, bits.number() + 1];
  const whole = bits.take(1);
  if (whole === 0) bits.take(1);
  bits.take(1);
  const cut = bits.take(1) === 1 ? [bits.number(), bits.number(), bits.number(), bits.number()] : [0, 0, 0, 0];
  const [left, right, top, bottom] = cut as [number, number, number, number];
  const width = across * 16 - (left + right) * (chroma === 1 || chroma === 2 ? 2 : 1);
  const height = down * 16 * (2 - whole) - (top + bottom) * (chroma === 1 ? 2 : 1) * (2 - whole);
  if (bits.isOver || width < 1 || height < 1 || width > 65_536 || height > 65_536) return null;
  return { stored: { width, height }, pixel: pixelOf(bits) };
}

function pixelOf(bits: Bits): number {
  if (bits.take(1) === 0 || bits.take(1) === 0) return 1;
  const code = bits.take(8);
  const [width, height] = code === 255 ? [bits.take(16), bits.take(16)] : (PIXELS[code] ?? [1, 1]);
  return bits.isOver || width === 0 || height === 0 ? 1 : width / height;
}

/** In which order pictures are shown. */
function skipOrder(bits: Bits): void {
  const type = bits.number();
  if (type === 0) bits.number();
  if (type !== 1) return;
  bits.take(1);
  bits.number();
  bits.number();
  for (let left = Math.min(bits.number(), 255); left > 0; left -= 1) bits.number();
}

function skipScaling(bits: Bits, list: number): void {
  let [last, next] = [8, 8];
  for (let at = 0; at < (list < 6 ? 16 : 64); at += 1) {
    if (next !== 0) next = (last + bits.signed() + 256) % 256;
    if (next !== 0) last = next;
  }
}

/** Without the bytes that keep the content from looking like the beginning of another unit. */
function withoutGuards(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => !(byte === 3 && u8(bytes, at - 1) === 0 && u8(bytes, at - 2) === 0 && at >= 2));
}

/** Bits one after the other; zeros behind the end. */
class Bits {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isOver(): boolean {
    return this.#at > this.#bytes.length * 8;
  }

  take(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left -= 1) {
      value = value * 2 + ((u8(this.#bytes, this.#at >> 3) >> (7 - (this.#at & 7))) & 1);
      this.#at += 1;
    }
    return value;
  }

  /** As many zeros as bits follow the first one (section 9.1). */
  number(): number {
    let zeros = 0;
    while (zeros < 32 && !this.isOver && this.take(1) === 0) zeros += 1;
    return 2 ** zeros - 1 + this.take(zeros);
  }

  signed(): number {
    const code = this.number();
    return code % 2 === 0 ? -code / 2 : (code + 1) / 2;
  }
}
