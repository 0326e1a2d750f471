import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { likelyDuplicates, SAME_PICTURE } from './alike.ts';
import { Neighbours, readLikeness, unlike, type Likeness } from './likeness.ts';
import { photoOf } from './testing.ts';

const half = fc.integer({ min: 0, max: 0xffffffff });
const likeness: fc.Arbitrary<Likeness> = fc.record({ high: half, low: half });
const turned = ({ high, low }: Likeness, bits: readonly number[]): Likeness =>
  bits.reduce<Likeness>(
    (so, bit) => (bit < 32 ? { ...so, low: (so.low ^ (1 << bit)) >>> 0 } : { ...so, high: (so.high ^ (1 << (bit - 32))) >>> 0 }),
    { high, low },
  );

test('CS-5: neighbours are those that a comparison with each would find, no more and no less', () => {
  const bits = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: 9 });
  fc.assert(
    fc.property(likeness, fc.array(fc.oneof(bits, likeness), { minLength: 1, maxLength: 30 }), (first, others) => {
      const all = [first, ...others.map((other) => (Array.isArray(other) ? turned(first, other) : other))];
      const neighbours = new Neighbours(all);
      for (const most of [SAME_PICTURE, 7])
        for (const [number, one] of all.entries()) {
          const near = all.flatMap((other, at) => (at !== number && unlike(one, other) <= most ? [at] : []));
          assert.deepEqual(neighbours.near(number, most), near);
        }
    }),
  );
});

test('CS-5: of 100,000 photos a small part of the pairs is compared, also where all of them are nearly alike', () => {
  const [count, few] = [100_000, 10_000];
  let seed = 7;
  /** 32 bits by chance, always the same ones (Numerical Recipes). */
  const chance = (): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0);
  const mixed = (): number => (((chance() >>> 16) << 16) | (chance() >>> 16)) >>> 0;
  const hex = (value: number): string => value.toString(16).padStart(8, '0');
  const made = (likenessOf: (n: number) => string, length = count) =>
    Array.from({ length }, (_, n) => photoOf(n, { likeness: likenessOf(n) }));
  const scattered = likelyDuplicates(made(() => hex(mixed()) + hex(mixed())));
  assert.ok(scattered.compared < 150 * count, `${scattered.compared} comparisons`);
  // All share three of four parts.
  const crowded = likelyDuplicates(made((n) => `000011112222${hex(n).slice(4)}`, few));
  assert.ok(crowded.compared < 2000 * few, `${crowded.compared} comparisons`);
  assert.ok(crowded.groups.length > 0);
  // All are the same.
  const same = likelyDuplicates(made(() => '00000000ffffffff'));
  assert.equal(same.compared, 0);
  assert.ok(same.groups.length > 0);
});

test('CS-5: a likeness is read from its digits, all 64 bits of it', () => {
  assert.equal(unlike(readLikeness('ffffffffffffffff'), readLikeness('0000000000000000')), 64);
  assert.equal(unlike(readLikeness('8000000000000001'), readLikeness('0000000000000000')), 2);
  assert.equal(unlike(readLikeness('80000000ffffffff'), readLikeness('80000000fffffffe')), 1);
});
