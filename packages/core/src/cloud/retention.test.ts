import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptSnapshots, type Retention, type SnapshotMoment } from './retention.ts';

const NONE: Retention = { last: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0 };
const moment = (text: string, whole = true): SnapshotMoment => ({ id: text, at: Date.parse(`${text}:00Z`), whole });
const kept = (moments: readonly SnapshotMoment[], asked: Partial<Retention>): string[] =>
  [...keptSnapshots(moments, { ...NONE, ...asked })].sort();

test('BK-6: the newest snapshot of each day, week, month and year stays, for as many as are asked for', () => {
  const moments = [
    '2025-12-31T23:00',
    '2026-01-01T01:00',
    '2026-02-27T12:00', // a Friday
    '2026-03-01T12:00', // a Sunday: the same week
    '2026-03-02T09:00', // a Monday: another week
    '2026-03-02T22:00',
    '2026-03-03T09:00',
  ].map((text) => moment(text));
  assert.deepEqual(kept(moments, { daily: 2 }), ['2026-03-02T22:00', '2026-03-03T09:00']);
  assert.deepEqual(kept(moments, { weekly: 2 }), ['2026-03-01T12:00', '2026-03-03T09:00']);
  assert.deepEqual(kept(moments, { monthly: 3 }), ['2026-01-01T01:00', '2026-02-27T12:00', '2026-03-03T09:00']);
  assert.deepEqual(kept(moments, { yearly: 9 }), ['2025-12-31T23:00', '2026-03-03T09:00']);
  assert.deepEqual(kept(moments, { last: 3 }), ['2026-03-02T09:00', '2026-03-02T22:00', '2026-03-03T09:00']);
  // Days without any do not count, and the order in which they are given does not matter.
  assert.deepEqual(kept(moments.toReversed(), { daily: 7 }).length, 6);
});

test('BK-6: the newest one, and the newest that lacks nothing, stay whatever is asked for', () => {
  const moments = [
    moment('2026-03-01T09:00'),
    moment('2026-03-02T09:00'),
    moment('2026-03-02T22:00', false),
    moment('2026-03-03T09:00', false),
  ];
  assert.deepEqual(kept(moments, NONE), ['2026-03-02T09:00', '2026-03-03T09:00']);
  // A later one of the same day that lacks something does not take the place of a whole one.
  assert.deepEqual(kept(moments, { daily: 2 }), ['2026-03-02T09:00', '2026-03-03T09:00']);
  assert.deepEqual(kept([moment('2026-03-03T09:00', false)], NONE), ['2026-03-03T09:00']);
  assert.deepEqual(kept([], { daily: 7 }), []);
});
