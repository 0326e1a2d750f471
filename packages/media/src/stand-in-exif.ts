import type { AssetFields } from '@rollcall/protocol';

export type ExifFields = Pick<AssetFields, 'camera' | 'exposure' | 'place'> & {
  /** As the protocol writes it; null: not known, or only by the day. */
  readonly capturedAt: string | null;
  /** Of the picture that it describes. */
  readonly width: number;
  readonly height: number;
};

type Value =
  | { readonly type: 'ascii'; readonly text: string }
  | { readonly type: 'bytes' | 'undefined' | 'short' | 'long'; readonly numbers: readonly number[] }
  | { readonly type: 'rational'; readonly parts: readonly (readonly [over: number, under: number])[] };
type Entry = readonly [tag: number, value: Value];

/** The types of CIPA DC-008 section 4.6.2, and how many bytes each takes. */
const TYPES = { bytes: [1, 1], ascii: [2, 1], short: [3, 2], long: [4, 4], rational: [5, 8], undefined: [7, 1] } as const;

const ascii = (text: string): Value => ({ type: 'ascii', text });
const short = (...numbers: number[]): Value => ({ type: 'short', numbers });
const rational = (...parts: (readonly [number, number])[]): Value => ({ type: 'rational', parts });

/** A block of EXIF (CIPA DC-008) that says of a picture that is upright and in sRGB when, where and with what it was taken. */
export function writeExif(fields: ExifFields): Uint8Array {
  const { camera, exposure, place, width, height } = fields;
  const own: Entry[] = [
    ...some(exposure?.time, (time): Entry => [0x829a, rational(fraction(time))]),
    ...some(exposure?.fNumber, (number): Entry => [0x829d, rational(fraction(number))]),
    ...some(exposure?.iso, (iso): Entry => [0x8827, short(Math.min(65_535, Math.round(iso)))]),
    [0x9000, { type: 'undefined', numbers: [0x30, 0x32, 0x33, 0x32] }],
    ...dates(fields.capturedAt),
    [0x9101, { type: 'undefined', numbers: [1, 2, 3, 0] }],
    ...some(exposure?.focalLength, (length): Entry => [0x920a, rational(fraction(length))]),
    [0xa000, { type: 'undefined', numbers: [0x30, 0x31, 0x30, 0x30] }],
    [0xa001, short(1)],
    [0xa002, { type: 'long', numbers: [width] }],
    [0xa003, { type: 'long', numbers: [height] }],
    ...some(camera?.lens, (lens): Entry => [0xa434, ascii(lens)]),
  ];
  const first = (exifAt: number, gpsAt: number): Entry[] => [
    ...some(camera?.make, (make): Entry => [0x010f, ascii(make)]),
    ...some(camera?.model, (model): Entry => [0x0110, ascii(model)]),
    [0x0112, short(1)],
    [0x011a, rational([72, 1])],
    [0x011b, rational([72, 1])],
    [0x0128, short(2)],
    [0x0213, short(1)],
    [0x8769, { type: 'long', numbers: [exifAt] }],
    ...(place === null ? [] : [[0x8825, { type: 'long', numbers: [gpsAt] }] satisfies Entry]),
  ];
  const exifAt = 8 + directory(first(0, 0), 8).length;
  const exif = directory(
    own.toSorted(([a], [b]) => a - b),
    exifAt,
  );
  const gpsAt = exifAt + exif.length;
  const gps = place === null ? [] : directory(position(place), gpsAt);
  return Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), directory(first(exifAt, gpsAt), 8), exif, Buffer.from(gps)]);
}

function some<T>(value: T | null | undefined, entry: (value: T) => Entry): Entry[] {
  return value === null || value === undefined ? [] : [entry(value)];
}

function dates(at: string | null): Entry[] {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/.exec(at ?? '');
  if (match === null) return [];
  const [, year, month, day, time, fractionOfSecond, offset] = match;
  return [
    [0x9003, ascii(`${year}:${month}:${day} ${time}`)],
    ...some(offset, (said): Entry => [0x9011, ascii(said === 'Z' ? '+00:00' : said)]),
    ...some(fractionOfSecond, (digits): Entry => [0x9291, ascii(digits)]),
  ];
}

function position({ lat, lon, altitude }: NonNullable<AssetFields['place']>): Entry[] {
  return [
    [0, { type: 'bytes', numbers: [2, 3, 0, 0] }],
    [1, ascii(lat < 0 ? 'S' : 'N')],
    [2, rational(...degrees(Math.abs(lat)))],
    [3, ascii(lon < 0 ? 'W' : 'E')],
    [4, rational(...degrees(Math.abs(lon)))],
    ...some(altitude, (): Entry => [5, { type: 'bytes', numbers: [altitude! < 0 ? 1 : 0] }]),
    ...some(altitude, (): Entry => [6, rational(fraction(Math.abs(altitude!)))]),
  ];
}

/** Degrees, minutes, and millionths of a second: three hundredths of a millimetre. */
const PARTS = 1_000_000;

function degrees(value: number): (readonly [number, number])[] {
  const parts = Math.round(value * 3600 * PARTS);
  const minutes = Math.floor(parts / (60 * PARTS));
  return [
    [Math.floor(minutes / 60), 1],
    [minutes % 60, 1],
    [parts - minutes * 60 * PARTS, PARTS],
  ];
}

const MOST = 0xffff_ffff;

/** The nearest quotient of two small numbers: 1/120 stays 1/120 (by continued fractions). */
function fraction(value: number): readonly [number, number] {
  let [before, now] = [
    [0, 1],
    [1, 0],
  ] as [[number, number], [number, number]];
  let rest = value;
  for (let step = 0; step < 20; step++) {
    const whole = Math.floor(rest);
    const next: [number, number] = [whole * now[0] + before[0], whole * now[1] + before[1]];
    if (next[0] > MOST || next[1] > MOST) break;
    [before, now] = [now, next];
    if (Math.abs(now[0] / now[1] - value) <= value * 1e-9 || rest === whole) break;
    rest = 1 / (rest - whole);
  }
  return now[1] === 0 ? [MOST, 1] : now;
}

/** One directory (TIFF 6.0 section 2), little-endian, and what does not fit into its lines behind it. */
function directory(entries: readonly Entry[], at: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length, 0);
  const behind: Buffer[] = [];
  let behindAt = at + head.length;
  entries.forEach(([tag, value], index) => {
    const [code, width] = TYPES[value.type];
    const content = contentOf(value, width);
    const line = 2 + index * 12;
    head.writeUInt16LE(tag, line);
    head.writeUInt16LE(code, line + 2);
    head.writeUInt32LE(content.length / width, line + 4);
    if (content.length <= 4) return void content.copy(head, line + 8);
    head.writeUInt32LE(behindAt, line + 8);
    const even = content.length % 2 === 0 ? content : Buffer.concat([content, Buffer.alloc(1)]);
    behind.push(even);
    behindAt += even.length;
  });
  return Buffer.concat([head, ...behind]);
}

function contentOf(value: Value, width: number): Buffer {
  if (value.type === 'ascii') return Buffer.from(`${value.text}\0`, 'utf8');
  const numbers = value.type === 'rational' ? value.parts.flat() : value.numbers;
  const each = value.type === 'rational' ? 4 : width;
  const content = Buffer.alloc(numbers.length * each);
  numbers.forEach((number, index) => content.writeUIntLE(number, index * each, each));
  return content;
}
