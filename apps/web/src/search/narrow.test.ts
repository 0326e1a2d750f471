import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Asset, Entity } from '@rollcall/protocol';
import { applyChanges, emptyReplica, type Replica } from '../library/replica.ts';
import { saidOf } from '../library/said.ts';
import { asset, feed, idOf } from '../library/testing.ts';
import type { Day } from '../library/timeline.ts';
import { isWithin } from './dates.ts';
import { createFinder, find } from './find.ts';
import { fold } from './fold.ts';
import { narrows, readQuery, type Term } from './query.ts';

const TODAY = Date.UTC(2026, 10, 28) / 86_400_000;
const PLACES = { textOf: ({ lat }: { readonly lat: number }) => (lat > 0 ? 'july, italy' : '') };
const WORDS = ['Ju', 'July', 'lyon', 'Zürich', '2023', '20', 'ß', 'at the sea', 'photo'];

const word = fc.constantFrom(...WORDS);
const photo = fc.record({
  fileName: word,
  title: fc.option(word),
  caption: fc.option(word),
  keywords: fc.array(word, { maxLength: 2 }),
  camera: fc.option(fc.record({ make: fc.option(word), model: fc.option(word), lens: fc.option(word) })),
  people: fc.array(
    word.map((name) => ({ name, area: null })),
    { maxLength: 2 },
  ),
  place: fc.option(fc.constantFrom({ lat: 1, lon: 1, altitude: null }, { lat: -1, lon: 1, altitude: null })),
  capturedAt: fc.constantFrom('2023-07-08T00:00:00', '2023-07-08T23:59:59.999', '2022-12-24T10:00:00', '2020-02-29T10:00:00'),
  favourite: fc.boolean(),
});
const library = fc.array(photo, { maxLength: 12 }).map((photos): Replica => {
  const replica = emptyReplica();
  const entities: Entity[] = photos.map((more, index) => asset(index, more));
  const album = { type: 'album', order: 'by-hand', cover: null, deleted: false, addedAt: 0, addedBy: null } as const;
  entities.push(
    { ...album, id: idOf(900), title: 'July at the sea' },
    { type: 'album-item', albumId: idOf(900), assetId: idOf(1), position: 'a0', removed: false },
  );
  applyChanges(replica, feed(entities));
  return replica;
});
const part = fc.constantFrom(
  ...WORDS,
  '"at the',
  '-july',
  'place:italy',
  'file:ju',
  'camera:"july 20',
  '-person:ly',
  'is:favourite',
  'july 8',
  'taken:2023',
  'album:sea',
  'y',
);
/** What stands in the field after each key: letters are typed and taken back. */
const typing = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => {
  const whole = parts.join(' ');
  const letters = Array.from(whole, (_, index) => whole.slice(0, index + 1));
  return [...letters, whole.slice(0, -1), whole.slice(0, -2), whole];
});

/** A term as it is meant, photo by photo. */
function isTrue({ shelf }: Replica, of: Asset, at: number, favourite: boolean, term: Term): boolean {
  const said = fold(saidOf(of).join('\n'));
  const holds = (): boolean => {
    if (term.is === 'when') return isWithin(term.when, at) || (term.text !== null && said.includes(term.text));
    if (term.is === 'kind') return favourite;
    const { text, field } = term;
    const inAlbum = 'july at the sea'.includes(text) && shelf.places.get(idOf(900))?.has(of.id) === true;
    const named = of.place !== null && PLACES.textOf(of.place).includes(text);
    switch (field) {
      case undefined:
        return said.includes(text) || inAlbum || named;
      case 'album':
        return inAlbum;
      case 'place':
        return named;
      case 'person':
        return (of.people ?? []).some(({ name }) => fold(name).includes(text));
      case 'file':
        return fold(of.fileName).includes(text);
      case 'camera': {
        const { make = null, model = null, lens = null } = of.camera ?? {};
        return [[make, model].filter((each) => each !== null).join(' '), lens ?? ''].some((each) => fold(each).includes(text));
      }
      default:
        return false;
    }
  };
  return holds() !== (term.not === true);
}

function oneByOne(replica: Replica, terms: readonly Term[]): readonly Day[] {
  if (terms.length === 0) return [];
  return replica.timeline.days.flatMap(({ day, items }) => {
    const found = items.filter((item) =>
      terms.every((term) => isTrue(replica, replica.assets.get(item.id)!.asset, item.at, item.favourite, term)),
    );
    return found.length === 0 ? [] : { day, items: found };
  });
}

test('SR-12: what is found letter by letter is what is found at once, and what is true of each photo by itself', () => {
  fc.assert(
    fc.property(library, typing, (replica, typed) => {
      const finder = createFinder();
      for (const text of typed) {
        const terms = readQuery(text, TODAY);
        const wanted = oneByOne(replica, terms);
        assert.deepEqual(find(replica, terms, PLACES), wanted, text);
        assert.deepEqual(finder(replica, terms, PLACES), wanted, `${text}, letter by letter`);
      }
    }),
    { numRuns: 300 },
  );
});

test('SR-12: who types on looks only among what was found, and a day of which the same is found is the same value', () => {
  const replica = emptyReplica();
  const on = (day: number): Partial<Asset> => ({ capturedAt: `2024-05-${day}T12:00:00` });
  applyChanges(replica, feed([asset(1, { title: 'sea', ...on(10) }), asset(2, on(10)), asset(3, { title: 'seven', ...on(11) })]));
  const finder = createFinder();
  const type = (text: string): readonly Day[] => finder(replica, readQuery(text, TODAY), PLACES);
  const [seven, sea] = type('se');
  assert.deepEqual([seven?.items.length, sea?.items.length], [1, 1]);
  assert.equal(type('sea')[0], sea);
  applyChanges(replica, feed([asset(2, { caption: 'the sea', ...on(10) })], 10));
  assert.deepEqual(
    type('sea').map(({ items }) => items.length),
    [2],
    'not among what was found of another library',
  );
  const leads = (before: string, now: string): boolean => narrows(readQuery(now, TODAY), readQuery(before, TODAY));
  assert.deepEqual(
    [leads('se', 'sea'), leads('sea', 'sea 2023'), leads('2023 s', '2023 sea'), leads('-sea ', '-sea x'), leads('is:raw', 'is:raw x')],
    [true, true, true, true, true],
  );
  assert.deepEqual(
    [
      leads('sea', 'se'),
      leads('202', '2023'),
      leads('-se', '-sea'),
      leads('sea', '-sea'),
      leads('sea', 'file:sea'),
      leads('july', 'july 2023'),
    ],
    [false, false, false, false, false, false],
  );
});

test('SR-13: a photo that is found by other words now is found so where one looks, though nothing else of it has changed', () => {
  const replica = emptyReplica();
  applyChanges(replica, feed([asset(1), asset(2, { capturedAt: '2020-05-06T12:00:00' })]));
  const { timeline } = replica;
  const [first, second] = timeline.days;
  for (const more of [{ caption: 'after' }, { keywords: ['a'] }, { people: [{ name: 'Ann', area: null }] }, { title: 'after' }]) {
    const [before] = replica.timeline.days;
    applyChanges(replica, feed([asset(1, more)], 10));
    assert.notEqual(replica.timeline.days[0], before, JSON.stringify(more));
  }
  assert.notEqual(replica.timeline.days[0], first);
  assert.equal(replica.timeline.days[1], second);
  const now = replica.timeline;
  applyChanges(replica, feed([asset(1, { title: 'after', rating: 3 })], 20));
  assert.equal(replica.timeline, now, 'a rating is not looked for');
});
