import { message } from '@rollcall/protocol';
import { latin, startsWith, u16, u32, u8 } from './bytes.ts';
import { endingOf, FORMATS, formatByName, isBoxed, type Format } from './formats.ts';
import { whatElse } from './not-media.ts';
import { isSvg } from './svg.ts';

export { FORMATS, formatByName, type Format } from './formats.ts';

/** How much of a file's beginning `recognise` likes to see; less is fine. */
export const HEAD_BYTES = 64 * 1024;

export type Recognised =
  | {
      readonly kind: 'photo' | 'video';
      readonly mime: string;
      readonly format: Format;
      /** `name`: the bytes are damaged, empty or unknown, and only the file's name says what it is. */
      readonly by: 'content' | 'name';
    }
  /** `what`: what it seems to be, in a person's words ("PDF document"). */
  | { readonly kind: 'not-media'; readonly what: string };

/**
 * What a file is: by its content first, else by its name. A damaged, empty or hostile file with a photo's
 * name is still somebody's photo. Pure; never throws; runs in browsers too.
 * @param head the first bytes of the file, 4 KiB to 64 KiB of them (or the whole of a smaller file)
 */
export function recognise(name: string, head: Uint8Array): Recognised {
  const found = byContent(name, head);
  if (found !== null && found in FORMATS) return media(found as Format, 'content');
  // Files that other systems put beside a photo under its own name: never a photo themselves.
  if (found === 'companion') return { kind: 'not-media', what: message('extra file written by macOS') };
  const claimed = formatByName(name);
  if (claimed !== null) return media(claimed, 'name');
  return { kind: 'not-media', what: whatElse(name, head) };
}

function media(format: Format, by: 'content' | 'name'): Recognised {
  return { kind: FORMATS[format].kind, mime: FORMATS[format].mime, format, by };
}

