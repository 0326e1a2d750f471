import type { LanguageCode } from '../language/languages.ts';

/** Words for times, as people type them. Folded. */
interface DateWords {
  /** January first, with short forms. */
  readonly months: readonly (readonly string[])[];
  readonly seasons: Readonly<Record<'spring' | 'summer' | 'autumn' | 'winter', readonly string[]>>;
  /** Monday first; no short forms, which are other words as well (`sun`). */
  readonly weekdays: readonly (readonly string[])[];
  readonly weekend: readonly string[];
  readonly special: Readonly<Record<'today' | 'yesterday' | 'christmas', readonly string[]>>;
  readonly which: Readonly<Record<'last' | 'this', readonly string[]>>;
  readonly units: Readonly<Record<'week' | 'month' | 'year', readonly string[]>>;
  /** What stands before a date and says nothing more. */
  readonly around: readonly string[];
}

const WORDS: Readonly<Record<LanguageCode, DateWords>> = {
  en: {
    months: [
      ['january', 'jan'],
      ['february', 'feb'],
      ['march', 'mar'],
      ['april', 'apr'],
      ['may'],
      ['june', 'jun'],
      ['july', 'jul'],
      ['august', 'aug'],
      ['september', 'sep', 'sept'],
      ['october', 'oct'],
      ['november', 'nov'],
      ['december', 'dec'],
    ],
    weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name) => [name, `${name}s`]),
    weekend: ['weekend', 'weekends'],
    seasons: { spring: ['spring'], summer: ['summer'], autumn: ['autumn', 'fall'], winter: ['winter'] },
    special: { today: ['today'], yesterday: ['yesterday'], christmas: ['christmas'] },
    which: { last: ['last'], this: ['this'] },
    units: { week: ['week'], month: ['month'], year: ['year'] },
    around: ['on', 'in', 'at', 'the'],
  },
  de: {
    months: [
      ['januar', 'janner', 'jan'],
      ['februar', 'feber', 'feb'],
      ['marz', 'maerz', 'mrz', 'mar'],
      ['april', 'apr'],
      ['mai'],
      ['juni', 'jun'],
      ['juli', 'jul'],
      ['august', 'aug'],
      ['september', 'sep', 'sept'],
      ['oktober', 'okt'],
      ['november', 'nov'],
      ['dezember', 'dez'],
    ],
    weekdays: [
      ...['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag'].map((name) => [name, `${name}s`, `${name}e`]),
      ['samstag', 'samstags', 'samstage', 'sonnabend', 'sonnabends', 'sonnabende'],
      ['sonntag', 'sonntags', 'sonntage'],
    ],
    weekend: ['wochenende', 'wochenenden', 'wochenends'],
    seasons: { spring: ['fruhling', 'fruhjahr'], summer: ['sommer'], autumn: ['herbst'], winter: ['winter'] },
    special: { today: ['heute'], yesterday: ['gestern'], christmas: ['weihnachten'] },
    which: {
      last: ['letzte', 'letzten', 'letzter', 'letztes', 'letztem', 'vorige', 'vorigen', 'voriger', 'voriges', 'vorigem'],
      this: ['diese', 'diesen', 'dieser', 'dieses', 'diesem'],
    },
    units: { week: ['woche'], month: ['monat'], year: ['jahr'] },
    around: ['im', 'am', 'an', 'in', 'den', 'dem'],
  },
};

const all = Object.values(WORDS);

function merged<K extends string>(of: (words: DateWords) => Readonly<Record<K, readonly string[]>>): ReadonlyMap<string, K> {
  return new Map(
    all.flatMap((words) =>
      (Object.entries(of(words)) as [K, readonly string[]][]).flatMap(([key, names]) => names.map((name) => [name, key] as const)),
    ),
  );
}

/** From 0 on. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  all.flatMap(({ months }) => months.flatMap((names, month) => names.map((name) => [name, month] as const))),
);

/** Weekdays by their names, Monday 0. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  all.flatMap(({ weekdays }) => weekdays.flatMap((names, day) => names.map((name) => [name, day] as const))),
);
export const WEEKEND: ReadonlySet<string> = new Set(all.flatMap(({ weekend }) => weekend));

/** The first month of the northern season; winter goes on in the year after. */
const FIRST = { spring: 2, summer: 5, autumn: 8, winter: 11 };
export const SEASONS: ReadonlyMap<string, number> = new Map(
  [...merged(({ seasons }) => seasons)].map(([name, season]) => [name, FIRST[season]] as const),
);

export const SPECIAL = merged(({ special }) => special);
export const WHICH = merged(({ which }) => which);
export const UNITS = merged(({ units }) => units);
export const AROUND: ReadonlySet<string> = new Set(all.flatMap(({ around }) => around));
