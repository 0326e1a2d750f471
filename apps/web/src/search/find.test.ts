import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asset, Entity, PlaceName } from '@rollcall/protocol';
import { applyChanges, emptyReplica, type Replica } from '../library/replica.ts';
import { asset, feed, idOf } from '../library/testing.ts';
import { find } from './find.ts';
import { prepare } from './words.ts';
import { createPlaceIndex } from './places.ts';
import { readQuery } from './query.ts';

const TODAY = Date.UTC(2026, 10, 28) / 86_400_000;
const NOWHERE = { textOf: () => '' };

function replicaOf(...entities: readonly Entity[]): Replica {
  const replica = emptyReplica();
  applyChanges(replica, feed(entities));
  return replica;
}

const found = (replica: Replica, typed: string, places: Pick<ReturnType<typeof createPlaceIndex>, 'textOf'> = NOWHERE): number[] =>
  find(replica, readQuery(typed, TODAY), places)
    .flatMap(({ items }) => items.map(({ id }) => Number(id.slice(-12))))
    .sort((a, b) => a - b);

const EMPTY_ALBUM = { type: 'album', order: 'by-hand', cover: null, deleted: false, addedAt: 0, addedBy: null } as const;
const camera = { make: 'Leica Camera AG', model: 'Q2', lens: 'Summilux' };

test('SR-4: a photo is found by all that is known of it in words, and by several only where each is true', () => {
  const replica = replicaOf(
    asset(1, { fileName: 'DSC_0001.JPG', caption: 'On the beach', capturedAt: '2023-07-08T10:00:00' }),
    asset(2, { title: 'Müllers Hütte', keywords: ['Berge', 'snow'], capturedAt: '2023-12-24T10:00:00' }),
    asset(3, { camera, capturedAt: '2022-07-08T10:00:00', people: [{ name: 'June Carter', area: null }] }),
    asset(4, { caption: 'On the beach', state: 'trashed', trashedAt: 1 }),
    asset(5, { kind: 'video', capturedAt: '2023-06-08T10:00:00' }),
    { type: 'album', id: idOf(900), title: 'Summer house', order: 'by-hand', cover: null, deleted: false, addedAt: 0, addedBy: null },
    { type: 'album-item', albumId: idOf(900), assetId: idOf(2), position: 'a0', removed: false },
  );
  assert.deepEqual(found(replica, 'dsc_0001'), [1]);
  assert.deepEqual(found(replica, 'BEACH'), [1]);
  assert.deepEqual(found(replica, 'mullers hutte'), [2]);
  assert.deepEqual(found(replica, 'snow'), [2]);
  assert.deepEqual(found(replica, 'leica summilux'), [3]);
  assert.deepEqual(found(replica, 'summer'), [2]);
  assert.deepEqual(found(replica, 'july'), [1, 3]);
  assert.deepEqual(found(replica, 'june'), [3, 5], 'a month that is a name is both');
  assert.deepEqual(found(replica, 'july 2023'), [1]);
  assert.deepEqual(found(replica, 'july beach'), [1]);
  assert.deepEqual(found(replica, 'beach snow'), []);
  assert.deepEqual(found(replica, 'videos 2023'), [5]);
  assert.deepEqual(found(replica, ''), []);
});

test('SR-11: a word is looked for where it is said to be, and what has a minus is not found', () => {
  const replica = replicaOf(
    asset(1, { fileName: 'rome.jpg', caption: 'In the rain', capturedAt: '2023-07-08T10:00:00', favourite: true }),
    asset(2, { place: { lat: 1, lon: 1, altitude: null }, keywords: ['night'], people: [{ name: 'Ann Lee', area: null }] }),
    asset(3, { camera, kind: 'video', capturedAt: '2023-06-08T10:00:00' }),
    { ...EMPTY_ALBUM, id: idOf(900), title: 'Trips', kind: 'folder' },
    { ...EMPTY_ALBUM, id: idOf(901), title: 'Rome', folder: idOf(900) },
    { type: 'album-item', albumId: idOf(901), assetId: idOf(3), position: 'a0', removed: false },
  );
  const places = { textOf: () => 'rome, italy' };
  const within = (typed: string): number[] => found(replica, typed, places);
  assert.deepEqual(within('rome'), [1, 2, 3]);
  assert.deepEqual([within('place:rome'), within('file:ROME'), within('album:rome'), within('album:trips')], [[2], [1], [3], [3]]);
  assert.deepEqual([within('person:"ann lee"'), within('who:lee'), within('camera:q2'), within('keyword:night')], [[2], [2], [3], [2]]);
  assert.deepEqual(
    [within('caption:rain'), within('caption:rome'), within('taken:"july 2023"'), within('is:favourite')],
    [[1], [], [1], [1]],
  );
  assert.deepEqual(
    [within('rome -place:rome'), within('2023 -july'), within('-videos rome'), within('-"in the rain"')],
    [[1, 3], [3], [1, 2], [2, 3]],
  );
  assert.deepEqual([within('kind:nonsense'), within('taken:sometime'), within('other:rome'), within('place:')], [[], [], [], []]);
  assert.deepEqual([within('kind:video 2023'), within('july 2023 -file:rome')], [[3], []]);
});