function byContent(name: string, head: Uint8Array): Format | 'companion' | null {
  if (u8(head, 0) === 0xff && u8(head, 1) === 0xd8 && u8(head, 2) === 0xff) return 'jpeg';
  if (startsWith(head, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (startsWith(head, 0, 'GIF87a') || startsWith(head, 0, 'GIF89a')) return 'gif';
  if (startsWith(head, 0, 'RIFF')) return startsWith(head, 8, 'WEBP') ? 'webp' : startsWith(head, 8, 'AVI') ? 'avi' : null;
  if (u32(head, 0) === 0x0005_1607) return 'companion';
  return byBoxes(name, head) ?? byTiff(name, head) ?? byOtherPicture(name, head) ?? byOtherVideo(head);
}

/** Boxes of nothing, one behind the other, at the beginning of a film. */
const MOST_PADDING = 8;

/** ISO base media files: ISO/IEC 14496-12 brands; QuickTime without `ftyp`; JPEG 2000 and JPEG XL containers. */
function byBoxes(name: string, head: Uint8Array): Format | null {
  if (startsWith(head, 4, 'jP  ')) return 'jp2';
  if (startsWith(head, 4, 'JXL \r\n\x87\n')) return 'jxl';
  if (!startsWith(head, 4, 'ftyp')) {
    // Old QuickTime files begin with one of these boxes, or with room that was left before one.
    let at = 0;
    for (let left = MOST_PADDING; left > 0 && ['wide', 'skip', 'free'].includes(latin(head, at + 4, 4)); left -= 1)
      at += Math.max(u32(head, at), 8);
    const first = latin(head, at + 4, 4);
    return first === 'moov' || (first === 'mdat' && head.length >= 16) || (first === 'pnot' && at === 0) ? 'mov' : null;
  }
  const end = Math.min(Math.max(u32(head, 0), 16), 512, head.length);
  const major = latin(head, 8, 4);
  const brands = [major];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(latin(head, at, 4));
  const has = (...wanted: string[]): boolean => wanted.some((brand) => brands.includes(brand));
  if (major === 'crx ') return 'cr3';
  if (has('avif', 'avis')) return 'avif';
  if (has('heic', 'heix', 'heim', 'heis', 'hevc', 'hevx')) return 'heic';
  if (has('mif1', 'msf1', 'mif2', 'miaf')) return 'heif';
  if (major === 'qt  ') return 'mov';
  if (/^3g[a-z0-9]{2}$/.test(major)) return '3gp';
  if (/^(M4A |M4B |M4P |F4A )$/.test(major)) return null;
  if (
    has(
      'mp41',
      'mp42',
      'isom',
      'iso2',
      'iso3',
      'iso4',
      'iso5',
      'iso6',
      'iso7',
      'iso8',
      'iso9',
      'avc1',
      'M4V ',
      'M4VP',
      'M4VH',
      'mmp4',
      'dash',
      'MSNV',
      'XAVC',
      'NDSC',
      'f4v ',
      'F4V ',
    )
  )
    return 'mp4';
  // A brand nobody knows: the name decides, if it names any box format at all.
  const claimed = formatByName(name);
  return claimed !== null && isBoxed(claimed) ? claimed : 'mp4';
}

/** TIFF and the raw formats that are built on it (TIFF 6.0 section 2). */
function byTiff(name: string, head: Uint8Array): Format | null {
  if (startsWith(head, 0, 'FUJIFILMCCD-RAW')) return 'raf';
  if (startsWith(head, 6, 'HEAPCCDR')) return 'crw';
  if (startsWith(head, 0, 'FOVb') || startsWith(head, 0, '\0MRM')) return 'raw';
  const little = startsWith(head, 0, 'II');
  if (!little && !startsWith(head, 0, 'MM')) return null;
  const magic = u16(head, 2, little);
  if (magic === 0x4f52 || magic === 0x5352) return 'orf';
  if (magic === 0x0055) return 'rw2';
  if (magic === 0x002b) return 'tiff';
  if (magic !== 0x002a) return null;
  if (startsWith(head, 8, 'CR') && u8(head, 10) === 2) return 'cr2';
  const tags = firstTags(head, little);
  if (tags.dng) return 'dng';
  const claimed = formatByName(name);
  if (claimed !== null && claimed !== 'tiff' && isTiffRaw(claimed)) return claimed;
  if (!tags.reducedWithSubImages) return 'tiff';
  const make = tags.make.toUpperCase();
  if (make.startsWith('NIKON')) return 'nef';
  if (make.startsWith('SONY')) return 'arw';
  if (make.startsWith('PENTAX')) return 'pef';
  return make.startsWith('SAMSUNG') ? 'srw' : 'tiff';
}

function isTiffRaw(format: Format): boolean {
  return ['nef', 'arw', 'pef', 'srw', 'raw', 'dng', 'cr2', 'orf', 'rw2'].includes(format);
}

function firstTags(head: Uint8Array, little: boolean): { dng: boolean; make: string; reducedWithSubImages: boolean } {
  const found = { dng: false, make: '', reducedWithSubImages: false };
  const start = u32(head, 4, little);
  const count = Math.min(u16(head, start, little), 512);
  let reduced = false;
  let subImages = false;
  for (let index = 0; index < count && start + 14 + index * 12 <= head.length; index++) {
    const at = start + 2 + index * 12;
    const tag = u16(head, at, little);
    if (tag === 0xc612) found.dng = true;
    if (tag === 0x00fe) reduced = (u32(head, at + 8, little) & 1) === 1;
    if (tag === 0x014a) subImages = true;
    if (tag === 0x010f) found.make = latin(head, u32(head, at + 8, little), Math.min(u32(head, at + 4, little), 64));
  }
  found.reducedWithSubImages = reduced && subImages;
  return found;
}

function byOtherPicture(name: string, head: Uint8Array): Format | null {
  // Two letters alone prove nothing: the size of the header that follows must be one that exists.
  if (startsWith(head, 0, 'BM') && [12, 16, 40, 52, 56, 64, 108, 124].includes(u32(head, 14, true))) return 'bmp';
  if (u16(head, 0) === 0xff0a) return 'jxl';
  if (u32(head, 0) === 0xff4f_ff51) return 'jp2';
  if (startsWith(head, 0, '8BPS')) return 'psd';
  // Of what is compressed only the name says what it is.
  if (u16(head, 0) === 0x1f8b && /^svgz?$/.test(endingOf(name))) return 'svg';
  return isSvg(head) ? 'svg' : null;
}

function byOtherVideo(head: Uint8Array): Format | null {
  if (u32(head, 0) === 0x1a45_dfa3) {
    const opening = latin(head, 0, 256);
    return opening.includes('webm') ? 'webm' : opening.includes('matroska') ? 'mkv' : null;
  }
  // MPEG transport stream: a sync byte every 188 bytes, or every 192 after a 4-byte time code (ISO/IEC 13818-1, BDAV).
  const synced = (first: number, step: number): boolean =>
    head.length > first + step * 2 && [0, 1, 2].every((n) => u8(head, first + n * step) === 0x47);
  if (synced(0, 188) || synced(4, 192)) return 'mts';
  if (u32(head, 0) === 0x0000_01ba || u32(head, 0) === 0x0000_01b3) return 'mpeg';
  if (u32(head, 0) === 0x3026_b275 && u32(head, 4) === 0x8e66_cf11) return isAsfSound(head) ? null : 'wmv';
  if (startsWith(head, 0, 'FLV\x01')) return 'flv';
  if (isDv(head)) return 'dv';
  if (startsWith(head, 0, 'OggS')) return /theora|OVP80|BBCD/.test(latin(head, 0, 256)) ? 'ogv' : null;
  return null;
}

/** ASF's stream type for video (its GUID begins C0 EF 19 BC) is missing: Windows Media sound. */
function isAsfSound(head: Uint8Array): boolean {
  return !latin(head, 0, HEAD_BYTES).includes('\xc0\xef\x19\xbc');
}

/** The header section of a tape's first picture (IEC 61834-2; SMPTE 314M). */
export function isDv(head: Uint8Array): boolean {
  return u8(head, 0) === 0x1f && u8(head, 1) === 0x07 && u8(head, 2) === 0x00 && (u8(head, 3) & 0x7f) === 0x3f;
}
