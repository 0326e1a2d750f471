import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type AssetFields, type Change, type Pixels } from '@rollcall/protocol';
import { describe, describeBeside, fieldsOf } from './fields.ts';
import { inverse } from './inverse.ts';
import { purged as purgedRows } from './state.ts';
import { createOf, hash, id, ModelLibrary, resource, withPhoto } from './model.testing.ts';

const edited = (n: number): string => resourceId(id(1), 'edited', hash(n));
const edit = (n: number, expect: string | null): Change => ({
  name: 'asset.edit',
  args: { assetId: id(1), rendering: resource('edited', n) },
  expect,
});
const trash: Change = { name: 'asset.trash', args: { assetId: id(1) } };
const restore: Change = { name: 'asset.restore', args: { assetId: id(1) } };
const purge = (expect: number): Change => ({ name: 'asset.purge', args: { assetId: id(1) }, expect });
const withEdits = (): ModelLibrary => {
  const library = withPhoto();
  library.store(resource('edited', 20), resource('edited', 21), resource('raw', 30), resource('original', 40, 200));
  return library;
};
const codeOf = (library: ModelLibrary, change: Change): string => {
  const { result } = library.apply(change);
  return result.status === 'rejected' ? result.code : result.status === 'superseded' ? result.why : 'applied';
};
const purged = (): ModelLibrary => {
  const library = withEdits();
  library.apply(trash);
  library.apply(purge(library.asset(id(1))!.seq));
  return library;
};

test('ME-8: the last writer per field wins, and a field that is not named stays', () => {
  const library = withPhoto();
  library.apply({ name: 'asset.set', args: { assetId: id(1), fields: { favourite: true, title: 'one' } } });
  library.apply({ name: 'asset.set', args: { assetId: id(1), fields: { title: 'two', caption: undefined } } });
  const { asset } = library.asset(id(1))!;
  assert.deepEqual([asset.favourite, asset.title, asset.caption, asset.fileName], [true, 'two', null, 'IMG_1.JPG']);
});

test('ME-8: a change that changes nothing writes nothing', () => {
  const library = withPhoto();
  const { result, writes, journal } = library.apply({
    name: 'asset.set',
    args: { assetId: id(1), fields: { favourite: false, keywords: [] } },
  });
  assert.deepEqual([result, writes, journal], [{ status: 'superseded', why: 'already-so', assetId: null }, [], []]);
});

test('ME-9: what the server reads from the bytes fills in only what nobody said', () => {
  const library = new ModelLibrary();
  library.store(resource('original', 1));
  library.apply(
    createOf(id(1), [resource('original', 1)], { fields: { width: null, height: null, title: 'mine', capturedSource: 'file-time' } }),
  );
  const { writes } = describe(library.asset(id(1))!, {
    width: 10,
    height: 20,
    title: 'theirs',
    capturedAt: '2020-01-01T00:00:00',
    capturedSource: 'exif',
  });
  assert.deepEqual(
    writes.map(
      (write) =>
        write.write === 'entity' &&
        write.entity.type === 'asset' && [write.entity.width, write.entity.height, write.entity.title, write.entity.capturedAt],
    ),
    [[10, 20, 'mine', '2020-01-01T00:00:00']],
  );
  const known = withPhoto();
  assert.deepEqual(describe(known.asset(id(1))!, { width: 1, capturedAt: '2020-01-01T00:00:00', capturedSource: 'xmp' }).writes, []);
});

test('VW-5: who is in a picture is taken from its file, follows it, and is forgotten with it when it is purged', () => {
  const library = withPhoto();
  const people = [{ name: 'Ann', area: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } }];
  const told = describe(library.asset(id(1))!, { people });
  const asset = told.writes.flatMap((each) => (each.write === 'entity' && each.entity.type === 'asset' ? [each.entity] : [])).at(0)!;
  assert.deepEqual(asset.people, people);
  const rows = { ...library.asset(id(1))!, asset };
  assert.deepEqual(describe(rows, { people }).result.status, 'superseded', 'already so');
  assert.deepEqual(describe(rows, { people: [] }).writes, []);
  assert.equal('people' in fieldsOf(asset), false, 'it is nothing that somebody says');
  const gone = purgedRows(rows, 'person').writes.flatMap((each) =>
    each.write === 'entity' && each.entity.type === 'asset' ? [each.entity] : [],
  );
  assert.deepEqual(
    gone.map((each) => 'people' in each),
    [false],
  );
});

