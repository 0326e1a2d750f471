import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toTryInRoom, type WaitsForDisk } from './fits.ts';

const waiting = (...sizes: readonly (number | null)[]): WaitsForDisk[] => sizes.map((needed, at) => ({ unit: `f:${at}` as const, needed }));
const newestLast = (unit: string): number => Number(unit.slice(2));

test('OS-15: of what waits for room on the disk what fits is tried again, the newest first; where nothing fits, the newest alone', () => {
  assert.deepEqual(toTryInRoom([], 100, newestLast), []);
  assert.deepEqual(toTryInRoom(waiting(10, 20, 30), 100, newestLast), ['f:2', 'f:1', 'f:0']);
  assert.deepEqual(toTryInRoom(waiting(10, 20, 30), 40, newestLast), ['f:2', 'f:0']);
  assert.deepEqual(toTryInRoom(waiting(10, 20, 30), 5, newestLast), ['f:2']);
  assert.deepEqual(toTryInRoom(waiting(10, 90), 20, newestLast), ['f:1', 'f:0'], 'a large one keeps no small one waiting');
  assert.deepEqual(toTryInRoom(waiting(null, 90, null), 20, newestLast), ['f:0', 'f:2', 'f:1']);
});
