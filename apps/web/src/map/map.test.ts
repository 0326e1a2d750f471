import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { Asset, PlaceName } from '@rollcall/protocol';
import fc from 'fast-check';
import { applyChanges, emptyReplica, type Replica } from '../library/replica.ts';
import { asset, feed, idOf } from '../library/testing.ts';
import { find } from '../search/find.ts';
import { createPlaceIndex } from '../search/places.ts';
import { readQuery } from '../search/query.ts';
import { townSearch } from '../places/placeWords.ts';
import { areaOf, isWithin, photosWhere, readArea, readView, writeArea, writeView, type Point } from './area.ts';
import { photoAt, placedOf } from './points.ts';
import { readTopology, type Position, type Topology } from './topology.ts';
import { byTown } from './towns.ts';

const numberOf = (id: string): number => Number(id.slice(-12));
const at = (lat: number, lon: number): Asset['place'] => ({ lat, lon, altitude: null });
function replicaOf(...assets: readonly Asset[]): Replica {
  const replica = emptyReplica();
  applyChanges(replica, feed(assets));
  return replica;
}

test('MP-3: of a world as topology come its land, with holes, each border between two countries once, and a name in each country’s largest part', () => {
  // Two squares side by side, A with a hole and an island, B beside it.
  const topology: Topology = {
    transform: { scale: [2, 1], translate: [-10, 0] },
    arcs: [
      [
        [5, 0],
        [0, 10],
      ],
      [
        [5, 10],
        [-5, 0],
        [0, -10],
        [5, 0],
      ],
      [
        [5, 10],
        [5, 0],
        [0, -10],
        [-5, 0],
      ],
      [
        [2, 2],
        [1, 0],
        [0, 1],
        [-1, -1],
      ],
      [
        [20, 0],
        [1, 0],
        [0, 1],
        [-1, -1],
      ],
    ],
    objects: {
      countries: {
        geometries: [
          { type: 'MultiPolygon', arcs: [[[4]], [[0, 1], [3]]], properties: { name: 'A' } },
          { type: 'Polygon', arcs: [[~0, ~2]], properties: { name: 'B' } },
        ],
      },
      land: { geometries: [{ type: 'MultiPolygon', arcs: [[[1, ~2], [3]], [[4]]] }] },
    },
  };
  const { land, borders, ...world } = readTopology(topology);
  const countries = world.countries();
  assert.deepEqual(borders, [
    [
      [0, 0],
      [0, 10],
    ],
  ]);
  assert.equal(land.length, 2);
  assert.deepEqual(
    land[0]!.map((ring) => ring.length),
    [7, 4],
  );
  for (const ring of land.flat()) assert.deepEqual(ring[0], ring[ring.length - 1], 'a ring is closed');
  assert.deepEqual(
    countries.map(({ name }) => name),
    ['A', 'B'],
  );
  assert.deepEqual([countries[0]!.at[0], countries[1]!.at], [-5, [5, 5]]);
  assert.ok(countries[0]!.size === 100 && countries[1]!.size === 100);
});

test('MP-3: the world that comes along holds what is land, and names countries where they are', () => {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const { land, borders, ...world } = readTopology(JSON.parse(readFileSync(file, 'utf8')) as Topology);
  // What reaches across the 180th meridian goes on beyond it, and is drawn there and on the other side.
  const isLand = ({ lat, lon }: Point): boolean =>
    land.some((rings) => [-360, 0, 360].some((turn) => rings.filter((ring) => holds(ring, lon + turn, lat)).length % 2 === 1));
  for (const line of [...land.flat(), ...borders])
    for (let index = 0; index + 1 < line.length; index += 1)
      assert.ok(Math.abs(line[index]![0] - line[index + 1]![0]) <= 180 || line[index]![1] < -85, 'no line leaps across the map');
  for (const [lat, lon, expected] of [
    [48.2, 16.37, true],
    [-25, 135, true],
    [65, -18, true],
    [-80, 10, true],
    [-88, 179, true],
    [68, 179, true],
    [66.5, -173, true],
    [-16.6, 179.3, true],
    [58, -40, false],
    [72, 0, false],
    [30, -40, false],
    [42.5, 51, false],
  ] as const)
    assert.equal(isLand({ lat, lon }), expected, `${lat}, ${lon}`);
  assert.ok(borders.length > 200);
  const austria = world.countries().find(({ name }) => name === 'Austria');
  assert.ok(austria && Math.abs(austria.at[1] - 47.5) < 0.5 && Math.abs(austria.at[0] - 14) < 1);
});

function holds(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [[ax, ay], [bx, by]] = [ring[index]!, ring[index + 1]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

test('MP-4: an area holds what it was made of, also as it stands in an address, and goes round the globe where that is shorter', () => {
  assert.equal(areaOf([]), null);
  assert.deepEqual(
    areaOf([
      { lat: 1, lon: 179.5 },
      { lat: -1, lon: -179.5 },
    ]),
    { west: 179.5, south: -1, east: -179.5, north: 1 },
  );
  assert.deepEqual(areaOf([{ lat: 48.2085123, lon: 16.3731 }]), { west: 16.3731, south: 48.20851, east: 16.3731, north: 48.20852 });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
      const area = areaOf(points)!;
      const read = readArea(writeArea(area));
      assert.ok(read !== null);
      for (const each of points) assert.ok(isWithin(read, each), `${writeArea(area)} ${JSON.stringify(each)}`);
      const width = area.west <= area.east ? area.east - area.west : area.east + 360 - area.west;
      const lons = points.map(({ lon }) => lon);
      assert.ok(width <= Math.max(...lons) - Math.min(...lons) + 1e-4);
    }),
  );
});

