import { message } from '@rollcall/protocol';
import { open, readFile } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { NOTHING } from './film-facts.ts';
import { FORMATS, type Format } from './formats.ts';
import { readHeif } from './heif.ts';
import { decodeHeic } from './heic-pixels.ts';
import { fileSource } from './file-source.ts';
import { factsOfFilm } from './film-file.ts';
import { likenessOf, LIKENESS_SIDE } from './likeness.ts';
import { makePoster, PICTURE_DEMUXERS } from './poster.ts';
import { isRaw } from './preview.ts';
import { profiledTiff } from './profiled-tiff.ts';
import { rawPicture } from './raw-picture.ts';
import { PREVIEW, THUMBNAIL } from './rendition-sizes.ts';
import { toScreen, type Colours } from './screen-colours.ts';
import { isScreenProfile } from './screen-profile.ts';
import { within } from './source.ts';
import { sharpnessOf } from './sharpness.ts';
import type { MediaTool } from './tools.ts';

export interface RenditionLimits {
  /** Pixels of one picture. */
  readonly pixels: number;
  /** Pixels of one HEIC picture, which is decoded in memory as a whole (3 bytes a pixel). */
  readonly heicPixels: number;
  /** Bytes of one HEIC file. */
  readonly heicBytes: number;
  /** Milliseconds by the clock for one video's poster: on a busy machine it gets only the time that nobody else wants (`POSTER_WORK` limits the work). */
  readonly posterTime: number;
}
export const RENDITION_LIMITS: RenditionLimits = {
  pixels: 300_000_000,
  heicPixels: 100_000_000,
  heicBytes: 256 * 1024 * 1024,
  posterTime: 10 * 60_000,
};

/** Small numbers of a picture, by which it is compared with others. */
export interface Measures {
  /** By which similar pictures can be found (`likenessOf`). */
  readonly likeness: string;
  /** 0 to 1000 (`sharpnessOf`); null: there is too little to see in it. */
  readonly sharpness: number | null;
}

export type Renditions =
  | {
      readonly state: 'ready';
      readonly thumbnail: Uint8Array;
      readonly preview: Uint8Array;
      /** ThumbHash in base64. */
      readonly placeholder: string;
      readonly measures: Measures;
    }
  | {
      readonly state: 'unavailable';
      /** Why, for a person. */
      readonly words: string;
      /** Why, for a log. */
      readonly detail: string;
      /** What is not installed here, and would be needed; null: that is not why. */
      readonly lacks: MediaTool | null;
    };

/** What the image library may open: nothing that runs a program, follows a link or draws text. */
const MAY_OPEN = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'];
const READABLE = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif']);

let ready = false;
function prepare(): void {
  if (ready) return;
  ready = true;
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: MAY_OPEN.map((name) => `VipsForeignLoad${name}`) });
}

/**
 * Thumbnail, preview and placeholder of a photo or video: upright, in sRGB, the first frame of what moves. Decodes
 * once. Damaged pictures give what can be decoded of them. Never throws for what is in the file; what a hostile file
 * may still do to the process is why this belongs into a worker process with limits.
 * @param path absolute path of the file
 */
export async function makeRenditions(path: string, format: Format, limits: RenditionLimits = RENDITION_LIMITS): Promise<Renditions> {
  try {
    const decoded = await decodePicture(path, format, limits, PREVIEW.longSide);
    return decoded.state === 'unavailable' ? decoded : await derive(decoded);
  } catch (error) {
    return unavailable(format, error instanceof Error ? error.message : String(error));
  }
}

/** The same of a picture that is decoded already, for something larger. Never throws for what is in it. */
export async function renditionsOf({ data, width, height, channels }: Decoded, format: Format): Promise<Renditions> {
  try {
    return await derive(await shrink(sharp(data, { raw: { width, height, channels } }), PREVIEW.longSide));
  } catch (error) {
    return unavailable(format, error instanceof Error ? error.message : String(error));
  }
}

/** Its pixels, at most `side` wide and high: upright, in sRGB. Never throws for what is in the file. */
export async function decodePicture(
  path: string,
  format: Format,
  limits: RenditionLimits,
  side: number,
): Promise<({ readonly state: 'decoded' } & Decoded) | Unavailable> {
  prepare();
  try {
    const decoded = await decode(path, format, limits, side);
    return 'words' in decoded ? { state: 'unavailable', lacks: null, ...decoded } : { state: 'decoded', ...decoded };
  } catch (error) {
    return unavailable(format, error instanceof Error ? error.message : String(error));
  }
}

