import { boxesOf, contentOf } from './boxes.ts';
import { startsWith, u32 } from './bytes.ts';
import { storedSize, type Size } from './sizes.ts';
import type { MediaSource } from './source.ts';

const MOST_OF_A_DIRECTORY = 1024 * 1024;
const EXIF_POINTER = 0x8769;
const GPS_POINTER = 0x8825;

/**
 * Canon's CR3: small TIFF files in a `uuid` box within `moov`: `CMT1` holds the main directory, `CMT2` what
 * elsewhere is the EXIF directory, `CMT4` the position. Each comes back as a TIFF file of its own.
 */
export async function readCr3(source: Pick<MediaSource, 'size' | 'read'>): Promise<{ directories: Uint8Array[]; size: Size | null }> {
  const directories: Uint8Array[] = [];
  let size: Size | null = null;
  const movie = (await boxesOf(source)).find((box) => box.type === 'moov');
  const canon = movie === undefined ? undefined : (await boxesOf(source, movie.start, movie.end)).find((box) => box.type === 'uuid');
  if (canon === undefined) return { directories, size };
  for (const box of await boxesOf(source, canon.start + 16, canon.end)) {
    if (!/^CMT[124]$/.test(box.type)) continue;
    const bytes = await contentOf(source, box, MOST_OF_A_DIRECTORY);
    if (box.type === 'CMT1') size = storedSize('cr2', bytes);
    directories.push(box.type === 'CMT1' ? bytes : behindPointer(bytes, box.type === 'CMT2' ? EXIF_POINTER : GPS_POINTER));
  }
  return { directories, size };
}

/** The same TIFF with a new main directory at its end that only points to the one it had. */
function behindPointer(tiff: Uint8Array, tag: number): Uint8Array {
  const little = startsWith(tiff, 0, 'II');
  const whole = new Uint8Array(tiff.length + 18);
  whole.set(tiff);
  const view = new DataView(whole.buffer);
  const at = tiff.length;
  view.setUint16(at, 1, little);
  view.setUint16(at + 2, tag, little);
  view.setUint16(at + 4, 4, little);
  view.setUint32(at + 6, 1, little);
  view.setUint32(at + 10, u32(tiff, 4, little), little);
  if (whole.length >= 8) view.setUint32(4, at, little);
  return whole;
}
