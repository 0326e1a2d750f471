import sharp, { type Exif } from 'sharp';

/** Lines of one strip: a row of blocks with colour at half the resolution (ITU T.81, A.2). */
const LINES = 16;
/** Fewer strips than this would make small pictures all alike. */
const FEWEST = 24;

export interface PhotoSize {
  /** Pixels; whole blocks of 16. */
  readonly width: number;
  readonly height: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
}

/** What whole photographs are put together from. */
export interface Drawn {
  /** One for each month of a year: everything before the picture, up to where a comment may stand, and from there on. */
  readonly heads: readonly { readonly before: Buffer; readonly after: Buffer }[];
  /** Entropy-coded data, each of one strip of the picture. */
  readonly strips: readonly Buffer[];
  /** Strips of one picture. */
  readonly rows: number;
}

/**
 * Draws strips of noise over a slope of light, so that they compress as photographs do. Every strip is a JPEG with the same
 * tables, and begins anew as after a restart marker (T.81, F.1.1.5.1): hence strips in any order, with markers between
 * them, are a picture, and each order is another one from its first byte to its last.
 */
export async function draw(size: PhotoSize): Promise<Drawn> {
  const rows = size.height / LINES;
  const strips: Buffer[] = [];
  for (let index = 0; index < Math.max(rows, FEWEST); index += 1) strips.push(dataOf(await strip(size, index)));
  const heads = [];
  for (let month = 1; month <= 12; month += 1) {
    const date = `2025:${String(month).padStart(2, '0')}:15 12:00:00`;
    const exif: Exif = { IFD0: { Make: 'Rollcall', Model: 'Bench' }, IFD2: { DateTimeOriginal: date } };
    heads.push(headOf(await strip(size, month, exif), size));
  }
  return { heads, strips, rows };
}

function strip({ width, quality }: PhotoSize, index: number, exif: Exif = {}): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 70 + ((index * 37) % 120), sigma: 24 };
  const picture = sharp({ create: { width, height: LINES, channels: 3, background: '#808080', noise } }).blur(0.8);
  // Tables of its own would make a strip unreadable among others.
  return picture.withExif(exif).jpeg({ quality, optimiseCoding: false, chromaSubsampling: '4:2:0' }).toBuffer();
}

/** Bytes between the head of the scan and the end marker. */
function dataOf(jpeg: Buffer): Buffer {
  const scan = segments(jpeg).at(-1);
  if (!scan) throw new Error('a JPEG without a scan');
  return jpeg.subarray(scan.end, -2);
}

/** The head of a picture of full height, with a restart after each strip (T.81, B.2.4.4). */
function headOf(jpeg: Buffer, { width, height }: PhotoSize): Drawn['heads'][number] {
  const parts = segments(jpeg);
  const scan = parts.at(-1);
  const comment = parts.find(({ marker }) => (marker & 0xf0) !== 0xe0);
  if (!scan || !comment) throw new Error('a JPEG without a scan');
  const head = Buffer.from(jpeg.subarray(0, scan.end));
  for (const { marker, start } of parts) if (marker === 0xc0) head.writeUInt16BE(height, start + 5);
  const interval = Buffer.from([0xff, 0xdd, 0, 4, 0, 0]);
  interval.writeUInt16BE(width / LINES, 4);
  return {
    before: head.subarray(0, comment.start),
    after: Buffer.concat([head.subarray(comment.start, scan.start), interval, head.subarray(scan.start)]),
  };
}

/** All segments up to the first scan, which is the last. */
function segments(jpeg: Buffer): { readonly marker: number; readonly start: number; readonly end: number }[] {
  const found = [];
  for (let at = 2; jpeg[at] === 0xff;) {
    const marker = jpeg[at + 1] ?? 0;
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    found.push({ marker, start: at, end });
    if (marker === 0xda) break;
    at = end;
  }
  return found;
}
