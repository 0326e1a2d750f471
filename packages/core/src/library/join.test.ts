import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type AssetFields, type Change, type CompanionRole } from '@rollcall/protocol';
import { createOf, FIELDS, hash, id, ModelLibrary, resource } from './model.testing.ts';

const join = (kept: string, joined: string, role: CompanionRole = 'live-video'): Change => ({
  name: 'asset.join',
  args: { assetId: kept, joined, role },
});
const split = (of: string, n: number, newId: string, more: { role?: string; others?: string[]; shows?: string } = {}): Change => ({
  name: 'asset.split',
  args: {
    assetId: of,
    resource: resourceId(of, more.role ?? 'live-video', hash(n)),
    hash: hash(n),
    newId,
    fields: { ...FIELDS, fileName: 'IMG_1.MOV' },
    ...(more.others ? { others: more.others } : {}),
    ...(more.shows ? { shows: more.shows } : {}),
  },
});
const film = (n: number) => ({ ...resource('original', n), mime: 'video/quicktime' });

/** A photo `id(1)` with the bytes 1, and the film `id(2)` with the bytes 2. */
function halves(photo: Partial<AssetFields> = {}, video: Partial<AssetFields> = {}): ModelLibrary {
  const library = new ModelLibrary();
  library.store(...[1, 2, 3, 20, 21, 40].map((n) => resource('any', n)));
  library.apply(createOf(id(1), [resource('original', 1)], { fields: { fileName: 'IMG_1.JPG', ...photo } }));
  library.apply(createOf(id(2), [film(2)], { fields: { fileName: 'IMG_1.MOV', ...video } }));
  return library;
}
const outcome = (library: ModelLibrary, change: Change): string => {
  const { result } = library.apply(change);
  return result.status === 'rejected' ? result.code : result.status === 'superseded' ? result.why : 'applied';
};
const parts = (library: ModelLibrary, of: string): string[] =>
  library
    .asset(of)!
    .resources.filter(({ removed }) => !removed)
    .map(({ role, hash: bytes, fileName }) => `${role} ${Number.parseInt(bytes, 16)} ${fileName}`)
    .sort();
const trash = (library: ModelLibrary, assetId: string): void => void library.apply({ name: 'asset.trash', args: { assetId } });
const purge = (library: ModelLibrary, assetId: string): string =>
  outcome(library, { name: 'asset.purge', args: { assetId }, expect: library.found(assetId)!.seq });

test('JN-1: the joined photo’s bytes become a part of the kept one, with the name they came with, and its id leads there for ever', () => {
  const library = halves();
  assert.equal(outcome(library, join(id(1), id(2))), 'applied');
  assert.deepEqual(parts(library, id(1)), ['live-video 2 IMG_1.MOV', 'original 1 null']);
  assert.equal(library.resolve(id(2)), id(1));
  assert.equal(library.asset(id(2)), undefined);
  assert.equal(library.asset(id(1))!.asset.kind, 'photo');
  library.apply({ name: 'asset.set', args: { assetId: id(2), fields: { favourite: true, fileName: 'film.MOV' } } });
  const { asset } = library.asset(id(1))!;
  assert.deepEqual([asset.favourite, asset.fileName], [true, 'IMG_1.JPG']);
});

test('JN-2: a join takes from the joined one what the kept one lacks; keywords are united, a favourite stays one', () => {
  const place = { lat: 1, lon: 2, altitude: null };
  const library = halves(
    { title: 'mine', keywords: ['sea'], capturedSource: 'file-time' },
    {
      title: 'theirs',
      caption: 'said',
      place,
      keywords: ['sea', 'boat'],
      favourite: true,
      hidden: true,
      capturedAt: '2020-01-01T00:00:00',
      duration: 3,
    },
  );
  library.apply(join(id(1), id(2)));
  const { asset } = library.asset(id(1))!;
  assert.deepEqual(
    [asset.title, asset.caption, asset.place, asset.keywords, asset.favourite, asset.hidden, asset.capturedAt, asset.duration],
    ['mine', 'said', place, ['sea', 'boat'], true, true, '2020-01-01T00:00:00', null],
  );
});

