import type { AssetKind } from '@rollcall/protocol';
import { open, stat, writeFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { describe, type Description } from './describe.ts';
import { fileSource } from './file-source.ts';
import type { Format } from './formats.ts';
import { decodePicture, plainPicture, RENDITION_LIMITS, type Renditions } from './renditions.ts';
import { digestOf } from './stand-in.ts';
import { writeExif } from './stand-in-exif.ts';
import { NO_DIGEST, writePacket, XMP_HEADER } from './stand-in-mark.ts';

/** What a compressed version is made of, and what it is to say of it. */
export interface Compressed {
  /** Absolute path of the bytes, which are only read. */
  readonly path: string;
  readonly format: Format;
  readonly kind: AssetKind;
  /** The name a person knows the file by. */
  readonly name: string;
  readonly mtimeMs: number | null;
  readonly assetId: string;
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly hash: string;
}

type Unavailable = Extract<Renditions, { state: 'unavailable' }>;

/** Pixels on the long side: more than most screens show of a photo. */
export const COMPRESSED_SIDE = 2048;
/** Beyond 82 a file grows by half for differences that nobody sees (decision 66). */
const QUALITY = 82;
/** Of the original's bytes: what saves less is not worth a second version. */
const MOST_OF_THE_ORIGINAL = 0.75;

const NO_SMALLER: Unavailable = {
  state: 'unavailable',
  words: 'No compressed version is made of it: it would be hardly smaller than the original.',
  detail: 'no smaller',
  lacks: null,
};

const TOO_SMALL: Unavailable = {
  state: 'unavailable',
  words: 'No compressed version is made of it: the picture that its camera put inside is too small to stand for it.',
  detail: 'the picture inside is too small',
  lacks: null,
};
/** Rounding, and the edge of a sensor that no picture shows. */
const NEARLY = 0.98;

/**
 * Writes a JPEG that every viewer opens: upright, in sRGB, with date, place and camera of the original, marked inside with what it stands
 * for (`stand-in-mark.ts`). The same bytes give the same file. Never throws for what is in the file; may throw what writing throws.
 */
export async function makeCompressed(of: Compressed, file: string): Promise<{ readonly state: 'ready' } | Unavailable> {
  const drawn = await draw(of);
  if ('state' in drawn) return drawn;
  const { data: jpeg, info } = drawn;
  const told = await toldBy(of);
  if (isTooSmall(Math.max(info.width, info.height), of.kind, told)) return TOO_SMALL;
  const marked = await withMark(jpeg, of, told, info);
  if (marked.length > (await stat(of.path)).size * MOST_OF_THE_ORIGINAL) return NO_SMALLER;
  await writeFile(file, marked);
  return { state: 'ready' };
}

type Drawn = { readonly data: Buffer; readonly info: { readonly width: number; readonly height: number } };

async function draw({ path, format }: Compressed): Promise<Drawn | Unavailable> {
  const plain = format === 'jpeg' ? await plainPicture(path, RENDITION_LIMITS, COMPRESSED_SIDE) : null;
  // One that is broken half-way says so only now.
  const drawn = plain && (await encoded(plain).catch(() => null));
  if (drawn !== null) return drawn;
  const decoded = await decodePicture(path, format, RENDITION_LIMITS, COMPRESSED_SIDE);
  if (decoded.state === 'unavailable') return decoded;
  const { data, width, height, channels } = decoded;
  const picture = sharp(data, { raw: { width, height, channels } });
  return encoded(channels === 4 ? picture.flatten({ background: '#ffffff' }) : picture);
}

function encoded(picture: Sharp): Promise<Drawn> {
  // Tables of its own make a file a twentieth smaller, and take a sixth of all the work.
  return picture.jpeg({ quality: QUALITY, chromaSubsampling: '4:2:0', optimiseCoding: false }).toBuffer({ resolveWithObject: true });
}

/** A raw file shows what its camera put there, which may be a stamp. */
function isTooSmall(side: number, kind: AssetKind, told: Description | null): boolean {
  const whole = Math.max(told?.fields.width ?? 0, told?.fields.height ?? 0);
  return kind === 'photo' && side < Math.min(COMPRESSED_SIDE, whole * NEARLY);
}

async function toldBy({ path, name, mtimeMs }: Compressed): Promise<Description | null> {
  const handle = await open(path, 'r');
  try {
    return await describe(await fileSource(handle, name, mtimeMs));
  } finally {
    await handle.close();
  }
}

/** What the file itself says; its name and its date on the disk say it of the compressed version as well. */
const SAID_BY_THE_FILE = new Set(['exif', 'xmp', 'gps', 'quicktime', 'container']);

async function withMark(
  jpeg: Buffer,
  { assetId, hash, kind, name }: Compressed,
  told: Description | null,
  size: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const fields = told?.fields;
  const date = fields !== undefined && SAID_BY_THE_FILE.has(fields.capturedSource) ? fields.capturedAt : null;
  const dayOnly = told?.details.dayOnly ?? false;
  const exif = writeExif({
    camera: fields?.camera ?? null,
    exposure: fields?.exposure ?? null,
    place: fields?.place ?? null,
    capturedAt: dayOnly ? null : date,
    ...size,
  });
  const packet = writePacket(
    { assetId, of: hash, kind, fileName: name, width: fields?.width ?? null, height: fields?.height ?? null },
    {
      title: fields?.title ?? null,
      caption: fields?.caption ?? null,
      rating: fields?.rating ?? null,
      keywords: fields?.keywords ?? [],
      day: dayOnly && date !== null ? date.slice(0, 10) : null,
    },
  );
  const whole = Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, 'Exif\0\0', exif),
    segment(0xe1, XMP_HEADER, packet),
    ...(jpeg.subarray(0, 64).includes(PROFILE, 0, 'latin1') ? [] : [segment(0xe2, `${PROFILE}\x01\x01`, await screenProfile())]),
    jpeg.subarray(2),
  ]);
  const digestAt = whole.indexOf(NO_DIGEST, 0, 'latin1');
  const read = async (offset: number, length: number): Promise<Uint8Array> => whole.subarray(offset, offset + length);
  whole.write(await digestOf({ size: whole.length, read }, digestAt), digestAt, 'latin1');
  return whole;
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
