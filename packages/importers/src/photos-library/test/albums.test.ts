import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Album, AlbumItem } from '@rollcall/protocol';
import { missing } from '../../apple-photos/test/shared.ts';
import { lookAt } from '../../testing/media.ts';
import { fillShelves } from '../fill.ts';
import type { LibraryShelf } from '../reading.ts';
import { filled } from './support.ts';

const folder = (id: string, title: string, around: string | null = null): LibraryShelf => ({
  id,
  kind: 'folder',
  title,
  folder: around,
  order: 'by-hand',
});
const album = (id: string, title: string, around: string | null = null): LibraryShelf => ({ ...folder(id, title, around), kind: 'photos' });
const stands = (id: string, title: string, more: Partial<Album> = {}): Album => ({
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

/** What is done, one a line. */
function done(
  shelves: readonly LibraryShelf[],
  photos: Record<string, string[]>,
  albums: readonly Album[] = [],
  items: readonly AlbumItem[] = [],
): { readonly lines: string[]; readonly deleted: readonly string[] } {
  const { changes, deleted } = fillShelves(shelves, {
    shelf: { albums, items },
    ownId: (id) => `own-${id}`,
    photosOf: new Map(Object.entries(photos)),
  });
  const lines = changes.map((change) => {
    if (change.name === 'album.create') {
      const { albumId, kind = 'photos', fields } = change.args;
      return `${kind} ${albumId} “${fields.title}” in ${fields.folder} at ${fields.position}`;
    }
    return 'assetId' in change.args
      ? `${change.args.assetId} into ${change.args.albumId} at ${'position' in change.args ? change.args.position : ''}`
      : change.name;
  });
  return { lines, deleted };
}

test('IM-69: albums of a library come in their folders and their order, with their photos in theirs; only folders in which one comes are made', () => {
  const shelves = [
    folder('f', 'Trips'),
    folder('g', 'Empty'),
    folder('h', '2020', 'f'),
    album('a', 'Rome', 'h'),
    album('b', 'Zoo'),
    album('c', 'None', 'g'),
  ];
  assert.deepEqual(done(shelves, { a: ['x', 'y'], b: ['x'], c: [] }).lines, [
    'folder own-f “Trips” in null at a0',
    'folder own-h “2020” in own-f at a0',
    'photos own-a “Rome” in own-h at a0',
    'x into own-a at a0',
    'y into own-a at a1',
    'photos own-b “Zoo” in null at a1',
    'x into own-b at a0',
  ]);
  const deep = [...Array(7).keys()].map((at) => folder(`f${at}`, `F${at}`, at === 0 ? null : `f${at - 1}`));
  assert.deepEqual(done([...deep, album('a', 'A', 'f6')], { a: ['x'] }).lines.slice(-3), [
    'folder own-f4 “F4” in own-f3 at a0',
    'photos own-a “A” in own-f4 at a0',
    'x into own-a at a0',
  ]);
  const circle = [folder('f', 'F', 'g'), folder('g', 'G', 'f'), album('a', 'A', 'f')];
  assert.deepEqual(done(circle, { a: ['x'] }).lines, []);
});

test('IM-73: an album of a library comes into the one that an import made before, or the only one of its title where the title is one there, too; nothing that a person did since is undone', () => {
  const shelves = [folder('f', 'Trips'), album('a', 'Rome', 'f')];
  const photos = { a: ['x', 'y'] };
  const removed: AlbumItem = { type: 'album-item', albumId: 'own-a', assetId: 'x', position: 'a0', removed: true };
  assert.deepEqual(done(shelves, photos, [stands('own-a', 'Renamed')], [removed]).lines, ['y into own-a at a0']);
  assert.deepEqual(done(shelves, photos, [stands('mine', 'Rome')]).lines, ['x into mine at a0', 'y into mine at a1']);
  assert.deepEqual(done(shelves, photos, [stands('own-a', 'Rome', { deleted: true })]), { lines: [], deleted: ['Rome'] });
  assert.deepEqual(
    done(shelves, photos, [stands('own-f', 'Trips', { kind: 'folder', deleted: true }), stands('mine', 'M', { position: 'a5' })]).lines,
    ['photos own-a “Rome” in null at a6', 'x into own-a at a0', 'y into own-a at a1'],
  );
  const twice = [album('a', '2020'), album('b', '2020')];
  assert.deepEqual(done(twice, { a: ['x'], b: ['y'] }, [stands('mine', '2020', { position: null })]).lines, [
    'photos own-a “2020” in null at a0',
    'x into own-a at a0',
    'photos own-b “2020” in null at a1',
    'y into own-b at a0',
  ]);
});

test(
  'IM-74: albums and folders of a real library are those that it shows, each photo at its place; what is not kept there is told',
  { skip: missing },
  async (t) => {
    const { surveyed, things, plans } = await lookAt([filled(t, 'Test-26.1')]);
    const [reading] = surveyed.libraries.values();
    const byId = new Map(reading!.shelves.map((shelf) => [shelf.id, shelf]));
    const pathOf = ({ title, folder: around }: LibraryShelf): string => `${around === null ? '' : `${pathOf(byId.get(around)!)}/`}${title}`;
    const members = new Map<string, { name: string; at: number }[]>();
    for (const { shelved = [], fields } of things)
      for (const { shelf, at } of shelved) members.set(shelf, [...(members.get(shelf) ?? []), { name: fields.fileName, at }]);
    const albums = reading!.shelves
      .filter(({ kind }) => kind === 'photos')
      .map((shelf) => [pathOf(shelf), (members.get(shelf.id) ?? []).toSorted((a, b) => a.at - b.at).map(({ name }) => name)] as const);
    assert.deepEqual(
      albums.map(([path, names]) => `${path}: ${names.join(' ')}`),
      [
        'Folder1/SubFolder2/AlbumInFolder: IMG_4547.jpg wedding.jpg',
        // One more of it lies outside of the library.
        'Folder2/Raw: DSC03584.dng IMG_1994.JPG IMG_1997.JPG',
        '2019-10/11 Paris Clermont: IMG_4547.jpg',
        '2018-10 - Sponsion, Museum, Frühstück, Römermuseum: IMG_4547.jpg',
        'I have a deleted twin: wedding.jpg',
        'EmptyAlbum: ',
        'Test Album: Pumkins1.jpg',
        'Test Album: Pumkins2.jpg',
        'Pumpkin Farm: Pumpkins3.jpg Pumkins1.jpg Pumkins2.jpg',
      ],
    );
    const lines = plans.reduce((sum, { albumLines }) => ({ all: sum.all + albumLines.all, found: sum.found + albumLines.found }), {
      all: 0,
      found: 0,
    });
    assert.deepEqual(lines, { all: 14, found: 13 });
  },
);
