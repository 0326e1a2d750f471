import sharp from 'sharp';
import type { Description } from './describe.ts';
import { writeExif } from './stand-in-exif.ts';
import { XMP_HEADER } from './stand-in-mark.ts';

/** What the file itself says; its name and its date on the disk say it of what is made of it as well. */
const SAID_BY_THE_FILE = new Set(['exif', 'xmp', 'gps', 'quicktime', 'container']);

/** When the file itself says that it was taken, and whether it knows only the day; null: it does not say. */
export function dateOf(told: Description | null): { readonly date: string | null; readonly dayOnly: boolean } {
  const fields = told?.fields;
  const date = fields !== undefined && SAID_BY_THE_FILE.has(fields.capturedSource) ? fields.capturedAt : null;
  return { date, dayOnly: told?.details.dayOnly ?? false };
}

/** When, where and with what a picture was taken, for an upright JPEG in sRGB that is made of it. `size`: of the JPEG. */
export function exifOf(told: Description | null, size: { readonly width: number; readonly height: number }): Uint8Array {
  const { date, dayOnly } = dateOf(told);
  const { camera = null, exposure = null, place = null } = told?.fields ?? {};
  return writeExif({ camera, exposure, place, capturedAt: dayOnly ? null : date, width: size.width, height: size.height });
}

/** A JPEG as the image library wrote it, with these blocks before its picture, and with a profile of sRGB where it has none. */
export async function withHead(jpeg: Buffer, exif: Uint8Array, xmp: Uint8Array): Promise<Buffer> {
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, 'Exif\0\0', exif),
    segment(0xe1, XMP_HEADER, xmp),
    ...(jpeg.subarray(0, 64).includes(PROFILE, 0, 'latin1') ? [] : [segment(0xe2, `${PROFILE}\x01\x01`, await screenProfile())]),
    jpeg.subarray(2),
  ]);
}

/** Before a profile, and the numbers of its parts (ICC.1 section B.4). */
const PROFILE = 'ICC_PROFILE\0';

/** An application segment (ITU-T T.81 section B.2.4.6). */
function segment(marker: number, header: string, content: Uint8Array): Buffer {
  const start = Buffer.from([0xff, marker, 0, 0]);
  start.writeUInt16BE(2 + header.length + content.length, 2);
  return Buffer.concat([start, Buffer.from(header, 'latin1'), content]);
}

let profile: Promise<Uint8Array> | null = null;

/** The image library's own profile of sRGB, half a kilobyte: a browser shows a picture without one in the colours of its screen. */
function screenProfile(): Promise<Uint8Array> {
  profile ??= sharp({ create: { width: 1, height: 1, channels: 3, background: '#ffffff' } })
    .withIccProfile('srgb')
    .png()
    .toBuffer()
    .then(async (png) => (await sharp(png).metadata()).icc ?? new Uint8Array());
  return profile;
}
