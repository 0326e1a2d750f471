import { findBox } from './boxes.ts';
import { latin, startsWith, u16, u32, u8, i32 } from './bytes.ts';
import type { Format } from './formats.ts';
import { readJxl } from './jxl.ts';
import { textOf } from './svg.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Width and height as stored, from a photo's beginning; null when it does not say. Formats in boxes
 * (HEIC, AVIF, CR3, videos) are read elsewhere.
 */
export function storedSize(format: Format, head: Uint8Array): Size | null {
  const found = sizeIn(format, head);
  return found !== null && found.width > 0 && found.height > 0 ? found : null;
}

function sizeIn(format: Format, head: Uint8Array): Size | null {
  switch (format) {
    case 'jpeg':
      return jpegSize(head);
    case 'png':
      return startsWith(head, 12, 'IHDR') ? { width: u32(head, 16), height: u32(head, 20) } : null;
    case 'gif':
      return { width: u16(head, 6, true), height: u16(head, 8, true) };
    case 'webp':
      return webpSize(head);
    case 'bmp':
      return u32(head, 14, true) < 40
        ? { width: u16(head, 18, true), height: u16(head, 20, true) }
        : { width: Math.abs(i32(head, 18, true)), height: Math.abs(i32(head, 22, true)) };
    case 'jp2':
      return jp2Size(head);
    case 'jxl':
      return readJxl(head)?.size ?? null;
    case 'psd':
      return { width: u32(head, 18), height: u32(head, 14) };
    case 'svg':
      return svgSize(head);
    case 'tiff':
      return firstPage(head) ?? tiffSize(head);
    case 'dng':
    case 'cr2':
    case 'nef':
    case 'arw':
    case 'pef':
    case 'srw':
    case 'raw':
    case 'orf':
      return tiffSize(head);
    case 'rw2':
      return sensorSize(head);
    default:
      return null;
  }
}

/** The frame header (ITU-T T.81 section B.2.2). */
function jpegSize(head: Uint8Array): Size | null {
  for (let at = 2; at + 9 < head.length;) {
    const marker = u8(head, at + 1);
    if (u8(head, at) !== 0xff) return null;
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: u16(head, at + 7), height: u16(head, at + 5) };
    else if (marker === 0xda || marker === 0xd9) return null;
    else at += 2 + Math.max(2, u16(head, at + 2));
  }
  return null;
}

/** RFC 9649 section 2. */
function webpSize(head: Uint8Array): Size | null {
  const u24 = (at: number): number => u16(head, at, true) + u8(head, at + 2) * 0x10000;
  switch (latin(head, 12, 4)) {
    case 'VP8X':
      return { width: u24(24) + 1, height: u24(27) + 1 };
    case 'VP8L':
      return { width: (u32(head, 21, true) & 0x3fff) + 1, height: ((u32(head, 21, true) >>> 14) & 0x3fff) + 1 };
    case 'VP8 ':
      return { width: u16(head, 26, true) & 0x3fff, height: u16(head, 28, true) & 0x3fff };
    default:
      return null;
  }
}

/** ISO/IEC 15444-1: the `ihdr` box, or the SIZ marker of a bare codestream. */
function jp2Size(head: Uint8Array): Size | null {
  if (u32(head, 0) === 0xff4f_ff51) return { width: u32(head, 8) - u32(head, 16), height: u32(head, 12) - u32(head, 20) };
  const header = findBox(head, ['jp2h', 'ihdr']);
  return header === null ? null : { width: u32(head, header.start + 4), height: u32(head, header.start) };
}

/** Units of length that are so many pixels everywhere (CSS Values and Units, section 6.2). */
const PIXELS_IN: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 96 / 72, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };

function svgSize(head: Uint8Array): Size | null {
  const tag = /<(?:\w+:)?svg[\s>][^>]*/.exec(textOf(head.subarray(0, 65_536)))?.[0] ?? '';
  const pixels = (name: string): number => {
    const [, value, unit] = new RegExp(`\\s${name}\\s*=\\s*["']\\s*(\\d+(?:\\.\\d+)?)([a-z]*)\\s*["']`).exec(tag) ?? [];
    return Math.round(Number(value ?? 0) * (PIXELS_IN[unit ?? ''] ?? 0));
  };
  if (pixels('width') > 0 && pixels('height') > 0) return { width: pixels('width'), height: pixels('height') };
  const box = /viewBox\s*=\s*["']\s*[\d.+-]+[\s,]+[\d.+-]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)/.exec(tag);
  return box === null ? null : { width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) };
}

/** Of a file with several pages the first is shown; a small copy of it that stands before it is none (TIFF 6.0, NewSubfileType). */
function firstPage(head: Uint8Array): Size | null {
  const little = startsWith(head, 0, 'II');
  const start = u32(head, 4, little);
  const values = new Map<number, number>();
  const count = Math.min(u16(head, start, little), 1024);
  for (let at = start + 2; at < start + 2 + count * 12 && at + 12 <= head.length; at += 12)
    values.set(u16(head, at, little), u16(head, at + 2, little) === 3 ? u16(head, at + 8, little) : u32(head, at + 8, little));
  const [width, height] = [values.get(0x100) ?? 0, values.get(0x101) ?? 0];
  return width > 0 && height > 0 && ((values.get(0xfe) ?? 0) & 1) === 0 ? { width, height } : null;
}

/** The largest picture among the first directories and their sub-directories (TIFF 6.0; raw files keep previews in others). */
function tiffSize(head: Uint8Array): Size | null {
  const little = startsWith(head, 0, 'II');
  const waiting = [u32(head, 4, little)];
  const seen = new Set<number>();
  let best: Size | null = null;
  while (waiting.length > 0 && seen.size < 64) {
    const start = waiting.shift()!;
    if (start === 0 || start + 2 > head.length || seen.has(start)) continue;
    seen.add(start);
    const count = Math.min(u16(head, start, little), 1024);
    let [width, height] = [0, 0];
    for (let at = start + 2; at < start + 2 + count * 12 && at + 12 <= head.length; at += 12) {
      const tag = u16(head, at, little);
      const value = u16(head, at + 2, little) === 3 ? u16(head, at + 8, little) : u32(head, at + 8, little);
      if (tag === 0x100) width = value;
      if (tag === 0x101) height = value;
      if (tag === 0x14a) {
        const links = Math.min(u32(head, at + 4, little), 16);
        for (let n = 0; n < links; n++) waiting.push(links === 1 ? value : u32(head, value + n * 4, little));
      }
    }
    if (width * height > (best === null ? 0 : best.width * best.height)) best = { width, height };
    waiting.push(u32(head, start + 2 + count * 12, little));
  }
  return best;
}

/** Panasonic's RW2: the borders of the picture on the sensor. */
function sensorSize(head: Uint8Array): Size | null {
  const start = u32(head, 4, true);
  const borders = new Map<number, number>();
  const count = Math.min(u16(head, start, true), 512);
  for (let at = start + 2; at < start + 2 + count * 12 && at + 12 <= head.length; at += 12)
    borders.set(u16(head, at, true), u16(head, at + 8, true));
  const [top, left, bottom, right] = [4, 5, 6, 7].map((tag) => borders.get(tag) ?? 0) as [number, number, number, number];
  return right > left && bottom > top ? { width: right - left, height: bottom - top } : null;
}
