import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Album, AlbumItem, Entity } from '@rollcall/protocol';
import { applyChanges, emptyReplica, type Replica } from './replica.ts';
import { albumsOf, albumsWith, coverOf, photosOf } from './shelf.ts';
import { asset, feed, idOf } from './testing.ts';

const HOLIDAY = 901;
const BIRDS = 902;

function album(number: number, title: string, more: Partial<Album> = {}): Album {
  return { type: 'album', id: idOf(number), title, order: 'by-hand', cover: null, deleted: false, addedAt: 0, addedBy: null, ...more };
}

function placed(number: number, photo: number, position: string, removed = false): AlbumItem {
  return { type: 'album-item', albumId: idOf(number), assetId: idOf(photo), position, removed };
}

function replicaOf(...entities: readonly Entity[]): Replica {
  const replica = emptyReplica();
  applyChanges(replica, feed(entities));
  return replica;
}

const PHOTOS = [
  asset(1, { capturedAt: '2024-05-06T12:00:00' }),
  asset(2, { capturedAt: '2024-05-07T12:00:00' }),
  asset(3, { capturedAt: '2024-05-05T12:00:00' }),
];
const PLACED = [placed(HOLIDAY, 1, 'a2'), placed(HOLIDAY, 2, 'a0'), placed(HOLIDAY, 3, 'a1')];

const numbersOf = (replica: Replica, number: number): number[] =>
  photosOf(replica, replica.shelf.albums.get(idOf(number))!).map(({ id }) => Number(id.slice(-12)));

test('AB-1: an album shows its live photos in its own order', () => {
  assert.deepEqual(numbersOf(replicaOf(...PHOTOS, album(HOLIDAY, 'Holiday'), ...PLACED), HOLIDAY), [2, 3, 1]);
  const newest = replicaOf(...PHOTOS, album(HOLIDAY, 'Holiday', { order: 'newest-first' }), ...PLACED);
  assert.deepEqual(numbersOf(newest, HOLIDAY), [2, 1, 3]);
  const oldest = replicaOf(...PHOTOS, album(HOLIDAY, 'Holiday', { order: 'oldest-first' }), ...PLACED);
  assert.deepEqual(numbersOf(oldest, HOLIDAY), [3, 1, 2]);
});

test('AB-1: what is deleted or taken out is not shown, and is where it was when it is restored', () => {
  const replica = replicaOf(...PHOTOS, album(HOLIDAY, 'Holiday'), ...PLACED);
  applyChanges(replica, feed([asset(3, { state: 'trashed', trashedAt: 1 }), placed(HOLIDAY, 1, 'a2', true)], 20));
  assert.deepEqual(numbersOf(replica, HOLIDAY), [2]);
  applyChanges(replica, feed([PHOTOS[2]!], 30));
  assert.deepEqual(numbersOf(replica, HOLIDAY), [2, 3]);
});

test('AB-1: albums stand in the order of their titles, and a deleted one is gone, whatever was told first', () => {
  const replica = replicaOf(
    placed(HOLIDAY, 1, 'a0'),
    album(HOLIDAY, 'holiday 10'),
    album(BIRDS, 'Holiday 2'),
    album(903, 'Old', { deleted: true }),
    PHOTOS[0]!,
  );
  assert.deepEqual(
    albumsOf(replica.shelf).map(({ title }) => title),
    ['Holiday 2', 'holiday 10'],
  );
  assert.deepEqual(numbersOf(replica, HOLIDAY), [1]);
  const before = replica.shelf.version;
  applyChanges(replica, feed([album(HOLIDAY, 'holiday 10', { deleted: true })], 20));
  assert.deepEqual(albumsWith(replica.shelf, idOf(1)), []);
  assert.ok(replica.shelf.version > before);
});

test('AB-1: the chosen cover stands for an album while it is in it and not deleted, or else its first photo', () => {
  const replica = replicaOf(...PHOTOS, album(HOLIDAY, 'Holiday', { cover: idOf(1) }), ...PLACED, album(BIRDS, 'Birds'));
  const cover = (): string | undefined => coverOf(replica, replica.shelf.albums.get(idOf(HOLIDAY))!)?.id;
  assert.equal(cover(), idOf(1));
  assert.equal(coverOf(replica, replica.shelf.albums.get(idOf(BIRDS))!), null);
  applyChanges(replica, feed([asset(1, { state: 'trashed', trashedAt: 1 })], 20));
  assert.equal(cover(), idOf(2));
  applyChanges(replica, feed([PHOTOS[0]!, placed(HOLIDAY, 1, 'a2', true)], 30));
  assert.equal(cover(), idOf(2));
});
