import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reason } from '@rollcall/protocol';
import { comingOf, comingTold, comingWords, type ComingItem } from './coming.ts';
import { ComingPace } from './coming-pace.ts';

const because = (code: Reason['code']): Reason[] => [{ code, since: 1, evidence: {} }];
const item = (bytes: number | null, over: Partial<ComingItem> = {}): ComingItem => ({
  comes: { bytes },
  offset: 0,
  reasons: because('queued'),
  ...over,
});

test('OS-23: what is to come is told with its bytes, how fast it comes and how long it takes, and nothing of that is guessed', () => {
  const told = (items: readonly ComingItem[], rate: Parameters<typeof comingTold>[1]): unknown => comingTold(comingOf(items), rate);
  assert.equal(told([], { bytes: 5, photos: 1 }), null);
  const half = item(1000, { offset: 400, reasons: because('downloading') });
  assert.deepEqual(told([half, item(200)], null), { photos: 2, bytes: 800, rate: null, timeLeft: null });
  assert.deepEqual(told([half, item(200)], { bytes: 100, photos: 1 }), { photos: 2, bytes: 800, rate: 100, timeLeft: 8000 });
  assert.deepEqual(told([half], { bytes: 0, photos: 0 }), { photos: 1, bytes: 600, rate: null, timeLeft: null }, 'nothing came lately');
});

test('OS-23: what comes compressed is reckoned by its number; what cannot come just now is to come, and takes no time', () => {
  const some = [item(null), item(null), item(500)];
  assert.deepEqual(comingTold(comingOf(some), { bytes: 100, photos: 0.5 }), { photos: 3, bytes: null, rate: 100, timeLeft: 6000 });
  assert.equal(comingTold(comingOf(some), { bytes: 100, photos: 0 })?.timeLeft, null);
  const barred = item(10_000, { reasons: because('device-disk-full') });
  assert.deepEqual(comingTold(comingOf([item(100), barred]), { bytes: 100, photos: 1 }), {
    photos: 2,
    bytes: 10_100,
    rate: 100,
    timeLeft: 1000,
  });
  assert.equal(comingTold(comingOf([barred]), { bytes: 100, photos: 1 })?.timeLeft, null);
});

test('OS-23: in words, only what is known is said', () => {
  assert.equal(comingWords({ photos: 3, bytes: null, rate: null, timeLeft: null }), '');
  assert.equal(comingWords({ photos: 3, bytes: 2_100_000, rate: 3000, timeLeft: 700_000 }), '2.1 MB, 3 kB a second, about 12 min to go');
});

test('OS-23: how fast photos come is measured over the last minute, not before some seconds, and not over a time in which none could', () => {
  const pace = new ComingPace();
  const tick = (at: number, bytes: number, comes = true): void => pace.tick(comes, { at, bytes, photos: bytes / 10 });
  tick(0, 0);
  tick(2000, 500);
  assert.equal(pace.rate, null);
  tick(4000, 800);
  assert.deepEqual(pace.rate, { bytes: 200, photos: 20 });
  tick(5000, 800, false);
  assert.equal(pace.rate, null);
  for (let at = 10_000; at <= 130_000; at += 10_000) tick(at, at < 70_000 ? 0 : at - 70_000);
  assert.deepEqual(pace.rate, { bytes: 1000, photos: 100 }, 'what came before the last minute says nothing');
});
