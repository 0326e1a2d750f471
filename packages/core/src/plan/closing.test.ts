import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Census } from '../device/census.ts';
import { closesOn, closingDue, judgeAsk } from '../cloud/index.ts';
import { withTold } from '../device/census.ts';
import { anyRows, bound, calm, codes, doing, file, H1, H2, incoming, remote, rows } from './plan.testing.ts';
import { planFile, planIncoming } from './plan.ts';
import type { Conditions, Trouble } from './rows.ts';

const DAY = 86_400_000;
const closing: Trouble = { code: 'library-closing', evidence: { date: 40 * DAY }, tries: 0, nextTry: null, since: 10 * DAY };
const closes: Conditions = { ...calm, closing };
const trouble = (code: Trouble['code'], nextTry: number | null): Trouble => ({ code, evidence: {}, tries: 1, since: 1, nextTry });

test('AC-28: while the library closes nothing new is sent, and what would be says so first; what comes and what is deleted goes on', () => {
  const fresh = planFile(rows({ file: file({ hash: H1 }) }), closes);
  assert.deepEqual([doing(fresh), codes(fresh)], [[], ['library-closing', 'queued']]);
  assert.deepEqual(fresh.reasons[0], { code: 'library-closing', since: 10 * DAY, evidence: { date: 40 * DAY } });
  const edited = planFile(rows({ file: bound({ hash: H2 }), remote: remote() }), closes);
  assert.deepEqual([doing(edited), codes(edited)], [[], ['library-closing', 'queued']]);
  const beside = rows({ file: file({ hash: H2, mime: 'application/xml' }), sidecarOf: { role: 'sidecar', photos: 1, remote: remote() } });
  assert.deepEqual(codes(planFile(beside, closes)), ['library-closing', 'queued']);

  const same = (its: Parameters<typeof planFile>[0]): void => assert.deepEqual(planFile(its, closes), planFile(its, calm));
  same(rows({ file: bound({ hash: H1 }), remote: remote() }));
  same(rows({ file: file({ hash: null }) }));
  same(rows({ file: bound({ hash: H1 }), remote: remote({ state: 'trashed' }) }));
  same(rows({ file: bound({ hash: H1, missingSince: 4, gone: true }), remote: remote() }));
  same(rows({ file: file({ hash: H1 }), match: remote() }));
  same(rows({ file: file({ hash: H1, excluded: 'not-a-photo' }) }));
  assert.deepEqual(planIncoming(incoming(), closes), planIncoming(incoming(), calm));
  assert.deepEqual(doing(planIncoming(incoming(), closes)), ['fetch']);
});

test('AC-29: what is on its way already arrives; what waits for something else says that, too; kept, all goes on', () => {
  const sending = rows({ file: file({ hash: H1 }), transfer: { phase: 'sending', offset: 1, size: 2 } });
  assert.deepEqual(planFile(sending, closes), planFile(sending, calm));
  const offline: Conditions = { ...closes, server: [trouble('offline', 9e9)] };
  assert.deepEqual(codes(planFile(rows({ file: file({ hash: H1 }) }), offline)), ['library-closing', 'offline', 'queued']);
  const full = rows({ file: file({ hash: H1, trouble: trouble('quota-full', 1_500_000) }) });
  assert.deepEqual(codes(planFile(full, closes)), ['quota-full', 'library-closing']);
  assert.deepEqual(codes(planFile(full, calm)), ['quota-full']);
  const refused = rows({ file: file({ hash: H1, trouble: trouble('library-closing', 0) }) });
  assert.deepEqual(doing(planFile(refused, { ...calm, now: 1 })), ['send-new']);
  assert.deepEqual(codes(planFile(rows({ file: file({ hash: H1 }) }), { ...closes, direction: 'download-only' })), [
    'not-in-this-direction',
  ]);
});

test('AC-30: whatever a device knows, a library that closes or was closed takes no file away, and writes over none', () => {
  const takes = new Set(['remove-file', 'fetch', 'send-new', 'send-change', 'send-sidecar', 'trash']);
  const closed: Conditions = { ...calm, server: [trouble('device-revoked', null)] };
  fc.assert(
    fc.property(anyRows(), (its) => {
      assert.deepEqual(
        planFile(its, closed).actions.filter(({ do: what }) => takes.has(what)),
        [],
      );
      const [open, closes_] = [planFile(its, calm), planFile(its, closes)];
      assert.deepEqual(
        doing(closes_),
        doing(open).filter((what) => !what.startsWith('send-')),
      );
      assert.equal(closes_.reasons.length === 0, open.reasons.length === 0);
    }),
    { numRuns: 2000 },
  );
});

test('AC-31: that the library closes is told of a device on which nothing waits for it, too', () => {
  const store = { countFiles: () => 3, missing: () => [], lost: () => ({ count: 0, photos: [] }) };
  const state = new Census(store as never).state(true);
  const told = withTold(state, [closing]);
  assert.equal(told.upToDate, true);
  assert.deepEqual(
    told.reasons.map(({ code, check, count, evidence }) => ({ code, check, count, evidence })),
    [{ code: 'library-closing', check: 1, count: 0, evidence: { date: 40 * DAY } }],
  );
});

test('AC-32: a cloud that closes has room for nothing new, but for what it has and lost, and for what was begun', () => {
  const facts = { entry: null, sentByAsker: false, damaged: false, open: false, room: 1e9, sums: { used: 0, reserved: 0 }, quota: 1e9 };
  const ask = { hash: H1, size: 7, mime: 'image/jpeg' };
  const committed = { size: 7, state: 'committed', refs: 1, reservedBy: 'x', touched: 0 } as never;
  assert.deepEqual(judgeAsk(ask, { ...facts, closes: 5 }), { answer: 'over-quota', needed: 7, free: 0, quota: 1e9, closes: 5 });
  assert.equal(judgeAsk(ask, { ...facts, closes: 5, open: true }).answer, 'go-on');
  assert.equal(judgeAsk(ask, { ...facts, closes: 5, entry: committed }).answer, 'have');
  assert.equal(judgeAsk(ask, { ...facts, closes: 5, entry: committed, damaged: true }).answer, 'begin');
  assert.equal(judgeAsk(ask, { ...facts, closes: null }).answer, 'begin');
});

test('AC-33: the day moves away with time that was not seen, and stands when it comes', () => {
  assert.equal(closesOn(100, 100, 1000), 1000 + 30 * DAY);
  assert.equal(closesOn(100, 100 + 10 * DAY, 1000 + 10 * DAY), 1000 + 30 * DAY);
  assert.equal(closesOn(100, 100 + 10 * DAY, 1000 + 15 * DAY), 1000 + 35 * DAY);
  assert.equal(closesOn(100, 100 + 31 * DAY, 7), 7);
  assert.equal(closingDue(100 + 30 * DAY), 100);
});
