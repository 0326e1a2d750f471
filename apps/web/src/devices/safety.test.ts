import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REASON_CODES, type Counts, type Device } from '@rollcall/protocol';
import { briefReason } from './brief.ts';
import { COUNT_CLASSES } from './classes.ts';
import { notSafe, SILENT_AFTER, safetyOf, unsafeOn } from './safety.ts';

const NOW = 1_800_000_000_000;
const none: Counts = { onDevice: 0, inSync: 0, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };

function device(name: string, counts: Partial<Counts>, heard = 0): Device {
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  const roll = {
    counts: { ...none, ...counts, onDevice: sum },
    incoming: 0,
    pendingRemovals: 0,
    reasons: [],
    upToDate: false,
    reportedAt: NOW - heard,
  };
  return {
    id: name,
    name,
    kind: 'folder',
    platform: '',
    version: '',
    createdAt: 0,
    lastSeenAt: NOW - heard,
    address: null,
    connected: heard === 0,
    goneAt: null,
    silent: null,
    self: false,
    roll,
  };
}

test('WE-16: all is safe only when no device has anything that is not', () => {
  assert.deepEqual(safetyOf([device('Laptop', { inSync: 1204, excluded: 3 })], 1204, NOW), {
    state: 'safe',
    words: 'All 1,204 photos are safe',
  });
  assert.equal(safetyOf([], 0, NOW).state, 'empty');
});

test('WE-16: what is held, fails or needs the person is named with its device, before what moves', () => {
  const laptop = device('Laptop', { inSync: 5, needsYou: 2, failing: 1, moving: 9 });
  assert.deepEqual(safetyOf([laptop, device('Desktop', { moving: 4 })], 5, NOW), {
    state: 'not-safe',
    words: '3 photos on Laptop are not safe yet',
  });
  assert.equal(safetyOf([laptop, device('Phone', { held: 1 })], 5, NOW).words, '4 photos on 2 devices are not safe yet');
  assert.deepEqual(safetyOf([device('Laptop', { moving: 1 })], 5, NOW), { state: 'on-the-way', words: '1 photo on Laptop is on the way' });
});

test('SH-35: what is in the cloud is not counted as not safe on the page, whatever it waits for; that something stops its device is said all the same', () => {
  const of = (counts: Partial<Counts>, alsoSafe: number): Device => {
    const told = device('Laptop', counts);
    return { ...told, roll: { ...told.roll!, counts: { ...told.roll!.counts, alsoSafe } } };
  };
  assert.deepEqual(safetyOf([of({ needsYou: 3 }, 3)], 3, NOW), { state: 'asks', words: 'All 3 photos are safe; Laptop needs a look' });
  assert.equal(safetyOf([of({ inSync: 2, needsYou: 3 }, 2)], 4, NOW).words, '1 photo on Laptop is not safe yet');
  assert.equal(safetyOf([of({ inSync: 2, moving: 3 }, 3)], 5, NOW).state, 'safe');
  assert.equal(safetyOf([of({ held: 1, moving: 3 }, 3)], 5, NOW).words, '1 photo on Laptop is not safe yet');
  assert.equal(safetyOf([of({ needsYou: 1 }, 1), device('Phone', { moving: 2 })], 5, NOW).state, 'on-the-way');
  assert.deepEqual(notSafe(of({ held: 4, waiting: 2 }, 5)), { stopped: 1, moving: 0 });
  assert.equal(unsafeOn(of({ held: 4, waiting: 2 }, 5)), 1);
});

test('WE-16: a device that was long not heard from is never counted as safe', () => {
  assert.equal(safetyOf([device('Laptop', { inSync: 5 }, SILENT_AFTER + 1)], 5, NOW).state, 'silent');
  assert.equal(safetyOf([device('Laptop', { moving: 5 }, SILENT_AFTER + 1)], 5, NOW).state, 'not-safe');
});

test('HD-22: photos that went missing in masses are named with their device, after what is not safe', () => {
  const asking = device('Laptop', { inSync: 8, moving: 2 });
  const reasons = [{ code: 'mass-delete-held' as const, check: 1, class: 'needs-you' as const, count: 12, primary: 12 }];
  const laptop: Device = { ...asking, roll: { ...asking.roll!, reasons } };
  assert.deepEqual(safetyOf([laptop], 20, NOW), { state: 'asks', words: '12 photos went missing on Laptop' });
  assert.equal(safetyOf([laptop, device('Desktop', { failing: 1 })], 20, NOW).state, 'not-safe');
  assert.match(briefReason('mass-delete-held').words, /^Many photos went missing here; Rollcall waits for your word/);
});

test('WE-17: every class of a device’s counts has its part of the bar, once', () => {
  assert.deepEqual(
    COUNT_CLASSES.map(({ key }) => key).sort(),
    Object.keys(none)
      .filter((key) => key !== 'onDevice')
      .sort(),
  );
});

test('WE-18: every reason can be told beside a count, without figures that are not known', () => {
  for (const code of REASON_CODES) {
    const { words } = briefReason(code);
    assert.match(words, /\.$/);
    assert.doesNotMatch(words, /unknown|\?|unnamed|\(/, code);
  }
});
