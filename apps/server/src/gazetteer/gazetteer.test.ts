import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { Served } from '../testing/served.ts';
import { openGazetteer, type Find } from './gazetteer.ts';
import { metresBetween, openNearest } from './nearest.ts';
import { openPlaceNames } from './place-names.ts';

let find: Find;
before(async () => {
  find = (await openGazetteer())!;
  assert.ok(find !== null, 'the towns are not installed: npm ci');
});

const told = (lat: number, lon: number): string => {
  const place = find({ lat, lon });
  return place === null ? 'none' : `${place.town}, ${place.region}, ${place.country}`;
};

test('PN-1: known places have their town, region and country', () => {
  for (const [where, lat, lon, name] of [
    ['St Stephen’s', 48.2085, 16.3731, 'Vienna, Vienna, AT'],
    ['Brandenburg Gate', 52.5163, 13.3777, 'Tiergarten, State of Berlin, DE'],
    ['Westminster', 51.5007, -0.1246, 'City of Westminster, England, GB'],
    ['Sydney Opera House', -33.8568, 151.2153, 'The Rocks, New South Wales, AU'],
    ['Times Square', 40.758, -73.9855, 'Times Square, New York, US'],
    ['San Francisco', 37.7749, -122.4194, 'San Francisco, California, US'],
    ['Tokyo Tower', 35.6586, 139.7454, 'Shibakōen, Tokyo, JP'],
    ['Neuschwanstein', 47.5576, 10.7498, 'Schwangau, Bavaria, DE'],
    ['the Matterhorn', 45.9763, 7.6586, 'Zermatt, Valais, CH'],
    ['Suva', -18.1416, 178.4415, 'Suva, Central, FJ'],
    ['Spitsbergen', 78.2232, 15.6267, 'Longyearbyen, Svalbard, SJ'],
    ['St Peter’s', 41.9022, 12.4533, 'Vatican City, null, VA'],
    ['the base camp of Everest', 28.0026, 86.8528, 'Lobuche, Koshi, NP'],
    ['Anadyr', 64.73, 177.5, 'Anadyr, Chukotka, RU'],
  ] as const)
    assert.equal(told(lat, lon), name, where);
});

test('PN-2: no town is near the open sea, the desert and the poles', () => {
  for (const [lat, lon] of [
    [30, -40],
    [0, -140],
    [23, 10],
    [90, 0],
    [-90, 0],
    [0, 180],
    [-48.87, -123.39],
  ] as const)
    assert.equal(told(lat, lon), 'none', `${lat}, ${lon}`);
});

test('PN-3: the nearest town is found wherever it lies, across the 180th meridian and at the poles, and never one further away than asked', () => {
  const degrees = (most: number) => fc.oneof(fc.double({ min: -most, max: most, noNaN: true }), fc.constantFrom(-most, most, 0));
  const point = fc.tuple(degrees(90), degrees(180));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), point, fc.constantFrom(0, 50_000, 2_000_000, 3e7), (towns, [lat, lon], most) => {
      const nearest = openNearest({ lat: Float64Array.from(towns, ([each]) => each), lon: Float64Array.from(towns, ([, each]) => each) });
      const least = Math.min(Infinity, ...towns.map(([townLat, townLon]) => metresBetween(lat, lon, townLat, townLon)));
      const found = nearest({ lat, lon }, most);
      // To the millimetre: what is as far away as was asked may count or not.
      if (found === null) assert.ok(least > most - 1e-3);
      else assert.ok(found.distance <= most && found.distance - least < 1e-3);
    }),
    { numRuns: 500 },
  );
  const [west, east] = [179.99, -179.99];
  const across = openNearest({ lat: Float64Array.of(10, 10), lon: Float64Array.of(east, 170) });
  assert.equal(across({ lat: 10, lon: west }, 50_000)?.town, 0);
  const pole = openNearest({ lat: Float64Array.of(89.9, 80), lon: Float64Array.of(180, 0) });
  assert.equal(pole({ lat: 89.9, lon: 0 }, 50_000)?.town, 0);
});

test('PN-4: names are told to who is signed in, of places that there are, and their memory is given back', async () => {
  const server = await Served.start();
  try {
    const client = await server.account('anna@x.org');
    assert.deepEqual(await client.ok('placeName', { query: { lat: 48.2085, lon: 16.3731 } }), {
      place: { ...find({ lat: 48.2085, lon: 16.3731 })! },
    });
    assert.deepEqual(await client.ok('placeName', { query: { lat: 0, lon: -30 } }), { place: null });
    assert.equal(await client.code('placeName', { query: { lat: 91, lon: 0 } }), 'bad-request');
    assert.equal(await server.client().code('placeName', { query: { lat: 48, lon: 16 } }), 'signed-out');
  } finally {
    await server.close();
  }
  const names = openPlaceNames(10);
  const answers = await Promise.all([names.of({ lat: 48.2085, lon: 16.3731 }), names.of({ lat: 0, lon: -30 })]);
  assert.deepEqual(
    answers.map((each) => each?.town ?? null),
    ['Vienna', null],
  );
  while (names.awake()) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal((await names.of({ lat: 48.2085, lon: 16.3731 }))?.town, 'Vienna', 'it wakes again');
  await names.close();
});

test('PN-4: where the towns are not installed places have no names, and nothing fails', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'rollcall-gazetteer-'));
  try {
    assert.equal(await openGazetteer(join(elsewhere, 'x.ts')), null);
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
});