test('JN-3: a join told again, or made the other way round at the same time, is one pair', () => {
  const library = halves();
  library.apply(join(id(1), id(2)));
  const before = library.head;
  assert.equal(outcome(library, join(id(1), id(2))), 'already-so');
  assert.equal(outcome(library, join(id(2), id(1))), 'already-so');
  assert.equal(library.head, before);
});

test('JN-4: a photo is not joined to itself, nor one that is part of another already', () => {
  const library = halves();
  assert.equal(outcome(library, join(id(1), id(1))), 'invalid');
  library.apply(join(id(1), id(2)));
  library.apply(createOf(id(3), [resource('original', 3)]));
  assert.equal(outcome(library, join(id(3), id(2))), 'invalid');
  assert.equal(outcome(library, join(id(3), id(9))), 'not-found');
  assert.equal(library.resolve(id(2)), id(1));
  // The pair as a whole may become part of another: no id is lost, however long the chain.
  assert.equal(outcome(library, join(id(3), id(1), 'alternate')), 'applied');
  assert.deepEqual([library.resolve(id(1)), library.resolve(id(2))], [id(3), id(3)]);
  assert.equal(outcome(library, join(id(1), id(3))), 'already-so');
});

test('JN-5: a join revives nothing and deletes nothing: what was purged stays purged, and both halves must be in the same place', () => {
  const library = halves();
  trash(library, id(2));
  assert.equal(outcome(library, join(id(1), id(2))), 'invalid');
  assert.equal(library.asset(id(2))!.asset.state, 'trashed');
  trash(library, id(1));
  const seen = library.asset(id(1))!.seq;
  assert.equal(outcome(library, join(id(1), id(2))), 'applied');
  assert.equal(library.asset(id(1))!.asset.state, 'trashed');
  // A purge that was decided when only one half was there to be seen does not take both.
  assert.equal(outcome(library, { name: 'asset.purge', args: { assetId: id(1) }, expect: seen }), 'restored-since');

  const other = halves();
  trash(other, id(2));
  assert.equal(purge(other, id(2)), 'applied');
  assert.equal(outcome(other, join(id(1), id(2))), 'purged');
});

test('JN-6: edits and sidecars of the joined one come with it; its edit is a version and not what the pair shows', () => {
  const library = halves();
  const edit = (assetId: string, n: number, mime: string): Change => ({
    name: 'asset.edit',
    args: { assetId, rendering: { ...resource('edited', n), mime } },
    expect: null,
  });
  library.apply(edit(id(2), 20, 'video/quicktime'));
  library.apply({ name: 'resource.attach', args: { assetId: id(2), resource: resource('sidecar', 40) } });
  library.apply(join(id(1), id(2)));
  assert.deepEqual(parts(library, id(1)), ['edited 20 IMG_1.MOV', 'live-video 2 IMG_1.MOV', 'original 1 null', 'sidecar 40 IMG_1.MOV']);
  assert.equal(library.asset(id(1))!.asset.rendering, null);
  assert.equal(outcome(library, edit(id(2), 21, 'video/quicktime')), 'newer-edit');
  assert.equal(library.asset(id(1))!.asset.rendering, null);
  assert.ok(library.has(id(1), hash(21)));
});

test('JN-7: a create that meets a part of a pair leads to the pair, and a part that was trashed with it was deleted before', () => {
  const library = halves();
  library.apply(join(id(1), id(2)));
  assert.deepEqual(library.apply(createOf(id(3), [film(2)])).result, { status: 'superseded', why: 'duplicate', assetId: id(1) });
  assert.equal(library.resolve(id(3)), id(1));
  // Told again under the id that was joined.
  assert.deepEqual(library.apply(createOf(id(2), [film(2)])).result, { status: 'superseded', why: 'duplicate', assetId: id(1) });
  trash(library, id(1));
  assert.equal(outcome(library, createOf(id(4), [film(2)], { newHere: false })), 'deleted-before');
  purge(library, id(1));
  assert.equal(outcome(library, createOf(id(4), [film(2)], { newHere: false })), 'deleted-before');
  assert.equal(outcome(library, createOf(id(4), [film(2)], { newHere: true })), 'applied');
});

