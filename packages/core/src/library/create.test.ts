import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOf, hash, id, ModelLibrary, resource, withPhoto } from './model.testing.ts';

const purge = (library: ModelLibrary, assetId: string): void => {
  library.apply({ name: 'asset.trash', args: { assetId } });
  const { result } = library.apply({ name: 'asset.purge', args: { assetId }, expect: library.asset(assetId)?.seq ?? 0 });
  assert.equal(result.status, 'applied');
};

test('ME-1: a create adds the asset and all its resources, live, added by the device at the server’s time', () => {
  const library = new ModelLibrary();
  library.store(resource('original', 1), resource('live-video', 2));
  const { result } = library.apply(createOf(id(1), [resource('original', 1), resource('live-video', 2)]), { now: 77, deviceId: id(50) });
  assert.deepEqual(result, { status: 'applied' });
  const { asset, resources } = library.asset(id(1))!;
  assert.deepEqual([asset.state, asset.addedAt, asset.addedBy, asset.rendering], ['live', 77, id(50), null]);
  assert.deepEqual(resources.map(({ role }) => role).sort(), ['live-video', 'original']);
});

test('ME-1: an edited resource that comes with the create is what is shown', () => {
  const library = new ModelLibrary();
  library.store(resource('original', 1), resource('edited', 2));
  library.apply(createOf(id(1), [resource('original', 1), resource('edited', 2)]));
  const { asset, resources } = library.asset(id(1))!;
  assert.equal(asset.rendering, resources.find(({ role }) => role === 'edited')?.id);
});

test('ME-1: a create has exactly one original', () => {
  const library = new ModelLibrary();
  library.store(resource('original', 1), resource('original', 2), resource('raw', 3));
  for (const resources of [[resource('raw', 3)], [resource('original', 1), resource('original', 2)]]) {
    const { result, writes } = library.apply(createOf(id(1), resources));
    assert.equal(result.status === 'rejected' && result.code, 'invalid');
    assert.deepEqual(writes, []);
  }
});

test('ME-2: a create whose bytes are not all here is rejected and writes nothing', () => {
  const library = new ModelLibrary();
  library.store(resource('original', 1));
  const { result, writes } = library.apply(createOf(id(1), [resource('original', 1), resource('live-video', 2)]));
  assert.equal(result.status === 'rejected' && result.code, 'blob-missing');
  assert.deepEqual(writes, []);
});

test('ME-2: a size that is not the size of the stored bytes is refused', () => {
  const library = new ModelLibrary();
  library.store(resource('original', 1, 100));
  const { result } = library.apply(createOf(id(1), [resource('original', 1, 99)]));
  assert.equal(result.status === 'rejected' && result.code, 'invalid');
});

test('ME-3: the same original under another id keeps one asset, and the minted id leads to it', () => {
  const library = withPhoto();
  const { result } = library.apply(createOf(id(2), [resource('original', 1)], { fields: { fileName: 'copy.jpg' } }));
  assert.deepEqual(result, { status: 'superseded', why: 'duplicate', assetId: id(1) });
  assert.equal(library.assets().length, 1);
  assert.equal(library.resolve(id(2)), id(1));
  assert.equal(library.asset(id(1))?.asset.fileName, 'IMG_1.JPG');
});

test('ME-3: a duplicate brings what the kept asset lacks', () => {
  const library = withPhoto();
  library.store(resource('live-video', 2));
  library.apply(createOf(id(2), [resource('original', 1), resource('live-video', 2)]));
  assert.ok(library.has(id(1), hash(2)));
  assert.equal(library.asset(id(1))?.resources.length, 2);
});

test('ME-3: a change queued on the minted id reaches the kept asset', () => {
  const library = withPhoto();
  library.apply(createOf(id(2), [resource('original', 1)]));
  assert.deepEqual(library.apply({ name: 'asset.set', args: { assetId: id(2), fields: { favourite: true } } }).result, {
    status: 'applied',
  });
  assert.equal(library.asset(id(1))?.asset.favourite, true);
});

