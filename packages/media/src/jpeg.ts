import { u16, u8 } from './bytes.ts';
import type { Size } from './sizes.ts';

/** Frames that every viewer shows: baseline, extended and progressive; raw data are often a lossless JPEG (ITU-T T.81 table B.1). */
const SHOWN_EVERYWHERE = new Set([0xc0, 0xc1, 0xc2]);

/** Size of the JPEG that begins at `from`, when it is one that viewers show; null for anything else. */
export function viewableSize(bytes: Uint8Array, from = 0): Size | null {
  if (u8(bytes, from) !== 0xff || u8(bytes, from + 1) !== 0xd8) return null;
  for (let at = from + 2; at + 9 < bytes.length;) {
    const marker = u8(bytes, at + 1);
    if (u8(bytes, at) !== 0xff) return null;
    if (marker === 0xff) at += 1;
    else if (SHOWN_EVERYWHERE.has(marker)) {
      const size = { width: u16(bytes, at + 7), height: u16(bytes, at + 5) };
      return size.width > 0 && size.height > 0 ? size : null;
    } else if (
      (marker >= 0xc3 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) ||
      (marker >= 0xd8 && marker <= 0xda)
    )
      return null;
    else at += 2 + Math.max(2, u16(bytes, at + 2));
  }
  return null;
}

/** Where the JPEG that begins at `from` ends, its thumbnails passed over; null when it does not end within `bytes`. */
export function jpegEnd(bytes: Uint8Array, from: number): number | null {
  let at = from + 2;
  while (at + 4 <= bytes.length) {
    if (u8(bytes, at) !== 0xff) return null;
    const marker = u8(bytes, at + 1);
    if (marker === 0xd9) return at + 2;
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else at += 2 + Math.max(2, u16(bytes, at + 2));
    if (marker === 0xda) at = afterScan(bytes, at);
  }
  return at + 2 === bytes.length && u16(bytes, at) === 0xffd9 ? bytes.length : null;
}

/** In the data of a scan a marker is a byte of ones and anything but zero or a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = u8(bytes, at + 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
