import { HERE } from '#here';
import { identifier, NO_NOTE, readAppleNote, type AppleNote } from './apple-note.ts';
import { completedBy, fromDay, fromExif, fromIso, fromText, type Day } from './captured.ts';
import { readMotionClaim, type MotionClaim } from './motion-claim.ts';
import { readPeople, type Person } from './people.ts';
import { position } from './position.ts';
import { tame } from './tame.ts';
import { clean, number, rationals, rawBytes, text, texts, type Group } from './tag-values.ts';

/** What the metadata blocks of a photo say, flattened; every field null or empty when they do not. */
export interface Tags {
  readonly exifDate: string | null;
  /** XMP's and IPTC's, best first. */
  readonly xmpDates: readonly string[];
  /** What a PNG's own texts say of its making. */
  readonly written: string | null;
  /** A day without a time. */
  readonly day: Day | null;
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
  readonly apple: AppleNote;
  /** What XMP says of a film that follows the picture in the same file. */
  readonly motion: MotionClaim | null;
  readonly people: readonly Person[];
  /** Apple's devices say of a picture that it is of their screen. */
  readonly screenshot: boolean;
}

type Groups = Readonly<Record<string, Group | undefined>>;

export const NO_TAGS: Tags = {
  exifDate: null,
  xmpDates: [],
  written: null,
  day: null,
  gpsDate: null,
  orientation: null,
  make: null,
  model: null,
  lens: null,
  exposureTime: null,
  fNumber: null,
  iso: null,
  focalLength: null,
  lat: null,
  lon: null,
  altitude: null,
  title: null,
  caption: null,
  rating: null,
  keywords: [],
  apple: NO_NOTE,
  motion: null,
  people: [],
  screenshot: false,
};

const MOST_OF_XMP = 4 * 1024 * 1024;

/** The ExifReader library, loaded when first wanted: most of what a device scans was described before. */
let library: Promise<(bytes: Uint8Array) => unknown> | null = null;

function load(): Promise<(bytes: Uint8Array) => unknown> {
  library ??= import('exifreader').then(({ default: reader }) => (bytes: Uint8Array): unknown => {
    const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    tame(new Uint8Array(own));
    const xml = HERE.xml();
    return reader.load(own, { expanded: true, ...(xml === undefined ? {} : { domParser: xml as never }) });
  });
  return library;
}

/** XMP by itself: the library knows it by the wrapping that a file may do without. */
export function readXmp(xmp: Uint8Array): Promise<Tags> {
  const text = new TextDecoder()
    .decode(xmp.subarray(0, MOST_OF_XMP))
    // A declaration may only stand first, where the library does not have it.
    .replace(/<\?(xpacket|xml)\b[^>]*\?>/g, '')
    // icloudpd has a name of its own for the whole.
    .replace(/<(\/?)x:xml_doc(?=[\s>])/g, '<$1x:xmpmeta');
  return readTags(new TextEncoder().encode(`<?xpacket begin=""?>${text}<?xpacket end="w"?>`));
}

/** Throws what the library throws on bytes that it cannot read. */
export async function readTags(bytes: Uint8Array): Promise<Tags> {
  const groups = (await load())(bytes) as Groups;
  const exif = groups['exif'];
  const xmp = groups['xmp'];
  const iptc = groups['iptc'];
  const png = groups['pngText'];
  return {
    exifDate: exifDate(exif),
    xmpDates: [...xmpDates(xmp), iptcDate(iptc)].filter((date) => date !== null),
    written: fromText(text(png, 'Creation Time')),
    day: dayOf(exif, 'exif', EXIF_DAYS) ?? dayOf(xmp, 'xmp', XMP_DATES) ?? dayOf(iptc, 'xmp', ['Date Created']),
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
    title: text(xmp, 'title') ?? text(iptc, 'Object Name') ?? text(exif, 'XPTitle') ?? text(png, 'Title'),
    caption:
      text(xmp, 'description') ?? text(iptc, 'Caption/Abstract') ?? captionOf(text(exif, 'ImageDescription')) ?? text(png, 'Description'),
    rating: stars(text(xmp, 'Rating')) ?? stars(text(exif, 'Rating')),
    keywords: keywordsOf(groups),
    apple: withBurst(readAppleNote(rawBytes(exif, 'MakerNote')), text(xmp, 'BurstID')),
    motion: readMotionClaim(xmp),
    people: readPeople(xmp),
    screenshot: text(exif, 'UserComment') === 'Screenshot',
  };
}

/** Google's cameras name the burst in XMP. */
function withBurst(note: AppleNote, named: string | null): AppleNote {
  const burstId = note.burstId ?? identifier(named);
  return burstId === note.burstId ? note : { ...note, burstId };
}

/** The fraction and the offset may stand beside another of EXIF's dates of the same second; the last of these is none of the photo's own. */
function exifDate(exif: Group | undefined): string | null {
  const [original, digitized, changed] = [
    ['DateTimeOriginal', 'Original'],
    ['DateTimeDigitized', 'Digitized'],
    ['DateTime', ''],
  ].map(([name = '', which = '']) => fromExif(text(exif, name), text(exif, `SubSecTime${which}`), text(exif, `OffsetTime${which}`)));
  return completedBy(original ?? digitized ?? null, [digitized ?? null, changed ?? null]);
}

/** XMP's and IPTC's; where there are none, those that Windows keeps in EXIF. */
function keywordsOf({ xmp, iptc, exif }: Groups): string[] {
  const said = unique([...texts(xmp, 'subject'), ...texts(iptc, 'Keywords')]);
  return said.length > 0 ? said : unique((text(exif, 'XPKeywords') ?? '').split(';'));
}

const EXIF_DAYS = ['DateTimeOriginal', 'DateTimeDigitized'];
/** Best first. */
const XMP_DATES = ['DateTimeOriginal', 'DateCreated', 'DateTimeDigitized', 'CreateDate', 'CreationDate'];

function xmpDates(xmp: Group | undefined): string[] {
  const written = XMP_DATES.map((name) => text(xmp, name)).filter((date) => fromDay(date) === null);
  return written.map((date) => fromIso(date)).filter((date) => date !== null);
}

function iptcDate(iptc: Group | undefined): string | null {
  const [date, time] = [iptcDay(iptc), text(iptc, 'Time Created')?.replace(/^(\d{2})(\d{2})(\d{2})/, '$1:$2:$3')];
  return date === null || time === undefined ? null : fromIso(`${date}T${time}`);
}

function iptcDay(iptc: Group | undefined): string | null {
  return text(iptc, 'Date Created')?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') ?? null;
}

function dayOf(group: Group | undefined, source: Day['source'], names: readonly string[]): Day | null {
  for (const name of names) {
    const at = fromDay(name === 'Date Created' ? iptcDay(group) : text(group, name));
    if (at !== null) return { at, source };
  }
  return null;
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