test('ME-10: trash and restore: the last operation wins, and one that changes nothing is already so', () => {
  const library = withPhoto();
  assert.equal(codeOf(library, restore), 'already-so');
  assert.equal(codeOf(library, trash), 'applied');
  assert.deepEqual([library.asset(id(1))?.asset.state, library.asset(id(1))?.asset.trashedAt], ['trashed', 1000]);
  assert.equal(codeOf(library, trash), 'already-so');
  assert.equal(codeOf(library, restore), 'applied');
  assert.equal(library.asset(id(1))?.asset.state, 'live');
});

test('ME-11: a purge holds only if nothing was done to the asset since the person looked', () => {
  const library = withPhoto();
  library.apply(trash);
  const seen = library.asset(id(1))!.seq;
  library.apply(restore);
  library.apply(trash);
  assert.equal(codeOf(library, purge(seen)), 'restored-since');
  assert.equal(library.asset(id(1))?.asset.state, 'trashed');
  assert.equal(codeOf(library, purge(library.asset(id(1))!.seq)), 'applied');
});

test('ME-11: a restore beats a purge that was decided before it', () => {
  const library = withPhoto();
  library.apply(trash);
  const seen = library.asset(id(1))!.seq;
  library.apply(restore);
  assert.equal(codeOf(library, purge(seen)), 'restored-since');
  assert.equal(library.asset(id(1))?.asset.state, 'live');
});

test('ME-11: a photo that is not in Recently Deleted is never purged', () => {
  const library = withPhoto();
  assert.equal(codeOf(library, purge(library.asset(id(1))!.seq)), 'invalid');
  assert.ok(library.has(id(1), hash(1)));
});

test('ME-12: a purge leaves a tombstone that says nothing of the photo, removes every resource and remembers the original and its edits', () => {
  const library = withEdits();
  library.apply({
    name: 'asset.set',
    args: { assetId: id(1), fields: { title: 'secret', keywords: ['x'], place: { lat: 1, lon: 2, altitude: null } } },
  });
  library.apply(edit(20, null));
  library.apply(trash);
  library.apply(purge(library.asset(id(1))!.seq));
  const { asset, resources } = library.asset(id(1))!;
  assert.deepEqual(
    [asset.state, asset.title, asset.keywords, asset.place, asset.rendering, asset.fileName],
    ['purged', null, [], null, null, 'IMG_1.JPG'],
  );
  assert.ok(resources.every(({ removed }) => removed));
  assert.deepEqual([...library.purged].sort(), [hash(1), hash(20)].sort());
});

test('ME-12: nothing changes a purged asset, and every change says so', () => {
  const library = purged();
  const before = library.head;
  const answers: [Change, string][] = [
    [{ name: 'asset.set', args: { assetId: id(1), fields: { favourite: true } } }, 'purged'],
    [trash, 'already-so'],
    [restore, 'purged'],
    [purge(1), 'already-so'],
    [edit(20, null), 'purged'],
    [{ name: 'asset.revert', args: { assetId: id(1) }, expect: null }, 'purged'],
    [{ name: 'resource.attach', args: { assetId: id(1), resource: resource('raw', 30) } }, 'purged'],
    [{ name: 'resource.complete', args: { assetId: id(1), resource: resource('original', 40, 200) }, expect: hash(1) }, 'purged'],
  ];
  for (const [change, answer] of answers) assert.equal(codeOf(library, change), answer, change.name);
  assert.equal(library.head, before);
});

test('ME-13: an edit of what is shown is shown; the original stays', () => {
  const library = withEdits();
  assert.equal(codeOf(library, edit(20, null)), 'applied');
  assert.equal(library.asset(id(1))?.asset.rendering, edited(20));
  assert.ok(library.has(id(1), hash(1)));
});

