import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reason } from '@rollcall/protocol';
import { Tally } from './counts.ts';

const full = (since: number, needed: number): Reason => ({ code: 'quota-full', since, evidence: { needed, free: 1 } });

test('DS-5: beside its numbers a reason that stops something tells since when the first has it, on what that rests, and the room that all need; what moves or is left out tells its numbers only', () => {
  const tally = new Tally();
  tally.add([full(9, 10)]);
  tally.add([{ code: 'paused', since: 4, evidence: { until: 12 } }, full(5, 20)]);
  tally.list([full(7, 30)]);
  tally.add([{ code: 'sending', since: 3, evidence: { offset: 5, size: 9 } }]);
  tally.add([{ code: 'not-a-photo', since: 3, evidence: { kind: 'txt' } }]);
  assert.deepEqual(tally.reasons(), [
    { code: 'quota-full', check: 3, class: 'needs-you', count: 3, primary: 2, since: 5, evidence: { needed: 60, free: 1 } },
    { code: 'paused', check: 1, class: 'held', count: 1, primary: 1, since: 4, evidence: { until: 12 } },
    { code: 'not-a-photo', check: null, class: 'excluded', count: 1, primary: 1 },
    { code: 'sending', check: null, class: 'moving', count: 1, primary: 1 },
  ]);
});
