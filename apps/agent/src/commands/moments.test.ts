import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { clockWords, dayWords, momentWords, tellReason } from '@rollcall/protocol';
import { receiptWords } from './receipt.ts';
import { otherLine } from './others.ts';

const before = process.env['TZ'];
after(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});
const AT = Date.UTC(2026, 4, 3, 22, 26, 5);

test('WY-37: times that a person reads are in the zone of the machine that shows them, and name it', () => {
  const told = (zone: string): string[] => {
    process.env['TZ'] = zone;
    return [momentWords(AT), clockWords(AT), dayWords(AT)];
  };
  assert.deepEqual(told('UTC'), ['2026-05-03 22:26 UTC', '22:26:05 UTC', '2026-05-03']);
  assert.deepEqual(told('Europe/Berlin'), ['2026-05-04 00:26 UTC+2', '00:26:05 UTC+2', '2026-05-04']);
  assert.deepEqual(told('Asia/Kolkata'), ['2026-05-04 03:56 UTC+5:30', '03:56:05 UTC+5:30', '2026-05-04']);
  assert.deepEqual(told('America/St_Johns'), ['2026-05-03 19:56 UTC-2:30', '19:56:05 UTC-2:30', '2026-05-03']);
  process.env['TZ'] = 'Europe/Berlin';
  assert.equal(momentWords(Date.UTC(2026, 0, 3, 23)), '2026-01-04 00:00 UTC+1', 'as it is at that time of the year');
  // Whatever is told in one answer, all of it is.
  const paused = tellReason({ code: 'paused', since: AT, evidence: { until: AT } });
  assert.equal(paused.words, 'Paused until 2026-05-04 00:26 UTC+2.');
  assert.match(tellReason({ code: 'server-busy', since: AT, evidence: { until: AT } }).words, /until 00:26:05 UTC\+2\.$/);
  assert.match(receiptWords({ at: new Date(AT).toISOString(), items: 2, bytes: 1, digest: 'd' }), /on 2026-05-04 00:26 UTC\+2,/);
  assert.match(otherLine({ reason: paused, asOf: AT }), /The cloud told that on 2026-05-04 00:26 UTC\+2\.$/);
});
