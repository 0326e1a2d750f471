import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWithin, readDate } from './dates.ts';
import { readQuery } from './query.ts';
import { readUnsafe } from './unsafe.ts';

// A Saturday.
const TODAY = Date.UTC(2026, 10, 28) / 86_400_000;
const at = (text: string): number => Date.parse(`${text}Z`);

/** The first and the last second of what some words mean. */
function range(words: string): readonly string[] | null {
  const read = readDate(words.split(' '), TODAY);
  if (!read || !('from' in read.when)) return null;
  assert.equal(read.words, words.split(' ').length, words);
  return [read.when.from, read.when.to - 1000].map((time) => new Date(time).toISOString().slice(0, 19));
}

test('SR-1: dates are read in words', () => {
  const days = (from: string, to = from): readonly string[] => [`${from}T00:00:00`, `${to}T23:59:59`];
  const cases: Readonly<Record<string, readonly string[]>> = {
    '2023': days('2023-01-01', '2023-12-31'),
    'july 2023': days('2023-07-01', '2023-07-31'),
    'jul 2023': days('2023-07-01', '2023-07-31'),
    'sept 2023': days('2023-09-01', '2023-09-30'),
    '8 july 2023': days('2023-07-08'),
    '8th july 2023': days('2023-07-08'),
    'july 8, 2023': days('2023-07-08'),
    '2023-07-08': days('2023-07-08'),
    '2023-07': days('2023-07-01', '2023-07-31'),
    'summer 2023': days('2023-06-01', '2023-08-31'),
    'winter 2023': days('2023-12-01', '2024-02-29'),
    'last summer': days('2026-06-01', '2026-08-31'),
    'last winter': days('2025-12-01', '2026-02-28'),
    today: days('2026-11-28'),
    yesterday: days('2026-11-27'),
    'this week': days('2026-11-23', '2026-11-29'),
    'last week': days('2026-11-16', '2026-11-22'),
    'last month': days('2026-10-01', '2026-10-31'),
    'this month': days('2026-11-01', '2026-11-30'),
    'last year': days('2025-01-01', '2025-12-31'),
  };
  for (const [words, expected] of Object.entries(cases)) assert.deepEqual(range(words), expected, words);
});

test('SR-1: a month, a day of a month and Christmas are of any year; a leap day is one', () => {
  const within = (words: string, time: string): boolean => {
    const read = readDate(words.split(' '), TODAY);
    assert.ok(read, words);
    return isWithin(read.when, at(time));
  };
  assert.ok(within('july', '1999-07-31T23:59:59') && !within('july', '1999-08-01T00:00:00'));
  assert.ok(within('8 july', '2011-07-08T12:00:00') && !within('8 july', '2011-07-09T00:00:00'));
  assert.ok(within('christmas', '2011-12-25T12:00:00') && !within('christmas', '2011-12-26T12:00:00'));
  assert.ok(within('29 february', '2024-02-29T12:00:00'));
});

test('SR-24: days of the week and weekends are read, of any week, of this one and the last', () => {
  const within = (words: string, day: string): boolean => {
    const read = readDate(words.split(' '), TODAY);
    assert.equal(read?.words, words.split(' ').length, words);
    return isWithin(read.when, at(`${day}T12:00:00`));
  };
  // 28 November 2026 is a Saturday; 1 January 1970 was a Thursday, and days before it are counted as well.
  for (const [words, yes, no] of [
    ['monday', '2026-11-23', '2026-11-24'],
    ['on mondays', '1969-12-29', '1969-12-28'],
    ['thursday,', '1970-01-01', '1970-01-02'],
    ['sunday', '1950-01-01', '1949-12-31'],
    ['weekend', '2026-11-28', '2026-11-27'],
    ['at the weekend', '2026-11-29', '2026-11-30'],
  ] as const)
    assert.deepEqual([within(words, yes), within(words, no)], [true, false], words);
  const days = (from: string, to = from): readonly string[] => [`${from}T00:00:00`, `${to}T23:59:59`];
  assert.deepEqual(range('last friday'), days('2026-11-27'));
  assert.deepEqual(range('last saturday'), days('2026-11-21'), 'not today');
  assert.deepEqual(range('on this monday'), days('2026-11-23'));
  assert.deepEqual(range('this weekend'), days('2026-11-28', '2026-11-29'));
  assert.deepEqual(range('last weekend'), days('2026-11-21', '2026-11-22'));
  // With another date both are so.
  assert.deepEqual(read('monday, 8 july beach'), ['when monday,', 'when 8 july', 'text beach']);
  assert.deepEqual(read('on the weekend in july 2023'), ['when on the weekend', 'when in july 2023']);
  const [term] = readQuery('Sunday', TODAY);
  assert.ok(term?.is === 'when' && term.text === 'sunday', 'it may be a name, too');
  for (const words of ['sun', 'sat', 'mon', 'on', 'in the', 'weekdays']) assert.equal(readDate(words.split(' '), TODAY), null, words);
});

test('SR-1: what is no date is none', () => {
  for (const words of [
    '31 june',
    '30 february 2024',
    '29 february 2023',
    '1700',
    '4032',
    '12',
    'mayor',
    'last',
    'summer',
    '2023-13',
    '2023-02-30',
    '',
  ])
    assert.equal(readDate(words.split(' '), TODAY), null, words);
});

const read = (typed: string): readonly string[] =>
  readQuery(typed, TODAY).map((term) =>
    term.is === 'kind' ? `kind ${term.collection.name}` : term.is === 'when' ? `when ${term.typed}` : `text ${term.text}`,
  );

test('SR-2: words are dates and kinds where they are such, and letters where not; quotation marks hold words together', () => {
  assert.deepEqual(read('Zürich  July 2023'), ['text zurich', 'when July 2023']);
  assert.deepEqual(read('live photos beach 2023'), ['kind live-photos', 'text beach', 'when 2023']);
  assert.deepEqual(read('Videos'), ['kind videos']);
  assert.deepEqual(read('"July 2023" video'), ['text july 2023', 'kind videos']);
  assert.deepEqual(read('"unfinished'), ['text unfinished']);
  assert.deepEqual(read('  ""  '), []);
});

test('SR-2: however much is typed, so much is read', () => {
  assert.ok(readQuery('a '.repeat(10_000), TODAY).length <= 24);
  assert.ok(readQuery('x'.repeat(10_000), TODAY)[0]!.typed.length <= 300);
});

test('SR-3: who looks for what is not safe yet is led to the devices that have it', () => {
  const devices = [{ name: 'Laptop' }, { name: 'Ann’s Phone' }];
  assert.deepEqual(readUnsafe('not safe yet', devices), { on: devices, rest: '' });
  assert.deepEqual(readUnsafe('unsafe videos', devices), { on: devices, rest: 'videos' });
  assert.deepEqual(readUnsafe('on laptop only', devices), { on: [devices[0]], rest: '' });
  assert.deepEqual(readUnsafe('beach only on Ann’s phone', devices), { on: [devices[1]], rest: 'beach' });
  assert.deepEqual(readUnsafe('on laptop', devices), { on: null, rest: 'on laptop' });
  assert.deepEqual(readUnsafe('safe', devices), { on: null, rest: 'safe' });
});
