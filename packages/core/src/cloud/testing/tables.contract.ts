import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { entityKey, resourceId, type AlbumItem, type Change, type Entity, type Resource } from '@rollcall/protocol';
import { createOf, hash, id, ModelLibrary, resource } from '../../library/model.testing.ts';
import type { LibraryTables } from '../tables.ts';
import { applyChange, putEntity } from '../write.ts';

/** One library in one place, empty, and what can be seen of it from outside. */
export interface TablesUnderTest {
  readonly tables: LibraryTables;
  /** All bytes of a blob have come to this library, and nothing refers to them yet. */
  send(blob: string, size: number): void;
  /** In the order of the feed. */
  feed(): readonly { readonly seq: number; readonly entity: Entity }[];
  /** The ids of what waits in Recently Deleted, and of what is buried; photos in the library and in Recently Deleted; bytes in use. */
  state(): {
    readonly inTrash: readonly string[];
    readonly buried: readonly string[];
    readonly live: number;
    readonly trashed: number;
    readonly used: number;
  };
  /** `what` of each entry, the oldest first. */
  journal(): readonly string[];
  /** Assets whose picture is wanted; null: this place makes none. */
  wanted(): readonly string[] | null;
  close(): void;
}

const BYTES = 100;
const original = (assetId: string, n: number, over: Partial<Resource> = {}): Resource => ({
  type: 'resource',
  id: resourceId(assetId, 'original', hash(n)),
  assetId,
  role: 'original',
  hash: hash(n),
  size: BYTES,
  mime: 'image/jpeg',
  fileName: null,
  modifiedAt: null,
  removed: false,
  ...over,
});
const item = (albumId: string, assetId: string, over: Partial<AlbumItem> = {}): AlbumItem => ({
  type: 'album-item',
  albumId,
  assetId,
  position: 'a0',
  removed: false,
  ...over,
});

const photo = fc.integer({ min: 1, max: 4 });
const album = fc.constantFrom(id(50), id(51));
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(photo, photo).map(([n, of]) => createOf(id(n), [resource('original', of), resource('sidecar', 9)])),
  photo.map((n): Change => ({ name: 'asset.trash', args: { assetId: id(n) } })),
  photo.map((n): Change => ({ name: 'asset.restore', args: { assetId: id(n) } })),
  photo.map((n): Change => ({ name: 'asset.purge', args: { assetId: id(n) }, expect: -1 })),
  fc.tuple(photo, fc.boolean()).map(([n, favourite]): Change => ({ name: 'asset.set', args: { assetId: id(n), fields: { favourite } } })),
  photo.map((n): Change => ({ name: 'asset.edit', args: { assetId: id(n), rendering: resource('edited', 8) }, expect: null })),
  fc.tuple(photo, photo).map(([n, m]): Change => ({ name: 'asset.join', args: { assetId: id(n), joined: id(m), role: 'raw' } })),
  album.map((albumId): Change => ({ name: 'album.create', args: { albumId, fields: { title: 't', order: 'by-hand', cover: null } } })),
  album.map((albumId): Change => ({
    name: 'album.create',
    args: { albumId, kind: 'folder', fields: { title: 't', order: 'by-hand', cover: null } },
  })),
  fc.tuple(album, album).map(([albumId, folder]): Change => ({ name: 'album.set', args: { albumId, fields: { folder } } })),
  album.map((albumId): Change => ({ name: 'album.delete', args: { albumId } })),
  fc.tuple(album, photo).map(([albumId, n]): Change => ({ name: 'album.add', args: { albumId, assetId: id(n), position: 'a0' } })),
  fc.tuple(album, photo).map(([albumId, n]): Change => ({ name: 'album.remove', args: { albumId, assetId: id(n) } })),
);

