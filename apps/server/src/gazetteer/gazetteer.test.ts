import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { LIMITS } from '@rollcall/protocol';
import fc from 'fast-check';
import { Served } from '../testing/served.ts';
import { openGazetteer, type Gazetteer } from './gazetteer.ts';
import { openNamed } from './named.ts';
import { metresBetween, openNearest } from './nearest.ts';
import { openPlaceNames } from './place-names.ts';
import { openWithin } from './within.ts';

let towns: Gazetteer;
let find: Gazetteer['find'];
before(async () => {
  towns = (await openGazetteer())!;
  assert.ok(towns !== null, 'the towns are not installed: npm ci');
  ({ find } = towns);
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
    const many = [
      { lat: 0, lon: -30 },
      { lat: 48.2085, lon: 16.3731 },
    ];
    assert.deepEqual(await client.ok('placeNames', { body: { places: many } }), { places: [null, { ...find(many[1]!)! }] });
    const tooMany = Array.from({ length: LIMITS.placeNames + 1 }, () => many[0]!);
    assert.equal(await client.code('placeNames', { body: { places: tooMany } }), 'bad-request');
    assert.equal(await server.client().code('placeNames', { body: { places: many } }), 'signed-out');
    assert.equal(await client.code('placeName', { query: { lat: 91, lon: 0 } }), 'bad-request');
    const { towns: found } = await client.ok('townsNamed', { query: { name: 'Vienna', lat: 48, lon: 16 } });
    assert.equal(found[0]?.country, 'AT');
    const inSight = await client.ok('townsWithin', { query: { west: 16.2, south: 48.1, east: 16.6, north: 48.3 } });
    assert.ok(inSight.towns.some(({ town }) => town === 'Vienna'));
    assert.equal(await client.code('townsWithin', { query: { west: 0, south: 0, east: 181, north: 1 } }), 'bad-request');
    assert.equal(await server.client().code('townsNamed', { query: { name: 'Vienna' } }), 'signed-out');
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

test('MP-1: towns are found by their names, whole ones first, then beginnings, the nearest first; with and without accents', () => {
  const lat = Float64Array.of(10, 20, 30, 40, 50);
  const named = openNamed(['Höfen', 'Hof', 'Bad Hof', 'Hof', 'Graz'], { lat, lon: new Float64Array(5) });
  assert.deepEqual(named('hof', null, 9), [1, 3, 0, 2]);
  assert.deepEqual(named('HÖF', { lat: 41, lon: 0 }, 9), [3, 1, 0, 2]);
  assert.deepEqual(named('hof', { lat: 41, lon: 0 }, 1), [3]);
  for (const none of ['', ' ', '\n', 'f\nh', 'hofen hof']) assert.deepEqual(named(none, null, 9), [], JSON.stringify(none));
  const first = (name: string, at: { lat: number; lon: number } | null): string => {
    const [town] = towns.named(name, at);
    return town === undefined ? 'none' : `${town.town}, ${town.region}, ${town.country}`;
  };
  assert.equal(first('vienna', { lat: 48, lon: 16 }), 'Vienna, Vienna, AT');
  assert.equal(first('vienna', { lat: 38.9, lon: -77 }), 'Vienna, Virginia, US');
  assert.equal(first('sao paulo', { lat: -23, lon: -46 }), 'São Paulo, São Paulo, BR');
  assert.equal(first('no such town of that name', null), 'none');
  assert.equal(towns.named('a', null).length, LIMITS.townsNamed);
});

test('MP-1: every town is found by any part of its name, and none that does not hold it', () => {
  const name = fc.stringMatching(/^[abü ]{0,3}$/);
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), fc.stringMatching(/^[abu]{1,2}$/), (names, sought) => {
      const at = { lat: new Float64Array(names.length), lon: new Float64Array(names.length) };
      const held = names.flatMap((each, town) => (each.replaceAll('ü', 'u').includes(sought) ? [town] : []));
      assert.deepEqual(
        openNamed(names, at)(sought, null, 99).sort((a, b) => a - b),
        held,
      );
    }),
    { numRuns: 300 },
  );
});

test('MP-2: towns of an area lie in it, are spread over it, at most so many, also across the 180th meridian', () => {
  const most = 12;
  const lat = Float64Array.of(0, 0, 0.001, 5, 80);
  const lon = Float64Array.of(179.5, -179.5, -179.501, 0, 170);
  const within = openWithin({ lat, lon }, Uint8Array.of(0, 0, 1, 0, 0));
  assert.deepEqual(
    within({ west: 179, south: -1, east: -179, north: 1 }, most).sort((a, b) => a - b),
    [0, 2],
    'of two in one cell the weightier',
  );
  assert.deepEqual(within({ west: -1, south: 0, east: 1, north: 9 }, most), [3]);
  for (const area of [
    { west: 16, south: 48, east: 17, north: 49 },
    { west: -180, south: -90, east: 180, north: 90 },
    { west: 177, south: -19, east: -178, north: -16 },
  ]) {
    const told = towns.within(area);
    assert.ok(told.length > 5 && told.length <= LIMITS.townsWithin, `${told.length}`);
    for (const each of told) {
      assert.ok(each.lat >= area.south && each.lat <= area.north);
      assert.ok(area.west <= area.east ? each.lon >= area.west && each.lon <= area.east : each.lon >= area.west || each.lon <= area.east);
    }
  }
  assert.ok(towns.within({ west: 16.2, south: 48.1, east: 16.6, north: 48.3 }).some(({ town }) => town === 'Vienna'));
});