test('ME-13: an edit of what is no longer shown is kept as a version, and what is shown stays', () => {
  const library = withEdits();
  library.apply(edit(20, null));
  assert.equal(codeOf(library, edit(21, null)), 'newer-edit');
  assert.equal(library.asset(id(1))?.asset.rendering, edited(20));
  assert.ok(library.has(id(1), hash(20)) && library.has(id(1), hash(21)));
});

test('ME-13: an edit of a trashed asset restores it, also one that comes too late to be shown', () => {
  for (const [expect, answer] of [
    [null, 'applied'],
    [edited(21), 'newer-edit'],
  ] as const) {
    const library = withEdits();
    library.apply(trash);
    assert.equal(codeOf(library, edit(20, expect)), answer);
    assert.equal(library.asset(id(1))?.asset.state, 'live');
    assert.ok(library.has(id(1), hash(20)));
  }
});

test('ME-13: the same edit again is already so, whatever it expects', () => {
  const library = withEdits();
  library.apply(edit(20, null));
  assert.equal(codeOf(library, edit(20, null)), 'already-so');
  assert.equal(codeOf(library, edit(20, edited(20))), 'already-so');
});

test('ME-14: revert shows the original again and keeps the version; a newer edit beats it', () => {
  const library = withEdits();
  library.apply(edit(20, null));
  library.apply(edit(21, edited(20)));
  assert.equal(codeOf(library, { name: 'asset.revert', args: { assetId: id(1) }, expect: edited(20) }), 'newer-edit');
  assert.equal(codeOf(library, { name: 'asset.revert', args: { assetId: id(1) }, expect: edited(21) }), 'applied');
  assert.equal(library.asset(id(1))?.asset.rendering, null);
  assert.ok(library.has(id(1), hash(20)) && library.has(id(1), hash(21)));
});

test('ME-15: attaching is idempotent, and never replaces an original', () => {
  const library = withEdits();
  const attach = (n: number, role: string): Change => ({
    name: 'resource.attach',
    args: { assetId: id(1), resource: resource(role, n, n === 40 ? 200 : 100) },
  });
  assert.equal(codeOf(library, attach(30, 'raw')), 'applied');
  assert.equal(codeOf(library, attach(30, 'raw')), 'already-so');
  assert.equal(codeOf(library, attach(1, 'original')), 'already-so');
  assert.equal(codeOf(library, attach(40, 'original')), 'invalid');
  assert.equal(codeOf(library, attach(99, 'raw')), 'blob-missing');
});

test('ME-16: a whole file takes the place of its unfinished copy, and only of that', () => {
  const library = withEdits();
  const complete = (expect: number, size = 200): Change => ({
    name: 'resource.complete',
    args: { assetId: id(1), resource: resource('original', 40, size) },
    expect: hash(expect),
  });
  assert.equal(codeOf(library, complete(2)), 'invalid');
  assert.equal(codeOf(library, complete(1, 100)), 'invalid');
  assert.equal(codeOf(library, complete(1)), 'applied');
  assert.deepEqual([library.has(id(1), hash(1)), library.has(id(1), hash(40))], [false, true]);
  assert.equal(codeOf(library, complete(1)), 'already-so');
});

test('ME-17: a change of an asset that never was is not found', () => {
  assert.equal(codeOf(withPhoto(), { name: 'asset.trash', args: { assetId: id(404) } }), 'not-found');
});

test('JO-1: every change that takes effect leaves its old and new values in the journal', () => {
  const library = withPhoto();
  library.apply({ name: 'asset.set', args: { assetId: id(1), fields: { title: 'a' } } });
  library.apply({ name: 'asset.set', args: { assetId: id(1), fields: { title: 'b' } } });
  library.apply(trash);
  assert.deepEqual(
    library.journal.slice(1).map(({ what, old, new: after }) => [what, old, after]),
    [
      ['asset.set', { title: null }, { title: 'a' }],
      ['asset.set', { title: 'a' }, { title: 'b' }],
      ['asset.trash', { state: 'live' }, { state: 'trashed', trashedAt: 1000 }],
    ],
  );
});