/** What every place that keeps libraries must do with their rows, whatever it is made of. */
export function libraryTablesContract(name: string, open: () => TablesUnderTest): void {
  describe(`a library's rows (${name})`, () => {
    const under = (body: (each: TablesUnderTest) => void) => (): void => {
      const each = open();
      try {
        body(each);
      } finally {
        each.close();
      }
    };

    test(
      'LT-1: a row that is put takes the next seq, in place of the one that its entity had',
      under(({ tables, feed }) => {
        const [a, b] = [item(id(50), id(1)), item(id(50), id(2))];
        for (const each of [a, b, { ...a, position: 'a1' }]) tables.put(each);
        assert.deepEqual(
          feed().map(({ entity }) => entity),
          [b, { ...a, position: 'a1' }],
        );
        const [first = 0, second = 0] = feed().map(({ seq }) => seq);
        assert.ok(second > first && tables.row(entityKey(a))?.seq === second);
        tables.drop(entityKey(b));
        tables.put(b);
        assert.ok((tables.row(entityKey(b))?.seq ?? 0) > second, 'a seq is never given twice');
        assert.equal(tables.row('asset:none'), undefined);
      }),
    );

    test(
      'LT-2: rows are found by their asset, removed ones too, and bytes by who has them now',
      under(({ tables }) => {
        const [a, b] = [id(1), id(2)];
        for (const each of [original(a, 1), original(a, 2, { removed: true }), original(b, 1, { role: 'raw' })]) tables.put(each);
        for (const each of [item(id(50), a), item(id(51), a, { removed: true }), item(id(50), b)]) tables.put(each);
        assert.deepEqual([tables.resourcesOf(a).length, tables.itemsOf(a).length, tables.resourcesOf(id(9)).length], [2, 2, 0]);
        assert.deepEqual([tables.holders(hash(1), ['original']), tables.holders(hash(1), ['raw'])], [[a], [b]]);
        assert.deepEqual([...tables.holders(hash(1), ['raw', 'original'])].sort(), [a, b]);
        assert.deepEqual(tables.holders(hash(2), ['original']), []);
        assert.equal(tables.countAlbums(), 0);
        tables.setPurged(hash(3), a);
        assert.deepEqual([tables.isPurged(hash(3)), tables.isPurged(hash(1))], [true, false]);
        tables.forgetPurged(hash(3));
        assert.equal(tables.isPurged(hash(3)), false);
      }),
    );

    test(
      'LT-3: a resource row that appears refers to its bytes, once however often it is put; one that is removed refers to them no more',
      under(({ tables, send, state }) => {
        send(hash(1), BYTES);
        assert.deepEqual([...tables.storedSizes([hash(1), hash(2)])], [[hash(1), BYTES]]);
        const [mine, other] = [original(id(1), 1), original(id(2), 1)];
        for (const each of [mine, mine, other]) putEntity(tables, each);
        assert.equal(state().used, BYTES);
        putEntity(tables, { ...mine, removed: true });
        assert.equal(state().used, BYTES, 'the other one refers to them');
        putEntity(tables, { ...other, removed: true });
        assert.equal(state().used, 0);
        assert.throws(() => putEntity(tables, original(id(3), 7)), 'bytes that are not here');
      }),
    );

    test('LT-4: whatever changes are applied, the rows, answers, counts and bytes are those of the model, and what waits or is buried follows from the rows', () => {
      fc.assert(
        fc.property(fc.array(anyChange, { minLength: 10, maxLength: 50, size: 'max' }), (changes) => {
          const each = open();
          try {
            const model = new ModelLibrary();
            for (const n of [1, 2, 3, 4, 8, 9]) each.send(hash(n), BYTES);
            model.store(...[1, 2, 3, 4, 8, 9].map((n) => resource('any', n)));
            for (const change of changes) applyBoth(each, model, change);
            compare(each, model);
          } finally {
            each.close();
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}

function applyBoth(under: TablesUnderTest, model: ModelLibrary, change: Change): void {
  const told = change.name === 'asset.purge' ? { ...change, expect: model.found(change.args.assetId)?.seq ?? 0 } : change;
  // A purge frees bytes that nothing else refers to: they would have to be sent again, which is another rule's.
  const needed = model.read(told);
  for (const [blob, size] of needed.stored) if (!under.tables.storedSizes([blob]).has(blob)) under.send(blob, size);
  const own =
    told.name === 'asset.purge' ? { ...told, expect: under.tables.row(`asset:${model.resolve(told.args.assetId)}`)?.seq ?? 0 } : told;
  const context = { now: 1000, deviceId: id(9000) };
  const result = applyChange(under.tables, own, context);
  assert.deepEqual(result, model.apply(told, context).result, JSON.stringify(change));
}

function compare(under: TablesUnderTest, model: ModelLibrary): void {
  const feed = under.feed();
  const rows = [...model.rows.values()].map(({ entity }) => entity);
  // In which order the files of one photo are put is nobody's rule.
  const byKey = (all: readonly Entity[]): Map<string, Entity> => new Map(all.map((entity) => [entityKey(entity), entity]));
  assert.deepEqual(byKey(feed.map(({ entity }) => entity).filter(({ type }) => type !== 'rendition')), byKey(rows));
  assert.equal(new Set(feed.map(({ entity }) => entityKey(entity))).size, feed.length);
  const assets = model.assets();
  const state = under.state();
  const having = (wanted: string): string[] => assets.flatMap(({ asset }) => (asset.state === wanted ? [asset.id] : []));
  assert.deepEqual([state.live, state.trashed], [having('live').length, having('trashed').length]);
  assert.deepEqual([...state.inTrash].sort(), having('trashed').sort());
  const deleted = rows.flatMap((entity) => (entity.type === 'album' && entity.deleted ? [entity.id] : []));
  for (const each of [...having('purged'), ...deleted]) assert.ok(state.buried.includes(each), each);
  const used = new Set(rows.flatMap((entity) => (entity.type === 'resource' && !entity.removed ? [entity.hash] : [])));
  assert.equal(state.used, used.size * BYTES);
  assert.deepEqual(
    under.journal(),
    model.journal.map(({ what }) => what),
  );
  const wanted = under.wanted();
  if (wanted !== null)
    assert.deepEqual([...wanted].sort(), assets.flatMap(({ asset }) => (asset.state === 'purged' ? [] : [asset.id])).sort());
}
