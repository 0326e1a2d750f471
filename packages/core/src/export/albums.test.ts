import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Album, AlbumItem, ExportChoice } from '@rollcall/protocol';
import { albumLines, exportedAlbums } from './albums.ts';

const ALL: ExportChoice = { albums: [], from: null, to: null, favourites: false, trash: true };
const album = (id: string, more: Partial<Album> = {}): Album => ({
  type: 'album',
  id,
  title: id.toUpperCase(),
  order: 'by-hand',
  cover: null,
  deleted: false,
  addedAt: 1,
  addedBy: null,
  ...more,
});
const ITEMS: readonly AlbumItem[] = [
  ['sicily', 'p2', 'a2', false],
  ['sicily', 'p1', 'a1', false],
  ['sicily', 'p3', 'a3', true],
  ['rome', 'p9', 'a1', false],
].map(([albumId, assetId, position, removed]) => ({ type: 'album-item', albumId, assetId, position, removed }) as AlbumItem);
const shelf = {
  albums: [
    album('sicily', { folder: 'italy', cover: 'p9' }),
    album('rome', { folder: 'italy' }),
    album('best', { kind: 'smart', rule: '{"version":1}', position: 'a0' }),
    album('italy', { kind: 'folder', folder: 'trips' }),
    album('trips', { kind: 'folder', position: 'a1' }),
    album('lost', { folder: 'nowhere' }),
  ],
  items: (id: string) => ITEMS.filter(({ albumId }) => albumId === id),
};

test('EX-8: albums are told in their order, folders before what is in them, with the photos that were exported, in theirs', () => {
  const told = exportedAlbums(shelf, new Set(['p1', 'p2', 'p3']), ALL);
  assert.deepEqual(
    told.map(({ id, folder }) => [id, folder]),
    [
      ['best', null],
      ['trips', null],
      ['lost', null],
      ['italy', 'trips'],
      ['rome', 'italy'],
      ['sicily', 'italy'],
    ],
  );
  const sicily = told.at(-1)!;
  assert.deepEqual([sicily.photos.map(({ id }) => id), sicily.cover], [['p1', 'p2'], null]);
  assert.deepEqual(
    [...albumLines(told, (id) => `2024/05/${id}.jpg`)],
    [
      'BEST (found by a rule: {"version":1})',
      'TRIPS/',
      '  ITALY/',
      '    ROME (0)',
      '    SICILY (2)',
      '      2024/05/p1.jpg',
      '      2024/05/p2.jpg',
      'LOST (0)',
    ],
  );
});

test('EX-8: of a part of the library those albums are told that have photos of it, in their folders; of chosen albums only these', () => {
  const ids = (exported: readonly string[], choice: Partial<ExportChoice>): string[] =>
    exportedAlbums(shelf, new Set(exported), { ...ALL, ...choice }).map(({ id }) => id);
  assert.deepEqual(ids(['p1'], { favourites: true }), ['trips', 'italy', 'sicily']);
  assert.deepEqual(ids(['p1', 'p9'], { albums: ['rome'] }), ['trips', 'italy', 'rome']);
  assert.deepEqual(ids(['p1', 'p9'], { albums: ['trips'] }), ['trips', 'italy', 'rome', 'sicily']);
  assert.deepEqual(ids([], { favourites: true }), []);
});
