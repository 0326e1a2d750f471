import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOrderOfRoom } from './room-order.ts';

const sized = (sizes: readonly number[]) => sizes.map((size, at) => ({ size, at }));
/** How many come to their end when they ask in this order. */
const finished = (waiting: readonly { readonly size: number }[], free: number): number =>
  waiting.reduce(({ left, done }, { size }) => (size <= left ? { left: left - size, done: done + 1 } : { left, done }), {
    left: free,
    done: 0,
  }).done;

test('QP-9: what waits for room asks again as it stands where all of it fits, else the smallest first, so that no other order finishes more', () => {
  const order = (sizes: readonly number[], free: number | null): number[] => inOrderOfRoom(sized(sizes), free).map(({ size }) => size);
  assert.deepEqual(order([9, 3, 5], 17), [9, 3, 5]);
  assert.deepEqual(order([9, 3, 5], 16), [3, 5, 9]);
  assert.deepEqual(order([9, 3, 5], null), [3, 5, 9]);
  assert.deepEqual(
    inOrderOfRoom(sized([4, 2, 4, 2]), 5).map(({ at }) => at),
    [1, 3, 0, 2],
    'alike, the one that waited before',
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 8 }), fc.nat(200), fc.nat(), (sizes, free, chance) => {
      const ordered = inOrderOfRoom(sized(sizes), free);
      const other = sized(sizes).toSorted((a, b) => ((a.at * 7919 + chance) % 13) - ((b.at * 7919 + chance) % 13));
      assert.ok(finished(ordered, free) >= finished(other, free));
    }),
  );
});
