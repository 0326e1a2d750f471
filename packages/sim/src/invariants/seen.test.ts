import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPin, askFreeUp, freeUpAsked, heedClosing, noteEvicting, wantFull, type Evictable, type LocalFile } from '@rollcall/core';
import type { Asset, Entity, Resource } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import { prefixOf } from '../disk/bytes.ts';
import { planOf, type Plan } from '../play/plan.ts';
import type { World } from '../play/world.ts';
import { run } from '../run/run.ts';
import { keyOf } from '../server/tables.ts';
import { checkEvicted, checkLetsGo, checkNoted, checkOrder } from './keeping.ts';
import { checkDone } from './people.ts';
import { checkRead } from './readers.ts';

/** Two devices of one library, with photos, to which nothing happens. */
function calm(): Plan {
  const plan = planOf('calm', { often: ['take'], photos: 3 });
  return { ...plan, libraries: 1, devices: plan.devices.map((device) => ({ ...device, library: 0 })), items: [] };
}

/** Does something to the cloud behind everybody's back, once there are photos in it. Gives what was seen of it. */
function seenOf(harm: (world: World, library: string, asset: Asset, seq: number) => boolean): string | undefined {
  let done = false;
  const { violation } = run(calm(), {
    story: false,
    looking: (world) => {
      const [library = ''] = world.libraries;
      if (done || world.cloud.tables.library(library).live < 2 || !world.cloud.tables.database.synced) return;
      for (const { seq, entity } of world.cloud.tables.index(library).rows)
        if (entity.type === 'asset' && !done) done = harm(world, library, entity, seq);
      world.cloud.tables.database.sync();
    },
  });
  assert.equal(done, true);
  return violation?.invariant;
}

const put = ({ cloud: { tables } }: World, library: string, key: string, seq: number, entity: Entity): true => {
  tables.entities.set(keyOf(library, key), { library, seq, entity });
  return true;
};

test('SM-13: a world to which no harm is done breaks no promise', () => {
  assert.equal(
    seenOf(() => true),
    undefined,
  );
});

test('SM-13: a row that changes without a seq of its own, or with one that was taken, is seen', () => {
  assert.equal(
    seenOf((world, library, asset, seq) => put(world, library, `asset:${asset.id}`, seq, { ...asset, favourite: true })),
    'C6',
  );
  assert.equal(
    seenOf(({ cloud: { tables } }, library) => {
      const row = tables.library(library);
      tables.libraries.set(library, { ...row, head: row.head + 5 });
      return true;
    }),
    undefined,
    'a seq that nobody has is none that was taken twice',
  );
});

test('SM-13: an id that leads nowhere, or to another photo than it did, is seen', () => {
  assert.equal(
    seenOf(({ cloud: { tables } }, library, asset) => tables.entities.delete(keyOf(library, `asset:${asset.id}`))),
    'C8',
  );
  assert.equal(
    seenOf((world, library, asset) => {
      const { tables } = world.cloud;
      const other = tables.index(library).rows.find(({ entity }) => entity.type === 'asset' && entity.id !== asset.id)?.entity;
      if (other?.type !== 'asset') return false;
      const head = tables.library(library).head + 1;
      tables.libraries.set(library, { ...tables.library(library), head });
      tables.entities.delete(keyOf(library, `asset:${asset.id}`));
      return put(world, library, `alias:${asset.id}`, head, { type: 'alias', from: asset.id, to: other.id });
    }),
    'C8',
  );
});

test('SM-13: a queue in which the same waits again and again is seen', () => {
  assert.equal(
    seenOf((world, _library, asset) => {
      const [device] = world.devices;
      for (let again = 0; again < 5; again += 1)
        device?.store.queue({ name: 'asset.set', args: { assetId: asset.id, fields: { favourite: again % 2 === 0 } } }, null, 1);
      return true;
    }),
    'Q4',
  );
});

