import { latin, u8 } from './bytes.ts';

/** Seconds from 1970 to 2001, from which these lists count. */
const EPOCH = 978_307_200;
/** More than any file beside a photo has. */
const MOST_ENTRIES = 200;

/**
 * Of a binary property list, what stands at its top: texts, dates as milliseconds since 1970, and data. What is damaged, or of another
 * kind, is left out; never throws.
 */
export function readBinaryList(bytes: Uint8Array): Record<string, unknown> {
  const end = bytes.length - 32;
  if (end < 8) return {};
  const [offsetSize, refSize] = [u8(bytes, end + 6), u8(bytes, end + 7)];
  const [count, top, table] = [number(bytes, end + 8, 8), number(bytes, end + 16, 8), number(bytes, end + 24, 8)];
  if (offsetSize === 0 || refSize === 0) return {};
  const placeOf = (index: number): number => (index < count ? number(bytes, table + index * offsetSize, offsetSize) : -1);
  const head = sized(bytes, placeOf(top));
  if (head === null || head.kind !== 0xd || head.length > MOST_ENTRIES) return {};
  const found: Record<string, unknown> = {};
  for (let at = 0; at < head.length; at += 1) {
    const ref = (index: number): number => placeOf(number(bytes, head.from + index * refSize, refSize));
    const key = valueAt(bytes, ref(at));
    const value = valueAt(bytes, ref(head.length + at));
    if (typeof key === 'string' && value !== undefined) found[key] = value;
  }
  return found;
}

function valueAt(bytes: Uint8Array, at: number): string | number | Uint8Array | undefined {
  const head = sized(bytes, at);
  if (head === null) return undefined;
  const { kind, from, length } = head;
  switch (kind) {
    case 0x3: {
      const seconds = from + 8 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset + from, 8).getFloat64(0) : Number.NaN;
      return Number.isFinite(seconds) ? Math.round((seconds + EPOCH) * 1000) : undefined;
    }
    case 0x4:
      return bytes.subarray(from, from + length);
    case 0x5:
      return latin(bytes, from, length);
    default:
      return undefined;
  }
}

/** What an entry says of itself: its kind, and where how much of it lies. */
function sized(bytes: Uint8Array, at: number): { kind: number; from: number; length: number } | null {
  if (at < 8 || at >= bytes.length - 32) return null;
  const marker = u8(bytes, at);
  const [kind, low] = [marker >> 4, marker & 15];
  if (kind === 0x3) return { kind, from: at + 1, length: 8 };
  if (low < 15) return { kind, from: at + 1, length: low };
  const size = 1 << (u8(bytes, at + 1) & 3);
  const length = number(bytes, at + 2, size);
  return at + 2 + size + length > bytes.length ? null : { kind, from: at + 2 + size, length };
}

/** A number of so many bytes, the highest first; one that lies outside, or is larger than any file, is -1. */
function number(bytes: Uint8Array, at: number, size: number): number {
  if (at < 0 || size > 8 || at + size > bytes.length) return -1;
  let value = 0;
  for (let index = 0; index < size; index += 1) value = value * 256 + u8(bytes, at + index);
  return Number.isSafeInteger(value) ? value : -1;
}