test('MP-4: what is no area and no view in an address is none', () => {
  for (const text of ['', '1,2,3', '1,2,3,4,5', '1,2,x,4', '1,5,3,4', '181,0,1,1', '0,-91,1,1', ' 1,2,3,4', '1e1,2,3,4'])
    assert.equal(readArea(text), null, text);
  for (const text of ['', '1,2', '91,0,3', '0,181,3', '0,0,-1', '0,0,23', 'a,b,c', '0,0,3,4']) assert.equal(readView(text), null, text);
  const view = { lat: 48.2085, lon: -16.3731, zoom: 9.25 };
  assert.deepEqual(readView(writeView(view)), view);
});

test('MP-5: on the map are the photos of the timeline that have a place, the newest above; what changes nothing of places keeps its points', () => {
  const replica = replicaOf(
    asset(1, { capturedAt: '2020-01-01T10:00:00', place: at(1, 2) }),
    asset(2, { capturedAt: '2021-01-01T10:00:00', place: at(3, 4) }),
    asset(3, { capturedAt: '2022-01-01T10:00:00' }),
    asset(4, { place: at(5, 6), hidden: true }),
    asset(5, { place: at(5, 6), state: 'trashed', trashedAt: 1 }),
  );
  const placed = placedOf(replica.timeline);
  assert.deepEqual(
    placed.photos.map(({ item }) => numberOf(item.id)),
    [2, 1],
  );
  const highest = Math.max(...placed.points.features.map(({ properties }) => properties.n));
  assert.equal(numberOf(photoAt(placed, highest)!.item.id), 2);
  for (const { geometry, properties } of placed.points.features) {
    const photo = photoAt(placed, properties.n)!;
    assert.deepEqual(geometry.coordinates, [photo.lon, photo.lat]);
  }
  applyChanges(replica, feed([asset(2, { capturedAt: '2021-01-01T10:00:00', place: at(3, 4), favourite: true })], 10));
  const favoured = placedOf(replica.timeline, placed);
  assert.ok(favoured.points === placed.points && favoured.photos[0]!.item.favourite);
  applyChanges(replica, feed([asset(2, { capturedAt: '2021-01-01T10:00:00', place: at(3, 5) })], 11));
  assert.notEqual(placedOf(replica.timeline, favoured).points, favoured.points);
});

test('MP-5: the photos of an area are those of the timeline that were taken in it', () => {
  const replica = replicaOf(
    asset(1, { place: at(48.2, 16.3) }),
    asset(2, { place: at(48.3, 16.4) }),
    asset(3, { place: at(50, 16.3) }),
    asset(4, { place: at(48.2, 16.3), hidden: true }),
    asset(5),
  );
  const found = photosWhere(replica.timeline, (place) => isWithin({ west: 16, south: 48, east: 17, north: 49 }, place)).flatMap(
    ({ items }) => items.map(({ id }) => numberOf(id)),
  );
  assert.deepEqual(found.sort(), [1, 2]);
});

test('MP-6: without a map photos stand by their towns, the most first, as many as a search for the town finds', async () => {
  const vienna: PlaceName = { town: 'Vienna', region: 'Vienna', country: 'AT', distance: 10 };
  const suva: PlaceName = { town: 'Suva', region: 'Central', country: 'FJ', distance: 90 };
  const replica = replicaOf(
    asset(1, { place: at(48.2085, 16.3731) }),
    asset(2, { place: at(48.1, 16.2), capturedAt: '2025-05-06T12:00:00' }),
    asset(3, { place: at(-18.1, 178.4) }),
    asset(4, { place: at(0, -30) }),
    asset(5),
  );
  const index = createPlaceIndex(async (places) =>
    places.map(({ lat }) => (lat === 48.2085 ? vienna : lat === 48.1 ? { ...vienna, distance: 9_000 } : lat === 0 ? null : suva)),
  );
  const { photos } = placedOf(replica.timeline);
  await index.learn(photos.map((photo) => ({ ...photo, altitude: null })));
  const { towns, nameless } = byTown(photos, index.nameOf);
  assert.deepEqual(
    towns.map(({ town, photos: many, cover }) => [town, many, numberOf(cover.id)]),
    [
      ['Vienna, Austria', 2, 2],
      ['Suva, Central, Fiji', 1, 3],
    ],
  );
  assert.deepEqual(
    nameless.map(({ item }) => item.id),
    [idOf(4)],
  );
  for (const { town, photos: many } of towns)
    assert.equal(find(replica, readQuery(townSearch(town), 20_000), index).flatMap(({ items }) => items).length, many, town);
});
