import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Ranked } from './ranked.ts';

test('OS-6: of what waits the highest rank is taken first, among equals the one that came first; what was removed is not taken', () => {
  const deed = fc.oneof(
    fc.record({ do: fc.constant('add' as const), item: fc.nat(20), rank: fc.nat(5) }),
    fc.record({ do: fc.constant('delete' as const), item: fc.nat(20) }),
    fc.record({ do: fc.constant('take' as const) }),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 200 }), (deeds) => {
      const ranked = new Ranked<number>();
      let plain: { item: number; rank: number }[] = [];
      for (const each of deeds) {
        if (each.do === 'add') {
          ranked.add(each.item, each.rank);
          if (!plain.some(({ item }) => item === each.item)) plain.push({ item: each.item, rank: each.rank });
        } else if (each.do === 'delete') {
          ranked.delete(each.item);
          plain = plain.filter(({ item }) => item !== each.item);
        } else {
          const [first] = plain.toSorted((a, b) => b.rank - a.rank);
          assert.equal(ranked.take(), first?.item);
          plain = plain.filter((other) => other !== first);
        }
        assert.equal(ranked.size, plain.length);
        assert.ok(plain.every(({ item }) => ranked.has(item)));
      }
    }),
  );
});
