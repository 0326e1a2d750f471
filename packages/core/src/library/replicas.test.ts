import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type Change, type Entity, type Resource } from '@rollcall/protocol';
import fc from 'fast-check';
import { createOf, hash, id, ModelLibrary, resource } from './model.testing.ts';

const ORIGINALS = [1, 2, 3];

/** What a device that has not heard of the other one sends; each mints ids of its own. */
function changesOf(first: number): fc.Arbitrary<Change[]> {
  const own = fc.integer({ min: first, max: first + 2 });
  const create = fc
    .record({ n: own, original: fc.constantFrom(...ORIGINALS), raw: fc.boolean(), title: fc.constantFrom('a', 'b') })
    .map(({ n, original, raw, title }): Change =>
      createOf(id(n), [resource('original', original), ...(raw ? [resource('raw', 30 + original)] : [])], { fields: { title } }),
    );
  const on = own.map(id);
  const later: fc.Arbitrary<Change> = fc.oneof(
    fc
      .record({ of: on, favourite: fc.boolean() })
      .map(({ of, favourite }): Change => ({ name: 'asset.set', args: { assetId: of, fields: { favourite } } })),
    on.map((assetId): Change => ({ name: 'asset.trash', args: { assetId } })),
    on.map((assetId): Change => ({ name: 'asset.restore', args: { assetId } })),
    fc.record({ of: on, n: fc.constantFrom(20, 21) }).map(({ of, n }): Change => ({
      name: 'asset.edit',
      args: { assetId: of, rendering: resource('edited', n) },
      expect: null,
    })),
    fc.record({ of: on, n: fc.constantFrom(20, 21) }).map(({ of, n }): Change => ({
      name: 'asset.revert',
      args: { assetId: of },
      expect: resourceId(of, 'edited', hash(n)),
    })),
    fc
      .record({ of: on, joined: on })
      .map(({ of, joined }): Change => ({ name: 'asset.join', args: { assetId: of, joined, role: 'live-video' } })),
    on.map((assetId): Change => ({ name: 'asset.purge', args: { assetId }, expect: -1 })),
  );
  return fc.array(fc.oneof({ weight: 2, arbitrary: create }, { weight: 3, arbitrary: later }), { maxLength: 12 });
}

function empty(): ModelLibrary {
  const library = new ModelLibrary();
  library.store(...ORIGINALS.map((n) => resource('any', n)), ...[20, 21, 31, 32, 33].map((n) => resource('any', n)));
  return library;
}

function send(library: ModelLibrary, change: Change): void {
  // A purge is told with what its person saw: here, with what is there now.
  const sent =
    change.name === 'asset.purge' ? { ...change, expect: library.asset(library.resolve(change.args.assetId))?.seq ?? 0 } : change;
  library.apply(sent);
}

/** Two lists as one, each in its own order; `picks` says whose turn it is. */
function interleave<T>(one: readonly T[], other: readonly T[], picks: readonly boolean[]): T[] {
  const [left, right] = [[...one], [...other]];
  return picks
    .flatMap((pick) => (pick ? left : right).splice(0, 1))
    .concat(left, right)
    .slice(0, one.length + other.length);
}

/** A device's own copy of the library: what the feed told it, page by page. */
class Replica {
  readonly rows = new Map<string, Entity>();
  cursor = 0;

  /** At most `limit` entries, as a page has them. */
  pull(library: ModelLibrary, limit: number): void {
    const page = [...library.rows].filter(([, { seq }]) => seq > this.cursor).sort(([, a], [, b]) => a.seq - b.seq);
    for (const [key, { seq, entity }] of page.slice(0, limit)) {
      this.rows.set(key, entity);
      // What leads elsewhere is no photo of its own any more.
      if (entity.type === 'alias') this.rows.delete(`asset:${entity.from}`);
      this.cursor = seq;
    }
  }

  text(): string {
    return JSON.stringify([...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

const picks = fc.array(fc.boolean(), { maxLength: 24 });

test('FZ-8: in whatever order two devices are heard, however their pulls fall: at the end both show the library', () => {
  fc.assert(
    fc.property(changesOf(1), changesOf(4), picks, fc.array(fc.nat(3), { maxLength: 24 }), (one, other, order, pulls) => {
      const library = empty();
      const [a, b] = [new Replica(), new Replica()];
      for (const [at, change] of interleave(one, other, order).entries()) {
        send(library, change);
        // One hears a little now and then, the other one only at the end.
        a.pull(library, pulls[at] ?? 0);
      }
      for (let more = 0; more < 200; more += 1) a.pull(library, 1);
      b.pull(library, Infinity);
      assert.equal(a.text(), b.text());
      assert.equal(a.rows.size, library.rows.size);
    }),
    { numRuns: 2000 },
  );
});

test('FZ-9: of what two devices add, the same photos are there in whatever order they are heard, each once, with all that belongs to it', () => {
  const added = (first: number): fc.Arbitrary<Change[]> => changesOf(first).map((all) => all.filter(({ name }) => name === 'asset.create'));
  const bytes = (library: ModelLibrary): string[] =>
    library
      .assets()
      .map(
        ({ asset, resources }) =>
          `${asset.state} ${resources
            .filter(({ removed }: Resource) => !removed)
            .map((each) => `${each.role} ${each.hash}`)
            .sort()
            .join()}`,
      )
      .sort();
  fc.assert(
    fc.property(added(1), added(4), picks, picks, (one, other, order, another) => {
      const made = [order, another].map((each) => {
        const library = empty();
        for (const change of interleave(one, other, each)) send(library, change);
        return library;
      });
      const [first, second] = made as [ModelLibrary, ModelLibrary];
      // An id that is minted twice for other bytes is refused the second time: then the order tells which.
      const minted = new Map<string, Set<string>>();
      for (const change of [...one, ...other])
        if (change.name === 'asset.create') {
          const { assetId, resources } = change.args;
          minted.set(assetId, (minted.get(assetId) ?? new Set()).add(resources[0]?.hash ?? ''));
        }
      fc.pre([...minted.values()].every(({ size }) => size === 1));
      assert.deepEqual(bytes(first), bytes(second));
      for (const assetId of minted.keys()) {
        const [here, there] = made.map(
          (library) => library.asset(library.resolve(assetId))?.resources.find(({ role }) => role === 'original')?.hash,
        );
        assert.equal(here, there, 'an id leads to the same photo');
      }
    }),
    { numRuns: 1500 },
  );
});
