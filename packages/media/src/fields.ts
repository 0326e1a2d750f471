import { LIMITS, type AssetFields } from '@rollcall/protocol';
import type { Tags } from './tags.ts';

/** No device takes pictures larger than this on a side; a claim beyond is kept out of the library's fields. */
const MOST_PIXELS = 1_000_000;

export function pixels(
  width: number | null | undefined,
  height: number | null | undefined,
): { width: number | null; height: number | null } {
  const sound = (value: number | null | undefined): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MOST_PIXELS;
  return sound(width) && sound(height) ? { width, height } : { width: null, height: null };
}

export function camera(
  make: string | null | undefined,
  model: string | null | undefined,
  lens: string | null | undefined,
): AssetFields['camera'] {
  if (!make && !model && !lens) return null;
  const short = (text: string | null | undefined): string | null => text?.slice(0, 200) || null;
  return { make: short(make), model: short(model), lens: short(lens) };
}

export function exposure(tags: Tags | null): AssetFields['exposure'] {
  if (tags === null) return null;
  const positive = (value: number | null): number | null => (value !== null && value > 0 && value < 1e9 ? value : null);
  const found = {
    time: positive(tags.exposureTime),
    fNumber: positive(tags.fNumber),
    iso: positive(tags.iso),
    focalLength: positive(tags.focalLength),
  };
  return Object.values(found).every((value) => value === null) ? null : found;
}

/** 0,0 is what software writes when it does not know; out of range is no place at all. */
export function place(
  lat: number | null | undefined,
  lon: number | null | undefined,
  altitude: number | null | undefined,
): AssetFields['place'] {
  if (lat === null || lat === undefined || lon === null || lon === undefined) return null;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || (lat === 0 && lon === 0)) return null;
  const high = typeof altitude === 'number' && Number.isFinite(altitude) && Math.abs(altitude) < 1e6 ? altitude : null;
  return { lat, lon, altitude: high };
}

export function words(
  title: string | null | undefined,
  caption: string | null | undefined,
): { title: string | null; caption: string | null } {
  return { title: title?.slice(0, LIMITS.title).toWellFormed() || null, caption: caption?.slice(0, LIMITS.caption).toWellFormed() || null };
}

export function keywords(tags: Tags | null): string[] {
  return (tags?.keywords ?? []).map((word) => word.slice(0, LIMITS.keyword)).slice(0, LIMITS.keywords);
}

/** The file's name as the protocol takes it: a Linux name may hold what no other system can. */
export function safeName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  const safe = name.replace(/[/\\\u0000-\u001f\u007f]/g, '_').slice(0, LIMITS.fileName * 4);
  return safe === '' || safe === '.' || safe === '..' ? 'unnamed' : safe;
}
