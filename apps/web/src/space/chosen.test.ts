import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SpaceCandidate, SpaceGroup } from '@rollcall/protocol';
import { choosable, groupsThere, NOTHING_CHOSEN, standing, toggled, withAll } from './chosen.ts';

const candidate = (assetId: string, frees: number, more: Partial<SpaceCandidate> = {}): SpaceCandidate => ({
  assetId,
  mark: null,
  frees,
  shared: [],
  ...more,
});
const shared = [{ hash: 'h', size: 100, holders: 2 }];
const [a, b, c] = [candidate('a', 1, { shared }), candidate('b', 2, { shared }), candidate('c', 40, { mark: 'album' })];
const groups: readonly SpaceGroup[] = [
  { keep: 'k', stay: ['s'], go: [a, b] },
  { keep: null, stay: [], go: [c] },
];

test('CS-13: the sum is of what is chosen and still there, each byte once; what is chosen twice is not chosen', () => {
  const both = toggled(toggled(NOTHING_CHOSEN, a), b);
  assert.deepEqual(
    standing(both, () => true),
    { ids: ['a', 'b'], frees: 103 },
  );
  assert.deepEqual(
    standing(both, (id) => id !== 'b'),
    { ids: ['a'], frees: 1 },
  );
  assert.deepEqual([...toggled(both, a).keys()], ['b']);
  assert.deepEqual([...withAll(both, [b, c]).keys()], ['a', 'b', 'c']);
  assert.deepEqual(
    standing(NOTHING_CHOSEN, () => true),
    { ids: [], frees: 0 },
  );
});

test('CS-13: all at once takes only what was seen, and nothing that a person holds by', () => {
  const ids = (seen: string[], chosen = NOTHING_CHOSEN) => choosable(groups, new Set(seen), chosen).map(({ assetId }) => assetId);
  assert.deepEqual(ids([]), []);
  assert.deepEqual(ids(['a', 'c', 'k', 's']), ['a']);
  assert.deepEqual(ids(['a', 'b', 'c'], toggled(NOTHING_CHOSEN, a)), ['b']);
});

test('CS-13: a group is shown with what is there of it, and not at all when the one to be kept is gone', () => {
  const without = (...gone: string[]) => groupsThere(groups, (id) => !gone.includes(id));
  assert.deepEqual(without(), groups);
  assert.deepEqual(without('a', 's'), [{ keep: 'k', stay: [], go: [b] }, groups[1]]);
  assert.deepEqual(without('k'), [groups[1]]);
  assert.deepEqual(without('a', 'b', 'c'), []);
});
