import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  doQuickly,
  fileUnit,
  isWantedFull,
  noteEvicted,
  noteEvicting,
  noteRead,
  noteReplaced,
  planUnit,
  rollEntry,
  stillDue,
  wantFull,
} from '@rollcall/core';
import type { DeviceStore, Folder, FileStats, LocalFile, Placed, Plan, QuickAction } from '@rollcall/core';
import { ASSET, assetEntity, OTHER, originalOf } from '@rollcall/core/testing';
import { CHAIN_START, resourceId, type Resource } from '@rollcall/protocol';
import { openDeviceStore } from '../store/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-stand-in-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let stores = 0;
const H1 = '1'.repeat(64);
const STAND_IN = '5'.repeat(64);
const standIn = { assetId: ASSET, of: H1 };
const conditions = { now: 1000, server: [], folder: [] };
const there: Folder = { has: () => true, isSameFile: () => false, remove: () => assert.fail('nothing is removed') };
const stats = (size: bigint): FileStats => ({ size, mtimeNs: 5n, ctimeNs: 5n, ino: 7n });

/** A device with one photo that is in the cloud and here. */
function withPhoto(): { store: DeviceStore & { close(): void }; key: number; plan: (key: number) => Plan; quickly: (key: number) => void } {
  const store = openDeviceStore(join(folder, `${++stores}.sqlite`));
  store.setIdentity({ deviceId: OTHER, name: 'd', server: 'x', folder: '/f', accountId: 'x', email: 'e@x.org', libraryId: OTHER });
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const feed = [assetEntity(ASSET), originalOf(ASSET, H1)].map((entity, at) => ({ seq: at + 1, entity }));
  store.applyPage(feed, 'e.g.2', true, null, 1);
  const file = { path: '2024/01/a.jpg', size: 500, mtimeMs: 7, stamp: 's', newHere: false, firstSeen: 1 };
  const key = store.addFile({ ...file, hash: H1, baseHash: H1, assetId: ASSET, agreedAt: 2 });
  const plan = (each: number): Plan => planUnit(store, fileUnit(each), conditions, new Map())?.plan ?? assert.fail('it is gone');
  const quickly = (each: number): void => {
    const found = store.file(each) ?? assert.fail('it is gone');
    doQuickly(
      store,
      there,
      plan(each).actions.map((action) => [found, action as QuickAction] as const),
      { conditions, transfers: new Map() },
    );
  };
  return { store, key, plan, quickly };
}

const placed = ({ path }: LocalFile): Placed => ({ standIn, hash: STAND_IN, path });

function evict(store: DeviceStore, key: number): void {
  const file = store.file(key) ?? assert.fail('it is gone');
  noteEvicting(store, file, placed(file));
  noteEvicted(store, file, placed(file), stats(50n), 900);
}

test('EV-5: evicting queues nothing, and the photo is in sync and told as compressed', () => {
  const { store, key, plan } = withPhoto();
  evict(store, key);
  assert.deepEqual(
    [plan(key), store.outboxSize(), store.incoming(), store.placing('2024/01/a.jpg')],
    [{ actions: [], reasons: [] }, 0, [], null],
  );
  assert.deepEqual([rollEntry(store, key, [])?.form, store.file(key)?.size], ['compressed', 50]);
  store.close();
});

test('SH-32: a file that is gone is told as missing while something stands in the way of its removal, and no more when nothing does', () => {
  const { store, key } = withPhoto();
  store.patchFile(key, { missingSince: 5 });
  const reasons = [{ code: 'paused' as const, since: 1, evidence: {} }];
  assert.equal(rollEntry(store, key, reasons)?.form, 'missing');
  assert.equal(rollEntry(store, key, []), null);
  store.patchFile(key, { held: true });
  assert.equal(rollEntry(store, key, [])?.form, 'missing');
  store.close();
});