/**
 * A plain JPEG's picture, at most `side` wide and high, upright, in sRGB, with its profile if it has one: what is written of it is made in one
 * go, without all its pixels between. Null: it is something else, and
 * `decodePicture` says what.
 */
export async function plainPicture(path: string, limits: RenditionLimits, side: number): Promise<Sharp | null> {
  prepare();
  try {
    const options = { failOn: 'none', limitInputPixels: limits.pixels } as const;
    const facts = await sharp(path, options).metadata();
    const { format, space, channels, icc } = facts;
    if (format !== 'jpeg' || space !== 'srgb' || channels !== 3 || (icc !== undefined && !isScreenProfile(icc))) return null;
    const picture = sharp(decodedSmaller(path, facts, side), options);
    return picture.autoOrient().keepIccProfile().resize(side, side, { fit: 'inside', withoutEnlargement: true });
  } catch {
    return null;
  }
}

/** A JPEG decodes to these parts of its sides at no cost (its blocks are of 8 pixels). */
const PARTS = [2, 4, 8];
/** Beyond this, what is left to be made smaller, the image library finds the part by itself; but of what is nearly right it decodes all. */
const NEARLY_RIGHT = 1.5;

/**
 * What to open, so that of a JPEG which is to be `side` pixels on its long side only the half, a quarter or an eighth of each side is decoded, where that leaves as much.
 * libvips takes what its loaders are told from behind a file's name (`vips_image_new_from_file`).
 */
function decodedSmaller(path: string, { format, width, height }: Metadata, side: number): string {
  const long = Math.max(width, height);
  const part = format === 'jpeg' ? PARTS.find((each) => long >= side * each && long < side * each * NEARLY_RIGHT) : undefined;
  return part === undefined ? path : `${path}[shrink=${part}]`;
}

type Unavailable = Extract<Renditions, { state: 'unavailable' }>;

export interface Decoded {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}
interface Refused {
  readonly words: string;
  readonly detail: string;
  readonly lacks?: MediaTool;
}

const TOO_LARGE = message('No picture is made of it: it says it has more pixels than is safe to open. The file itself is kept.');
const DAMAGED = message('No picture can be made of it: the file seems to be damaged. It is kept as it came.');
const TOO_MUCH = message('No picture is made of it: drawing one took too long, or too much memory. The file itself is kept.');
const NO_HEIC_DECODER: Refused = {
  words: message('No picture can be made of HEIC photos: their decoder is not installed on the server. The photo itself is kept.'),
  detail: 'libheif-js not found',
  lacks: 'heic',
};
const NOTHING_TO_SEE = message('No picture can be made of it: it holds only sound. The file itself is kept.');
const NOT_YET = message('No picture can be made of this kind of file yet. The file itself is kept.');

