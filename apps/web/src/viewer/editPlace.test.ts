import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speak } from '@rollcall/protocol';
import fc from 'fast-check';
import { applyChanges, emptyReplica } from '../library/replica.ts';
import { asset, feed, idOf } from '../library/testing.ts';
import { changedPlace, nearestInTime, readCoordinates, typedCoordinates } from './editPlace.ts';

test('VW-34: coordinates are read as people write them, and what is no place is told in words', () => {
  const near = (typed: string, lat: number, lon: number): void => {
    const read = readCoordinates(typed);
    assert.ok(read && Math.abs(read.lat - lat) < 1e-6 && Math.abs(read.lon - lon) < 1e-6, `${typed}: ${JSON.stringify(read)}`);
  };
  for (const typed of [
    '48.2085, 16.3731',
    '48.2085,16.3731',
    ' 48.2085 16.3731 ',
    '48,2085; 16,3731',
    '48,2085, 16,3731',
    '48.2085° N, 16.3731° E',
    '48.2085N 16.3731E',
    '48.2085n16.3731e',
    '16.3731 E, 48.2085 N',
    "48° 12.51' N, 16° 22.386' E",
    '48°12′30.6″N 16°22′23.16″E',
  ])
    near(typed, 48.2085, 16.3731);
  near('33.8568 S, 151.2153 E', -33.8568, 151.2153);
  near('−33.8568, -70.5', -33.8568, -70.5);
  near('90, -180', 90, -180);
  assert.equal(readCoordinates('  '), null);
  for (const typed of ['Vienna', '48.2', '91, 0', '0, 181', '1, 2, 3', '48 N, 16 S', '16 E, 48 E', "48° 61' N, 16° E", ','])
    assert.throws(() => readCoordinates(typed), RangeError, typed);
});

test('LA-32: in German an O is the east; in English, which has none, it is no coordinate', () => {
  assert.throws(() => readCoordinates('48.2085° N, 16.3731° O'), RangeError);
  try {
    speak({ tag: 'de-DE', messages: {} });
    for (const typed of ['48,2085° N, 16,3731° O', '48.2085N 16.3731o', '16.3731 O, 48.2085 N', '48.2085° N, 16.3731° E'])
      assert.deepEqual(readCoordinates(typed), { lat: 48.2085, lon: 16.3731 }, typed);
    assert.throws(() => readCoordinates('Oslo'), RangeError);
  } finally {
    speak({ tag: 'en-GB', messages: {} });
  }
});

test('VW-34: what is written of a place is read as that place', () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  fc.assert(
    fc.property(degrees(90), degrees(180), (lat, lon) => {
      const read = readCoordinates(typedCoordinates({ lat, lon }));
      assert.ok(read && Math.abs(read.lat - lat) <= 1e-6 && Math.abs(read.lon - lon) <= 1e-6);
    }),
  );
});

test('VW-34: only a place that changed is set; an emptied one is removed; a height stays with the spot where it was measured', () => {
  const before = { lat: 48.20851234, lon: 16.3731, altitude: 171 };
  assert.equal(changedPlace(before, typedCoordinates(before)), null);
  assert.equal(changedPlace(null, ' '), null);
  assert.deepEqual(changedPlace(before, ''), { place: null });
  assert.deepEqual(changedPlace(before, '1, 2'), { place: { lat: 1, lon: 2, altitude: null } });
  assert.deepEqual(changedPlace(null, '1, 2'), { place: { lat: 1, lon: 2, altitude: null } });
});

test('VW-34: who adds a place begins where they were at about that time', () => {
  const replica = emptyReplica();
  const place = (lat: number) => ({ lat, lon: 1, altitude: 5 });
  applyChanges(
    replica,
    feed([
      asset(1, { capturedAt: '2024-05-06T12:00:00' }),
      asset(2, { capturedAt: '2024-05-06T15:00:00', place: place(2) }),
      asset(3, { capturedAt: '2024-05-06T11:00:00', place: place(3) }),
      asset(4, { capturedAt: '2024-05-06T12:01:00', place: place(4), hidden: true }),
      asset(5, { capturedAt: '2020-05-06T12:00:00' }),
    ]),
  );
  assert.deepEqual(nearestInTime(replica, idOf(1)), { lat: 3, lon: 1 });
  assert.deepEqual(nearestInTime(replica, idOf(3)), { lat: 2, lon: 1 }, 'another one than itself');
  assert.equal(nearestInTime(replica, idOf(5)), null);
});
