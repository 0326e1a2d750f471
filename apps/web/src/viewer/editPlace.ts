import { say, spokenTag, type Asset } from '@rollcall/protocol';
import { localTime } from '../library/capture.ts';
import type { Replica } from '../library/replica.ts';
import type { Point } from '../map/area.ts';

/** Degrees as a person writes them: decimal, or with minutes and seconds; a letter says the side of the globe. */
const DEGREES =
  /^\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|'')\s*)?([NSEW])?\s*$/i;

/** Where a person says that it is; null: nothing was typed. Throws RangeError, in a person’s words, for what is no place. */
export function readCoordinates(typed: string): Point | null {
  const text = withEast(typed.trim().replaceAll('−', '-'));
  if (text === '') return null;
  const [first, second] = halvesOf(text).map(readDegrees);
  if (!first || !second) throw new RangeError(say('Give the latitude and the longitude, such as 48.2085, 16.3731.'));
  // Letters may turn the two round; without them latitude comes first.
  const turned = first.axis === 'lon' || second.axis === 'lat';
  const [lat, lon] = turned ? [second, first] : [first, second];
  if (lat.axis === 'lon' || lon.axis === 'lat')
    throw new RangeError(say('One of the two has to be a latitude (N or S), one a longitude (E or W).'));
  if (Math.abs(lat.degrees) > 90) throw new RangeError(say('A latitude lies between 90° S and 90° N.'));
  if (Math.abs(lon.degrees) > 180) throw new RangeError(say('A longitude lies between 180° W and 180° E.'));
  return { lat: lat.degrees, lon: lon.degrees };
}

/** German has an O for the east; elsewhere that letter means the west, and is not read. */
function withEast(text: string): string {
  return spokenTag().startsWith('de') ? text.replace(/(?<=[\d°'′’"″”]\s*)O(?!\p{L})/giu, 'E') : text;
}

/** Between two numbers stands a semicolon, a comma with a blank, a letter of the globe, a comma, or a blank. */
function halvesOf(text: string): readonly string[] {
  for (const between of [/\s*;\s*/, /\s*,\s+/, /(?<=[NSEW])\s*,?\s*(?=[-+\d])/i, /\s*,\s*/, /\s+/]) {
    const halves = text.split(between);
    if (halves.length === 2) return halves;
  }
  return [];
}

interface Degrees {
  readonly degrees: number;
  /** Null: nobody said. */
  readonly axis: 'lat' | 'lon' | null;
}

function readDegrees(text: string): Degrees | null {
  const [whole, degrees = '', minutes = '0', seconds = '0', letter = ''] = DEGREES.exec(text) ?? [];
  if (whole === undefined) return null;
  const [deg, min, sec] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.'))) as [number, number, number];
  if (min >= 60 || sec >= 60) return null;
  const side = letter.toUpperCase();
  const size = Math.abs(deg) + min / 60 + sec / 3600;
  const minus = degrees.startsWith('-') !== (side === 'S' || side === 'W');
  return { degrees: minus ? -size : size, axis: side === '' ? null : side === 'N' || side === 'S' ? 'lat' : 'lon' };
}

/** As they stand in the field: to about ten centimetres. */
export function typedCoordinates({ lat, lon }: Point): string {
  return `${Number(lat.toFixed(6))}, ${Number(lon.toFixed(6))}`;
}

/** What is to be set; null: nothing changed. A height belongs to the spot where it was measured, and goes with it. */
export function changedPlace(before: Asset['place'], typed: string): { readonly place: Asset['place'] } | null {
  if (typed.trim() === (before === null ? '' : typedCoordinates(before))) return null;
  const place = readCoordinates(typed);
  return { place: place === null ? null : { ...place, altitude: null } };
}

/** Further apart in time two photos say nothing of each other's place. Milliseconds. */
const SAME_TRIP = 3 * 86_400_000;

/** Where the photo of the timeline was taken that is nearest in time to another one; null: none is near. */
export function nearestInTime({ timeline: { days }, assets }: Pick<Replica, 'timeline' | 'assets'>, id: string): Point | null {
  const at = localTime(assets.get(id)?.asset.capturedAt ?? '');
  let [apart, found]: [number, Point | null] = [SAME_TRIP, null];
  for (const { items } of days)
    for (const item of items) {
      const between = Math.abs(item.at - at);
      const place = between <= apart && item.id !== id ? item.place : null;
      if (place !== null) [apart, found] = [between, { lat: place.lat, lon: place.lon }];
    }
  return found;
}
