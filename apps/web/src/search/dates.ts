import { AROUND, MONTHS, SEASONS, SPECIAL, UNITS, WEEKDAYS, WEEKEND, WHICH } from './dateWords.ts';

/** A stretch of time on the clock of whoever took the photo; milliseconds since 1970 as if that clock were UTC, the end not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** When photos were taken: in a stretch, in a month or on a day of any year, or on these days of any week (Monday 0). */
export type When = Stretch | { readonly month: number; readonly day: number | null } | { readonly weekdays: readonly number[] };

export interface DateWords {
  readonly when: When;
  /** How many of the words were read. */
  readonly words: number;
}

const DAY = 86_400_000;
/** The first photograph that is left to us is of 1826. */
const FIRST_YEAR = 1826;

/**
 * The date with which some words begin: `2023`, `july 2023`, `8 july 2023`, `july 8`, `2023-07-08`, `summer 2023`, `last summer`, `yesterday`,
 * `last week`, `this month`, `christmas`, `monday`, `weekend`, `last friday`; `8.7.2023`, and the same in the words of other languages. Null: they begin with none.
 * @param words folded
 * @param today days since 1970
 */
export function readDate(words: readonly string[], today: number): DateWords | null {
  const [first = '', second = '', third = ''] = words;
  const told = (when: When, count: number): DateWords => ({ when, words: count });
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(first);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]) - 1, iso[3] === undefined ? null : Number(iso[3])];
    if (month > 11 || month < 0) return null;
    return day === null ? told(monthOf(year, month), 1) : isDay(year, month, day) ? told(dayOf(year, month, day), 1) : null;
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(first);
  if (dotted) {
    const [year, month, day] = [Number(dotted[3]), Number(dotted[2]) - 1, Number(dotted[1])];
    return month >= 0 && month < 12 && day > 0 ? dated(year, month, day, 1) : null;
  }
  if (AROUND.has(first)) {
    const inner = readDate(words.slice(1), today);
    return inner && told(inner.when, inner.words + 1);
  }
  const month = monthNamed(first);
  if (month !== null) {
    const day = dayNamed(second);
    const year = yearNamed(day === null ? second : third, today);
    if (day !== null) return dated(year, month, day, year === null ? 2 : 3);
    return year === null ? told({ month, day: null }, 1) : told(monthOf(year, month), 2);
  }
  const day = dayNamed(first);
  const named = monthNamed(second);
  if (day !== null && named !== null) {
    const year = yearNamed(third, today);
    return dated(year, named, day, year === null ? 2 : 3);
  }
  const season = SEASONS.get(first);
  const seasonYear = yearNamed(second, today);
  if (season !== undefined && seasonYear !== null) return told(seasonOf(seasonYear, season), 2);
  const year = yearNamed(first, today);
  if (year !== null) return told({ from: Date.UTC(year, 0), to: Date.UTC(year + 1, 0) }, 1);
  return readRelative(first, second, today);
}

function readRelative(first: string, second: string, today: number): DateWords | null {
  const days = (from: number, count: number): Stretch => ({ from: from * DAY, to: (from + count) * DAY });
  const now = new Date(today * DAY);
  const year = now.getUTCFullYear();
  const weekdays = weekdaysNamed(first);
  if (weekdays) return { when: { weekdays }, words: 1 };
  const special = SPECIAL.get(first);
  if (special === 'today') return { when: days(today, 1), words: 1 };
  if (special === 'yesterday') return { when: days(today - 1, 1), words: 1 };
  if (special === 'christmas') return { when: { month: 11, day: 25 }, words: 1 };
  const which = WHICH.get(first);
  if (which === undefined) return null;
  const back = which === 'last' ? 1 : 0;
  const monday = today - weekdayOf(today);
  const [day, ...more] = weekdaysNamed(second) ?? [];
  // A single day is the latest that is over; a weekend that of the week before.
  if (day !== undefined && more.length === 0 && back === 1) return { when: days(today - 1 - weekdayOf(today - 1 - day), 1), words: 2 };
  if (day !== undefined) return { when: days(monday - 7 * back + day, more.length + 1), words: 2 };
  const season = SEASONS.get(second);
  if (season !== undefined) return { when: lately(season, today, back), words: 2 };
  switch (UNITS.get(second)) {
    case 'week':
      return { when: days(monday - 7 * back, 7), words: 2 };
    case 'month':
      return { when: monthOf(year, now.getUTCMonth() - back), words: 2 };
    case 'year':
      return { when: { from: Date.UTC(year - back, 0), to: Date.UTC(year - back + 1, 0) }, words: 2 };
    default:
      return null;
  }
}

/** From 0, Monday, on, as weeks go in ISO 8601; the first day of 1970 was a Thursday. @param day days since 1970 */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
const SATURDAY_AND_SUNDAY = [5, 6];

/** The days of a week that a word means; undefined: none. A comma after it stands there before a date. */
function weekdaysNamed(word: string): readonly number[] | undefined {
  if (WEEKEND.has(word)) return SATURDAY_AND_SUNDAY;
  const day = WEEKDAYS.get(word.replace(/,$/, ''));
  return day === undefined ? undefined : [day];
}

/** The season that is now or comes next this year; or the one before, of which all is over. */
function lately(season: number, today: number, back: number): Stretch {
  const year = new Date(today * DAY).getUTCFullYear();
  if (back === 0) return seasonOf(year, season);
  const latest = [year, year - 1, year - 2].map((each) => seasonOf(each, season)).find(({ to }) => to <= today * DAY);
  return latest ?? seasonOf(year - 1, season);
}

function dated(year: number | null, month: number, day: number, words: number): DateWords | null {
  // A leap year has every day that there is.
  if (!isDay(year ?? 2000, month, day)) return null;
  return { when: year === null ? { month, day } : dayOf(year, month, day), words };
}

export function isWithin(when: When, at: number): boolean {
  if ('from' in when) return at >= when.from && at < when.to;
  if ('weekdays' in when) return when.weekdays.includes(weekdayOf(Math.floor(at / DAY)));
  const date = new Date(at);
  return date.getUTCMonth() === when.month && (when.day === null || date.getUTCDate() === when.day);
}

function monthNamed(word: string): number | null {
  return MONTHS.get(word.replace(/\.$/, '')) ?? null;
}

function dayNamed(word: string): number | null {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?[.,]?$/.exec(word)?.[1];
  return day === undefined || Number(day) < 1 || Number(day) > 31 ? null : Number(day);
}

function yearNamed(word: string, today: number): number | null {
  if (!/^\d{4}$/.test(word)) return null;
  const year = Number(word);
  return year >= FIRST_YEAR && year <= new Date(today * DAY).getUTCFullYear() + 1 ? year : null;
}

const dayOf = (year: number, month: number, day: number): Stretch => ({
  from: Date.UTC(year, month, day),
  to: Date.UTC(year, month, day + 1),
});
const monthOf = (year: number, month: number): Stretch => ({ from: Date.UTC(year, month), to: Date.UTC(year, month + 1) });
const seasonOf = (year: number, month: number): Stretch => ({ from: Date.UTC(year, month), to: Date.UTC(year, month + 3) });

function isDay(year: number, month: number, day: number): boolean {
  return new Date(Date.UTC(year, month, day)).getUTCDate() === day;
}
