import { LIMITS, say, type Asset, type AssetFields } from '@rollcall/protocol';

/** What a person typed about a photo. */
export interface InfoTyped {
  readonly title: string;
  readonly caption: string;
  /** With commas between. */
  readonly keywords: string;
  /** As a field of a form gives it: `2024-05-06T14:26` or with seconds. */
  readonly taken: string;
  /** `+02:00`, or empty: not known. */
  readonly offset: string;
}

const TAKEN = /^(\d{4,6})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const PARTS = /^(-?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/;
export const OFFSET = /^[+-](0\d|1[0-4]):[0-5]\d$/;

/** What stands of a photo now, as it is typed. */
export function typedOf({ title, caption, keywords, capturedAt }: Asset): InfoTyped {
  const [, taken = '', , offset = ''] = PARTS.exec(capturedAt) ?? [];
  return { title: title ?? '', caption: caption ?? '', keywords: keywords.join(', '), taken, offset: offset === 'Z' ? '+00:00' : offset };
}

/** Only what a person changed: the rest may have been changed elsewhere meanwhile. Throws RangeError for a date or an offset that is none. */
export function changedInfo(before: InfoTyped, after: InfoTyped): Partial<AssetFields> {
  const text = (value: string, most: number): string | null => value.trim().slice(0, most) || null;
  return {
    ...(after.title.trim() === before.title.trim() ? {} : { title: text(after.title, LIMITS.title) }),
    ...(after.caption.trim() === before.caption.trim() ? {} : { caption: text(after.caption, LIMITS.caption) }),
    ...(after.keywords === before.keywords ? {} : { keywords: keywordsOf(after.keywords) }),
    ...dateOf(before, after),
  };
}

function dateOf(before: InfoTyped, after: InfoTyped): Partial<AssetFields> {
  const offset = after.offset.trim().replace('−', '-');
  if (after.taken === before.taken && offset === before.offset) return {};
  const read = TAKEN.exec(after.taken);
  if (!read) throw new RangeError(say('Give the whole date and time.'));
  if (offset !== '' && !OFFSET.test(offset)) throw new RangeError(say('The time zone is hours and minutes from UTC, such as +02:00.'));
  const [, year, month, day, hour, minute, second = '00'] = read;
  return { capturedAt: `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`, capturedSource: 'person' };
}

/** Each once, in the order typed. */
function keywordsOf(typed: string): string[] {
  const words = typed.split(',').map((word) => word.trim().slice(0, LIMITS.keyword));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, LIMITS.keywords);
}

/** What these fields were, to put them back. */
export function fieldsBefore(asset: Asset, fields: Partial<AssetFields>): Partial<AssetFields> {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, asset[key as keyof AssetFields]]));
}
