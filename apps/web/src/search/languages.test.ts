import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COLLECTIONS } from '../library/collections.ts';
import { readCondition, writeCondition } from '../smart/condition.ts';
import { readDate } from './dates.ts';
import { fold } from './fold.ts';
import { kindNamed, writtenKind } from './kinds.ts';
import { readQuery } from './query.ts';
import { readUnsafe } from './unsafe.ts';

// A Saturday.
const TODAY = Date.UTC(2026, 10, 28) / 86_400_000;
const whenOf = (words: string): unknown => {
  const read = readDate(fold(words).split(' '), TODAY);
  assert.equal(read?.words, words.split(' ').length, words);
  return read?.when;
};

test('LA-30, SR-24: dates and days of the week are read in German as they are in English, whichever is spoken', () => {
  const same: Readonly<Record<string, string>> = {
    'Mai 2024': 'may 2024',
    'im Mai 2024': 'may 2024',
    März: 'march',
    'Dez. 2023': 'december 2023',
    '8. Juli 2023': '8 july 2023',
    'am 8. Juli 2023': '8 july 2023',
    '8. Juli': '8 july',
    '8.7.2023': '2023-07-08',
    '08.07.2023': '2023-07-08',
    'Sommer 2023': 'summer 2023',
    'letzten Winter': 'last winter',
    'im letzten Herbst': 'last autumn',
    'dieses Frühjahr': 'this spring',
    'letzte Woche': 'last week',
    'diesen Monat': 'this month',
    'voriges Jahr': 'last year',
    Montag: 'monday',
    montags: 'mondays',
    'am Sonnabend': 'saturday',
    'letzten Freitag': 'last friday',
    'am Wochenende': 'weekend',
    'letztes Wochenende': 'last weekend',
    'in dieser Woche': 'this week',
    heute: 'today',
    gestern: 'yesterday',
    Weihnachten: 'christmas',
  };
  for (const [german, english] of Object.entries(same)) assert.deepEqual(whenOf(german), whenOf(english), german);
  for (const none of ['31.6.2023', '1.13.2023', '0.1.2023', 'am strand', 'letzte', 'im', 'maier'])
    assert.equal(readDate(none.split(' '), TODAY), null, none);
});

test('LA-30: kinds, fields and what asks for unsafe photos are read in German, too', () => {
  const [kind, place, rest] = readQuery('Bildschirmfotos ort:Wien -art:serien', TODAY);
  assert.ok(kind?.is === 'kind' && kind.collection.name === 'screenshots');
  assert.deepEqual(place, { is: 'text', typed: 'Wien', text: 'wien', field: 'place' });
  assert.ok(rest?.is === 'kind' && rest.collection.name === 'bursts' && rest.not);
  const [date] = readQuery('am 8. Juli 2023 Strand', TODAY);
  assert.deepEqual([date?.is, date?.typed], ['when', 'am 8. Juli 2023']);
  const devices = [{ name: 'Laptop' }, { name: 'Annas  Telefon' }];
  assert.deepEqual(readUnsafe('noch nicht sicher', devices), { on: devices, rest: '' });
  assert.deepEqual(readUnsafe('Strand nur auf Annas Telefon', devices), { on: [devices[1]], rest: 'Strand' });
  assert.deepEqual(readUnsafe('nur auf dem Laptop', devices), { on: [devices[0]], rest: '' });
});

test('LA-31: what the page calls a kind is read as that kind in each language, and is written into a rule in one way', () => {
  const german = JSON.parse(readFileSync(new URL('../language/de.json', import.meta.url), 'utf8')) as Record<string, string>;
  for (const { name, title } of COLLECTIONS) {
    assert.equal(kindNamed(fold(title)), name);
    assert.equal(kindNamed(fold(german[title] ?? '')), name, german[title]);
    assert.equal(writtenKind(name), title, 'as it was written before there was another language');
    const search = writeCondition({ field: 'kind', not: false, text: writtenKind(name) });
    assert.deepEqual(readCondition(search), { field: 'kind', not: false, text: title });
  }
});
