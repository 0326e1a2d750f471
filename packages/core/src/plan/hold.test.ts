import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HOLD_DAY_MS, judgeRemovals, topFolder, type HoldCause, type HoldFacts, type LetThrough, type Removal } from './hold.ts';

const NOW = 1_800_000_000_000;
const files = (count: number, folder = '', from = 0): Removal[] =>
  Array.from({ length: count }, (_, at) => ({
    assetId: `${folder}${from + at}`,
    path: `${folder === '' ? '' : `${folder}/`}${from + at}.jpg`,
  }));

/** `gone` of `of` photos, the others still here and at the top. */
function facts(gone: readonly Removal[], of: number, over: Partial<HoldFacts> = {}): HoldFacts {
  const here = of - gone.length;
  return { now: NOW, here, hereByTop: new Map([['', here]]), gone, settling: [], letThrough: [], asked: false, ...over };
}
const held = (each: HoldFacts): HoldCause | null => judgeRemovals(each).hold;

test('HD-1: more than ten in a day, and more than a tenth, are held; ten, or a tenth, are not', () => {
  assert.equal(held(facts(files(10), 100)), null);
  assert.equal(held(facts(files(11), 100)), 'many');
  assert.equal(held(facts(files(200), 2000)), null);
  assert.equal(held(facts(files(201), 2000)), 'many');
});

test('HD-2: half of four photos or more are held; of fewer nobody is asked', () => {
  assert.equal(held(facts(files(1), 3)), null);
  assert.equal(held(facts(files(3), 3)), null);
  assert.equal(held(facts(files(1), 4)), null);
  assert.equal(held(facts(files(2), 4)), 'half');
  assert.equal(held(facts(files(5), 5)), 'half');
  assert.equal(held(facts(files(9), 20)), null);
  assert.equal(held(facts(files(10), 20)), 'half');
});

test('HD-3: a whole folder at the top of three photos or more is held, and no part of it', () => {
  const trip = files(3, 'Trip');
  const hereByTop = new Map([['2024', 97]]);
  assert.equal(held(facts(trip, 100, { hereByTop })), 'folder');
  assert.equal(held(facts(trip.slice(1), 100, { hereByTop })), null);
  assert.equal(held(facts(trip, 100, { hereByTop: new Map([['Trip', 1]]) })), null);
  assert.equal(held(facts(files(3), 100, { hereByTop })), null, 'the top itself is no folder');
  assert.equal(topFolder('2024/05/a.jpg'), '2024');
  const before = trip.slice(0, 2).map((removal) => ({ ...removal, at: NOW - 1000 }));
  assert.equal(held(facts(trip.slice(2), 100, { hereByTop, letThrough: before })), 'folder', 'one after the other, too');
});

test('HD-4: the day rolls: what was let through counts for a day, each photo once, and what one look misses counts at once', () => {
  const before = (ago: number): LetThrough[] => files(8).map((removal) => ({ ...removal, at: NOW - ago }));
  const more = files(3, '', 100);
  assert.deepEqual(judgeRemovals(facts(more, 90, { letThrough: before(HOLD_DAY_MS - 1) })), { hold: 'many', inADay: 11 });
  assert.deepEqual(judgeRemovals(facts(more, 90, { letThrough: before(HOLD_DAY_MS) })), { hold: null, inADay: 3 });
  assert.equal(judgeRemovals(facts(more, 90, { letThrough: before(-60_000) })).hold, 'many', 'a clock that was set back');
  assert.equal(judgeRemovals(facts(files(8), 90, { letThrough: before(5) })).inADay, 8);
  assert.equal(held(facts(more, 90, { settling: files(8) })), 'many');
});

test('HD-5: while some wait for an answer, whatever else goes missing waits with them', () => {
  assert.equal(held(facts(files(1), 1000, { asked: true })), 'asked-already');
});

test('HD-6: however many small batches there are, no more than the limit of any day goes without an answer', () => {
  const batch = fc.record({ wait: fc.integer({ min: 0, max: HOLD_DAY_MS }), size: fc.integer({ min: 1, max: 30 }), folder: fc.nat(4) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.array(batch, { maxLength: 60 }), (count, batches) => {
      const here = new Map(Array.from({ length: count }, (_, at) => [`p${at}`, `f${at % 5}/p${at}.jpg`]));
      const passed: LetThrough[] = [];
      let now = NOW;
      for (const { wait, size, folder } of batches) {
        now += wait;
        const gone = [...here]
          .filter(([, path]) => path.startsWith(`f${folder}/`))
          .slice(0, size)
          .map(([assetId, path]) => ({ assetId, path }));
        for (const { assetId } of gone) here.delete(assetId);
        const hereByTop = new Map<string, number>();
        for (const path of here.values()) hereByTop.set(topFolder(path), (hereByTop.get(topFolder(path)) ?? 0) + 1);
        if (gone.length === 0) continue;
        const verdict = judgeRemovals({ now, here: here.size, hereByTop, gone, settling: [], letThrough: passed, asked: false });
        if (verdict.hold !== null) break;
        passed.push(...gone.map((removal) => ({ ...removal, at: now })));
        const day = passed.filter(({ at }) => at > now - HOLD_DAY_MS);
        const before = here.size + day.length;
        assert.ok(day.length <= Math.max(10, before / 10), `${day.length} of ${before} in a day`);
        assert.ok(before < 4 || day.length * 2 < before, `${day.length} of ${before}: half`);
        for (const top of new Set(day.map(({ path }) => topFolder(path)))) {
          const went = day.filter(({ path }) => topFolder(path) === top).length;
          assert.ok(went < 3 || hereByTop.has(top), `all of ${top}`);
        }
      }
    }),
  );
});
