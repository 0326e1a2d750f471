import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellReason } from '@rollcall/protocol';
import { bound, calm, codes, doing, file, incoming, remote, rows } from './plan.testing.ts';
import { planFile, planIncoming } from './plan.ts';
import type { Transfer, Trouble } from './rows.ts';

const slow: Trouble = { code: 'slow-link', evidence: { rate: 9000, where: 'link' }, tries: 0, nextTry: null, since: 5 };

test('NW-7: what makes the way bad is told of what is to go over it, and stops nothing', () => {
  const hindered = { ...calm, hindered: [slow] };
  const plan = planFile(rows(), hindered);
  assert.deepEqual([codes(plan), doing(plan)], [['slow-link', 'queued'], ['send-new']]);
  assert.deepEqual(codes(planIncoming(incoming(), hindered)), ['slow-link', 'queued']);
  assert.deepEqual(codes(planFile(rows({ file: file({ hash: null }) }), hindered)), ['hashing'], 'reading a file needs no way');
  assert.deepEqual(planFile(rows({ file: bound(), remote: remote() }), hindered), { actions: [], reasons: [] });
});

test('NW-8: what is on its way tells how far it is, how long it still takes, when it last got on and how often it was begun anew', () => {
  const transfer: Transfer = { phase: 'sending', offset: 4000, size: 10_000, movedAt: 900, restarts: 2, rate: 300 };
  const [reason] = planFile(rows({ transfer }), calm).reasons;
  assert.deepEqual(reason?.evidence, { offset: 4000, size: 10_000, lastProgress: 900, restarts: 2, rate: 300, left: 20_000 });
  const told = tellReason(reason ?? assert.fail());
  assert.match(told.words, /4 kB of 10 kB, about 20 s to go.*begun anew 2 times/);
});

test('NW-9: while smaller pieces are sent the file says which size is refused, and which goes', () => {
  const refused = { piece: 3_000_000, limit: 750_000, since: 7 };
  const plan = planFile(rows({ transfer: { phase: 'sending', offset: 1, size: 3_000_000, refused } }), calm);
  assert.deepEqual(codes(plan), ['too-large-for-proxy', 'sending']);
  assert.deepEqual([plan.reasons[0]?.since, plan.reasons[0]?.evidence], [7, { piece: 3_000_000, limit: 750_000 }]);
  assert.match(tellReason(plan.reasons[0] ?? assert.fail()).words, /refuses pieces of 3 MB; pieces of 750 kB are sent/);
});
