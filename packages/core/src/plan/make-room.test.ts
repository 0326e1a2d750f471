import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinnedToComeBack, type ToComeBack } from './make-room.ts';

/** A compressed file of a thousand bytes. */
const standIn = (key: number, assetId: string, original: number, takenAt: number, path = `${key}.jpg`): ToComeBack => ({
  key,
  assetId,
  path,
  size: 1000,
  original,
  takenAt,
});

const room = (free: number) => ({ over: 0, free, by: 'disk', most: null }) as const;
const all = { isPinned: () => true, isOnItsWay: () => false };
const keys = (chosen: readonly ToComeBack[]): number[] => chosen.map(({ key }) => key);

/** The newest photo, a pair of which the film is told first, and the oldest. */
const HERE = [standIn(1, 'pair', 51_000, 2), standIn(2, 'old', 11_000, 1), standIn(3, 'pair', 11_000, 2), standIn(4, 'new', 11_000, 3)];

test('OS-59: pinned photos come back the newest first, each with all its files here, or not at all: where a pair has no room, none of it comes', () => {
  assert.deepEqual(keys(pinnedToComeBack(HERE, all, room(80_000))), [4, 1, 3, 2]);
  assert.deepEqual(keys(pinnedToComeBack(HERE, all, room(70_000))), [4, 1, 3]);
  for (const free of [69_999, 60_000, 20_000, 10_000]) assert.deepEqual(keys(pinnedToComeBack(HERE, all, room(free))), [4], String(free));
  assert.deepEqual(pinnedToComeBack(HERE, all, room(9999)), []);
});

test('OS-59: a pair of which one half lies in a pinned folder is pinned; of one that is on its way in part, the rest follows', () => {
  const pair = [standIn(1, 'pair', 11_000, 2, 'here/a.jpg'), standIn(2, 'pair', 51_000, 2, 'there/a.mov.jpg')];
  const isPinned = (_: string, paths: readonly string[]): boolean => paths.some((path) => path.startsWith('here/'));
  assert.deepEqual(keys(pinnedToComeBack(pair, { ...all, isPinned }, room(60_000))), [1, 2]);
  assert.deepEqual(pinnedToComeBack(pair, { ...all, isPinned }, room(59_999)), []);
  assert.deepEqual(keys(pinnedToComeBack(pair, { ...all, isOnItsWay: ({ key }) => key === 1 }, room(50_000))), [2]);
  assert.deepEqual(pinnedToComeBack(pair, { ...all, isPinned: () => false }, room(60_000)), []);
});
