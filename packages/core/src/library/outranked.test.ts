import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AssetFields, Change } from '@rollcall/protocol';
import { createOf, FIELDS, hash, id, ModelLibrary, resource } from './model.testing.ts';
import { joinOutranking, type NamedFilm } from './outranked.ts';
import type { AssetRows } from './rows.ts';

/** Photos have the numbers below 10, films the others. */
class Library extends ModelLibrary {
  constructor(...stored: readonly (readonly [n: number, fileName: string, over?: Partial<AssetFields>])[]) {
    super();
    for (const [n, fileName, over = {}] of stored) {
      const photo = n < 10;
      const original = { ...resource('original', n), mime: photo ? 'image/heic' : 'video/quicktime' };
      this.store(original);
      const change = createOf(id(n), [original], { fields: { ...FIELDS, ...over, fileName } });
      assert.ok(change.name === 'asset.create');
      this.apply({ ...change, args: { ...change.args, kind: photo ? 'photo' : 'video' } });
    }
  }

  rowsOf(n: number): AssetRows {
    return this.asset(id(n)) ?? assert.fail(`no asset ${n}`);
  }

  join(kept: number, part: number, role: 'live-video' | 'alternate' = 'live-video'): void {
    assert.equal(this.apply({ name: 'asset.join', args: { assetId: id(kept), joined: id(part), role } }).result.status, 'applied');
  }

  /** What of the films of a photo was joined by its name. */
  named(...films: number[]): (photo: AssetRows) => NamedFilm[] {
    return ({ resources }) =>
      films.flatMap((n) => {
        const entry = this.journal.findLast(
          ({ what, new: after }) => what === 'asset.join' && (after as { hash: string }).hash === hash(n),
        );
        return entry && resources.some((each) => each.hash === hash(n) && !each.removed) ? [{ hash: hash(n), joined: entry }] : [];
      });
  }

  /** The names of the changes; what they do is done. */
  outranked(read: number, others: readonly number[], byName: readonly number[]): Change['name'][] {
    const beside = others.map((n) => this.rowsOf(n));
    const changes = joinOutranking(this.rowsOf(read), beside, this.named(...byName), id(99));
    for (const each of changes) assert.equal(this.apply(each).result.status, 'applied');
    return changes.map(({ name }) => name);
  }

  films(n: number): string[] {
    return this.rowsOf(n).resources.flatMap((each) => (each.role === 'live-video' && !each.removed ? [each.hash] : []));
  }
}

test('LP-20: a film that an identifier names takes the place of one that was joined by its name, which is as it was before, whichever was read last', () => {
  for (const [read, other] of [
    [12, 1],
    [1, 12],
  ] as const) {
    const library = new Library(
      [1, 'IMG_1.HEIC'],
      [11, 'IMG_1.MOV', { title: 'Sea', keywords: ['wrong'], favourite: true }],
      [12, 'IMG_1.MOV'],
    );
    library.apply({ name: 'resource.attach', args: { assetId: id(11), resource: resource('sidecar', 40) } });
    library.store(resource('sidecar', 40));
    library.apply({ name: 'resource.attach', args: { assetId: id(11), resource: resource('sidecar', 40) } });
    library.join(1, 11);
    assert.deepEqual(library.outranked(read, [other], [11]), ['asset.split', 'asset.set', 'asset.join']);
    assert.deepEqual(library.films(1), [hash(12)]);
    const { asset, resources } = library.asset(id(99)) ?? assert.fail('the film is nowhere');
    assert.deepEqual([asset.kind, asset.fileName, asset.title, asset.favourite, asset.state], ['video', 'IMG_1.MOV', 'Sea', true, 'live']);
    assert.deepEqual(resources.map(({ role }) => role).sort(), ['original', 'sidecar'], 'with all that came with it');
    const { title, keywords, favourite } = library.rowsOf(1).asset;
    assert.deepEqual([title, keywords, favourite], [null, [], false], 'and takes with it what was its own');
    assert.equal(library.resolve(id(11)), id(1));
  }
});

test('LP-20: nothing steps aside for a copy, for what is in Recently Deleted, or where a person joined or took apart', () => {
  const joined = (): Library => {
    const library = new Library([1, 'IMG_1.HEIC'], [11, 'IMG_1.MOV'], [12, 'IMG_1.MOV']);
    library.join(1, 11);
    return library;
  };
  assert.deepEqual(joined().outranked(12, [1], []), [], 'it was not joined by its name alone');
  const trashed = joined();
  trashed.apply({ name: 'asset.trash', args: { assetId: id(12) } });
  assert.deepEqual(trashed.outranked(12, [1], [11]), []);
  assert.deepEqual(joined().outranked(12, [], [11]), [], 'its photo is not here');
  const apart = joined();
  apart.outranked(12, [1], [11]);
  const [split] = joinedApart(apart);
  assert.ok(split);
  apart.apply(split);
  assert.deepEqual(apart.outranked(98, [1], [11]), [], 'a person took the real one away');
});

/** As a person takes the film of photo 1 away again. */
function joinedApart(library: Library): Change[] {
  return library.rowsOf(1).resources.flatMap((each) =>
    each.role === 'live-video' && !each.removed
      ? [
          {
            name: 'asset.split' as const,
            args: { assetId: id(1), resource: each.id, hash: each.hash, newId: id(98), fields: { ...FIELDS, fileName: 'IMG_1.MOV' } },
          },
        ]
      : [],
  );
}

test('LP-20: of an edit with its original, which may have a film each, the film steps aside whose name the coming one has', () => {
  const both = (...films: readonly [string, string]): Library => {
    const library = new Library([1, 'IMG_E1234.HEIC'], [2, 'IMG_1234.HEIC'], [11, films[0]], [12, films[1]], [13, 'IMG_1234.MOV']);
    library.join(1, 2, 'alternate');
    library.join(1, 11);
    library.join(1, 12);
    return library;
  };
  const two = both('IMG_E1234.MOV', 'IMG_1234.MOV');
  assert.deepEqual(two.outranked(13, [1], [11, 12]), ['asset.split', 'asset.join']);
  assert.deepEqual(two.films(1).toSorted(), [hash(11), hash(13)]);
  const one = both('IMG_E1234.MOV', 'IMG_1234.MOV');
  assert.deepEqual(one.outranked(13, [1], [11]), ['asset.split', 'asset.join'], 'the other one has an identifier');
  assert.deepEqual(one.films(1).toSorted(), [hash(12), hash(13)]);
  assert.deepEqual(both('IMG_E1234.MOV', 'IMG_E1234 (1).MOV').outranked(13, [1], [11, 12]), [], 'names do not tell which');
});
