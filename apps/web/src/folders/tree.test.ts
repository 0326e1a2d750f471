import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS, type Album, type Change } from '@rollcall/protocol';
import fc from 'fast-check';
import { emptyShelf, takeAlbum, type Shelf } from '../library/shelf.ts';
import { idOf } from '../library/testing.ts';
import { albumsIn, choicesFor, countIn, pathOf, putBefore } from './tree.ts';

const album = (number: number, title: string, more: Partial<Album> = {}): Album => ({
  type: 'album',
  id: idOf(number),
  title,
  order: 'by-hand',
  cover: null,
  deleted: false,
  addedAt: 0,
  addedBy: null,
  ...more,
});
const folder = (number: number, title: string, within: number | null = null, more: Partial<Album> = {}): Album =>
  album(number, title, { kind: 'folder', folder: within === null ? null : idOf(within), ...more });

function shelfOf(...albums: readonly Album[]): Shelf {
  const shelf = emptyShelf();
  for (const each of albums) takeAlbum(shelf, each);
  return shelf;
}
const titlesIn = (shelf: Shelf, within: string | null): string[] => albumsIn(shelf, within).map(({ title }) => title);

function after(shelf: Shelf, changes: readonly Change[]): void {
  for (const change of changes) {
    assert.ok(change.name === 'album.set');
    takeAlbum(shelf, { ...shelf.albums.get(change.args.albumId)!, ...(change.args.fields as Partial<Album>) });
  }
}

test('AB-15: what is in a folder stands as it was put by hand, then folders and albums by their titles', () => {
  const shelf = shelfOf(
    folder(1, 'Trips'),
    album(2, 'Zoo', { position: 'a0' }),
    album(3, 'Aunts'),
    folder(4, 'Old', 1),
    album(5, 'Rome', { folder: idOf(1) }),
    album(6, 'Athens', { folder: idOf(4) }),
  );
  assert.deepEqual(titlesIn(shelf, null), ['Zoo', 'Trips', 'Aunts']);
  assert.deepEqual(titlesIn(shelf, idOf(1)), ['Old', 'Rome']);
  assert.deepEqual(
    pathOf(shelf, shelf.albums.get(idOf(6))!).map(({ title }) => title),
    ['Trips', 'Old'],
  );
  assert.deepEqual(countIn(shelf, idOf(1)), { albums: 2, folders: 1 });
});

test('AB-15: an album whose folder is not there, or of which nobody knows that it leads in a circle, is shown outside of all folders', () => {
  const shelf = shelfOf(
    album(1, 'Lost', { folder: idOf(99) }),
    folder(2, 'A', 3),
    folder(3, 'B', 2),
    album(4, 'In A', { folder: idOf(2) }),
    album(5, 'In an album', { folder: idOf(1) }),
  );
  assert.deepEqual(titlesIn(shelf, null), ['A', 'B', 'In A', 'In an album', 'Lost']);
});

test('AB-15: a folder can be put into any other but those in it, and none that lies too deep', () => {
  const deep = Array.from({ length: LIMITS.folderDepth }, (_, n) => folder(10 + n, `Deep ${n}`, n === 0 ? null : 9 + n));
  const shelf = shelfOf(...deep, folder(1, 'Trips'), folder(2, 'Inner', 1), album(3, 'Rome'));
  const names = (of: number): (string | null)[] =>
    choicesFor(shelf, shelf.albums.get(idOf(of))!).map((choice) => choice.folder?.title ?? null);
  assert.deepEqual(names(3), [null, ...deep.map(({ title }) => title), 'Trips', 'Inner']);
  assert.deepEqual(names(1), [null, 'Deep 0', 'Deep 1', 'Deep 2']);
  assert.deepEqual(names(10), [null]);
});

test('AB-15: albums are put anywhere by moves, one after another, whatever places they had, and only those are written that must be', () => {
  const place = fc.option(fc.constantFrom('a0', 'a1', 'a2', 'b00'));
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 2, maxLength: 7 }),
      fc.array(fc.tuple(fc.nat(6), fc.nat(7)), { maxLength: 8 }),
      (places, moves) => {
        const shelf = shelfOf(...places.map((position, n) => album(n, `Album ${n}`, { position })));
        for (const [from, to] of moves) {
          const before = albumsIn(shelf, null);
          const moved = before[from % before.length]!;
          const rest = before.filter(({ id }) => id !== moved.id);
          const at = to % (rest.length + 1);
          const changes = putBefore(before, moved, rest[at]?.id ?? null, null);
          after(shelf, changes);
          assert.deepEqual(
            albumsIn(shelf, null).map(({ id }) => id),
            [...rest.slice(0, at), moved, ...rest.slice(at)].map(({ id }) => id),
          );
        }
        // All that stands before the last one has its place by now: one more move writes one row.
        const all = albumsIn(shelf, null);
        after(shelf, putBefore(all, all[0]!, null, null));
        const placed = albumsIn(shelf, null);
        assert.equal(putBefore(placed, placed.at(-1)!, placed[0]!.id, null).length, 1);
      },
    ),
  );
  const shelf = shelfOf(folder(1, 'Trips'), album(2, 'Rome', { folder: idOf(1) }), album(3, 'Athens'));
  after(shelf, putBefore(albumsIn(shelf, idOf(1)), shelf.albums.get(idOf(3))!, idOf(2), idOf(1)));
  assert.deepEqual(titlesIn(shelf, idOf(1)), ['Athens', 'Rome']);
});