test('SM-13: a reader who is given other bytes than it asked for is seen, whoever it is', () => {
  const given = (other: boolean): string | undefined =>
    seenOf((world, library, asset) => {
      const { tables, blobs } = world.cloud;
      const original = tables.index(library).byAsset.get(asset.id)?.[0]?.entity;
      const there = original?.type === 'resource' ? blobs.stat(original.hash) : null;
      if (original?.type !== 'resource' || there === null) return false;
      const piece = { of: other ? prefixOf(there, 10) : there, from: 0, to: 10 };
      const request = { route: 'download', assetId: asset.id, resourceId: original.id, from: 0, tag: original.hash } as const;
      const browser = { deviceId: 'a browser', libraryId: library, protocol: 1 };
      checkRead(world, browser, request, { status: 200, headers: {}, json: null, bytes: { piece, whole: true } });
      return true;
    });
  assert.deepEqual([given(false), given(true)], [undefined, 'L6']);
});

test('SM-24: an edit of a part is none of what the pair shows, and may be kept beside that; one of any other photo is seen', () => {
  const edited = (joined: boolean, status: 'applied' | 'superseded'): string | undefined =>
    seenOf((world, library, asset) => {
      const { rows, byAsset } = world.cloud.tables.index(library);
      const other = rows.find(({ entity }) => entity.type === 'asset' && entity.id !== asset.id)?.entity;
      const originalOf = (id: string): Resource | undefined =>
        byAsset
          .get(id)
          ?.map(({ entity }) => entity)
          .find((each) => each.type === 'resource');
      if (other?.type !== 'asset') return false;
      const [whole, part] = [originalOf(asset.id), originalOf(other.id)];
      if (whole === undefined || part === undefined) return false;
      const { role: _role, ...bytes } = part;
      const resources = joined ? [whole, { ...part, role: 'alternate' }] : [whole];
      const args = { assetId: asset.id, rendering: { ...bytes, role: 'edited' } };
      const result = { status, seq: 1 } as never;
      checkDone(world, { name: 'asset.edit', args, expect: null }, { asset, seq: 1, resources }, result, new Set());
      return true;
    });
  assert.equal(edited(true, 'superseded'), undefined);
  assert.deepEqual([edited(true, 'applied'), edited(false, 'superseded'), edited(false, 'applied')], ['P5', 'P5', 'P5']);
});

/** Does something once the first device is in sync with all that it has. Gives what was seen of it. */
function seenAfterwards(harm: (world: World, device: Device, file: LocalFile) => void): string | undefined {
  let done = false;
  const { violation } = run(calm(), {
    story: false,
    looking: (world) => {
      const [device] = world.devices;
      const [file] = device?.store.files() ?? [];
      if (done || device?.agent?.planned !== true || file === undefined || device.agent.reasons(`f:${file.key}`).length > 0) return;
      done = true;
      harm(world, device, file);
    },
  });
  assert.equal(done, true);
  return violation?.invariant;
}

test('SM-26: a file that has the name of its photo, and keeps it when the photo is called otherwise, is seen', () => {
  const renamed = (taken: boolean): string | undefined => {
    let key: number | null = null;
    let heard = false;
    const { violation } = run(calm(), {
      story: false,
      looking: (world) => {
        const [device] = world.devices;
        const [file] = device?.store.files() ?? [];
        if (heard || device?.agent == null || file?.assetId == null) return;
        const { agent, store } = device;
        if (key === null && agent.planned && agent.reasons(`f:${file.key}`).length === 0) {
          key = file.key;
          const [library = ''] = world.libraries;
          const { tables } = world.cloud;
          const row = tables.entity(library, `asset:${file.assetId}`)?.entity;
          const seq = tables.library(library).head + 1;
          tables.libraries.set(library, { ...tables.library(library), head: seq });
          put(world, library, `asset:${file.assetId}`, seq, { ...(row as Asset), fileName: 'Sea.JPG' });
          tables.database.sync();
        }
        if (store.remote(file.assetId)?.asset.fileName !== 'Sea.JPG') return;
        heard = true;
        // As if it had been called so before.
        if (taken) store.transact(() => store.patchFile(file.key, { wantedName: 'Sea.JPG' }));
      },
    });
    assert.equal(heard, true);
    return violation?.invariant;
  };
  assert.deepEqual([renamed(false), renamed(true)], [undefined, 'P10']);
});

test('SM-27: a photo that is twice on a device, though nobody copied it there, is seen', () => {
  const twice = (byHand: boolean): string | undefined =>
    seenAfterwards((world, device, { path }) => {
      const bytes = device.disk.read(path);
      device.disk.write('again.JPG', bytes);
      if (byHand) world.witness.copiesToo(device.name, bytes.hash);
    });
  assert.deepEqual([twice(true), twice(false)], [undefined, 'P11']);
});

