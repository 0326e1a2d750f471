import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type Change } from '@rollcall/protocol';
import { array, assert as check, boolean, constantFrom, integer, oneof, property, record, type Arbitrary } from 'fast-check';
import { inverse, type Inverse } from './inverse.ts';
import { createOf, FIELDS, hash, id, ModelLibrary, resource } from './model.testing.ts';

/** The inverse of the newest entry of the journal that is something a person did. */
function newest(library: ModelLibrary, newId = id(900)): Inverse {
  const entry = library.journal.findLast(({ what }) => what !== 'split-off' && what !== 'resource.attach' && what !== 'duplicate');
  assert.ok(entry);
  return inverse(JSON.parse(JSON.stringify(entry)) as typeof entry, { asset: (of) => library.found(of), newId });
}
function undo(library: ModelLibrary, newId?: string): void {
  const found = newest(library, newId);
  assert.ok(found.can, JSON.stringify(found));
  for (const change of found.changes) assert.notEqual(library.apply(change).result.status, 'rejected');
}
function filled(): ModelLibrary {
  const library = new ModelLibrary();
  library.store(...[1, 2, 3, ...Array.from({ length: 10 }, (_, n) => 12 + n)].map((n) => resource('any', n)));
  library.apply(createOf(id(1), [resource('original', 1)], { fields: { fileName: 'one.jpg', title: 'one' } }));
  const film = createOf(id(2), [{ ...resource('original', 2), mime: 'video/mp4' }], { fields: { fileName: 'two.mp4', favourite: true } });
  if (film.name === 'asset.create') library.apply({ ...film, args: { ...film.args, kind: 'video' } });
  return library;
}
/** What a person sees of the library, whatever the ids are. */
function seen(library: ModelLibrary): string[] {
  return library
    .assets()
    .map(({ asset, resources }) => {
      const current = resources.filter(({ removed }) => !removed);
      const bytes = current.filter(({ role }) => role !== 'edited').map(({ role, hash: each, fileName }) => [role, each, fileName]);
      const shown = current.find((each) => each.id === asset.rendering)?.hash ?? null;
      const { fileName, title, favourite, keywords, state, kind } = asset;
      return JSON.stringify({ fileName, title, favourite, keywords, state, kind, shown, bytes: bytes.sort() });
    })
    .sort();
}

const numbers = constantFrom(1, 2, 3);
const asset = numbers.map(id);
const change: Arbitrary<Change> = oneof(
  asset.map((assetId): Change => ({ name: 'asset.trash', args: { assetId } })),
  asset.map((assetId): Change => ({ name: 'asset.restore', args: { assetId } })),
  record({ of: asset, favourite: boolean(), title: constantFrom('a', 'b', null) }).map(({ of, favourite, title }): Change => ({
    name: 'asset.set',
    args: { assetId: of, fields: { favourite, title } },
  })),
  // No two photos have edits of the same bytes.
  record({ of: numbers, n: constantFrom(0, 1), expect: constantFrom(null, 0, 1) }).map(({ of, n, expect }): Change => ({
    name: 'asset.edit',
    args: { assetId: id(of), rendering: resource('edited', 10 + 2 * of + n) },
    expect: expect === null ? null : resourceId(id(of), 'edited', hash(10 + 2 * of + expect)),
  })),
  record({ of: numbers, n: constantFrom(0, 1) }).map(({ of, n }): Change => ({
    name: 'asset.revert',
    args: { assetId: id(of) },
    expect: resourceId(id(of), 'edited', hash(10 + 2 * of + n)),
  })),
  record({ of: asset, joined: asset }).map(({ of, joined }): Change => ({
    name: 'asset.join',
    args: { assetId: of, joined, role: 'live-video' },
  })),
  record({ of: asset, n: constantFrom(1, 2, 3), newId: integer({ min: 4, max: 6 }).map(id) }).map(({ of, n, newId }): Change => ({
    name: 'asset.split',
    args: { assetId: of, resource: resourceId(of, 'live-video', hash(n)), hash: hash(n), newId, fields: FIELDS },
  })),
);

