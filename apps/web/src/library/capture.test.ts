import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capturedFromFileTime, dayOf, localTime, offsetOf, tellSource, tellTime } from './capture.ts';
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

test('VW-32: of a photo of which only the day is known no time is told that nobody wrote', () => {
  const told = (capturedAt: string, capturedSource: CapturedSource): string => tellTime({ capturedAt, capturedSource });
  // EXIF's `2017:03:13`, `IMG-20190704-WA0001.jpg`, and no date anywhere.
  for (const [at, source] of [
    ['2017-03-13T00:00:00', 'exif'],
    ['2019-07-04T00:00:00', 'file-name'],
    ['1970-01-01T00:00:00', 'unknown'],
  ] as const)
    assert.equal(told(at, source), 'The time is not known', source);
  assert.equal(told('2024-02-03T04:05:06', 'file-name'), '04:05:06 (time zone not known)');
  assert.equal(told('2024-02-03T00:00:00+01:00', 'exif'), '00:00:00 (UTC+01:00)');
  assert.equal(told('2024-02-03T00:00:00', 'person'), '00:00:00 (time zone not known)');
  assert.equal(told('2024-02-03T04:05:06Z', 'file-time'), '04:05:06', 'of a guess the zone says nothing');
});
