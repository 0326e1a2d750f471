import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LIMITS, type Album, type AlbumItem, type Change, type MutationResult, writeRule } from '@rollcall/protocol';
import { inverse } from './inverse.ts';
import { createOf, id, ModelLibrary, resource } from './model.testing.ts';
import { between } from './position.ts';

const A = id(500);
const B = id(501);
const album = (albumId = A, title = 'Summer'): Change => ({
  name: 'album.create',
  args: { albumId, fields: { title, order: 'by-hand', cover: null } },
});
const add = (assetId: string, position = 'a0', albumId = A): Change => ({ name: 'album.add', args: { albumId, assetId, position } });
const remove = (assetId: string, albumId = A): Change => ({ name: 'album.remove', args: { albumId, assetId } });
const move = (assetId: string, position: string, albumId = A): Change => ({ name: 'album.move', args: { albumId, assetId, position } });

/** Photos `id(1)`, `id(2)` … and the album `A`. */
function filled(photos = 3): ModelLibrary {
  const library = new ModelLibrary();
  for (let n = 1; n <= photos; n += 1) {
    library.store(resource('original', n));
    library.apply(createOf(id(n), [resource('original', n)]));
  }
  library.apply(album());
  return library;
}
const status = (library: ModelLibrary, change: Change): string => {
  const { result } = library.apply(change);
  return result.status === 'applied' ? 'applied' : result.status === 'superseded' ? result.why : result.code;
};
const albumOf = (library: ModelLibrary, albumId = A): Album => library.rows.get(`album:${albumId}`)?.entity as Album;
/** The photos of an album that are in it, in their order, by number. */
function inside(library: ModelLibrary, albumId = A): string[] {
  return [...library.rows.values()]
    .flatMap(({ entity }) => (entity.type === 'album-item' && entity.albumId === albumId && !entity.removed ? [entity] : []))
    .sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : a.assetId < b.assetId ? -1 : 1))
    .map((item: AlbumItem) => item.assetId);
}

test('AL-3: the last operation on a photo of an album wins: added, moved, taken out, added again; what is so already changes nothing', () => {
  const library = filled();
  assert.deepEqual([status(library, add(id(1), 'a1')), status(library, add(id(2), 'a0'))], ['applied', 'applied']);
  assert.deepEqual(inside(library), [id(2), id(1)]);
  assert.equal(status(library, add(id(1), 'a5')), 'already-so', 'it stays where it is');
  assert.equal(status(library, move(id(1), 'Zz')), 'applied');
  assert.deepEqual(inside(library), [id(1), id(2)]);
  assert.equal(status(library, move(id(1), 'Zz')), 'already-so');
  assert.deepEqual([status(library, remove(id(1))), status(library, remove(id(1)))], ['applied', 'already-so']);
  assert.equal(status(library, remove(id(3))), 'already-so');
  assert.equal(status(library, add(id(1), 'a7')), 'applied');
  assert.deepEqual(inside(library), [id(2), id(1)]);
});

test('AL-4: a photo that was taken out of an album does not come back by being moved in it, nor by being joined to another', () => {
  const library = filled();
  for (const n of [1, 2]) library.apply(add(id(n)));
  library.apply(remove(id(1)));
  assert.equal(status(library, move(id(1), 'a9')), 'removed-since');
  assert.equal(status(library, move(id(3), 'a9')), 'removed-since', 'it was never in it');
  library.apply({ name: 'asset.join', args: { assetId: id(1), joined: id(2), role: 'alternate' } });
  assert.deepEqual(inside(library), []);
});

test('AL-5: what became part of another photo, or turned out to be it, leaves its places to that one; changes told by its old id find it', () => {
  const library = filled();
  library.apply(album(B, 'Winter'));
  library.apply(add(id(2), 'a3'));
  library.apply(add(id(2), 'a4', B));
  library.apply(add(id(1), 'a1', B));
  library.apply({ name: 'asset.join', args: { assetId: id(1), joined: id(2), role: 'live-video' } });
  assert.deepEqual([inside(library), inside(library, B)], [[id(1)], [id(1)]]);
  assert.equal(library.items(id(1), B)[0]?.position, 'a1', 'where it was itself, it stays');
  assert.equal(status(library, add(id(2))), 'already-so');
  assert.equal(status(library, remove(id(2))), 'applied');
  assert.deepEqual(inside(library), []);
  // An unfinished copy that turned out to be a photo of the library.
  library.store(resource('original', 9, 500));
  library.apply(createOf(id(9), [resource('original', 9, 500)]));
  library.apply(add(id(3), 'a2'));
  const whole = {
    name: 'resource.complete',
    args: { assetId: id(3), resource: resource('original', 9, 500) },
    expect: resource('', 3).hash,
  };
  library.apply(whole as Change);
  assert.deepEqual(inside(library), [id(9)]);
  // An add that was queued on an id that turned out to be a duplicate.
  library.apply(createOf(id(77), [resource('original', 1)]));
  assert.equal(status(library, add(id(77), 'a8')), 'applied');
  assert.deepEqual(inside(library), [id(9), id(1)]);
});