test('SR-4: what changed is found by what it is now', () => {
  const replica = replicaOf(asset(1, { caption: 'before' }));
  assert.deepEqual(found(replica, 'before'), [1]);
  applyChanges(replica, feed([asset(1, { caption: 'after' })], 10));
  assert.deepEqual([found(replica, 'before'), found(replica, 'after')], [[], [1]]);
});

test('SR-5: places are found by their names, asked once for those near each other; what failed is asked again', async () => {
  const vienna: PlaceName = { town: 'Vienna', region: null, country: 'AT', distance: 10 };
  const at = (lat: number, lon: number): Asset['place'] => ({ lat, lon, altitude: null });
  const replica = replicaOf(
    asset(1, { place: at(48.2085, 16.3731) }),
    asset(2, { place: at(48.2086, 16.3732) }),
    asset(3, { place: at(0, -30) }),
    asset(4),
  );
  const asked: number[] = [];
  let answers = false;
  const places = createPlaceIndex((some) => {
    asked.push(some.length);
    return answers ? Promise.resolve(some.map(({ lat }) => (lat > 0 ? vienna : null))) : Promise.reject(new Error('away'));
  });
  const all = [...replica.assets.values()].flatMap((known) => known.asset.place ?? []);
  await assert.rejects(places.learn(all), /away/);
  assert.deepEqual(found(replica, 'vienna', places), []);
  answers = true;
  assert.equal(await places.learn(all), 2);
  assert.equal(await places.learn(all), 0);
  assert.deepEqual(asked, [2, 2]);
  assert.deepEqual(found(replica, 'vienna', places), [1, 2]);
  assert.deepEqual(found(replica, 'austria', places), [1, 2]);
});

test('SR-5: however many places there are, they are asked for in bounded pages', async () => {
  const sizes: number[] = [];
  const places = createPlaceIndex((some) => {
    sizes.push(some.length);
    return Promise.resolve(some.map(() => null));
  });
  assert.equal(await places.learn(Array.from({ length: 1_200 }, (_, index) => ({ lat: index / 20, lon: 0, altitude: null }))), 1_200);
  assert.deepEqual(sizes, [500, 500, 200]);
});

test('SR-6: what is known is put together in slices, before the first letter is typed', () => {
  const replica = replicaOf(
    ...Array.from({ length: 25 }, (_, index) => asset(index, { capturedAt: `2024-05-${10 + (index % 5)}T12:00:00` })),
  );
  assert.deepEqual(
    [prepare(replica, 0, 10), prepare(replica, 2, 11), prepare(replica, 4, 1), prepare(replica, 5, 1)],
    [2, null, null, null],
    'five days of five photos',
  );
});

test('SR-5: places that come while others are asked about are asked about next', async () => {
  const asked: number[] = [];
  let answer = (): void => undefined;
  const waiting = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const places = createPlaceIndex(async (some) => {
    asked.push(...some.map(({ lat }) => lat));
    await waiting;
    return some.map(() => null);
  });
  const at = (lat: number) => ({ lat, lon: 0, altitude: null });
  const both = [places.learn([at(1)]), places.learn([at(1), at(2)])];
  answer();
  assert.deepEqual(await Promise.all(both), [1, 1]);
  assert.deepEqual(asked, [1, 2]);
});
