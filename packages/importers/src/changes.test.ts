import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RemoteAsset } from '@rollcall/core';
import { resourceId, type Asset, type NewResource, type Resource } from '@rollcall/protocol';
import { fillAlbum, type Shelf } from './albums.ts';
import { fillable, lackingParts, newThing, unsaid } from './changes.ts';
import type { Thing } from './found.ts';
import { completed, united } from './grouping.ts';
import { plainFields } from './testing/media.ts';

const ID = '01a2234a-ba74-7ea0-9f95-91df7a1b1e08';
const asset = (more: Partial<Asset> = {}): Asset => ({
  ...plainFields('a.jpg'),
  type: 'asset',
  id: ID,
  kind: 'photo',
  state: 'live',
  trashedAt: null,
  addedAt: 0,
  addedBy: null,
  rendering: null,
  ...more,
});
const part = (role: string, letter: string): NewResource => ({
  role,
  hash: letter.repeat(64),
  size: 1,
  mime: 'image/jpeg',
  fileName: null,
  modifiedAt: null,
});
const has = (resource: NewResource, removed = false): Resource => ({
  ...resource,
  type: 'resource',
  id: resourceId(ID, resource.role, resource.hash),
  assetId: ID,
  removed,
});
const thing = (more: Partial<Thing> = {}): Thing => ({
  kind: 'photo',
  parts: [{ file: { key: 0, source: 0, path: 'a.jpg', size: 1, mtimeMs: null }, role: 'original' }],
  fields: plainFields('a.jpg'),
  told: { fields: {}, knowsZone: false },
  albums: [],
  trashed: false,
  ...more,
});

test('IM-8: the file’s own date counts where both tell the same second; a clock without a zone gets it from the moment; another moment corrects it, and a guess gives way to what is told', () => {
  const told = (capturedAt: string, knowsZone = false) => ({ fields: { capturedAt, capturedSource: 'xmp' as const }, knowsZone });
  const own = (capturedAt: string, capturedSource: 'exif' | 'file-name' = 'exif') => ({
    ...plainFields('a.jpg'),
    capturedAt,
    capturedSource,
  });
  const date = (file: ReturnType<typeof own>, beside: ReturnType<typeof told>): string => completed(file, beside).capturedAt;
  assert.equal(date(own('2024-05-06T14:26:10.305+02:00'), told('2024-05-06T12:26:10Z')), '2024-05-06T14:26:10.305+02:00');
  assert.equal(date(own('2019-07-04T18:15:30'), told('2019-07-04T16:15:30Z')), '2019-07-04T18:15:30+02:00');
  assert.equal(date(own('2019-07-04T18:15:30.5'), told('2019-07-04T22:15:30Z')), '2019-07-04T18:15:30.5-04:00');
  // Where both clocks show the same, Google may have taken the one for UTC.
  assert.equal(date(own('2019-07-04T18:15:30'), told('2019-07-04T18:15:30Z')), '2019-07-04T18:15:30');
  assert.equal(date(own('2019-07-04T18:15:30'), told('2016-01-01T10:00:00Z')), '2016-01-01T10:00:00Z');
  assert.equal(date(own('2019-07-04T00:00:00', 'file-name'), told('2019-07-04T16:15:30Z')), '2019-07-04T16:15:30Z');
  assert.equal(date(own('2022-08-08T08:08:08+02:00'), told('2022-08-08T10:08:08+02:00', true)), '2022-08-08T10:08:08+02:00');
});

test('IM-36: a new photo comes whole with all that is told of it, what was in the trash goes to Recently Deleted; a photo that is here gets only parts that it lacks', () => {
  const both = [part('original', 'a'), part('live-video', 'b')];
  const [create, trash, ...more] = newThing(thing({ trashed: true }), both, ID);
  assert.ok(create?.name === 'asset.create' && !create.args.newHere);
  assert.deepEqual([create.args.resources, trash, more], [both, { name: 'asset.trash', args: { assetId: ID } }, []]);
  const remote = (...resources: Resource[]): RemoteAsset => ({ asset: asset(), seq: 1, resources });
  assert.deepEqual(lackingParts(remote(has(both[0]!)), both), [both[1]]);
  assert.deepEqual(lackingParts(remote(has(both[0]!), has(both[1]!)), both), []);
  // What somebody split off, or took out, is not put back.
  assert.deepEqual(lackingParts(remote(has(both[0]!), has(both[1]!, true)), both), []);
});