test('SM-28: an original that gives way while a change of it waits, while its library is about to be closed, or without the other half of its pair is seen', () => {
  const lets = (harm: (world: World, device: Device, file: LocalFile) => void): string | undefined =>
    seenAfterwards((world, device, file) => {
      harm(world, device, file);
      checkLetsGo(world, device, file);
    });
  assert.equal(
    lets(() => undefined),
    undefined,
  );
  const args = ({ assetId }: LocalFile) => ({ assetId: assetId ?? '', fields: { favourite: true } });
  assert.equal(
    lets((_world, { store }, file) => void store.queue({ name: 'asset.set', args: args(file) }, null, 1)),
    'K1',
  );
  assert.equal(
    lets((_world, { store }) => heedClosing(store, { on: 2, askedAt: 1 })),
    'K2',
  );
  const half = (hindered: boolean): string | undefined =>
    seenAfterwards((world, device, file) => checkEvicted(world, device, { had: [file], gone: 1, freed: 1, kept: null, hindered }));
  assert.deepEqual([half(true), half(false)], [undefined, 'K3']);
});

test('SM-30: an original that gives way while its photo is wanted in full, without a durable note, or out of its turn is seen', () => {
  const wanted = seenAfterwards((world, device, file) => {
    wantFull(device.store, file.key);
    checkLetsGo(world, device, file);
  });
  assert.equal(wanted, 'K4');
  const goes = (noted: boolean, synced: boolean): string | undefined =>
    seenAfterwards((world, device, file) => {
      const { store } = device;
      const { path, hash } = file;
      const standIn = { assetId: file.assetId ?? '', of: hash ?? '' };
      if (noted) store.transact(() => noteEvicting(store, file, { standIn, hash: 'f'.repeat(64), path }));
      if (synced) store.database.sync();
      checkNoted(world, device, { does: 'evict', path });
    });
  assert.deepEqual([goes(true, true), goes(true, false), goes(false, true)], [undefined, 'K5', 'K5']);
  const ordered = (turns: readonly Partial<Evictable>[], byHand = false): string | undefined =>
    seenAfterwards((world, device, { assetId }) => {
      if (assetId !== null) addPin(device.store, { kind: 'photo', id: assetId });
      const photo = { bytes: 1, cameAt: 1, takenAt: 1, addedAt: 1, favourite: false, pinned: false };
      const all = turns.map((each) => ({ ...photo, assetId: each.pinned === true ? (assetId ?? '') : 'another', ...each }));
      checkOrder(world, device, all, byHand);
    });
  assert.equal(ordered([{}, { cameAt: 2 }, { takenAt: Date.UTC(2026, 10, 26) }, { favourite: true }, { pinned: true }]), undefined);
  for (const wrong of [
    [{ cameAt: 2 }, {}],
    [{ favourite: true }, {}],
    [{ takenAt: Date.UTC(2026, 10, 26) }, {}],
    [{ pinned: true }, {}],
  ])
    assert.equal(ordered(wrong), 'K6', JSON.stringify(wrong));
  assert.deepEqual([ordered([{ pinned: true }]), ordered([{ pinned: true }], true)], [undefined, 'K6']);
});

test('SM-31: in the simulator originals make room by the rules of the devices: where a person wants some by hand it goes, but for what is pinned', () => {
  const plan = calm();
  let pinned: string | null = null;
  let done = false;
  const { violation } = run(
    { ...plan, devices: plan.devices.map((device) => ({ ...device, budget: 100_000_000 })) },
    {
      story: false,
      looking: ({ devices: [device], touched }) => {
        if (device === undefined || device.agent?.reached !== true || done) return;
        const { store } = device;
        const files = store.files().filter(({ agreedAt }) => agreedAt !== null);
        if (pinned === null) {
          if (files.length < 3) return;
          pinned = files[0]?.assetId ?? assert.fail('it is of no photo');
          addPin(store, { kind: 'photo', id: pinned });
          askFreeUp(store, 1_000_000_000);
        }
        // What a person wanted free is, as far as anything could go.
        done = touched.evict > 0 && freeUpAsked(store) === null && store.filesOf(pinned).every(({ standIn }) => standIn == null);
      },
    },
  );
  assert.deepEqual([violation, done], [null, true]);
});
