import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalTold } from '@rollcall/protocol';
import { AT_ONCE_MS, deedsOf } from './deeds.ts';
import { id } from './model.testing.ts';

const entry = (n: number, what: string, at: number): JournalTold => ({ n, at, assetId: id(n), what, old: null, new: null });
const told = (entries: JournalTold[]): [string, number][] => deedsOf(entries).map((deed) => [deed.what, deed.entries.length]);

test('UN-8: photos that were deleted, or brought back, within a minute of each other were so at once; everything else is done one by one', () => {
  const now = 10 * AT_ONCE_MS;
  assert.deepEqual(
    told([
      entry(9, 'asset.trash', now),
      entry(8, 'asset.trash', now - AT_ONCE_MS),
      entry(7, 'asset.trash', now - 2 * AT_ONCE_MS - 1),
      entry(6, 'asset.restore', now - 3 * AT_ONCE_MS),
      entry(5, 'asset.create', now - 4 * AT_ONCE_MS),
      entry(4, 'asset.create', now - 4 * AT_ONCE_MS),
    ]),
    [
      ['asset.trash', 2],
      ['asset.trash', 1],
      ['asset.restore', 1],
      ['asset.create', 1],
      ['asset.create', 1],
    ],
  );
});

test('UN-8: what only follows from something else is no deed', () => {
  assert.deepEqual(told([entry(3, 'duplicate', 3), entry(2, 'split-off', 2), entry(1, 'asset.split', 2)]), [['asset.split', 1]]);
});
