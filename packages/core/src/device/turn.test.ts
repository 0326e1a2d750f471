import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellReason, type Reason } from '@rollcall/protocol';
import { turnsOf, withTurn, type Waiting } from './turn.ts';
import type { Unit } from './unit.ts';

const queued: Reason = { code: 'queued', since: 1, evidence: {} };
const waits = (unit: Unit, bytes: number, over: Partial<Waiting> = {}): Waiting => ({
  unit,
  bytes,
  reasons: [queued],
  transfer: null,
  ...over,
});

test('NW-10: what waits its turn tells its place, the bytes before it and when it is expected, each way by itself', () => {
  const under = waits('f:1', 900, { transfer: { phase: 'sending', offset: 400, size: 900 } });
  const failing = waits('f:2', 50, { reasons: [{ code: 'refused', since: 1, evidence: {} }] });
  const turns = turnsOf([waits('f:3', 100), under, failing, waits('a:x', 7), waits('f:4', 300)], 100);
  assert.deepEqual(turns.get('f:3'), { position: 1, bytesAhead: 500, expected: 5000 });
  assert.deepEqual(turns.get('f:4'), { position: 2, bytesAhead: 600, expected: 6000 });
  assert.deepEqual(turns.get('a:x'), { position: 1, bytesAhead: 0, expected: 0 });
  assert.equal(turns.has('f:2'), false);
  assert.equal(turnsOf([under, waits('f:3', 1)], null).get('f:3')?.expected, null, 'a rate that nobody measured is not guessed');
  const told = tellReason(withTurn([queued], turns.get('f:4'))[0] ?? assert.fail());
  assert.match(told.words, /number 2, 600 bytes before it, about 6 s/);
});

test('OS-23: of what comes compressed nobody knows the bytes: its turn is expected by how many came lately', () => {
  const under = waits('a:u', 0, { bytes: null, transfer: { phase: 'downloading', offset: 0, size: 900 } });
  const turn = turnsOf([under, { ...waits('a:x', 0), bytes: null }, { ...waits('a:y', 0), bytes: null }], 100, { bytes: 9, photos: 0.5 });
  assert.deepEqual(turn.get('a:x'), { position: 1, bytesAhead: null, expected: 2000 });
  assert.deepEqual(turn.get('a:y'), { position: 2, bytesAhead: null, expected: 4000 });
  assert.equal(turnsOf([under, waits('a:x', 0)], 100).get('a:x')?.expected, null);
  assert.equal(tellReason(withTurn([queued], turn.get('a:y'))[0] ?? assert.fail()).words, 'Waiting its turn (number 2, about 4 s).');
});
