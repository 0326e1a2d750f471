import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LIMITS } from '@rollcall/protocol';
import { judgeAsk, type AskFacts } from './ask.ts';
import { collectBefore, isCollectable, isPurgeForgotten, judgeQuarantined } from './collect.ts';
import { floorAfter, timeSeen, trashDue } from './time.ts';

const HOUR = 3_600_000;
const HASH = 'a'.repeat(64);

test('TR-2: whatever a clock does, time that was seen never runs back, and never by more than an hour a heartbeat', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 })), (clocks) => {
      let [seen, heartbeat] = [0, 0];
      for (const now of clocks) {
        const next = timeSeen(seen, heartbeat, now);
        assert.ok(next >= seen && next <= seen + HOUR);
        [seen, heartbeat] = [next, now];
      }
      assert.equal(seen >= LIMITS.trash && clocks.length < LIMITS.trash / HOUR, false);
    }),
  );
  assert.equal(timeSeen(5, 100, 160), 65);
  assert.equal(trashDue(LIMITS.trash), 0);
});

test('QA-3: bytes to which nothing refers wait for a day, after a change of the epoch for 30 days', () => {
  const loose = { since: 0, referred: false, coming: false };
  const day = LIMITS.blobPromise;
  assert.equal(isCollectable(loose, collectBefore(day - 1, null)), false);
  assert.equal(isCollectable(loose, collectBefore(day, null)), true);
  assert.equal(isCollectable(loose, collectBefore(day + 30 * day - 1, day)), false);
  assert.equal(isCollectable(loose, collectBefore(day + 30 * day, day)), true);
});

test('QA-5: what any library refers to, what an open upload is about to bring, and what was never seen loose is not collected', () => {
  const before = collectBefore(1e12, null);
  for (const facts of [
    { since: 0, referred: true, coming: false },
    { since: 0, referred: false, coming: true },
    { since: null, referred: false, coming: false },
  ])
    assert.equal(isCollectable(facts, before), false);
});

test('QA-6: a file in quarantine that is referred to comes back, one that is in use as well goes, and any other stays', () => {
  assert.deepEqual(
    [judgeQuarantined(true, false), judgeQuarantined(true, true), judgeQuarantined(false, true)],
    ['bring-back', 'drop', 'drop'],
  );
  assert.equal(judgeQuarantined(false, false), 'keep');
});

test('QA-12: a purge is not forgotten while its bytes wait or are in quarantine, and is when one of them is gone', () => {
  const late = LIMITS.blobPromise + LIMITS.quarantine;
  assert.equal(isPurgeForgotten(0, late - 1, ['gone']), false);
  assert.equal(isPurgeForgotten(0, late, ['loose', 'stored']), false);
  assert.equal(isPurgeForgotten(0, late, ['quarantined', 'gone']), true);
  assert.equal(isPurgeForgotten(0, late, ['stored']), true, 'another photo has them');
});

test('RD-2: the floor of a library rises and never falls', () => {
  assert.equal(floorAfter(5, [3, 9, 7]), 9);
  assert.equal(floorAfter(9, [3]), 9);
  assert.equal(floorAfter(9, []), 9);
});

const facts: AskFacts = {
  entry: null,
  sentByAsker: false,
  damaged: false,
  open: false,
  room: 1000,
  sums: { used: 50, reserved: 20 },
  quota: 100,
};

test('UP-31: the cloud has what the library refers to, or what this device has sent whole itself, unless it is damaged; nothing else is told of', () => {
  const stored = { size: 10, state: 'stored', refs: 0 } as const;
  const ask = (over: Partial<AskFacts>): string => judgeAsk({ hash: HASH, size: 10, mime: '' }, { ...facts, ...over }).answer;
  assert.equal(ask({ entry: { size: 10, state: 'committed', refs: 1 } }), 'have');
  assert.equal(ask({ entry: { size: 10, state: 'committed', refs: 1 }, damaged: true }), 'begin');
  assert.equal(ask({ entry: stored, sentByAsker: true }), 'have');
  assert.equal(ask({ entry: stored }), 'begin', 'no oracle: the device sends them, too');
  assert.equal(ask({ entry: { ...stored, state: 'reserved' }, open: true }), 'go-on');
  assert.equal(judgeAsk({ hash: null, size: 10, mime: '' }, { ...facts, sentByAsker: true, entry: stored }).answer, 'begin');
});

test('UP-32: a question that has no room says what it needs and what is free; what is set aside never passes the quota', () => {
  assert.deepEqual(judgeAsk({ hash: HASH, size: 31, mime: '' }, facts), { answer: 'over-quota', needed: 31, free: 30, quota: facts.quota });
  assert.equal(judgeAsk({ hash: HASH, size: 30, mime: '' }, facts).answer, 'begin');
  assert.equal(judgeAsk({ hash: HASH, size: 2000, mime: '' }, facts).answer, 'refused');
  const anyEntry = fc.option(
    fc.record({ size: fc.nat(200), state: fc.constantFrom('reserved' as const, 'stored' as const, 'committed' as const), refs: fc.nat(2) }),
  );
  const any = fc.record({ entry: anyEntry, size: fc.nat(200), used: fc.nat(150), reserved: fc.nat(150), quota: fc.nat(200) });
  fc.assert(
    fc.property(any, ({ entry, size, used, reserved, quota }) => {
      const asked = judgeAsk({ hash: HASH, size, mime: '' }, { ...facts, entry, sums: { used, reserved }, quota });
      if (asked.answer !== 'begin') return;
      const more = asked.entry.size - (entry?.size ?? 0);
      assert.ok(more === 0 || used + reserved + more <= quota);
      assert.ok(asked.entry.size >= size || entry?.state !== 'reserved');
    }),
  );
});
