import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Asset, Resource, resourceId, type Change } from '@rollcall/protocol';
import { array, assert as check, constantFrom, integer, oneof, property, record, boolean, type Arbitrary } from 'fast-check';
import { createOf, FIELDS, hash, id, ModelLibrary, resource } from './model.testing.ts';

const ORIGINALS = [1, 2, 3];
const EDITS = [20, 21];
/** Each longer than the one before, so that one could be the whole of another's unfinished copy. */
const sized = (role: string, n: number) => resource(role, n, 100 * n);
const asset = integer({ min: 1, max: 5 }).map(id);
const rendering = oneof(
  constantFrom(null),
  record({ asset, n: constantFrom(...EDITS) }).map(({ asset: of, n }) => resourceId(of, 'edited', hash(n))),
);

/** A change that a device could send; purges are told with the seq that it saw, now or before. */
type Step = { readonly change: Change; readonly stale: number };
const change: Arbitrary<Change> = oneof(
  record({ of: asset, n: constantFrom(...ORIGINALS), newHere: boolean(), video: boolean() }).map(({ of, n, newHere, video }) =>
    createOf(of, [sized('original', n), ...(video ? [resource('live-video', 10)] : [])], { newHere }),
  ),
  record({ of: asset, favourite: boolean() }).map(({ of, favourite }): Change => ({
    name: 'asset.set',
    args: { assetId: of, fields: { favourite } },
  })),
  asset.map((assetId): Change => ({ name: 'asset.trash', args: { assetId } })),
  asset.map((assetId): Change => ({ name: 'asset.restore', args: { assetId } })),
  asset.map((assetId): Change => ({ name: 'asset.purge', args: { assetId }, expect: 0 })),
  record({ of: asset, n: constantFrom(...EDITS), expect: rendering }).map(({ of, n, expect }): Change => ({
    name: 'asset.edit',
    args: { assetId: of, rendering: resource('edited', n) },
    expect,
  })),
  record({ of: asset, expect: rendering }).map(({ of, expect }): Change => ({ name: 'asset.revert', args: { assetId: of }, expect })),
  record({ of: asset, n: constantFrom(30, 31) }).map(({ of, n }): Change => ({
    name: 'resource.attach',
    args: { assetId: of, resource: resource('raw', n) },
  })),
  record({ of: asset, n: constantFrom(...ORIGINALS), part: constantFrom(...ORIGINALS) }).map(({ of, n, part }): Change => ({
    name: 'resource.complete',
    args: { assetId: of, resource: sized('original', n) },
    expect: hash(part),
  })),
  record({ of: asset, joined: asset, role: constantFrom('live-video' as const, 'raw' as const) }).map(({ of, joined, role }): Change => ({
    name: 'asset.join',
    args: { assetId: of, joined, role },
  })),
  record({
    of: asset,
    newId: integer({ min: 1, max: 8 }).map(id),
    role: constantFrom('live-video', 'raw'),
    n: constantFrom(...ORIGINALS, 10, 30),
  }).map(({ of, newId, role, n }): Change => ({
    name: 'asset.split',
    args: { assetId: of, resource: resourceId(of, role, hash(n)), hash: hash(n), newId, fields: FIELDS },
  })),
);
const steps = array(record({ change, stale: constantFrom(0, 0, 1) }), { maxLength: 40 });

function library(): ModelLibrary {
  const made = new ModelLibrary();
  made.store(...ORIGINALS.map((n) => sized('any', n)), ...[...EDITS, 10, 30].map((n) => resource('any', n)));
  return made;
}

function run(made: ModelLibrary, { change: each, stale }: Step): Change {
  const sent = each.name === 'asset.purge' ? { ...each, expect: (made.asset(made.resolve(each.args.assetId))?.seq ?? 0) - stale } : each;
  made.apply(sent);
  return sent;
}

test('ME-18: whatever is done in whatever order, rows are well formed, originals are never lost but by a purge, and no two live assets share one', () => {
  check(
    property(steps, (all) => {
      const made = library();
      for (const step of all) {
        const before = made.assets();
        run(made, step);
        const held = new Set(made.assets().flatMap(({ resources }) => resources.flatMap((each) => (each.removed ? [] : [each.hash]))));
        for (const { asset: was, resources } of before) {
          const now = made.found(was.id)!;
          if (was.state === 'purged') assert.equal(now.asset.state, 'purged');
          if (now.asset.state === 'purged' && was.state !== 'purged') assert.equal(was.state, 'trashed');
          // What was joined or split off has its bytes elsewhere, but it has them.
          const part = step.change.name === 'resource.complete' ? step.change.expect : null;
          if (now.asset.state !== 'purged')
            for (const each of resources) assert.ok(each.removed || each.hash === part || held.has(each.hash));
          // Nobody's photo is revived or deleted by what is done to its other half.
          const { name } = step.change;
          if (name === 'asset.join' || name === 'asset.split') assert.equal(now.asset.state, was.state);
        }
      }
      const originals = made
        .assets()
        .flatMap(({ asset: { state }, resources }) =>
          state === 'purged' ? [] : resources.filter(({ role, removed }) => role === 'original' && !removed).map((each) => each.hash),
        );
      assert.equal(new Set(originals).size, originals.length);
      for (const { asset: row, resources } of made.assets()) {
        Asset.parse(row);
        for (const each of resources) Resource.parse(each);
        assert.equal(resources.filter(({ role, removed }) => role === 'original' && !removed).length, row.state === 'purged' ? 0 : 1);
        if (row.rendering !== null)
          assert.ok(resources.some((each) => each.id === row.rendering && each.role === 'edited' && !each.removed));
      }
    }),
    { numRuns: 300 },
  );
});

test('ME-18: a change told twice in a row has the effect of once', () => {
  check(
    property(steps, change, (all, last) => {
      const made = library();
      for (const step of all) run(made, step);
      const sent = run(made, { change: last, stale: 0 });
      const once = JSON.stringify([...made.rows].map(([key, { entity }]) => [key, entity]).sort());
      made.apply(sent);
      assert.equal(JSON.stringify([...made.rows].map(([key, { entity }]) => [key, entity]).sort()), once);
    }),
    { numRuns: 300 },
  );
});

test('ME-18: an id once minted resolves for ever', () => {
  check(
    property(steps, (all) => {
      const made = library();
      const minted = new Map<string, string>();
      for (const step of all) {
        const sent = run(made, step);
        for (const each of made.rows.keys())
          if (each.startsWith('asset:') || each.startsWith('alias:')) minted.set(each.slice(6), made.resolve(each.slice(6)));
        if (sent.name !== 'asset.join' && sent.name !== 'resource.complete')
          for (const [from, to] of minted) assert.equal(made.resolve(from), to);
      }
      for (const [from] of minted) assert.ok(made.asset(made.resolve(from)), `${from} leads nowhere`);
    }),
    { numRuns: 300 },
  );
});

test('ME-18: a field register ends with the last value written, in whatever order the fields came', () => {
  check(
    property(
      array(record({ key: constantFrom('title', 'caption'), value: constantFrom('a', 'b', null) }), { minLength: 1, maxLength: 10 }),
      (writes) => {
        const made = library();
        made.apply(createOf(id(1), [resource('original', 1)]));
        const expected: Record<string, string | null> = { title: null, caption: null };
        for (const { key, value } of writes) {
          expected[key] = value;
          made.apply({ name: 'asset.set', args: { assetId: id(1), fields: { [key]: value } } });
        }
        const { title, caption } = made.asset(id(1))!.asset;
        assert.deepEqual({ title, caption }, expected);
      },
    ),
  );
});
