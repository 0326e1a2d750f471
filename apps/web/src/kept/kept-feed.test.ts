import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedEntry } from '@rollcall/protocol';
import { FORMAT, isLoose, isWhole, MOST_ENTRIES, noteOf, type FeedNote } from './kept-feed.ts';

const feed = (count: number): FeedEntry[] =>
  Array.from({ length: count }, (_, index) => ({ seq: index + 1, entity: { type: 'alias', from: `from-${index}`, to: 'to' } }));
const page = (cursor: string, entries = 1, complete = true) => ({
  changes: feed(entries),
  cursor,
  complete,
});
const note = (more: Partial<FeedNote> = {}): FeedNote => ({ format: FORMAT, cursor: 'a', complete: true, entries: 3, ...more });

test('PW-7: a page is kept only behind the one that it follows', () => {
  assert.deepEqual(noteOf(note(), 'a', page('b', 2)), note({ cursor: 'b', entries: 5 }));
  assert.deepEqual(
    noteOf(note(), undefined, page('b', 2, false)),
    note({ cursor: 'b', entries: 2, complete: false }),
    'from the beginning',
  );
  assert.equal(noteOf(note({ cursor: 'c' }), 'a', page('b')), 'behind', 'another page of the browser was faster');
  assert.equal(noteOf(note({ format: '0.1' }), 'a', page('b')), 'behind');
  assert.equal(noteOf(null, 'a', page('b')), 'behind', 'it was forgotten');
  assert.deepEqual(noteOf(note(), 'a', page('b', 1, false)), note({ cursor: 'b', entries: 4 }), 'once whole it stays so');
});

test('PW-7: a library that is too large is not kept, and what was said twice is put together', () => {
  assert.equal(noteOf(note({ entries: MOST_ENTRIES }), 'a', page('b')), 'too-many');
  assert.deepEqual([isLoose(10_000, 3_000), isLoose(12_000, 3_000), isLoose(100, 0)], [false, true, false]);
});

test('PW-7: what is broken, or is of something else, is not taken for the library', () => {
  const pages = [feed(2), feed(1)];
  assert.equal(isWhole(note(), pages), true);
  for (const wrong of [undefined, null, 'text', {}, note({ format: 'other' }), note({ entries: 2 }), { ...note(), cursor: 7 }])
    assert.equal(isWhole(wrong, pages), false);
  for (const wrong of [undefined, {}, [1], [[1, 2, 3]], [[{ seq: 1 }, { seq: 2, entity: null }, { seq: 3, entity: {} }]]])
    assert.equal(isWhole(note(), wrong), false);
});