function unavailable(format: Format, detail: string): Unavailable {
  if (/pixel limit|too large/i.test(detail)) return { state: 'unavailable', words: TOO_LARGE, detail, lacks: null };
  const should = ['jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'heif', 'tiff', 'bmp'].includes(format) || FORMATS[format].kind === 'video';
  return { state: 'unavailable', words: should ? DAMAGED : NOT_YET, detail, lacks: null };
}

async function decode(path: string, format: Format, limits: RenditionLimits, side: number): Promise<Decoded | Refused> {
  if (FORMATS[format].kind === 'video') return fromVideo(path, format, limits, side);
  if (format === 'heic' || format === 'heif') return fromHeic(path, limits, side);
  if (isRaw(format)) return fromRaw(path, format, limits, side);
  const demuxer = PICTURE_DEMUXERS[format];
  if (demuxer !== undefined) return fromVideo(path, format, limits, side, demuxer);
  if (format !== 'avif') return fromPicture(path, limits, side);
  try {
    return await fromPicture(path, limits, side);
  } catch (error) {
    // An animated AVIF is a film inside, which the image library does not open.
    const film = await fromVideo(path, format, limits, side);
    if ('words' in film) throw error;
    return film;
  }
}

async function fromPicture(path: string, limits: RenditionLimits, side: number): Promise<Decoded | Refused> {
  const options = { failOn: 'none', limitInputPixels: limits.pixels, pages: 1 } as const;
  const facts = await sharp(path, { ...options, limitInputPixels: false }).metadata();
  if (!READABLE.has(facts.format)) return { words: NOT_YET, detail: `the bytes are ${facts.format}` };
  if (facts.width * facts.height > limits.pixels) return { words: TOO_LARGE, detail: `${facts.width} x ${facts.height} pixels` };
  // A HEIC picture under another name.
  if (facts.format === 'heif' && facts.compression === 'hevc') return fromHeic(path, limits, side);
  const shown = await shrinkProfiled(sharp(decodedSmaller(path, facts, side), options).autoOrient(), facts, side);
  return facts.format === 'heif' && facts.icc === undefined ? inScreenColours(shown, await coloursOf(path)) : shown;
}

function inScreenColours(decoded: Decoded, colours: Colours | null): Decoded {
  if (colours !== null) toScreen(decoded.data, decoded.channels, colours);
  return decoded;
}

/** What a HEIC or AVIF file without a profile says of its colours; the image library takes them for sRGB. */
async function coloursOf(path: string): Promise<Colours | null> {
  const handle = await open(path, 'r');
  try {
    return (await readHeif(within(await fileSource(handle, path, null))))?.colours ?? null;
  } finally {
    await handle.close();
  }
}

/** The picture that the camera put into it; where there is none, what the image library makes of it (a TIFF, as a rule). */
async function fromRaw(path: string, format: Format, limits: RenditionLimits, side: number): Promise<Decoded | Refused> {
  const raw = await rawPicture(path, format);
  if (raw === null) return fromPicture(path, limits, side);
  const options = { failOn: 'none', limitInputPixels: limits.pixels } as const;
  const facts = await sharp(raw.jpeg, options).metadata();
  const picture = sharp(raw.jpeg, options);
  const { orientation = 1 } = facts;
  return shrinkProfiled(orientation === 1 ? turn(picture, raw.orientation) : picture.autoOrient(), facts, side);
}

/** By EXIF's orientation: turned clockwise, then mirrored. */
function turn(picture: Sharp, orientation: number): Sharp {
  const [angle, mirror] = TURNS[orientation] ?? [0, null];
  const turned = angle === 0 ? picture : picture.rotate(angle);
  return mirror === null ? turned : turned[mirror]();
}

const TURNS: Readonly<Record<number, readonly [angle: number, mirror: 'flip' | 'flop' | null]>> = {
  2: [0, 'flop'],
  3: [180, null],
  4: [0, 'flip'],
  5: [90, 'flip'],
  6: [90, null],
  7: [90, 'flop'],
  8: [270, null],
};

/** At most `side` wide and high, 8-bit sRGB. */
async function shrink(picture: Sharp, side: number): Promise<Decoded> {
  const { data, info } = await picture
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 };
}

/** The same of a picture with a profile: what its colours are on a screen costs more than all else, and is computed of the few pixels that are left. */
async function shrinkProfiled(picture: Sharp, { icc, space, channels, depth }: Metadata, side: number): Promise<Decoded> {
  if (icc === undefined || space !== 'srgb' || channels !== 3 || depth !== 'uchar') return shrink(picture, side);
  const small = await shrink(picture.keepIccProfile(), side);
  if (isScreenProfile(icc)) return small;
  const { data, width, height } = small;
  return shrink(sharp(profiledTiff(data, width, height, icc)), side);
}

async function fromHeic(path: string, limits: RenditionLimits, side: number): Promise<Decoded | Refused> {
  const bytes = await readFile(path);
  if (bytes.length > limits.heicBytes) return { words: TOO_LARGE, detail: `${bytes.length} bytes` };
  const profile = await heicProfile(bytes, limits);
  if (profile.pixels > limits.heicPixels) return { words: TOO_LARGE, detail: `${profile.pixels} pixels` };
  const decoded = await decodeHeic(bytes, limits.heicPixels, ({ data, ...size }) =>
    shrink(sharp(data, { raw: { ...size, channels: 3 } }), side),
  );
  if (decoded === 'no-decoder') return NO_HEIC_DECODER;
  if (decoded === null) return { words: DAMAGED, detail: 'no picture inside could be decoded' };
  const small = decoded.used;
  if (profile.icc === null) return inScreenColours(small, await coloursOf(path));
  // The decoder gives bare numbers; the profile says which colours they are (Display P3 on every iPhone).
  return shrink(sharp(profiledTiff(small.data, small.width, small.height, profile.icc)), side);
}

