import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { standingOfDisk } from './disk.ts';

test('QP-12: what is left free is what the owner chose, else 200 MB, or 1 % of a small disk; from there on nothing is taken, and before that room is called little', () => {
  const told = (total: number, free: number, chosen: number | null = null) => {
    const { keepFree, room, state } = standingOfDisk({ total, free }, chosen);
    return [keepFree, room, state];
  };
  assert.deepEqual(told(1e12, 5e11), [2e8, 5e11 - 2e8, 'fine']);
  assert.deepEqual(told(1e12, 4e10), [2e8, 4e10 - 2e8, 'little']);
  assert.deepEqual(told(1e12, 2e8), [2e8, 0, 'full']);
  assert.deepEqual(told(1e9, 5e8), [1e7, 4.9e8, 'fine']);
  assert.deepEqual(told(1e12, 5e11, 6e11), [6e11, 0, 'full']);
  assert.deepEqual(told(1e12, 5e11, 0), [0, 5e11, 'fine']);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.option(fc.nat()), (total, free, chosen) => {
      const { room, keepFree, state } = standingOfDisk({ total, free }, chosen);
      assert.ok(room === 0 || free - room === keepFree);
      assert.equal(state === 'full', room === 0);
    }),
  );
});
