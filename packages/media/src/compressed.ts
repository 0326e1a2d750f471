import { message, type AssetKind } from '@rollcall/protocol';
import { open, stat, writeFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { describe, type Description } from './describe.ts';
import { fileSource } from './file-source.ts';
import type { Format } from './formats.ts';
import { decodePicture, plainPicture, RENDITION_LIMITS, renditionsOf, type Decoded, type Renditions } from './renditions.ts';
import { digestOf } from './stand-in.ts';
import { NO_DIGEST, writePacket } from './stand-in-mark.ts';
import { dateOf, exifOf, withHead } from './written-head.ts';

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
  words: message('No compressed version is made of it: it would be hardly smaller than the original.'),
  detail: 'no smaller',
  lacks: null,
};

const TOO_SMALL: Unavailable = {
  state: 'unavailable',
  words: message('No compressed version is made of it: the picture that its camera put inside is too small to stand for it.'),
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
  const bytes = 'state' in drawn ? drawn : await marked(drawn, of);
  if ('state' in bytes) return bytes;
  await writeFile(file, bytes);
  return { state: 'ready' };
}

/** Decoding these takes most of what is done with them, and of none of them can a part be decoded. */
const DEAR: ReadonlySet<Format> = new Set<Format>(['heic', 'heif']);

/** What is made of it when it comes costs little more where its compressed version is made of the same pixels. */
export function isDear(format: Format): boolean {
  return DEAR.has(format);
}

/** What a library shows of a photo, and beside it the bytes of its compressed version, of one decoding. `compressed` null: none is made of it. */
export interface Together {
  readonly renditions: Renditions;
  readonly compressed: Uint8Array | null;
}

/** Never throws for what is in the file. The compressed version has the bytes that `makeCompressed` would write. */
export async function makeTogether(of: Compressed): Promise<Together> {
  const decoded = await decodePicture(of.path, of.format, RENDITION_LIMITS, COMPRESSED_SIDE);
  if (decoded.state === 'unavailable') return { renditions: decoded, compressed: null };
  const renditions = await renditionsOf(decoded, of.format);
  const bytes = await marked(await encodeDecoded(decoded), of);
  return { renditions, compressed: 'state' in bytes ? null : bytes };
}

async function marked({ data: jpeg, info }: Drawn, of: Compressed): Promise<Buffer | Unavailable> {
  const told = await toldBy(of);
  if (isTooSmall(Math.max(info.width, info.height), of.kind, told)) return TOO_SMALL;
  const whole = await withMark(jpeg, of, told, info);
  return whole.length > (await stat(of.path)).size * MOST_OF_THE_ORIGINAL ? NO_SMALLER : whole;
}

type Drawn = { readonly data: Buffer; readonly info: { readonly width: number; readonly height: number } };

async function draw({ path, format }: Compressed): Promise<Drawn | Unavailable> {
  const plain = format === 'jpeg' ? await plainPicture(path, RENDITION_LIMITS, COMPRESSED_SIDE) : null;
  // One that is broken half-way says so only now.
  const drawn = plain && (await encoded(plain).catch(() => null));
  if (drawn !== null) return drawn;
  const decoded = await decodePicture(path, format, RENDITION_LIMITS, COMPRESSED_SIDE);
  return decoded.state === 'unavailable' ? decoded : encodeDecoded(decoded);
}

function encodeDecoded({ data, width, height, channels }: Decoded): Promise<Drawn> {
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

async function withMark(
  jpeg: Buffer,
  { assetId, hash, kind, name }: Compressed,
  told: Description | null,
  size: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const fields = told?.fields;
  const { date, dayOnly } = dateOf(told);
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
  const whole = await withHead(jpeg, exifOf(told, size), packet);
  const digestAt = whole.indexOf(NO_DIGEST, 0, 'latin1');
  const read = async (offset: number, length: number): Promise<Uint8Array> => whole.subarray(offset, offset + length);
  whole.write(await digestOf({ size: whole.length, read }, digestAt), digestAt, 'latin1');
  return whole;
}