test('AL-6: a deleted album is deleted for ever, whatever was queued for it; its photos stay', () => {
  const library = filled();
  library.apply(add(id(1)));
  assert.equal(status(library, { name: 'album.delete', args: { albumId: A } }), 'applied');
  assert.deepEqual([albumOf(library).deleted, albumOf(library).title], [true, 'Summer']);
  for (const late of [album(), add(id(2)), move(id(1), 'a1'), { name: 'album.set', args: { albumId: A, fields: { title: 'x' } } } as const])
    assert.equal(status(library, late), 'purged', late.name);
  assert.equal(status(library, { name: 'album.delete', args: { albumId: A } }), 'already-so');
  assert.equal(status(library, remove(id(1))), 'already-so');
  assert.equal(library.asset(id(1))?.asset.state, 'live');
});

test('AL-7: the last writer wins for each field of an album; a change sets only what it names', () => {
  const library = filled();
  const set = (fields: object): string => status(library, { name: 'album.set', args: { albumId: A, fields } });
  assert.equal(set({ order: 'newest-first' }), 'applied');
  assert.equal(set({ title: 'Sea', cover: id(2) }), 'applied');
  assert.equal(set({ title: 'Sea' }), 'already-so');
  assert.equal(set({ cover: id(99) }), 'not-found');
  const { title, order, cover } = albumOf(library);
  assert.deepEqual([title, order, cover], ['Sea', 'newest-first', id(2)]);
  library.apply({ name: 'asset.join', args: { assetId: id(1), joined: id(2), role: 'raw' } });
  set({ cover: id(2) });
  assert.equal(albumOf(library).cover, id(1), 'by the id that it has now');
  assert.equal(status(library, album()), 'already-so');
  assert.equal(albumOf(library).title, 'Sea', 'told again, it undoes nothing');
});

test('AL-8: only photos of the library come into albums: a deleted one stays in its place, one that is gone for good does not come in', () => {
  const library = filled();
  assert.equal(status(library, add(id(99))), 'not-found');
  assert.equal(status(library, add(id(1), 'a0', id(999))), 'not-found');
  assert.equal(status(library, add(id(1), '!')), 'invalid');
  library.apply({ name: 'asset.trash', args: { assetId: id(1) } });
  assert.equal(status(library, add(id(1))), 'applied', 'when it is restored it is there');
  library.apply({ name: 'asset.purge', args: { assetId: id(1) }, expect: library.asset(id(1))?.seq ?? 0 });
  assert.equal(status(library, add(id(1), 'a1')), 'purged');
  const full = filled(0);
  for (let n = 1; n < LIMITS.albums; n += 1) full.rows.set(`album:${id(1000 + n)}`, { seq: n, entity: albumOf(full) });
  assert.equal(status(full, album(B)), 'too-many-albums');
});

const folder = (albumId: string, into: string | null = null, title = 'Trips'): Change => ({
  name: 'album.create',
  args: { albumId, kind: 'folder', fields: { title, order: 'by-hand', cover: null, folder: into } },
});
const into = (albumId: string, where: string | null): Change => ({ name: 'album.set', args: { albumId, fields: { folder: where } } });
const away = (albumId: string): Change => ({ name: 'album.delete', args: { albumId } });

