import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chooseEvictions, evictionOrder, lastUse, type Evictable } from './to-evict.ts';

const DAY = 24 * 3_600_000;
const NOW = 400 * DAY;
const photo = (assetId: string, over: Partial<Evictable> = {}): Evictable => ({
  assetId,
  bytes: 10,
  cameAt: 100 * DAY,
  takenAt: 90 * DAY,
  addedAt: 100 * DAY,
  favourite: false,
  pinned: false,
  ...over,
});
const asCame = ({ cameAt }: Evictable): number => cameAt;
const names = (all: Iterable<Evictable>): string => [...all].map(({ assetId }) => assetId).join('');

test('OS-4: least recently used photos make room first, then those of the last 30 days, then favourites, then what is pinned', () => {
  const all = [
    photo('p', { pinned: true, cameAt: 1 }),
    photo('f', { favourite: true, cameAt: 1 }),
    photo('t', { takenAt: NOW - 29 * DAY, cameAt: 2 }),
    photo('a', { addedAt: NOW - 29 * DAY, cameAt: 3 }),
    photo('b', { cameAt: 50 }),
    photo('c', { cameAt: 40 }),
    photo('d', { takenAt: null, addedAt: null, cameAt: 45 }),
    photo('e', { takenAt: NOW - 31 * DAY, addedAt: NOW - 31 * DAY, cameAt: 46 }),
  ];
  assert.equal(names(evictionOrder(all, NOW, asCame)), 'cdebtafp');
  assert.equal(names(evictionOrder(all, NOW, (each) => (each.assetId === 'c' ? 60 : each.cameAt))), 'debctafp', 'it was opened since');
});

test('OS-4: as many are chosen as bring the bytes that are needed, and none when none are', () => {
  const all = [photo('a', { cameAt: 1 }), photo('b', { cameAt: 2 }), photo('c', { cameAt: 3 })];
  const chosen = (need: number): string => names(chooseEvictions(all, need, NOW, asCame));
  assert.deepEqual([0, 1, 10, 11, 30, 99].map(chosen), ['', 'a', 'a', 'ab', 'abc', 'abc']);
});

test('OS-4: the order is that of a sort by turn and use, and of few photos it is asked when they were used', () => {
  const of = fc.record({ cameAt: fc.nat(50), used: fc.nat(80), favourite: fc.boolean(), pinned: fc.boolean(), addedAt: fc.nat(400 * DAY) });
  fc.assert(
    fc.property(fc.array(of, { maxLength: 40 }), (facts) => {
      const all = facts.map((each, at) => photo(String(at), each));
      const used = (each: Evictable): number => facts[Number(each.assetId)]?.used ?? 0;
      const turn = (each: Evictable): number =>
        each.pinned ? 3 : each.favourite ? 2 : NOW - Math.max(each.addedAt ?? 0, 90 * DAY) < 30 * DAY ? 1 : 0;
      const key = (each: Evictable): number => turn(each) * 1000 + Math.max(each.cameAt, used(each));
      const order = [...evictionOrder(all, NOW, used)].map(key);
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
      assert.equal(order.length, all.length);
    }),
  );
  const many = Array.from({ length: 100_000 }, (_, at) => photo(String(at), { cameAt: at }));
  let asked = 0;
  chooseEvictions(many, 100, NOW, (each) => {
    asked += 1;
    return each.cameAt;
  });
  assert.ok(asked <= 12, `${asked} were asked about`);
});

test('OS-5: a photo was last used when it came here in full, or when somebody else opened one of its files since; not when this program read it', () => {
  assert.equal(lastUse(1000, []), 1000);
  assert.equal(lastUse(1000, [{ accessedAt: null, readAt: null }]), 1000);
  assert.equal(lastUse(1000, [{ accessedAt: 900_000, readAt: null }]), 900_000);
  assert.equal(lastUse(1000, [{ accessedAt: 900_000, readAt: 900_000 }]), 1000);
  assert.equal(lastUse(1000, [{ accessedAt: 901_000, readAt: 900_000 }]), 1000, 'a disk notes it a little later');
  assert.equal(lastUse(1000, [{ accessedAt: 500, readAt: null }]), 1000);
  assert.equal(
    lastUse(1000, [
      { accessedAt: 50_000, readAt: null },
      { accessedAt: 90_000, readAt: 20_000 },
    ]),
    90_000,
  );
});
