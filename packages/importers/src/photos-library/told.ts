import { assetName, GUESSED } from '@rollcall/core';
import { LIMITS, type AssetFields } from '@rollcall/protocol';
import type { Photo } from '../apple-photos/photo.ts';
import type { Told } from '../found.ts';
import { completed } from '../grouping.ts';

type Said = Pick<Photo, 'taken' | 'offset' | 'place' | 'title' | 'description' | 'favourite' | 'hidden'>;

/** Offsets from UTC that any clock had; seconds. */
const FURTHEST = 15 * 3600;

/** What the database of a library says of a photo: what its person sees there. */
export function toldOf(photo: Said, words: readonly string[]): Told {
  const { taken, place, favourite, hidden } = photo;
  const offset = photo.offset !== null && Math.abs(photo.offset) <= FURTHEST ? photo.offset : null;
  const title = text(photo.title, LIMITS.title);
  const caption = text(photo.description, LIMITS.caption);
  const keywords = [...new Set(words.flatMap((word) => text(word, LIMITS.keyword) ?? []))].slice(0, LIMITS.keywords);
  const fields: Partial<AssetFields> = {
    ...(taken === null ? {} : { capturedAt: clock(taken, offset), capturedSource: 'xmp' }),
    ...(place !== null && Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180 ? { place: { ...place, altitude: null } } : {}),
    ...(title === null ? {} : { title }),
    ...(caption === null ? {} : { caption }),
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(favourite === true ? { favourite } : {}),
    ...(hidden === true ? { hidden } : {}),
  };
  return { fields, knowsZone: offset !== null };
}

function text(told: string | null, most: number): string | null {
  const plain = cutTo(told?.trim() ?? '', most).toWellFormed();
  return plain === '' ? null : plain;
}

/** A letter that needs two places goes whole. */
function cutTo(words: string, most: number): string {
  return words.slice(0, /[\uD800-\uDBFF]/.test(words.charAt(most - 1)) && words.length > most ? most - 1 : most);
}

/** Words of a photo that are more than may be kept here, each as a person calls it. */
export function cutWords(
  { title, description }: Pick<Said, 'title' | 'description'>,
  keywords: readonly string[],
  people: readonly string[],
): string[] {
  const isLong = (words: string | null, most: number): boolean => (words?.trim().length ?? 0) > most;
  return [
    ...(isLong(title, LIMITS.title) ? ['its title'] : []),
    ...(isLong(description, LIMITS.caption) ? ['its caption'] : []),
    ...(keywords.length > LIMITS.keywords || keywords.some((word) => isLong(word, LIMITS.keyword)) ? ['its keywords'] : []),
    ...(people.length > LIMITS.people || people.some((name) => isLong(name, LIMITS.personName)) ? ['who is in it'] : []),
  ];
}

/** A moment as the clock showed it, with the zone; without one, in UTC. @param offset seconds */
function clock(at: number, offset: number | null): string {
  const minutes = offset === null ? 0 : Math.round(offset / 60);
  const wall = new Date(at + minutes * 60_000).toISOString().slice(0, -1).replace('.000', '');
  if (offset === null) return `${wall}Z`;
  const [sign, size] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
  return `${wall}${sign}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

/**
 * What a photo of a library is from its first moment here. The library’s word outweighs the file’s, for a person may have changed it there; what the
 * library says nothing of the file tells.
 * @param name what the photo was called when it came to that library
 */
export function fieldsOf(own: AssetFields, told: Told, name: string): AssetFields {
  const { title, caption, keywords, place } = told.fields;
  return {
    ...completed(own, told),
    fileName: assetName(name),
    ...(title === undefined ? {} : { title }),
    ...(caption === undefined ? {} : { caption }),
    ...(keywords === undefined ? {} : { keywords }),
    ...(place == null ? {} : { place: isSamePlace(own.place, place) ? own.place : place }),
    ...(told.knowsZone ? dated(own, told.fields) : {}),
  };
}

/** Degrees: a few metres. The file may know them finer, and how high it was. */
const SAME_PLACE = 1e-4;

function isSamePlace(own: AssetFields['place'], place: NonNullable<AssetFields['place']>): boolean {
  return own !== null && Math.abs(own.lat - place.lat) < SAME_PLACE && Math.abs(own.lon - place.lon) < SAME_PLACE;
}

type Dated = Pick<AssetFields, 'capturedAt' | 'capturedSource'>;

/** The library knows the clock of the place. Of the same second the file may know parts; a date of another moment is what a person made it. */
function dated(own: Dated, { capturedAt, capturedSource }: Partial<AssetFields>): Partial<Dated> {
  if (capturedAt === undefined || capturedSource === undefined) return {};
  if (GUESSED.has(own.capturedSource)) return { capturedAt, capturedSource };
  const [ours, theirs] = [PARTS.exec(own.capturedAt)?.groups, PARTS.exec(capturedAt)?.groups];
  if (ours?.['second'] !== undefined && ours['second'] === theirs?.['second'])
    return { capturedAt: `${ours['second']}${ours['fraction'] ?? theirs['fraction'] ?? ''}${theirs['zone'] ?? ''}` };
  const zoned = ours?.['zone'] !== undefined;
  const isSame = zoned && Math.abs(Date.parse(own.capturedAt) - Date.parse(capturedAt)) <= SAME_MOMENT_MS;
  return { capturedAt, ...(isSame ? {} : { capturedSource: 'person' }) };
}

const PARTS = /^(?<second>.{19})(?<fraction>\.\d+)?(?<zone>Z|[+-]\d{2}:\d{2})?$/;
/** Two programs may write the same moment so far apart. */
const SAME_MOMENT_MS = 1000;
