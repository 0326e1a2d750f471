import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS, tellReason, type Counts } from '@rollcall/protocol';
import { notSafeOf, silenceOf, silenceReason } from './silence.ts';

const COUNTS: Counts = { onDevice: 50, inSync: 10, moving: 5, waiting: 10, held: 2, failing: 8, needsYou: 12, excluded: 3 };
const { silentAfter } = LIMITS;

test('DN-1: a device is silent when the server saw three days pass without a word of it, with what was not safe there', () => {
  const heard = { connected: false, seen: 1000, at: 77 };
  assert.equal(silentAfter, 3 * 86_400_000);
  assert.equal(silenceOf(heard, 1000 + silentAfter - 1, COUNTS), null);
  assert.deepEqual(silenceOf(heard, 1000 + silentAfter, COUNTS), { since: 77, notSafe: 37 });
  assert.deepEqual(silenceOf(heard, 1000 + silentAfter, null), { since: 77, notSafe: null });
  assert.equal(silenceOf({ ...heard, connected: true }, 1000 + 9 * silentAfter, COUNTS), null, 'it listens');
  assert.deepEqual(silenceOf(heard, 1060, COUNTS, 60), { since: 77, notSafe: 37 }, 'after another time, where the server was told one');
});

test('WY-32: what is in the cloud is safe, and is not counted as not safe, whatever it waits for', () => {
  assert.equal(notSafeOf(COUNTS), 37);
  // The folder is away: all wait for it, and most of them are in the cloud.
  assert.equal(notSafeOf({ ...COUNTS, alsoSafe: 30 }), 7);
  const heard = { connected: false, seen: 0, at: 77 };
  assert.deepEqual(silenceOf(heard, silentAfter, { ...COUNTS, alsoSafe: 37 }), { since: 77, notSafe: 0 });
});

test('DN-2: the silence of a device is told with its name, since when, what is not safe there, and what to do', () => {
  const at = Date.UTC(2026, 4, 3, 14, 26);
  const told = (notSafe: number | null): string => tellReason(silenceReason({ name: 'Laptop', silent: { since: at, notSafe } })!).words;
  assert.equal(told(37), 'Laptop was not heard from since 2026-05-03 14:26 UTC; 37 photos there are not safe.');
  assert.equal(told(1), 'Laptop was not heard from since 2026-05-03 14:26 UTC; 1 photo there is not safe.');
  assert.equal(told(0), 'Laptop was not heard from since 2026-05-03 14:26 UTC; all that was there then is safe.');
  assert.equal(told(null), 'Laptop was not heard from since 2026-05-03 14:26 UTC; what it holds is not known.');
  assert.equal(silenceReason({ name: 'Laptop', silent: null }), null);
  assert.match(tellReason(silenceReason({ name: 'Laptop', silent: { since: at, notSafe: 0 } })!).cure, /^See that Laptop is on/);
});