test('AB-13: albums lie in folders and folders in folders, so deep and no deeper; into an album or itself comes none', () => {
  const library = filled(1);
  const folders = Array.from({ length: LIMITS.folderDepth }, (_, n) => id(600 + n));
  for (const [n, each] of folders.entries()) assert.equal(status(library, folder(each, folders[n - 1] ?? null)), 'applied');
  const [outer, second, inner] = [id(600), id(601), id(599 + LIMITS.folderDepth)];
  assert.equal(status(library, folder(id(700), inner)), 'invalid', 'too deep');
  assert.equal(status(library, into(A, inner)), 'applied');
  assert.equal(albumOf(library).folder, inner);
  assert.equal(status(library, into(A, inner)), 'already-so');
  assert.equal(status(library, into(outer, inner)), 'invalid', 'into itself');
  assert.equal(status(library, into(outer, outer)), 'invalid', 'into itself');
  library.apply(album(B, 'Winter'));
  assert.deepEqual([status(library, into(B, A)), status(library, into(B, id(999)))], ['invalid', 'not-found']);
  assert.equal(status(library, add(id(1), 'a0', outer)), 'invalid', 'a folder holds no photos');
  assert.equal(status(library, folder(id(701))), 'applied');
  assert.equal(status(library, into(second, id(701))), 'applied', 'with all that is in it');
  assert.equal(status(library, into(id(701), outer)), 'invalid', 'it would be too deep with what is in it');
  const place = (position: string | null): Change => ({ name: 'album.set', args: { albumId: A, fields: { position } } });
  assert.deepEqual(
    [status(library, place('!')), status(library, place('a1')), status(library, place('a1')), status(library, place(null))],
    ['invalid', 'applied', 'already-so', 'applied'],
  );
});

test('AB-13: what is in a folder that is deleted moves up, photos and all; what was meant for it comes where that went', () => {
  const library = filled(1);
  const [outer, inner] = [id(600), id(601)];
  for (const change of [folder(outer), folder(inner, outer), into(A, inner), add(id(1))]) assert.equal(status(library, change), 'applied');
  assert.equal(status(library, away(inner)), 'applied');
  assert.deepEqual([albumOf(library).folder, albumOf(library).deleted, inside(library)], [outer, false, [id(1)]]);
  library.apply(album(B, 'Winter'));
  assert.equal(status(library, into(B, inner)), 'applied', 'it was queued before');
  assert.equal(albumOf(library, B).folder, outer);
  assert.equal(status(library, away(outer)), 'applied');
  assert.deepEqual([albumOf(library).folder, albumOf(library, B).folder], [null, null]);
});

test('AB-14: two people put folders into each other, and albums into what the other one deletes: in whatever order they are heard, no folder is in itself, none is too deep, and no album is lost', () => {
  const folders = [600, 601, 602, 603, 604, 605, 606].map(id);
  const any = fc.constantFrom(...folders);
  const moving: fc.Arbitrary<Change> = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(any, fc.option(any)).map(([each, where]) => into(each, where)) },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(A, B), fc.option(any)).map(([each, where]) => into(each, where)) },
    { weight: 1, arbitrary: any.map(away) },
  );
  fc.assert(
    fc.property(fc.array(moving, { maxLength: 40 }), (changes) => {
      const library = filled(1);
      library.apply(album(B, 'Winter'));
      for (const each of folders) library.apply(folder(each));
      for (const change of changes) {
        library.apply(change);
        for (const each of library.albums().filter(({ deleted }) => !deleted)) {
          let [at, deep] = [each, 0];
          while (at.folder != null) {
            const around = albumOf(library, at.folder);
            assert.deepEqual([around.kind, around.deleted], ['folder', false], `in what ${each.id} is`);
            [at, deep] = [around, deep + 1];
            assert.ok(deep <= LIMITS.folderDepth, `${each.id} lies deep, or in itself`);
          }
        }
        for (const each of [A, B]) assert.equal(albumOf(library, each).deleted, false);
      }
    }),
    { numRuns: 400 },
  );
  const library = filled(0);
  const [one, other] = [id(600), id(601)];
  for (const change of [folder(one), folder(other), into(one, other)]) assert.equal(status(library, change), 'applied');
  assert.equal(status(library, into(other, one)), 'invalid');
});

test('AB-18: a smart album has a rule from the first, and no photos are put into it; no other album has one, and what a newer version wrote is kept', () => {
  const library = filled(1);
  const smart = (rule: string | null, kind: 'smart' | 'photos' = 'smart'): Change => ({
    name: 'album.create',
    args: { albumId: B, kind, fields: { title: 'Sea', order: 'newest-first', cover: null, rule } },
  });
  const newer = '{"version":7,"asks":{"of":"another time"}}';
  assert.deepEqual([status(library, smart(null)), status(library, smart(newer, 'photos'))], ['invalid', 'invalid']);
  assert.equal(status(library, smart(newer)), 'applied');
  assert.equal(status(library, { name: 'album.set', args: { albumId: B, fields: { title: 'At the sea' } } }), 'applied');
  assert.equal(albumOf(library, B).rule, newer);
  assert.equal(status(library, add(id(1), 'a0', B)), 'invalid');
  const rule = (albumId: string, text: string | null): Change => ({ name: 'album.set', args: { albumId, fields: { rule: text } } });
  assert.deepEqual(
    [status(library, rule(B, null)), status(library, rule(A, newer)), status(library, rule(A, null))],
    ['invalid', 'invalid', 'already-so'],
  );
  assert.equal(status(library, rule(B, writeRule({ match: 'any', searches: ['sea'] }))), 'applied');
});

