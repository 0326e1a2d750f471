import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Device, RollCallReceipt } from '@rollcall/protocol';
import { erasing, unsafeWords } from './erase.ts';

const ORDER = '01900000-0000-7000-8000-00000000000a';
const NOW = 1_764_000_000_000;
const RECEIPT: RollCallReceipt & { heardAt: number } = {
  order: ORDER,
  madeAt: NOW,
  items: 3,
  bytes: 9,
  digestHere: 'a',
  digestThere: 'a',
  signed: '01900000-0000-7000-8000-00000000000d',
  why: [],
  missing: { count: 0, first: [] },
  heardAt: NOW,
};

function device(receipt: typeof RECEIPT | null, more: { readonly connected?: boolean; readonly upToDate?: boolean } = {}): Device {
  const { connected = true, upToDate = true } = more;
  return { connected, roll: { upToDate, ...(receipt === null ? {} : { receipt }) } } as Device;
}

test('SH-11: ready to erase is said of a whole roll call of this very question, while the device is there, up to date, and for a minute; whatever else is the case, it is not', () => {
  const state = (of: Device, now: number | null = NOW + 1000): string => erasing(of, ORDER, [], now).state;
  assert.equal(state(device(RECEIPT)), 'ready');
  assert.equal(state(device(null)), 'asked');
  assert.equal(state(device({ ...RECEIPT, order: '01900000-0000-7000-8000-00000000000b' })), 'asked', 'an answer to another question');
  assert.equal(state({ connected: true, roll: null } as Device), 'asked');
  assert.equal(state(device(RECEIPT), NOW + 60_001), 'over');
  assert.equal(state(device(RECEIPT), null), 'over', 'what time it is, is not known');
  assert.equal(state(device(RECEIPT, { connected: false })), 'over');
  assert.equal(state(device(RECEIPT, { upToDate: false })), 'over');
  assert.equal(state(device({ ...RECEIPT, why: ['missing'] })), 'not-ready');
  const { signed, ...unsigned } = RECEIPT;
  assert.ok(signed);
  assert.equal(state(device(unsigned)), 'dropped', 'the server has not signed that it read them');
  const answered = (answer: 'unknown' | 'expired' | 'done') =>
    erasing(device(RECEIPT), ORDER, [{ id: ORDER, kind: 'roll-call', answer, at: NOW }], NOW).state;
  assert.deepEqual([answered('unknown'), answered('expired'), answered('done')], ['dropped', 'dropped', 'ready']);
  assert.equal(unsafeWords(['missing', 'differs']).length, 1);
  assert.equal(unsafeWords(['missing', 'obstructed', 'nothing']).length, 1);
});