test('IM-37: what stands in the library is never overwritten, and what somebody emptied stays empty', () => {
  const told = {
    fields: {
      title: 'told',
      caption: 'told',
      favourite: true,
      hidden: true,
      keywords: ['told'],
      rating: 3,
      capturedAt: '2020-01-01T00:00:00Z',
      capturedSource: 'xmp' as const,
    },
    knowsZone: false,
  };
  assert.deepEqual(fillable(asset(), told), told.fields);
  const said = asset({
    title: 'mine',
    caption: 'mine',
    favourite: true,
    hidden: true,
    keywords: ['mine'],
    rating: 0,
    capturedAt: '2021-01-01T00:00:00',
    capturedSource: 'person',
  });
  assert.deepEqual(fillable(said, told), {});
  assert.deepEqual(
    fillable(asset({ capturedSource: 'exif' }), {
      fields: { capturedAt: told.fields.capturedAt, capturedSource: 'xmp' },
      knowsZone: false,
    }),
    {},
  );
  const history = [
    { what: 'asset.set', new: { favourite: false, capturedAt: '1970-01-01T00:00:00' } },
    { what: 'asset.create', new: { title: 'x' } },
    { what: 'asset.set', new: null },
  ];
  const { favourite: _, capturedAt: __, capturedSource: ___, ...left } = told.fields;
  assert.deepEqual(unsaid(fillable(asset(), told), history), left);
});

test('IM-38: what several say of one photo is put together: the first word counts, a favourite of one is a favourite, and so is what is hidden', () => {
  const one = united([
    { fields: { title: 'first' }, knowsZone: false },
    { fields: { title: 'second', caption: 'only here', favourite: true, capturedAt: '2020-01-01T00:00:00+01:00' }, knowsZone: true },
  ]);
  assert.deepEqual(one, {
    fields: { title: 'first', caption: 'only here', favourite: true, capturedAt: '2020-01-01T00:00:00+01:00' },
    knowsZone: true,
  });
  assert.deepEqual(united([]), { fields: {}, knowsZone: false });
});

const album = (id: string, title: string, more: Partial<Shelf['albums'][number]> = {}): Shelf['albums'][number] => ({
  type: 'album',
  id,
  title,
  order: 'by-hand',
  cover: null,
  deleted: false,
  addedAt: 0,
  addedBy: null,
  ...more,
});
const item = (albumId: string, assetId: string, removed = false): Shelf['items'][number] => ({
  type: 'album-item',
  albumId,
  assetId,
  position: 'a3',
  removed,
});

test('IM-39: photos come into the album that an import made before, or the only one of that title, or a new one; what was taken out, or deleted, since stays so', () => {
  const fresh = fillAlbum('Sicily', 'own', ['a', 'b', 'a'], { albums: [], items: [] });
  assert.deepEqual(
    fresh.changes.map((change) => [
      change.name,
      'position' in change.args ? `${change.args.assetId} ${change.args.position}` : change.args.albumId,
    ]),
    [
      ['album.create', 'own'],
      ['album.add', 'a a0'],
      ['album.add', 'b a1'],
    ],
  );
  const into = (albums: Shelf['albums'], items: Shelf['items'] = []): string => {
    const { albumId, changes, deleted } = fillAlbum('Sicily', 'own', ['a', 'b'], { albums, items });
    return `${albumId}${deleted ? ' deleted' : ''}: ${changes.map((change) => ('assetId' in change.args ? `${change.args.assetId}@${'position' in change.args ? change.args.position : ''}` : change.name)).join(' ')}`;
  };
  assert.equal(into([album('own', 'Renamed'), album('other', 'Sicily')]), 'own: a@a0 b@a1');
  assert.equal(into([album('other', 'Sicily')]), 'other: a@a0 b@a1');
  assert.equal(into([album('other', 'Sicily'), album('more', 'Sicily')]), 'own: album.create a@a0 b@a1');
  assert.equal(
    into([album('other', 'Sicily', { kind: 'folder' }), album('more', 'Sicily', { deleted: true })]),
    'own: album.create a@a0 b@a1',
  );
  assert.equal(into([album('own', 'Sicily', { deleted: true })]), 'own deleted: ');
  assert.equal(into([album('own', 'Sicily')], [item('own', 'a'), item('other', 'b')]), 'own: b@a4');
  assert.equal(into([album('own', 'Sicily')], [item('own', 'a', true), item('own', 'b')]), 'own: ');
});
