import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Position } from '@rollcall/protocol';
import { between, isPosition } from './position.ts';

test('AL-1: between any two places there is another, and before the first and after the last, however things are put', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { maxLength: 300, size: 'max' }), (places) => {
      const order: string[] = [];
      for (const place of places) {
        const at = place % (order.length + 1);
        const made = between(order[at - 1] ?? null, order[at] ?? null);
        assert.ok(isPosition(made) && Position.safeParse(made).success, made);
        order.splice(at, 0, made);
      }
      assert.deepEqual(order, [...order].sort());
      assert.equal(new Set(order).size, order.length);
    }),
  );
});

test('AL-2: a hundred thousand photos that are put last, or first, one after the other, have short places; always at the same spot, places grow slowly', () => {
  for (const way of ['last', 'first'] as const) {
    let at: string | null = null;
    for (let n = 0; n < 100_000; n += 1) at = way === 'last' ? between(at, null) : between(null, at);
    assert.ok(at !== null && at.length <= 5, String(at));
  }
  let [low, high] = [between(null, null), between(between(null, null), null)];
  for (let n = 0; n < 900; n += 1) {
    const made = between(low, high);
    if (n % 2 === 0) low = made;
    else high = made;
  }
  assert.ok(low.length <= 160, `${low.length}`);
  assert.throws(() => between('b', 'a'), RangeError);
});
