import { boxesOf, type Box } from './boxes.ts';
import { i32, lastPair, startsWith, u16, u32, u8 } from './bytes.ts';
import { FORMATS, isBoxed, type Format } from './formats.ts';
import { gifEnd } from './gif.ts';
import { matroskaEnd } from './matroska.ts';
import { readRaf } from './raf.ts';
import { within, type MediaSource } from './source.ts';
import { directoriesOf, picturesOf } from './tiff.ts';

const PIECE = 256 * 1024;
/** Beyond this much after the last sign of an end, nobody looks further: the file counts as complete. */
const FURTHEST_LOOK = 32 * 1024 * 1024;

type Bytes = Pick<MediaSource, 'size' | 'read'>;

/**
 * Does the file look finished? False is only a hint to wait some seconds for whoever may still be writing:
 * a damaged file stays "incomplete" for ever and must be taken all the same after the wait.
 * Cheap: reads headers and the file's end. Errors of `read` are passed on.
 */
export async function isStructurallyComplete(format: Format, file: Bytes): Promise<boolean> {
  if (file.size === 0) return false;
  const source = within(file);
  if (isBoxed(format)) return boxesComplete(format, source);
  switch (format) {
    case 'jpeg':
      return jpegComplete(source);
    case 'png':
      return pngComplete(source);
    case 'gif':
      return gifComplete(source);
    case 'webp':
    case 'avi':
      return riffComplete(source);
    case 'mkv':
    case 'webm':
      return (await matroskaEnd(source)) <= source.size;
    case 'raf':
      return (await readRaf(source)).end <= source.size;
    case 'jxl':
      return (await boxesOf(source)).every(({ type, end }) => !type.startsWith('jxl') || end <= source.size);
    case 'bmp':
      return bitmapEnd(await source.read(0, 54)) <= source.size;
    case 'tiff':
    case 'dng':
    case 'cr2':
    case 'nef':
    case 'arw':
    case 'pef':
    case 'srw':
      return picturesComplete(source);
    default:
      return true;
  }
}

/**
 * A JPEG ends with an end-of-image marker after its scan. Much may follow: a motion photo's video, gain maps,
 * padding. Markers before the scan (the EXIF thumbnail has its own) prove nothing.
 */
async function jpegComplete(source: Bytes): Promise<boolean> {
  const scan = await jpegScanStart(source);
  if (scan === null) return false;
  const floor = Math.max(scan, source.size - FURTHEST_LOOK);
  for (let end = source.size; end > floor;) {
    const start = Math.max(floor, end - PIECE);
    // One byte more, so that a marker across two pieces is seen.
    const bytes = await source.read(start, Math.min(end + 1, source.size) - start);
    if (lastPair(bytes, 0xff, 0xd9) >= 0) return true;
    end = start;
  }
  return floor > scan;
}

/** Where the entropy-coded data of the first scan begins (ITU-T T.81 annex B); null when the file ends before it. */
export async function jpegScanStart(source: Bytes): Promise<number | null> {
  let at = 2;
  for (let segments = 0; segments < 4096; segments++) {
    const header = await source.read(at, 4);
    if (header.length < 4 || u8(header, 0) !== 0xff) return null;
    const marker = u8(header, 1);
    if (marker === 0xff) {
      at += 1;
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
    } else if (marker === 0xd9) {
      return null;
    } else {
      at += 2 + Math.max(2, u16(header, 2));
      if (marker === 0xda) return at;
    }
  }
  return null;
}

/** Every box lies within the file, and the one that explains the others is there. */
async function boxesComplete(format: Format, source: Bytes): Promise<boolean> {
  const boxes = await boxesOf(source);
  const needed = FORMATS[format].kind === 'video' || format === 'cr3' ? 'moov' : 'meta';
  // An animated AVIF may be all film (`moov`), a film in pieces begins with `moov` as well.
  const explained = boxes.some((box) => box.type === needed || box.type === 'moov');
  return explained && boxes.every((box) => box.end <= source.size || isNoBox(box));
}

/** Boxes at the top of a file, of all kinds that were seen at its end. */
const AT_THE_TOP: ReadonlySet<string> = new Set(
  'ftyp styp moov moof mfra mdat meta meco free skip wide uuid udta idat sidx ssix prft emsg pdin mpvd sefd pnot PICT jxlc jxlp brob Exif xml jumb'.split(
    ' ',
  ),
);
/** Bytes: text or noise that is read as a length claims more. */
const LIKELY = 0x2000_0000;

/** What a program left behind the end, and that is no box: of a kind that nobody writes, and of a length that no file has. */
function isNoBox({ type, start, end }: Box): boolean {
  return !AT_THE_TOP.has(type.trim()) && end - start > LIKELY;
}

async function pngComplete(source: Bytes): Promise<boolean> {
  const tailAt = Math.max(8, source.size - 4096);
  const tail = await source.read(tailAt, source.size - tailAt);
  for (let at = tail.length - 12; at >= 0; at--) if (startsWith(tail, at, '\x00\x00\x00\x00IEND')) return true;
  // Something long follows the picture, or it is cut: walk the chunks (PNG, third edition, section 5.3).
  let at = 8;
  for (let chunks = 0; at + 12 <= source.size; chunks++) {
    if (chunks > 20_000) return true;
    const header = await source.read(at, 8);
    if (startsWith(header, 4, 'IEND')) return true;
    at += 12 + u32(header, 0);
  }
  return false;
}

async function gifComplete(source: Bytes): Promise<boolean> {
  const at = Math.max(0, source.size - 1024);
  const tail = await source.read(at, source.size - at);
  let last = tail.length - 1;
  while (last >= 0 && tail[last] === 0) last--;
  if (tail[last] === 0x3b) return true;
  // Something follows the pictures, or they are cut.
  return (await gifEnd(source, FURTHEST_LOOK)) !== null;
}

/** RIFF says its size; AVI goes on in further RIFF chunks after the first, and a size of 0 is left by some cameras. */
async function riffComplete(source: Bytes): Promise<boolean> {
  const header = await source.read(0, 8);
  return u32(header, 4, true) + 8 <= source.size;
}

/** How the pixels of a bitmap are written where each has its bits: as they are, or by masks. */
const PLAIN: ReadonlySet<number> = new Set([0, 3, 6]);

/** A bitmap without compression says its size by its pixels; what its header says of the whole file is often wrong. */
function bitmapEnd(head: Uint8Array): number {
  const end = (width: number, height: number, bits: number): number => u32(head, 10, true) + Math.ceil((width * bits) / 32) * 4 * height;
  if (u32(head, 14, true) === 12) return end(u16(head, 18, true), u16(head, 20, true), u16(head, 24, true));
  if (u32(head, 14, true) < 40 || !PLAIN.has(u32(head, 30, true))) return 0;
  return end(Math.abs(i32(head, 18, true)), Math.abs(i32(head, 22, true)), u16(head, 28, true));
}

/** TIFF and the raw files built like it: the pictures that the directories name lie within the file. */
async function picturesComplete(source: Bytes): Promise<boolean> {
  // What is larger than four gigabytes has another kind of directories.
  const head = await source.read(0, 4);
  if (u16(head, 2, startsWith(head, 0, 'II')) === 43) return true;
  const directories = await directoriesOf(source);
  return directories.length > 0 && directories.flatMap(picturesOf).every(({ offset, length }) => offset + length <= source.size);
}