/** The image library reads a HEIC file's facts though not its pixels. */
async function heicProfile(bytes: Uint8Array, limits: RenditionLimits): Promise<{ icc: Uint8Array | null; pixels: number }> {
  try {
    const facts = await sharp(bytes, { limitInputPixels: limits.pixels }).metadata();
    return { icc: facts.icc ?? null, pixels: facts.width * facts.height };
  } catch {
    return { icc: null, pixels: 0 };
  }
}

/** Also for what only `ffmpeg` opens of photos: then `demuxer` says as what. */
async function fromVideo(
  path: string,
  format: Format,
  limits: RenditionLimits,
  side: number,
  demuxer: string | null = null,
): Promise<Decoded | Refused> {
  const { transfer, onlySound } = demuxer === null ? await factsOfFilm(path, format) : NOTHING;
  const poster = await makePoster(path, side, limits.posterTime, demuxer, transfer);
  switch (poster.state) {
    case 'made':
      return shrink(sharp(poster.png, { limitInputPixels: limits.pixels }), side);
    case 'no-program':
      return {
        words:
          demuxer === null
            ? message('No picture can be made of videos: the program ffmpeg is not installed on the server. The file itself is kept.')
            : message(
                'No picture can be made of this kind of photo: the program ffmpeg is not installed on the server. The file itself is kept.',
              ),
        detail: 'ffmpeg not found',
        lacks: 'ffmpeg',
      };
    case 'too-much':
      return { words: TOO_MUCH, detail: poster.why };
    case 'failed':
      return { words: onlySound ? NOTHING_TO_SEE : DAMAGED, detail: poster.why };
    default:
      return poster satisfies never;
  }
}

async function derive({ data, width, height, channels }: Decoded): Promise<Renditions> {
  const raw = { raw: { width, height, channels } } as const;
  const small = await shrunk(sharp(data, raw));
  const smallRaw = { raw: { width: small.width, height: small.height, channels } } as const;
  const opaque = channels === 4 ? sharp(data, raw).flatten({ background: '#ffffff' }) : sharp(data, raw);
  const [preview, thumbnail, placeholder, measures] = await Promise.all([
    // The same pixels in one part of a hundred more bytes, and a quarter less work.
    opaque.jpeg({ quality: 82, optimiseCoding: false }).toBuffer(),
    sharp(small.data, smallRaw).webp({ quality: 76, effort: 2 }).toBuffer(),
    sharp(small.data, smallRaw)
      .resize(100, 100, { fit: 'inside', withoutEnlargement: true })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true }),
    measure(small),
  ]);
  const hash = rgbaToThumbHash(placeholder.info.width, placeholder.info.height, placeholder.data);
  return { state: 'ready', preview, thumbnail, placeholder: Buffer.from(hash).toString('base64'), measures };
}

/** What is measured of a picture that was made before, by its preview. Null: it cannot be read. */
export async function measurePreview(path: string): Promise<Measures | null> {
  prepare();
  try {
    return await measure(await shrunk(sharp(path)));
  } catch {
    return null;
  }
}

/** At the size of a thumbnail. */
async function shrunk(picture: Sharp): Promise<Decoded> {
  const { data, info } = await picture
    .resize(THUMBNAIL.longSide, THUMBNAIL.longSide, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 };
}

async function measure({ data, width, height, channels }: Decoded): Promise<Measures> {
  const small = sharp(data, { raw: { width, height, channels } });
  const tiny = await (channels === 4 ? small.flatten({ background: '#ffffff' }) : small)
    .resize(LIKENESS_SIDE, LIKENESS_SIDE, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  return { likeness: likenessOf(tiny), sharpness: sharpnessOf(greyOf(data, channels), width, height) };
}

/** On white, where it is transparent. */
function greyOf(data: Uint8Array, channels: 3 | 4): Uint8Array {
  const grey = new Uint8Array(data.length / channels);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += channels) {
    const light = (data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8;
    grey[pixel] = channels === 4 ? 255 - Math.round(((255 - light) * data[at + 3]!) / 255) : light;
  }
  return grey;
}