test('SX-21: a date beside a photo of another moment corrects the photo’s own, a zone completes it, and what a person set stays', () => {
  const beside = (own: Partial<AssetFields>, capturedAt: string, knowsZone = true): [string, string] => {
    const library = new ModelLibrary();
    library.store(resource('original', 1));
    library.apply(createOf(id(1), [resource('original', 1)], { fields: { capturedSource: 'exif', ...own } }));
    const read = { fields: { capturedAt, capturedSource: 'xmp' as const }, knowsZone };
    library.write(describeBeside(library.asset(id(1))!, read, 'photo'));
    // The photo's own file may be read last.
    library.write(describe(library.asset(id(1))!, { capturedAt: own.capturedAt!, capturedSource: own.capturedSource ?? 'exif' }));
    const { asset } = library.asset(id(1))!;
    return [asset.capturedAt, asset.capturedSource];
  };
  const own = { capturedAt: '2022-08-08T08:08:08.25+02:00' };
  assert.deepEqual(beside(own, '2022-08-08T10:08:08+02:00'), ['2022-08-08T10:08:08+02:00', 'xmp']);
  for (const same of ['2022-08-08T08:08:08+02:00', '2022-08-08T06:08:08Z', '2022-08-08T08:08:08', '2022-08-08T08:08:09+02:00'])
    assert.deepEqual(beside(own, same), [own.capturedAt, 'exif'], same);
  const local = { capturedAt: '2022-08-09T08:08:08.5' };
  assert.deepEqual(beside(local, '2022-08-09T08:08:08Z'), ['2022-08-09T08:08:08.5Z', 'exif']);
  assert.deepEqual(beside(local, '2022-08-09T08:08:08+02:00'), ['2022-08-09T08:08:08.5+02:00', 'exif']);
  assert.deepEqual(beside(local, '2022-08-09T08:08:08Z', false), [local.capturedAt, 'exif'], 'Google tells the moment alone');
  assert.deepEqual(beside(own, '2022-08-08T08:08:08Z', false), [own.capturedAt, 'exif'], 'as if the clock had been that of UTC');
  assert.deepEqual(beside(own, '2019-08-08T06:08:08Z', false)[0], '2019-08-08T06:08:08Z');
  assert.deepEqual(beside(local, '2022-08-09T06:08:08Z'), [local.capturedAt, 'exif'], 'the same moment, on the clock of another zone');
  assert.deepEqual(beside({ ...own, capturedSource: 'person' }, '2022-08-08T10:08:08+02:00'), [own.capturedAt, 'person']);
  assert.deepEqual(beside({ ...own, capturedSource: 'file-time' }, '2022-08-08T10:08:08+02:00')[0], '2022-08-08T10:08:08+02:00');
});

test('EV-20: an edit keeps how many pixels it was told to have; markedly fewer than the original’s stand in the journal, with both', () => {
  const big = { width: 4032, height: 3024 };
  const withPixels = (n: number, pixels: Pixels, expect: string | null = null): Change => ({
    name: 'asset.edit',
    args: { assetId: id(1), rendering: { ...resource('edited', n), pixels } },
    expect,
  });
  const library = withEdits();
  library.apply({ name: 'asset.set', args: { assetId: id(1), fields: big } });
  const fewer = { width: 2048, height: 1536 };
  library.apply(withPixels(20, fewer));
  library.apply(withPixels(21, { width: 4000, height: 3000 }, edited(20)));
  const news = library.journal.filter(({ what }) => what === 'asset.edit').map(({ new: after }) => after as { fewer?: unknown });
  assert.deepEqual(
    news.map(({ fewer: told }) => told),
    [{ pixels: fewer, of: big }, undefined],
  );
  const rows = library.asset(id(1)) ?? assert.fail();
  assert.deepEqual(rows.resources.find((each) => each.id === edited(20))?.pixels, fewer);
  const undone = inverse(library.journal.at(-1) ?? assert.fail(), { asset: () => rows, newId: id(2) });
  const [back] = undone.can ? undone.changes : [];
  assert.deepEqual(back?.name === 'asset.edit' && back.args.rendering.pixels, fewer, 'and keeps it where it is shown again');
});
