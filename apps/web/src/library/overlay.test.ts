import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between } from '@rollcall/core';
import type { Change } from '@rollcall/protocol';
import { asset, feed, idOf } from './testing.ts';
import { emptyReplica } from './replica.ts';
import { photosOf } from './shelf.ts';
import { Overlay, type Shown } from './overlay.ts';

const favourite = (number: number, on = true): Change => ({
  name: 'asset.set',
  args: { assetId: idOf(number), fields: { favourite: on } },
});
const trash = (number: number): Change => ({ name: 'asset.trash', args: { assetId: idOf(number) } });
const waits = (...changes: readonly Change[]): readonly Shown[] => changes.map((change) => ({ change, at: 7, marked: true }));

test('PW-5: what waits is shown over what the cloud says, and what the cloud says later goes below it', () => {
  const replica = emptyReplica();
  const overlay = new Overlay();
  overlay.apply(replica, feed([asset(1), asset(2)]), []);
  const waiting = waits(favourite(1), trash(2));
  overlay.apply(replica, [], waiting);
  assert.deepEqual(
    [replica.live.get(idOf(1))?.favourite, replica.live.get(idOf(1))?.waiting, replica.live.has(idOf(2))],
    [true, true, false],
  );
  assert.equal(replica.trashed.get(idOf(2))?.trashedAt, 7);
  // Elsewhere it got a title; the favourite made here stays over it.
  overlay.apply(replica, feed([asset(1, { title: 'Sea' })], 9), waiting);
  assert.deepEqual([replica.assets.get(idOf(1))?.asset.title, replica.assets.get(idOf(1))?.asset.favourite], ['Sea', true]);
  assert.equal(replica.assets.get(idOf(1))?.seq, 9, 'a purge names what the cloud has');
  // What was sent and refused is as the cloud has it.
  overlay.apply(replica, [], []);
  assert.deepEqual(
    [replica.live.get(idOf(1))?.favourite, replica.live.get(idOf(1))?.waiting, replica.live.has(idOf(2))],
    [false, undefined, true],
  );
});

test('PW-5: what waits never makes a photo new that was here, and keeps the days that it does not touch', () => {
  const replica = emptyReplica();
  const overlay = new Overlay();
  overlay.apply(replica, feed([asset(1), asset(2), asset(3, { capturedAt: '2020-01-01T12:00:00' })]), []);
  overlay.apply(replica, [], waits(trash(1)));
  const old = replica.timeline.days.at(-1);
  const { joined } = overlay.apply(
    replica,
    feed([asset(2, { title: 'x' }), asset(4, { capturedAt: '2021-01-01T12:00:00' })], 5),
    waits(trash(1)),
  );
  assert.deepEqual(
    joined.map(({ id }) => id),
    [idOf(4)],
  );
  assert.equal(replica.timeline.days.at(-1), old);
  assert.equal(replica.live.has(idOf(1)), false);
});

test('PW-5: an album that is made, filled, ordered and deleted here is shown so, and is gone when all that is taken back', () => {
  const replica = emptyReplica();
  const overlay = new Overlay();
  overlay.apply(replica, feed([asset(1), asset(2)]), []);
  const albumId = idOf(50);
  const first = between(null, null);
  const made: Change[] = [
    { name: 'album.create', args: { albumId, fields: { title: 'Sea', order: 'by-hand', cover: null } } },
    { name: 'album.add', args: { albumId, assetId: idOf(1), position: first } },
    { name: 'album.add', args: { albumId, assetId: idOf(2), position: between(first, null) } },
    { name: 'album.move', args: { albumId, assetId: idOf(2), position: between(null, first) } },
  ];
  const shown = (): readonly string[] | null => {
    const album = replica.shelf.albums.get(albumId);
    return album === undefined ? null : photosOf(replica, album).map(({ id }) => id);
  };
  overlay.apply(replica, [], waits(...made));
  assert.deepEqual(shown(), [idOf(2), idOf(1)]);
  overlay.apply(replica, [], waits(...made, { name: 'album.remove', args: { albumId, assetId: idOf(1) } }));
  assert.deepEqual(shown(), [idOf(2)]);
  overlay.apply(replica, [], waits(...made, { name: 'album.delete', args: { albumId } }));
  assert.equal(shown(), null);
  overlay.apply(replica, [], []);
  assert.equal(shown(), null);
  assert.equal(replica.shelf.places.get(albumId)?.size ?? 0, 0);
});

test('PW-5: a folder that is made here holds what is put into it, and what was in it moves up when it is deleted', () => {
  const replica = emptyReplica();
  const overlay = new Overlay();
  const [folder, album] = [idOf(60), idOf(61)];
  const fields = { title: 'Trips', order: 'by-hand', cover: null } as const;
  const made: Change[] = [
    { name: 'album.create', args: { albumId: album, fields: { ...fields, title: 'Sea' } } },
    { name: 'album.create', args: { albumId: folder, kind: 'folder', fields } },
    { name: 'album.set', args: { albumId: album, fields: { folder } } },
  ];
  overlay.apply(replica, [], waits(...made));
  assert.equal(replica.shelf.albums.get(album)?.folder, folder);
  overlay.apply(replica, [], waits(...made, { name: 'album.delete', args: { albumId: folder } }));
  assert.deepEqual([replica.shelf.albums.has(folder), replica.shelf.albums.get(album)?.folder], [false, null]);
});

test('PW-5: what the cloud would refuse is not shown', () => {
  const replica = emptyReplica();
  const overlay = new Overlay();
  overlay.apply(replica, feed([asset(1, { state: 'purged' })]), []);
  overlay.apply(replica, [], waits(favourite(1), favourite(9)));
  assert.equal(replica.live.size, 0);
});
