import { LIMITS, type AssetFields } from '@rollcall/protocol';
import type { Told } from '../found.ts';

/** A list of one object of `Group:Tag`, as exiftool writes it, and osxphotos after it. Null: it is none. Never throws. */
export function readExiftoolJson(text: string): Told | null {
  const tags = tagsOf(text);
  if (tags === null) return null;
  const word = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = tags.get(name);
      if (typeof value === 'string' && value.trim() !== '') return value;
      if (typeof value === 'number') return String(value);
    }
    return null;
  };
  const number = (...names: readonly string[]): number | null => numberOf(word(...names));
  const title = word('XMP:Title', 'IPTC:ObjectName');
  const caption = word('XMP:Description', 'EXIF:ImageDescription', 'IPTC:Caption-Abstract', 'QuickTime:Description');
  const keywords = [...new Set(['XMP:Subject', 'XMP:TagsList', 'IPTC:Keywords'].flatMap((name) => listOf(tags.get(name))))];
  const rating = number('XMP:Rating');
  const captured =
    dated(word('EXIF:DateTimeOriginal'), word('EXIF:OffsetTimeOriginal'), word('EXIF:SubSecTimeOriginal')) ??
    dated(word('QuickTime:CreationDate'), null, null);
  const place = placeOf(tags, number);
  const fields: Partial<AssetFields> = {
    ...(captured === null ? {} : { capturedAt: captured, capturedSource: 'xmp' as const }),
    ...(title === null ? {} : { title: title.slice(0, LIMITS.title).toWellFormed() }),
    ...(caption === null ? {} : { caption: caption.slice(0, LIMITS.caption).toWellFormed() }),
    ...(keywords.length === 0
      ? {}
      : { keywords: keywords.map((each) => each.slice(0, LIMITS.keyword).toWellFormed()).slice(0, LIMITS.keywords) }),
    ...(rating === null || rating < 1 || rating > 5 ? {} : { rating: Math.round(rating) }),
    ...(place === null ? {} : { place }),
  };
  return { fields, knowsZone: true };
}

function tagsOf(text: string): ReadonlyMap<string, unknown> | null {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  const [first, ...others] = Array.isArray(json) ? (json as unknown[]) : [];
  if (typeof first !== 'object' || first === null || others.length > 0) return null;
  const told = new Map<string, unknown>(Object.entries(first));
  if (![...told.keys()].some((name) => name === 'SourceFile' || /^[A-Za-z]+:[A-Za-z]/.test(name))) return null;
  // Without groups, as exiftool does by itself, and osxphotos where it is told to.
  return new Map([...told].flatMap(([name, value]) => [[name, value] as const, ...groupsOf(name).map((each) => [each, value] as const)]));
}

/** The groups in which a tag of this name is looked for. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  XMP: ['Title', 'Description', 'Subject', 'TagsList', 'Rating'],
  IPTC: ['ObjectName', 'Caption-Abstract', 'Keywords'],
  EXIF: [
    'ImageDescription',
    'DateTimeOriginal',
    'OffsetTimeOriginal',
    'SubSecTimeOriginal',
    'GPSLatitude',
    'GPSLatitudeRef',
    'GPSLongitude',
    'GPSLongitudeRef',
    'GPSAltitude',
  ],
  QuickTime: ['CreationDate', 'GPSCoordinates'],
};

function groupsOf(name: string): string[] {
  return Object.entries(GROUPS).flatMap(([group, tags]) => (tags.includes(name) ? [`${group}:${name}`] : []));
}

function listOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((each) => (typeof each === 'string' && each.trim() !== '' ? [each] : typeof each === 'number' ? [String(each)] : []));
}

/** A number, or degrees in words (`33 deg 42' 0.00" S`), or metres (`12.3 m Above Sea Level`). */
function numberOf(told: string | null): number | null {
  if (told === null || told.trim() === '') return null;
  const plain = Number(told);
  if (Number.isFinite(plain)) return plain;
  const degrees = /^\s*(\d{1,3}) deg (\d{1,2})' ([\d.]+)"\s*([NSEW])?\s*$/.exec(told);
  if (degrees !== null) {
    const [, whole, minutes, seconds, letter = ''] = degrees;
    const value = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
    return Number.isFinite(value) ? (/[SW]/.test(letter) ? -value : value) : null;
  }
  const metres = /^\s*(-?[\d.]+) m(?:\s(Above|Below) Sea Level)?\s*$/.exec(told);
  const high = Number(metres?.[1] ?? Number.NaN);
  return Number.isFinite(high) ? (metres?.[2] === 'Below' ? -high : high) : null;
}

function dated(text: string | null, offset: string | null, fraction: string | null): string | null {
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}:\d{2}:\d{2})(\.\d{1,9})?\s*(Z|[+-]\d{2}:?\d{2})?/.exec(text ?? '');
  if (match === null || match[1] === '0000') return null;
  const zone = match[6] ?? (/^(Z|[+-]\d{2}:\d{2})$/.test(offset ?? '') ? offset : '');
  const parts = match[5] ?? (/^\d{1,9}$/.test(fraction ?? '') ? `.${fraction}` : '');
  const written = `${match[1]}-${match[2]}-${match[3]}T${match[4]}${parts}${(zone ?? '').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
  return Number.isNaN(Date.parse(`${written.slice(0, 19)}Z`)) ? null : written;
}

function placeOf(tags: ReadonlyMap<string, unknown>, number: (...names: readonly string[]) => number | null): AssetFields['place'] {
  const text = (name: string): string => {
    const told = tags.get(name);
    return typeof told === 'string' ? told.trim() : '';
  };
  const is = (name: string, letter: string): boolean => text(name).toUpperCase().startsWith(letter);
  const signed = (value: number | null, negative: boolean): number | null => (value !== null && negative && value > 0 ? -value : value);
  let lat = signed(number('EXIF:GPSLatitude', 'Composite:GPSLatitude'), is('EXIF:GPSLatitudeRef', 'S'));
  let lon = signed(number('EXIF:GPSLongitude', 'Composite:GPSLongitude'), is('EXIF:GPSLongitudeRef', 'W'));
  const [filmLat, filmLon] = text('QuickTime:GPSCoordinates')
    .split(/[\s,]+/)
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  if (lat === null && filmLat !== undefined && filmLon !== undefined) [lat, lon] = [filmLat, filmLon];
  if (lat === null || lon === null || !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || (lat === 0 && lon === 0)) return null;
  return { lat, lon, altitude: number('EXIF:GPSAltitude') };
}