test('JN-8: the rest of an unfinished copy completes a part that was joined meanwhile', () => {
  const library = halves();
  library.store(resource('original', 50, 200));
  library.apply(join(id(1), id(2)));
  const whole = { ...film(50), size: 200 };
  assert.equal(outcome(library, { name: 'resource.complete', args: { assetId: id(2), resource: whole }, expect: hash(2) }), 'applied');
  assert.deepEqual(parts(library, id(1)), ['live-video 50 IMG_1.MOV', 'original 1 null']);
});

test('JN-9: a split gives a part back as a photo of its own, of its own kind and in the same state; the ids that led to the pair still do', () => {
  const library = halves();
  library.apply(join(id(1), id(2)));
  assert.equal(outcome(library, split(id(1), 2, id(5))), 'applied');
  assert.deepEqual(parts(library, id(1)), ['original 1 null']);
  assert.deepEqual(parts(library, id(5)), ['original 2 null']);
  const { asset } = library.asset(id(5))!;
  assert.deepEqual([asset.kind, asset.state, asset.fileName], ['video', 'live', 'IMG_1.MOV']);
  assert.equal(library.resolve(id(2)), id(1));
  assert.equal(outcome(library, split(id(1), 2, id(5))), 'already-so');
  assert.equal(outcome(library, split(id(1), 2, id(6))), 'invalid');
  assert.equal(outcome(library, join(id(1), id(5))), 'applied');
  trash(library, id(1));
  library.apply(split(id(1), 2, id(7)));
  assert.equal(library.asset(id(7))!.asset.state, 'trashed');
});

test('JN-10: what came with a part can go with it, and be shown; the photo itself, and what it shows, never leave', () => {
  const library = halves();
  library.apply({ name: 'asset.edit', args: { assetId: id(2), rendering: resource('edited', 20) }, expect: null });
  library.apply(join(id(1), id(2)));
  library.apply({ name: 'asset.edit', args: { assetId: id(1), rendering: resource('edited', 21) }, expect: null });
  const edited = (n: number): string => resourceId(id(1), 'edited', hash(n));
  assert.equal(outcome(library, split(id(1), 1, id(5), { role: 'original' })), 'invalid');
  assert.equal(outcome(library, split(id(1), 2, id(5), { others: [edited(21)] })), 'invalid');
  assert.equal(outcome(library, split(id(1), 2, id(5), { others: [edited(20)], shows: edited(20) })), 'applied');
  assert.deepEqual(parts(library, id(5)), ['edited 20 null', 'original 2 null']);
  assert.equal(library.asset(id(5))!.asset.rendering, resourceId(id(5), 'edited', hash(20)));
  assert.deepEqual(parts(library, id(1)), ['edited 21 null', 'original 1 null']);
});

test('JN-11: a part whose bytes are a photo of their own as well only leaves the pair', () => {
  const library = halves();
  library.apply({ name: 'resource.attach', args: { assetId: id(1), resource: { ...film(2), role: 'live-video' } } });
  assert.deepEqual(library.apply(split(id(1), 2, id(5))).result, { status: 'superseded', why: 'duplicate', assetId: id(2) });
  assert.equal(library.resolve(id(5)), id(2));
  assert.deepEqual(parts(library, id(1)), ['original 1 null']);
  assert.deepEqual(parts(library, id(2)), ['original 2 null']);
});

test('JN-17: an unfinished copy that turns out to be a photo that is here already is that photo, restored where it was deleted', () => {
  for (const deleted of [false, true]) {
    const library = halves();
    library.store(resource('original', 50, 200));
    library.apply(createOf(id(3), [resource('original', 50, 200)]));
    library.apply({ name: 'resource.attach', args: { assetId: id(1), resource: resource('sidecar', 40) } });
    if (deleted) trash(library, id(3));
    const change: Change = {
      name: 'resource.complete',
      args: { assetId: id(1), resource: resource('original', 50, 200) },
      expect: hash(1),
    };
    assert.deepEqual(library.apply(change).result, { status: 'superseded', why: 'duplicate', assetId: id(3) });
    assert.deepEqual(parts(library, id(3)), ['original 50 null', 'sidecar 40 null']);
    assert.deepEqual([library.resolve(id(1)), library.asset(id(1)), library.asset(id(3))!.asset.state], [id(3), undefined, 'live']);
    assert.equal(outcome(library, change), 'already-so');
  }
});
