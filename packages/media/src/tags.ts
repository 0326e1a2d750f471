import { fromExif, fromIso } from './captured.ts';

/** What the metadata blocks of a photo say, flattened; every field null or empty when they do not. */
export interface Tags {
  readonly exifDate: string | null;
  /** XMP's and IPTC's, best first. */
  readonly xmpDates: readonly string[];
  /** UTC. */
  readonly gpsDate: string | null;
  readonly orientation: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly lens: string | null;
  readonly exposureTime: number | null;
  readonly fNumber: number | null;
  readonly iso: number | null;
  readonly focalLength: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly altitude: number | null;
  readonly title: string | null;
  readonly caption: string | null;
  readonly rating: number | null;
  readonly keywords: readonly string[];
}

type Group = Readonly<Record<string, unknown>>;
type Groups = Readonly<Record<string, Group | undefined>>;

/** The ExifReader library, loaded when first wanted: most of what a device scans was described before. */
let library: Promise<(bytes: Uint8Array) => unknown> | null = null;

function load(): Promise<(bytes: Uint8Array) => unknown> {
  library ??= import('exifreader').then(({ default: reader }) => (bytes: Uint8Array): unknown => {
    const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    return reader.load(own, { expanded: true });
  });
  return library;
}

/** Throws what the library throws on bytes that it cannot read. */
export async function readTags(bytes: Uint8Array): Promise<Tags> {
  const groups = (await load())(bytes) as Groups;
  const exif = groups['exif'];
  const xmp = groups['xmp'];
  const iptc = groups['iptc'];
  return {
    exifDate: exifDate(exif),
    xmpDates: [...xmpDates(xmp), iptcDate(iptc)].filter((date) => date !== null),
    gpsDate: gpsDate(exif) ?? inUtc(fromIso(text(xmp, 'GPSTimeStamp') ?? text(xmp, 'GPSDateTime'))),
    orientation: number(exif, 'Orientation'),
    make: text(exif, 'Make') ?? text(xmp, 'Make'),
    model: text(exif, 'Model') ?? text(xmp, 'Model'),
    lens: text(exif, 'LensModel') ?? text(xmp, 'Lens') ?? text(xmp, 'LensModel'),
    exposureTime: number(exif, 'ExposureTime'),
    fNumber: number(exif, 'FNumber'),
    iso: number(exif, 'ISOSpeedRatings') ?? number(exif, 'PhotographicSensitivity'),
    focalLength: number(exif, 'FocalLength'),
    ...position(groups),
    title: text(xmp, 'title') ?? text(iptc, 'Object Name'),
    caption: text(xmp, 'description') ?? text(iptc, 'Caption/Abstract') ?? captionOf(text(exif, 'ImageDescription')),
    rating: stars(text(xmp, 'Rating')) ?? stars(text(exif, 'Rating')),
    keywords: unique([...texts(xmp, 'subject'), ...texts(iptc, 'Keywords')]),
  };
}

function exifDate(exif: Group | undefined): string | null {
  for (const which of ['Original', 'Digitized']) {
    const found = fromExif(text(exif, `DateTime${which}`), text(exif, `SubSecTime${which}`), text(exif, `OffsetTime${which}`));
    if (found !== null) return found;
  }
  return null;
}

/** Best first. */
function xmpDates(xmp: Group | undefined): string[] {
  const names = ['DateTimeOriginal', 'DateCreated', 'DateTimeDigitized', 'CreateDate', 'CreationDate'];
  return names.map((name) => fromIso(text(xmp, name))).filter((date) => date !== null);
}

function iptcDate(iptc: Group | undefined): string | null {
  const date = text(iptc, 'Date Created')?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const time = text(iptc, 'Time Created')?.replace(/^(\d{2})(\d{2})(\d{2})/, '$1:$2:$3');
  return date === undefined ? null : (fromIso(`${date}T${time ?? '00:00:00'}`) ?? fromIso(date));
}

/** EXIF keeps the satellites' date and time apart, in UTC; without the date there is none. */
function gpsDate(exif: Group | undefined): string | null {
  const date = text(exif, 'GPSDateStamp');
  const parts = rationals(exif, 'GPSTimeStamp');
  if (date === null || parts.length !== 3 || parts.some((part) => !Number.isFinite(part))) return null;
  const [hour, minute, second] = parts as [number, number, number];
  const clock = [hour, minute, Math.floor(second)].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  return inUtc(fromExif(`${date} ${clock}`));
}

function inUtc(date: string | null): string | null {
  if (date === null) return null;
  return /(Z|[+-]\d{2}:\d{2})$/.test(date) ? date : `${date}Z`;
}

