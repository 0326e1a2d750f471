import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capturedFromFileTime, dayOf, localTime, offsetOf, tellSource } from './capture.ts';
import { CapturedAt, CapturedSource } from '@rollcall/protocol';

test('WE-1: a photo belongs to the day on the clock where it was taken, whatever its offset', () => {
  const evening = localTime('2024-05-06T23:30:00+14:00');
  assert.equal(evening, localTime('2024-05-06T23:30:00-11:00'));
  assert.equal(dayOf(evening), dayOf(localTime('2024-05-06T00:00:00')));
  assert.equal(localTime('1970-01-01T00:00:00.250Z'), 250);
});

test('WE-1: years before 100 and after 9999 keep their order', () => {
  const order = [
    '-0100-01-01T00:00:00',
    '0050-06-01T00:00:00',
    '1969-12-31T23:59:59',
    '1970-01-01T00:00:00',
    '2099-01-01T00:00:00',
    '12000-01-01T00:00:00',
  ];
  const times = order.map(localTime);
  assert.deepEqual(
    [...times].sort((a, b) => a - b),
    times,
  );
  assert.equal(new Set(times).size, times.length);
});

test('WE-1: what is no capture date counts as 1970 and breaks nothing', () => {
  assert.equal(localTime('yesterday'), 0);
  assert.equal(offsetOf('yesterday'), null);
});

test('WE-2: a date that is a guess says so, and no other does', () => {
  const guesses = CapturedSource.options.filter((source) => tellSource(source).guess);
  assert.deepEqual(guesses, ['file-time', 'unknown']);
});

test('WE-2: a file’s own date becomes a capture date that the protocol takes', () => {
  for (const time of [0, 1_700_000_000_000, 951_827_696_000, -86_400_000]) {
    const text = capturedFromFileTime(time);
    assert.ok(CapturedAt.safeParse(text).success, text);
    assert.equal(new Date(text).getTime(), time);
  }
});
