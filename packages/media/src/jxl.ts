import { findBox } from './boxes.ts';
import { startsWith, u16, u8 } from './bytes.ts';
import type { Size } from './sizes.ts';

const RATIOS = [0, 1, 12 / 10, 4 / 3, 3 / 2, 16 / 9, 5 / 4, 2];
const WIDTHS = [9, 13, 18, 30];

/** The size header of a JPEG XL codestream, and its orientation, which stands before EXIF's (ISO/IEC 18181-1 annex D). */
export function readJxl(head: Uint8Array): { size: Size; orientation: number } | null {
  let start = 0;
  if (startsWith(head, 4, 'JXL ')) {
    const whole = findBox(head, ['jxlc']);
    const part = findBox(head, ['jxlp']);
    if (whole === null && part === null) return null;
    start = whole?.start ?? part!.start + 4;
  }
  if (u16(head, start) !== 0xff0a) return null;
  let bit = (start + 2) * 8;
  const bits = (count: number): number => {
    let value = 0;
    for (let n = 0; n < count; n++, bit++) value += ((u8(head, bit >> 3) >> (bit & 7)) & 1) * 2 ** n;
    return value;
  };
  const small = bits(1) === 1;
  const length = (): number => (small ? (bits(5) + 1) * 8 : bits(WIDTHS[bits(2)]!) + 1);
  const height = length();
  const ratio = bits(3);
  const width = ratio === 0 ? length() : Math.floor(height * RATIOS[ratio]! + 1e-9);
  const usual = bits(1) === 1 || bits(1) === 0;
  return { size: { width, height }, orientation: usual ? 1 : bits(3) + 1 };
}
