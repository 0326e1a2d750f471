/** Reading numbers and text out of bytes; each gives 0 or '' past the end, so that no hostile length can throw. */

export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

export function u16(bytes: Uint8Array, at: number, little = false): number {
  return little ? u8(bytes, at) + u8(bytes, at + 1) * 0x100 : u8(bytes, at) * 0x100 + u8(bytes, at + 1);
}

export function u32(bytes: Uint8Array, at: number, little = false): number {
  return little ? u16(bytes, at, true) + u16(bytes, at + 2, true) * 0x10000 : u16(bytes, at) * 0x10000 + u16(bytes, at + 2);
}

export function i32(bytes: Uint8Array, at: number, little = false): number {
  return u32(bytes, at, little) | 0;
}

/** Exact up to 2^53; beyond that a size is a lie anyway. */
export function u64(bytes: Uint8Array, at: number, little = false): number {
  return little ? u32(bytes, at, true) + u32(bytes, at + 4, true) * 0x1_0000_0000 : u32(bytes, at) * 0x1_0000_0000 + u32(bytes, at + 4);
}

/** Bytes as ISO 8859-1 text. */
export function latin(bytes: Uint8Array, at: number, length: number): string {
  let text = '';
  const end = Math.min(at + length, bytes.length);
  for (let index = Math.max(at, 0); index < end; index++) text += String.fromCharCode(bytes[index]!);
  return text;
}

export function startsWith(bytes: Uint8Array, at: number, wanted: string): boolean {
  return at + wanted.length <= bytes.length && latin(bytes, at, wanted.length) === wanted;
}

/** Index of the last `first second` pair at or after `from`, or -1. */
export function lastPair(bytes: Uint8Array, first: number, second: number, from = 0): number {
  for (let index = bytes.length - 2; index >= from; index--) if (bytes[index] === first && bytes[index + 1] === second) return index;
  return -1;
}