function position(groups: Groups): { lat: number | null; lon: number | null; altitude: number | null } {
  const gps = groups['gps'];
  const plain = (name: string): number | null => (typeof gps?.[name] === 'number' ? gps[name] : null);
  return {
    lat: plain('Latitude') ?? degrees(text(groups['xmp'], 'GPSLatitude')),
    lon: plain('Longitude') ?? degrees(text(groups['xmp'], 'GPSLongitude')),
    altitude: plain('Altitude'),
  };
}

/** XMP's `47,30.5N` or `47,30,30N` (XMP specification part 2, GPSCoordinate), or a plain number. */
function degrees(written: string | null): number | null {
  if (written === null) return null;
  const match = /^(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?(?:,(\d+(?:\.\d+)?))?\s*([NSEW])$/i.exec(written.trim());
  if (match === null) return /^-?\d+(\.\d+)?$/.test(written.trim()) ? Number(written) : null;
  const value = Number(match[1]) + Number(match[2] ?? 0) / 60 + Number(match[3] ?? 0) / 3600;
  return /[SW]/i.test(match[4]!) ? -value : value;
}

/** Cameras that write their own name where a caption belongs. */
function captionOf(written: string | null): string | null {
  return written === null ||
    /^(OLYMPUS DIGITAL CAMERA|SONY DSC|DCIM\\|DIGITAL CAMERA|MINOLTA DIGITAL CAMERA|KONICA MINOLTA|SAMSUNG|Default|Exif_JPEG_PICTURE|<Digimax|\[?object)/i.test(
      written,
    )
    ? null
    : written;
}

function stars(written: string | null): number | null {
  const value = written === null ? Number.NaN : Number(written);
  return Number.isInteger(value) && value >= 0 && value <= 5 ? value : null;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words.map(clean).filter((word) => word !== ''))];
}

function valueOf(group: Group | undefined, name: string): { value: unknown; description: unknown } | null {
  const tag = group?.[name];
  return typeof tag === 'object' && tag !== null
    ? { value: (tag as { value?: unknown }).value, description: (tag as { description?: unknown }).description }
    : null;
}

/** A tag's text without control characters; null when it is empty. */
function text(group: Group | undefined, name: string): string | null {
  const tag = valueOf(group, name);
  const raw =
    Array.isArray(tag?.value) && tag.value.length === 1 && typeof tag.value[0] === 'string'
      ? tag.value[0]
      : typeof tag?.value === 'string'
        ? tag.value
        : tag?.description;
  if (typeof raw !== 'string' && typeof raw !== 'number') return null;
  const cleaned = clean(String(raw));
  return cleaned === '' ? null : cleaned;
}

function texts(group: Group | undefined, name: string): string[] {
  const found = group?.[name];
  const tags = Array.isArray(found) ? found : found === undefined ? [] : [found];
  return tags.flatMap((tag: unknown) => {
    const { value, description } = (tag ?? {}) as { value?: unknown; description?: unknown };
    if (!Array.isArray(value)) return typeof value === 'string' ? [value] : [];
    const inner = value
      .map((each: unknown) => (typeof each === 'object' && each !== null ? (each as { value?: unknown }).value : null))
      .filter((each): each is string => typeof each === 'string');
    return inner.length > 0 || typeof description !== 'string' ? inner : [description];
  });
}

/** Control characters that text has no use for: all but tab and line feed. */
// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const CONTROLS = /[\u0001-\u0008\u000b-\u001f\u007f]/g;

function clean(raw: string): string {
  const end = raw.indexOf('\0');
  return (end < 0 ? raw : raw.slice(0, end)).toWellFormed().replace(CONTROLS, ' ').trim();
}

/** A number, or the quotient of a rational; null for anything else. */
function number(group: Group | undefined, name: string): number | null {
  const value = valueOf(group, name)?.value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (!Array.isArray(value)) return null;
  const [first, second] = value as unknown[];
  if (Array.isArray(first)) return quotient(first);
  const found = typeof second === 'number' ? quotient([first, second]) : typeof first === 'number' ? first : Number.NaN;
  return found !== null && Number.isFinite(found) ? found : null;
}

function rationals(group: Group | undefined, name: string): number[] {
  const value = valueOf(group, name)?.value;
  return Array.isArray(value) ? value.map((part: unknown) => (Array.isArray(part) ? (quotient(part) ?? Number.NaN) : Number(part))) : [];
}

function quotient([over, under]: readonly unknown[]): number | null {
  const found = Number(over) / Number(under);
  return Number.isFinite(found) ? found : null;
}
