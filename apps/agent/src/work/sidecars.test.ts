import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  EXACT_NAMES,
  keptWith,
  mayHave,
  noteAnswers,
  noteLook,
  noteSidecar,
  offerSidecar,
  plannedWith,
  planUnit,
  sidecarOf,
  fileUnit,
  type DeviceStore,
} from '@rollcall/core';
import { assetEntity, originalOf } from '@rollcall/core/testing';
import { CHAIN_START, resourceId } from '@rollcall/protocol';
import { openDeviceStore } from '../store/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-sidecars-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const ID = '01900000-0000-7000-8000-000000000001';
const [H1, H2] = ['1'.repeat(64), '2'.repeat(64)];
let stores = 0;

/** A photo of the library at `Trip/IMG_1.HEIC`, and beside it what holds data of it. */
function linked(): { store: DeviceStore; photo: number; sidecar: number; close(): void } {
  const store = openDeviceStore(join(folder, `${(stores += 1)}.sqlite`));
  store.setIdentity({ deviceId: ID, name: 'd', server: 'x', folder: '/f', accountId: 'x', email: 'e@x.org', libraryId: ID });
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const entities = [assetEntity(ID, { fileName: 'IMG_1.HEIC' }), originalOf(ID, H1)];
  store.applyPage(
    entities.map((entity, at) => ({ seq: at + 1, entity })),
    'epoch1.g.2',
    true,
    null,
    2,
  );
  const facts = { size: 5, mtimeMs: 7, stamp: 's', newHere: true, firstSeen: 1 };
  const photo = store.addFile({ ...facts, path: 'Trip/IMG_1.HEIC', kind: 'photo', hash: H1, assetId: ID, baseHash: H1 });
  const sidecar = store.addFile({ ...facts, path: 'Trip/IMG_1.AAE' });
  noteSidecar(store, store.file(sidecar)!, H2, 'edit made in Apple Photos', 1000);
  return { store, photo, sidecar, close: () => store.close() };
}
const calm = { now: 1000, server: [], folder: [] };
const plan = (store: DeviceStore, key: number): string =>
  planUnit(store, fileUnit(key), calm, new Map())
    ?.plan.reasons.map(({ code }) => code)
    .join() || 'in sync';

test('SX-6: data of a photo are queued once, as they are when the cloud has their bytes, under the name of their file', () => {
  const { store, sidecar, photo, close } = linked();
  assert.equal(plan(store, sidecar), 'queued');
  assert.deepEqual(plannedWith(store, planUnit(store, fileUnit(photo), calm, new Map())), [fileUnit(sidecar)]);
  const before = store.file(sidecar)!;
  store.patchFile(sidecar, { stamp: 'another' });
  offerSidecar(store, before, ID, 'adjustment-data', 1000);
  assert.equal(store.outboxSize(), 0, 'it changed meanwhile');
  store.patchFile(sidecar, { stamp: before.stamp });
  for (let time = 0; time < 2; time += 1) offerSidecar(store, before, ID, 'adjustment-data', 1000);
  const [entry] = store.outbox();
  assert.equal(store.outboxSize(), 1);
  assert.ok(entry?.mutation.name === 'resource.attach');
  const { role, hash, mime, fileName } = entry.mutation.args.resource;
  assert.deepEqual([role, hash, mime, fileName], ['adjustment-data', H2, 'application/vnd.apple.photos', 'IMG_1.AAE']);
  assert.equal(plan(store, sidecar), 'committing');
  const resource = { ...originalOf(ID, H2), id: resourceId(ID, 'adjustment-data', H2), role: 'adjustment-data' };
  const acknowledged = { n: entry.n, hash: store.chainEnd().hash };
  noteAnswers(store, store.unanswered(10), [{ n: entry.n, result: { status: 'applied' } }], 1000);
  assert.equal(plan(store, sidecar), 'awaiting-acknowledgement');
  store.applyPage([{ seq: 3, entity: resource }], 'epoch1.g.3', true, acknowledged, 3);
  assert.equal(plan(store, sidecar), 'in sync');
  assert.equal(keptWith(store, store.file(sidecar)!)?.asset.id, ID);
  assert.deepEqual(
    mayHave(store, H2, []).map(({ key }) => key),
    [sidecar],
    'it can give the cloud its bytes back',
  );
  close();
});

test('SX-7: data that a server refuses are tried again, and then told; a photo that goes leaves them where they are', () => {
  const { store, sidecar, photo, close } = linked();
  const rejected = { status: 'rejected', code: 'invalid', words: 'no' } as const;
  const tries = Array.from({ length: 3 }, () => {
    store.patchFile(sidecar, { trouble: null });
    offerSidecar(store, store.file(sidecar)!, ID, 'adjustment-data', 1000);
    const n = store.outbox().at(-1)!.n;
    noteAnswers(store, store.unanswered(10), [{ n, result: rejected }], 1000);
    store.applyPage([], `epoch1.g.${n}`, true, { n, hash: store.chainEnd().hash }, 3);
    return store.file(sidecar)?.trouble?.nextTry ?? null;
  });
  assert.deepEqual(tries, [5000, 17_000, null]);
  assert.equal(plan(store, sidecar), 'given-up');
  const seen = store.file(sidecar)!;
  const listing = { files: [{ ...seen, excluded: null, what: '' }], unknown: [], still: true, covered: [''], rereads: false, now: 2000 };
  const { touched } = noteLook(store, { ...listing, rules: EXACT_NAMES });
  assert.ok(touched.includes(fileUnit(sidecar)));
  assert.equal(store.file(photo)?.missingSince, 2000);
  assert.equal(sidecarOf(store, store.file(sidecar)!)?.photos, 0);
  assert.equal(plan(store, sidecar), 'not-a-photo');
  close();
});
