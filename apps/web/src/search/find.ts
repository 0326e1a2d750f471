import type { Asset } from '@rollcall/protocol';
import { dayStart } from '../library/capture.ts';
import type { Replica } from '../library/replica.ts';
import type { Day, Timeline } from '../library/timeline.ts';
import { pathOf } from '../folders/tree.ts';
import { allOf, anyOf, narrowed, noneOf, wholeDay, type Among, type Hit } from './among.ts';
import { isWithin } from './dates.ts';
import type { Field } from './fields.ts';
import { fold } from './fold.ts';
import { cellOf, type PlaceIndex } from './places.ts';
import { narrows, type Term } from './query.ts';
import { havingLetters, wordsOf } from './words.ts';

type Places = Pick<PlaceIndex, 'textOf'>;

/** The photos of which every term is true, by day, newest first. Pure but for what it keeps of `wordsOf`. */
export function find(replica: Replica, terms: readonly Term[], places: Places): readonly Day[] {
  return findAny(replica, [terms], places);
}

/** The photos of which every term of any of these searches is true. */
export function findAny(replica: Replica, searches: readonly (readonly Term[])[], places: Places): readonly Day[] {
  const any = searches.filter((terms) => terms.length > 0).map((terms) => testOf(replica, terms, places));
  return daysOf(hitsAmong(replica.timeline.days.map(wholeDay), (day) => anyOf(any.map((test) => test(day)))));
}

/** What was found, and of what. */
interface Found {
  readonly replica: Replica;
  readonly timeline: Timeline;
  readonly shelf: number;
  readonly places: Places;
  readonly terms: readonly Term[];
  readonly hits: readonly Hit[];
  readonly days: readonly Day[];
}

/**
 * Finds as `find` does, for who types: what can only be among what was found last is looked for there, and a day of which the same is
 * found is the same value as before.
 */
export function createFinder(): typeof find {
  let last: Found | null = null;
  return (replica, terms, places) => {
    const { timeline, shelf } = replica;
    if (terms.length === 0) return [];
    const same = last?.replica === replica && last.timeline === timeline && last.shelf === shelf.version && last.places === places;
    const before = same && last !== null && narrows(terms, last.terms) ? last.hits : timeline.days.map(wholeDay);
    const hits = hitsAmong(before, testOf(replica, terms, places));
    last = { replica, timeline, shelf: shelf.version, places, terms, hits, days: daysOf(hits) };
    return last.days;
  };
}

const daysOf = (hits: readonly Hit[]): readonly Day[] => hits.map(({ day }) => day);

function hitsAmong(before: readonly Hit[], test: Test): readonly Hit[] {
  return before.flatMap((hit) => narrowed(hit, test(hit.whole)) ?? []);
}

/** Which photos of a day are found. */
type Test = (day: Day) => Among;

function testOf(replica: Replica, terms: readonly Term[], places: Places): Test {
  const tests = terms.map((term): Test => {
    const test = termTest(replica, term, places);
    return term.not ? (day) => noneOf(test(day)) : test;
  });
  return (day) => allOf(tests.map((test) => test(day)));
}

function termTest(replica: Replica, term: Term, places: Places): Test {
  switch (term.is) {
    case 'when': {
      const { when, text } = term;
      // Every stretch of time is one of whole days.
      const within: Test = ({ day }) => isWithin(when, dayStart(day));
      return text === null ? within : (day) => anyOf([within(day), havingLetters(wordsOf(replica, day), text)]);
    }
    case 'kind': {
      const { holds } = term.collection;
      return ({ items }) =>
        (index) =>
          holds(items[index]!);
    }
    case 'text':
      return textTest(replica, term, places);
    default:
      return term satisfies never;
  }
}

function textTest(replica: Replica, { text, field }: Term & { readonly is: 'text' }, places: Places): Test {
  switch (field) {
    case undefined: {
      const tests = [placeTest(text, places), ...albumTest(replica, text)];
      return (day) => anyOf([havingLetters(wordsOf(replica, day), text), ...tests.map((test) => test(day))]);
    }
    case 'place':
      return placeTest(text, places);
    case 'album': {
      const tests = albumTest(replica, text);
      return (day) => anyOf(tests.map((test) => test(day)));
    }
    default:
      return fieldTest(replica, text, field);
  }
}

/** Those at a place that is called so. Photos of one place are one question. */
function placeTest(text: string, places: Places): Test {
  const called = new Map<number, boolean>();
  return ({ items }) =>
    (index) => {
      const { place } = items[index]!;
      if (place === null) return false;
      const cell = cellOf(place);
      let known = called.get(cell);
      if (known === undefined) called.set(cell, (known = places.textOf(place).includes(text)));
      return known;
    };
}

/** Those in an album that is called so, or lies in a folder that is; none: no album is. */
function albumTest({ shelf }: Replica, text: string): readonly Test[] {
  const found = new Set<string>();
  for (const album of shelf.albums.values())
    if ([album, ...pathOf(shelf, album)].some(({ title }) => fold(title).includes(text)))
      for (const id of shelf.places.get(album.id)?.keys() ?? []) found.add(id);
  return found.size === 0
    ? []
    : [
        ({ items }) =>
          (index) =>
            found.has(items[index]!.id),
      ];
}

type OwnField = Exclude<Field, 'place' | 'album'>;

function fieldTest({ assets }: Replica, text: string, field: OwnField): Test {
  // Many photos are of few cameras.
  const has = new Map<string, boolean>();
  return ({ items }) =>
    (index) => {
      const asset = assets.get(items[index]!.id)?.asset;
      return (
        asset !== undefined &&
        wordsIn(asset, field).some((each) => {
          if (each == null) return false;
          let known = has.get(each);
          if (known === undefined) has.set(each, (known = fold(each).includes(text)));
          return known;
        })
      );
    };
}

/** What one field of a photo says. */
function wordsIn(
  { fileName, title, caption, keywords, camera, people = [] }: Asset,
  field: OwnField,
): readonly (string | null | undefined)[] {
  switch (field) {
    case 'person':
      return people.map(({ name }) => name);
    case 'camera':
      return [[camera?.make, camera?.model].filter((each) => each != null).join(' '), camera?.lens];
    case 'keyword':
      return keywords;
    case 'file':
      return [fileName];
    case 'caption':
      return [title, caption];
    case 'taken':
    case 'kind':
      // These are not letters of the photo itself.
      return [];
    default:
      return field satisfies never;
  }
}