const photo = fc.integer({ min: 1, max: 3 }).map(id);
const at = fc.constantFrom('a0', 'a1', 'a2', 'Zz');
const where = fc.constantFrom(A, B);
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(photo, at, where).map(([assetId, position, albumId]) => add(assetId, position, albumId)),
  fc.tuple(photo, at, where).map(([assetId, position, albumId]) => move(assetId, position, albumId)),
  fc.tuple(photo, where).map(([assetId, albumId]) => remove(assetId, albumId)),
  fc
    .tuple(where, fc.constantFrom('x', 'y'))
    .map(([albumId, title]): Change => ({ name: 'album.set', args: { albumId, fields: { title } } })),
  fc.constant(album(B, 'Winter')),
  fc.constant<Change>({ name: 'album.delete', args: { albumId: B } }),
  fc.tuple(photo, photo).map(([assetId, joined]): Change => ({ name: 'asset.join', args: { assetId, joined, role: 'raw' } })),
);

test('AL-9: whatever is done, in any order: each pair has one row, no photo of the library is lost by it, and no item names a photo that is none', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 40 }), (changes) => {
      const library = filled();
      const deleted = new Set<string>();
      for (const change of changes) {
        const before = library.head;
        const { result } = library.apply(change);
        const known: MutationResult['status'][] = ['applied', 'superseded', 'rejected'];
        assert.ok(known.includes(result.status));
        if (result.status === 'rejected') assert.equal(library.head, before);
        if (change.name === 'album.delete' && result.status === 'applied') deleted.add(change.args.albumId);
        for (const albumId of deleted) assert.equal(albumOf(library, albumId).deleted, true);
        for (const n of [1, 2, 3]) assert.equal(library.found(id(n))?.asset.state, 'live');
        for (const each of [...inside(library), ...inside(library, B)]) assert.equal(library.found(each)?.asset.id, each);
      }
    }),
  );
});

test('UN-15: what was done to an album is taken back, unless it was changed since; a deleted album stays deleted', () => {
  const undo = (library: ModelLibrary): boolean => {
    const entry = library.journal.at(-1);
    assert.ok(entry);
    const found = inverse(JSON.parse(JSON.stringify(entry)) as typeof entry, {
      asset: (of) => library.found(of),
      album: (of) => library.rows.get(`album:${of}`)?.entity as Album | undefined,
      item: (albumId, assetId) => library.items(assetId, albumId)[0],
      newId: id(900),
    });
    if (found.can) for (const change of found.changes) assert.equal(library.apply(change).result.status, 'applied');
    return found.can;
  };
  for (const [does, before] of [
    [add(id(1), 'a5'), []],
    [move(id(2), between('a0', 'a1')), [id(2)]],
    [remove(id(2)), [id(2)]],
  ] as const) {
    const library = filled();
    if (before.length > 0) library.apply(add(id(2), 'a0'));
    library.apply(does);
    assert.equal(undo(library), true, does.name);
    assert.deepEqual(inside(library), before);
    if (before.length > 0) assert.equal(library.items(id(2), A)[0]?.position, 'a0');
  }
  const library = filled();
  library.apply({ name: 'album.set', args: { albumId: A, fields: { title: 'Sea' } } });
  assert.equal(undo(library), true);
  assert.equal(albumOf(library).title, 'Summer');
  library.apply(album(B, 'Winter'));
  assert.equal(undo(library), true);
  assert.equal(albumOf(library, B).deleted, true);
  assert.equal(undo(library), false, 'a deleted album stays deleted');
  const since = filled();
  since.apply(add(id(1), 'a5'));
  const entry = since.journal.at(-1);
  since.apply(move(id(1), 'a6'));
  since.journal.push(...(entry ? [entry] : []));
  assert.equal(undo(since), false);
});
