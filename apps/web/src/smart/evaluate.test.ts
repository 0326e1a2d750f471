import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS, readRule, writeRule, type Album, type SmartRule } from '@rollcall/protocol';
import { applyChanges, emptyReplica } from '../library/replica.ts';
import { asset, feed, idOf } from '../library/testing.ts';
import { readCondition, writeCondition } from './condition.ts';
import { coverAmong, daysOfAlbum } from './evaluate.ts';

const TODAY = Date.UTC(2026, 10, 28) / 86_400_000;
const NOWHERE = { textOf: () => '' };
const smart = (rule: SmartRule | string): Album => ({
  type: 'album',
  id: idOf(900),
  kind: 'smart',
  title: 'Smart',
  order: 'newest-first',
  cover: null,
  rule: typeof rule === 'string' ? rule : writeRule(rule),
  deleted: false,
  addedAt: 0,
  addedBy: null,
});

test('AB-17: a smart album holds what its rule finds, all of its searches or any; what changes comes and goes, and time passes for it', () => {
  const replica = emptyReplica();
  applyChanges(
    replica,
    feed([
      asset(1, { favourite: true, capturedAt: '2026-11-27T10:00:00', people: [{ name: 'Ann Lee', area: null }] }),
      asset(2, { capturedAt: '2024-05-06T10:00:00', keywords: ['sea'] }),
      asset(3, { favourite: true, hidden: true, keywords: ['sea'] }),
      asset(4, { favourite: true, keywords: ['sea', 'night'] }),
    ]),
  );
  const found = (album: Album, today = TODAY): number[] =>
    (daysOfAlbum(replica, album, today, NOWHERE) ?? [])
      .flatMap(({ items }) => items.map(({ id }) => Number(id.slice(-12))))
      .sort((a, b) => a - b);
  const all = smart({ match: 'all', searches: ['kind:favourites', 'keyword:sea'] });
  const any = smart({ match: 'any', searches: ['kind:favourites', 'keyword:sea'] });
  assert.deepEqual([found(all), found(any)], [[4], [1, 2, 4]]);
  assert.deepEqual(found(smart({ match: 'all', searches: ['keyword:sea -keyword:night'] })), [2]);
  const yesterday = smart({ match: 'all', searches: ['taken:yesterday'] });
  assert.deepEqual([found(yesterday), found(yesterday, TODAY + 1)], [[1], []]);
  applyChanges(replica, feed([asset(2, { favourite: true, keywords: ['sea'] }), asset(4, { state: 'trashed', trashedAt: 1 })], 20));
  assert.deepEqual([found(all), found(any)], [[2], [1, 2]]);
  const days = daysOfAlbum(replica, any, TODAY, NOWHERE)!;
  assert.deepEqual([coverAmong(days, idOf(2))?.id, coverAmong(days, idOf(4))?.id, coverAmong([], null)], [idOf(2), idOf(1), null]);
});

test('AB-17: a rule of a newer version is told apart from one that is none, and of neither is anything shown', () => {
  assert.equal(readRule('{"version":2,"match":"all","searches":["sea"],"except":[]}'), 'newer');
  for (const none of [
    '',
    '{}',
    '[]',
    'sea',
    '{"version":1,"match":"some","searches":["sea"]}',
    '{"version":1,"match":"all","searches":[]}',
    null,
    undefined,
  ])
    assert.equal(readRule(none), 'none', String(none));
  assert.equal(daysOfAlbum(emptyReplica(), smart('{"version":2}'), TODAY, NOWHERE), null);
  const longest = writeRule({ match: 'any', searches: Array.from({ length: LIMITS.ruleSearches }, () => '"'.repeat(LIMITS.searchText)) });
  assert.ok(longest.length > LIMITS.albumRule, 'of marks alone; the server refuses it');
  const full: SmartRule = { match: 'any', searches: Array.from({ length: LIMITS.ruleSearches }, () => 'ü'.repeat(LIMITS.searchText)) };
  assert.ok(writeRule(full).length <= LIMITS.albumRule);
  assert.deepEqual(readRule(writeRule(full)), full);
});

test('AB-17: a line of the form is a search, and a search that says more stays as it was typed', () => {
  for (const search of ['place:Rome', '-person:"Ann Lee"', 'summer 2023 beach', 'keyword:sea -keyword:night', 'taken:"july 2023"'])
    assert.equal(writeCondition(readCondition(search)), search);
  assert.deepEqual(readCondition('who:Ann'), { field: 'person', not: false, text: 'Ann' });
  assert.deepEqual(readCondition('other:Ann'), { field: 'any', not: false, text: 'other:Ann' });
  assert.equal(writeCondition({ field: 'any', not: true, text: 'at night' }), '-"at night"');
  assert.equal(writeCondition({ field: 'place', not: false, text: ' ' }), '');
});