test('EV-7: a copy of a stand-in is a second file of its photo under its own name; deleting one of the two deletes no photo', () => {
  const { store, key, plan, quickly } = withPhoto();
  evict(store, key);
  const file = { path: 'Best/copy.jpg', size: 50, mtimeMs: 7, stamp: 't', newHere: true, firstSeen: 3, hash: STAND_IN };
  const copy = store.addFile({ ...file, standIn: { assetId: ASSET, of: H1 } });
  quickly(copy);
  const { assetId, baseHash, writtenName } = store.file(copy) ?? assert.fail('it is gone');
  assert.deepEqual([assetId, baseHash, writtenName, store.file(key)?.path], [ASSET, H1, 'copy.jpg', '2024/01/a.jpg']);
  assert.deepEqual([plan(copy), plan(key), store.outboxSize()], [{ actions: [], reasons: [] }, { actions: [], reasons: [] }, 0]);
  store.patchFile(key, { missingSince: 500, gone: true });
  quickly(key);
  assert.deepEqual([store.file(key), store.outboxSize()], [null, 0]);
  store.close();
});

test('EV-7: a stand-in that was moved takes the place of the file that is missing, name and all', () => {
  const { store, key, quickly } = withPhoto();
  evict(store, key);
  store.patchFile(key, { missingSince: 500 });
  const moved = { path: 'Best/a.jpg', size: 50, mtimeMs: 7, stamp: 't', newHere: true, firstSeen: 3, hash: STAND_IN, standIn };
  const found = store.addFile(moved);
  quickly(found);
  assert.deepEqual([store.file(key), store.file(found)?.assetId, store.outboxSize()], [null, ASSET, 0]);
  store.close();
});

test('EV-7: a device that ended between the rename and its note finds the stand-in to be one when it reads it', () => {
  const { store, key, plan } = withPhoto();
  const file = store.file(key) ?? assert.fail('it is gone');
  noteEvicting(store, file, placed(file));
  store.patchFile(key, { stamp: 'u', size: 50, hash: null });
  const touched = store.file(key) ?? assert.fail('it is gone');
  noteRead(store, touched, { hash: STAND_IN, readAt: 950, fields: null, kind: 'photo', mime: 'image/jpeg', standIn });
  assert.deepEqual([plan(key), store.file(key)?.baseHash], [{ actions: [], reasons: [] }, H1]);
  store.close();
});

test('EV-4: a stand-in that was fetched in full is none any more, and is not wanted again', () => {
  const { store, key, plan } = withPhoto();
  evict(store, key);
  wantFull(store, key);
  const [fetch] = plan(key).actions;
  assert.ok(fetch?.do === 'fetch' && fetch.resource.hash === H1);
  const file = store.file(key) ?? assert.fail('it is gone');
  noteReplaced(store, file, fetch.resource, { path: file.path, stats: stats(500n), as: null }, 990);
  assert.deepEqual([plan(key), store.file(key)?.standIn, isWantedFull(store, key)], [{ actions: [], reasons: [] }, null, false]);
  store.close();
});

test('PL-40: a stand-in of a part of a pair that is opened in full is due that part, and is none any more when it has it', () => {
  const { store, key, plan } = withPhoto();
  const H2 = '2'.repeat(64);
  const part: Resource = { ...originalOf(ASSET, H2), id: resourceId(ASSET, 'alternate', H2), role: 'alternate' };
  store.applyPage([{ seq: 3, entity: part }], 'e.g.3', true, null, 2);
  const seen = { path: '2024/01/b.jpg', size: 50, mtimeMs: 7, stamp: 't', newHere: false, firstSeen: 1 };
  const standInOfPart = { assetId: ASSET, of: H2 };
  const small = store.addFile({ ...seen, hash: STAND_IN, baseHash: H2, assetId: ASSET, agreedAt: 2, standIn: standInOfPart });
  wantFull(store, small);
  const [fetch] = plan(small).actions;
  assert.ok(fetch?.do === 'fetch' && fetch.resource.hash === H2);
  const file = store.file(small) ?? assert.fail('it is gone');
  assert.equal(stillDue(store, file, ASSET, fetch.resource)?.asset.id, ASSET);
  assert.equal(stillDue(store, file, ASSET, originalOf(ASSET, H1)), null, 'not what the photo shows');
  noteReplaced(store, file, fetch.resource, { path: file.path, stats: stats(500n), as: null }, 990);
  assert.deepEqual(
    [plan(small), plan(key), isWantedFull(store, small)],
    [{ actions: [], reasons: [] }, { actions: [], reasons: [] }, false],
  );
  store.close();
});
