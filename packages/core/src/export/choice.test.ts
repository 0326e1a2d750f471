import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asset, ExportChoice } from '@rollcall/protocol';
import { isChosen } from './choice.ts';

const ALL: ExportChoice = { albums: [], from: null, to: null, favourites: false, trash: true };
const asset = (more: Partial<Asset>): Asset =>
  ({ id: 'a', state: 'live', favourite: false, capturedAt: '2024-05-06T23:59:59-11:00', ...more }) as Asset;

test('EX-3: a bound is a day, a month or a year by the clock of the place, and both ends count', () => {
  const within = (from: string | null, to: string | null): boolean => isChosen(asset({}), { ...ALL, from, to }, null);
  for (const [from, to] of [
    ['2024', null],
    ['2024-05', '2024-05'],
    ['2024-05-06', '2024-05-06'],
    [null, '2024'],
  ] as const)
    assert.ok(within(from, to), `${from} to ${to}`);
  for (const [from, to] of [
    ['2025', null],
    ['2024-05-07', null],
    [null, '2024-04'],
    [null, '2023'],
  ] as const)
    assert.ok(!within(from, to), `${from} to ${to}`);
  assert.ok(!isChosen(asset({ capturedAt: '-0044-03-15T12:00:00' }), { ...ALL, to: '2024' }, null));
});

test('EX-3: Recently Deleted belongs to the whole library, and to no part of it; what was deleted for good to none', () => {
  const trashed = asset({ state: 'trashed', favourite: true });
  assert.ok(isChosen(trashed, ALL, null));
  assert.ok(!isChosen(trashed, { ...ALL, trash: false }, null));
  assert.ok(!isChosen(trashed, { ...ALL, favourites: true }, null));
  assert.ok(!isChosen(asset({ state: 'purged' }), ALL, null));
  assert.deepEqual(
    [new Set(['a']), new Set(['b'])].map((inAlbums) => isChosen(asset({}), { ...ALL, albums: ['x'] }, inAlbums)),
    [true, false],
  );
});