test('ME-4: a create that meets a trashed asset restores it if the file is new on the device', () => {
  const library = withPhoto();
  library.apply({ name: 'asset.trash', args: { assetId: id(1) } });
  const { result } = library.apply(createOf(id(2), [resource('original', 1)], { newHere: true }));
  assert.deepEqual(result, { status: 'superseded', why: 'duplicate', assetId: id(1) });
  assert.deepEqual([library.asset(id(1))?.asset.state, library.asset(id(1))?.asset.trashedAt], ['live', null]);
});

test('ME-4: a file the device had before does not restore a trashed asset: it was deleted before', () => {
  const library = withPhoto();
  library.apply({ name: 'asset.trash', args: { assetId: id(1) } });
  const { result, writes } = library.apply(createOf(id(2), [resource('original', 1)], { newHere: false }));
  assert.equal(result.status === 'rejected' && result.code, 'deleted-before');
  assert.deepEqual(writes, []);
});

test('ME-5: the bytes of a purged original are remembered, and not added again unless the file is new', () => {
  const library = withPhoto();
  purge(library, id(1));
  const old = library.apply(createOf(id(2), [resource('original', 1)], { newHere: false }));
  assert.equal(old.result.status === 'rejected' && old.result.code, 'deleted-before');
  const fresh = library.apply(createOf(id(3), [resource('original', 1)], { newHere: true }));
  assert.deepEqual(fresh.result, { status: 'applied' });
  assert.equal(library.asset(id(3))?.asset.state, 'live');
  assert.equal(library.asset(id(1))?.asset.state, 'purged');
});

test('ME-5: deleted-before is said before the bytes are asked for', () => {
  const library = withPhoto();
  purge(library, id(1));
  library.stored.clear();
  const { result } = library.apply(createOf(id(2), [resource('original', 1)], { newHere: false }));
  assert.equal(result.status === 'rejected' && result.code, 'deleted-before');
});

test('ME-6: a create told again under its own id changes nothing, also when the photo was trashed since', () => {
  const library = withPhoto();
  assert.deepEqual(library.apply(createOf(id(1), [resource('original', 1)])).result, {
    status: 'superseded',
    why: 'already-so',
    assetId: id(1),
  });
  library.apply({ name: 'asset.trash', args: { assetId: id(1) } });
  assert.deepEqual(library.apply(createOf(id(1), [resource('original', 1)], { newHere: true })).writes, []);
  assert.equal(library.asset(id(1))?.asset.state, 'trashed');
});

test('ME-6: a create told again under an id that became an alias answers as it did', () => {
  const library = withPhoto();
  const first = library.apply(createOf(id(2), [resource('original', 1)]));
  const again = library.apply(createOf(id(2), [resource('original', 1)]));
  assert.deepEqual(again.result, first.result);
  assert.deepEqual(again.writes, []);
});

test('ME-6: an id of a purged asset stays purged, whatever bytes come with it', () => {
  const library = withPhoto();
  library.store(resource('original', 7));
  purge(library, id(1));
  for (const n of [1, 7]) {
    const { result, writes } = library.apply(createOf(id(1), [resource('original', n)], { newHere: true }));
    assert.equal(result.status === 'rejected' && result.code, 'purged');
    assert.deepEqual(writes, []);
  }
});

test('ME-6: an id that belongs to other bytes is refused, and nothing is overwritten', () => {
  const library = withPhoto();
  library.store(resource('original', 7));
  const { result, writes } = library.apply(createOf(id(1), [resource('original', 7)]));
  assert.equal(result.status === 'rejected' && result.code, 'invalid');
  assert.deepEqual(writes, []);
});

test('ME-7: an asset takes a bounded number of resources', () => {
  const library = withPhoto();
  const more = Array.from({ length: 64 }, (_, n) => resource('sidecar', 100 + n));
  library.store(...more);
  const { result, writes } = library.apply(createOf(id(2), [resource('original', 1), ...more]));
  assert.equal(result.status === 'rejected' && result.code, 'too-many-resources');
  assert.deepEqual(writes, []);
});