test('UN-1: whatever was done last, its inverse brings back what a person saw before, and the inverse of that brings it again', () => {
  check(
    property(array(change, { maxLength: 12 }), change, (before, last) => {
      const library = filled();
      library.apply(createOf(id(3), [resource('original', 3)]));
      for (const each of before) library.apply(each);
      const was = seen(library);
      const entries = library.journal.length;
      const decision = library.apply(last);
      if (library.journal.length === entries) return;
      const found = newest(library);
      const after = seen(library);
      // What only kept a version for later was seen by nobody.
      if (JSON.stringify(after) === JSON.stringify(was)) return;
      assert.ok(found.can, `${JSON.stringify(last)} ${JSON.stringify(decision.journal)} ${JSON.stringify(found)}`);
      for (const each of found.changes) assert.notEqual(library.apply(each).result.status, 'rejected');
      assert.deepEqual(seen(library), was);
      if (found.changes.length > 1) return;
      undo(library, id(901));
      assert.deepEqual(seen(library), after);
    }),
    { numRuns: 1000 },
  );
});

test('UN-2: an added photo that is undone is in Recently Deleted, and not lost', () => {
  const library = filled();
  undo(library);
  assert.deepEqual([library.asset(id(2))!.asset.state, library.asset(id(1))!.asset.state], ['trashed', 'live']);
  assert.ok(library.has(id(2), hash(2)));
});

test('UN-3: only fields that still have the value that was set are set back', () => {
  const library = filled();
  library.apply({ name: 'asset.set', args: { assetId: id(1), fields: { title: 'two', favourite: true } } });
  const entry = library.journal.at(-1)!;
  library.apply({ name: 'asset.set', args: { assetId: id(1), fields: { title: 'three' } } });
  const found = inverse(entry, { asset: (of) => library.found(of), newId: id(900) });
  assert.deepEqual(found, { can: true, changes: [{ name: 'asset.set', args: { assetId: id(1), fields: { favourite: false } } }] });
});

test('JN-40: to undo that a photo was added does not delete the photo that it became a part of', () => {
  const library = filled();
  const added = library.journal.findLast(({ what }) => what === 'asset.create');
  library.apply({ name: 'asset.join', args: { assetId: id(1), joined: id(2), role: 'live-video' } });
  const found = inverse(added ?? assert.fail(), { asset: (of) => library.found(of), newId: id(900) });
  assert.deepEqual([found.can, found.can || found.why], [false, 'changed-since']);
});

test('UN-4: what was changed since is left as it is, and a purge cannot be undone here; both say so', () => {
  const library = filled();
  library.apply({ name: 'asset.trash', args: { assetId: id(1) } });
  const trashed = library.journal.at(-1)!;
  library.apply({ name: 'asset.restore', args: { assetId: id(1) } });
  const why = (entry: typeof trashed): string => {
    const found = inverse(entry, { asset: (of) => library.found(of), newId: id(900) });
    assert.ok(!found.can && found.words !== '');
    return found.why;
  };
  assert.equal(why(trashed), 'changed-since');
  library.apply({ name: 'asset.trash', args: { assetId: id(1) } });
  library.apply({ name: 'asset.purge', args: { assetId: id(1) }, expect: library.asset(id(1))!.seq });
  assert.equal(why(library.journal.at(-1)!), 'for-good');
  assert.equal(why({ assetId: id(2), what: 'resource.attach', old: null, new: null }), 'nothing-to-undo');
  assert.equal(why({ assetId: id(2), what: 'asset.join', old: { nonsense: 1 }, new: null }), 'changed-since');
});

test('UN-5: a joined pair that is undone is two photos again, each with what was its own', () => {
  const library = filled();
  library.apply({
    name: 'asset.edit',
    args: { assetId: id(2), rendering: { ...resource('edited', 20), mime: 'video/mp4' } },
    expect: null,
  });
  const was = seen(library);
  library.apply({ name: 'asset.join', args: { assetId: id(1), joined: id(2), role: 'live-video' } });
  assert.equal(library.asset(id(1))!.asset.favourite, true);
  undo(library);
  assert.deepEqual(seen(library), was);
  assert.equal(library.asset(id(900))!.asset.rendering, resourceId(id(900), 'edited', hash(20)));
});
