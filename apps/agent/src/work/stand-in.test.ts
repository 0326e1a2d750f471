import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  assetUnit,
  doQuickly,
  endEvicting,
  EXACT_NAMES,
  fileUnit,
  isWantedFull,
  judgeChange,
  mayGo,
  noteDropped,
  noteEvicted,
  noteEvicting,
  noteLook,
  notePlaced,
  noteRead,
  noteReplaced,
  planUnit,
  rollEntry,
  smallerVersion,
  stillDue,
  wantFull,
} from '@rollcall/core';
import type { DeviceStore, Folder, FileStats, Laid, LocalFile, Placed, Plan, QuickAction, WalkedFile } from '@rollcall/core';
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
/** It got its place, and nobody changed it meanwhile. */
const laid = (size: bigint): Laid => ({ before: stats(size), stats: stats(size) });

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
  noteEvicted(store, file, placed(file), laid(50n), 900);
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

test('OS-20: a pair of which each part is compressed here is not among what is still to come; with one of them alone it is', () => {
  const { store, key } = withPhoto();
  const film = '2'.repeat(64);
  const resource = { ...originalOf(ASSET, film), id: resourceId(ASSET, 'live-video', film), role: 'live-video', fileName: 'a.mov' };
  store.applyPage([{ seq: 3, entity: resource }], 'e.g.3', true, null, 1);
  evict(store, key);
  assert.deepEqual(store.incoming(), [ASSET]);
  const file = { path: '2024/01/a.mov.jpg', size: 60, mtimeMs: 7, stamp: 't', newHere: false, firstSeen: 1 };
  const compressed = { hash: '6'.repeat(64), standIn: { assetId: ASSET, of: film } };
  store.addFile({ ...file, ...compressed, baseHash: film, assetId: ASSET, agreedAt: 2 });
  assert.deepEqual(store.incoming(), []);
  store.close();
});

test('EV-15: an original that comes back is put over its stand-in as it was written, and over no other bytes, not even those of the original', () => {
  const { store, key } = withPhoto();
  evict(store, key);
  wantFull(store, key);
  const file = store.file(key) ?? assert.fail('it is gone');
  assert.deepEqual(
    [STAND_IN, H1, '9'.repeat(64)].map((found) => mayGo(file, found, 'replaced')),
    [true, false, false],
  );
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
  noteReplaced(store, file, fetch.resource, { path: file.path, laid: laid(500n), as: null }, 990);
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
  noteReplaced(store, file, fetch.resource, { path: file.path, laid: laid(500n), as: null }, 990);
  assert.deepEqual(
    [plan(small), plan(key), isWantedFull(store, small)],
    [{ actions: [], reasons: [] }, { actions: [], reasons: [] }, false],
  );
  store.close();
});

/** The same as `withPhoto`, of a photo that is no JPEG, and gave way. */
function withHeic(known = 'a.heic') {
  const made = withPhoto();
  const { store, key } = made;
  store.applyPage([{ seq: 9, entity: { ...assetEntity(ASSET), fileName: known } }], 'e.g.9', true, null, 2);
  store.patchFile(key, { path: '2024/01/a.heic', wantedName: known, writtenName: known });
  const file = store.file(key) ?? assert.fail('it is gone');
  const beside = { standIn, hash: STAND_IN, path: '2024/01/a.heic.jpg' };
  noteEvicting(store, file, beside);
  return { ...made, beside, now: () => store.file(key) ?? assert.fail('it is gone'), file };
}

test('EV-13: a device that ended while the stand-in had its place and the original was still there drops the stand-in, and nothing else', () => {
  const { store, key, quickly, plan, beside } = withHeic();
  const seen = { path: beside.path, size: 50, mtimeMs: 7, stamp: 't', newHere: true, firstSeen: 3 };
  const small = store.addFile({ ...seen, hash: STAND_IN, standIn });
  assert.deepEqual(plan(small).actions, [{ do: 'drop-stand-in', assetId: ASSET }]);
  const before = store.file(small) ?? assert.fail('it is gone');
  noteDropped(store, before, ASSET);
  assert.deepEqual([store.file(small), plan(key), store.outboxSize(), store.incoming()], [null, { actions: [], reasons: [] }, 0, []]);
  // In another folder, or under a name that was not made of the original's, it is a copy that somebody keeps.
  for (const path of ['Best/a.heic.jpg', '2024/01/b.heic.jpg', '2024/01/a.jpg']) {
    const copy = store.addFile({ ...seen, path, hash: STAND_IN, standIn });
    quickly(copy);
    assert.deepEqual(plan(copy), { actions: [], reasons: [] }, path);
  }
  store.close();
});

test('EV-13: when the stand-in is noted, the original is no file of the device any more; found again, it is the photo, and the stand-in goes', () => {
  const { store, key, beside, now, file, plan, quickly } = withHeic();
  noteEvicted(store, file, beside, laid(50n), 900);
  assert.deepEqual([now().path, now().writtenName, now().wantedName], ['2024/01/a.heic.jpg', 'a.heic.jpg', 'a.heic']);
  assert.deepEqual([plan(key), store.fileAt('2024/01/a.heic'), store.placing(beside.path)], [{ actions: [], reasons: [] }, null, null]);
  const left = store.addFile({ path: '2024/01/a.heic', size: 500, mtimeMs: 7, stamp: 's', newHere: true, firstSeen: 950, hash: H1 });
  quickly(left);
  assert.equal(store.file(left)?.assetId, ASSET);
  assert.deepEqual([plan(key).actions, store.outboxSize()], [[{ do: 'drop-stand-in', assetId: ASSET }], 0]);
  store.close();
});

test('EV-14: a name that a person gave the original in the moment before is the photo’s, though the file is a stand-in by then', () => {
  const { store, key, plan, quickly, now } = withHeic('before.heic');
  const file = store.file(key) ?? assert.fail('it is gone');
  noteEvicted(store, file, { standIn, hash: STAND_IN, path: '2024/01/a.heic.jpg' }, laid(50n), 900);
  assert.deepEqual(plan(key).actions, [{ do: 'rename-asset', assetId: ASSET, name: 'a.heic' }]);
  quickly(key);
  assert.deepEqual([now().wantedName, now().writtenName, store.outboxSize()], ['a.heic', 'a.heic.jpg', 1]);
  store.close();
});

test('EV-12: brought back in full it has the name that it had', () => {
  const { store, key, beside, now, file } = withHeic();
  noteEvicted(store, file, beside, laid(50n), 900);
  wantFull(store, key);
  noteReplaced(store, now(), originalOf(ASSET, H1), { path: '2024/01/a.heic', laid: laid(500n), as: null }, 990);
  assert.deepEqual(
    [now().path, now().writtenName, now().standIn, now().hash, isWantedFull(store, key)],
    ['2024/01/a.heic', 'a.heic', null, H1, false],
  );
  store.close();
});

test('EV-10: a photo that came compressed is the photo’s file here, and nothing of it is lacking', () => {
  const { store, key, plan } = withPhoto();
  store.dropFile(key);
  const remote = store.remote(ASSET) ?? assert.fail('it is not told of');
  notePlaced(
    store,
    remote,
    originalOf(ASSET, H1),
    { path: '2024/01/a.jpg', fileName: 'a.jpg', laid: laid(50n), as: { standIn, hash: STAND_IN } },
    900,
  );
  const [file] = store.filesOf(ASSET);
  assert.deepEqual([file?.hash, file?.baseHash, file?.standIn], [STAND_IN, H1, standIn]);
  assert.deepEqual([plan(file?.key ?? -1), store.incoming()], [{ actions: [], reasons: [] }, []]);
  store.close();
});

test('OV-3: a picture that was made of a film’s stand-in is a photo of its own, and the film is placed again', () => {
  const { store, key } = withPhoto();
  const camera = { make: 'Apple', model: 'iPhone', lens: null };
  const asset = { ...assetEntity(ASSET), kind: 'video' as const, capturedSource: 'exif' as const, camera };
  store.applyPage([{ seq: 9, entity: asset }], 'e.g.9', true, null, 2);
  store.patchFile(key, { hash: STAND_IN, standIn: null, kind: 'photo', fields: asset });
  const file = store.file(key) ?? assert.fail('it is gone');
  assert.deepEqual(judgeChange(store, file, ASSET, null, 990), { is: 'another-photo' });
  store.patchFile(key, { kind: 'video' });
  assert.equal(judgeChange(store, store.file(key) ?? file, ASSET, null, 990).is, 'edit');
  store.close();
});

test('EV-11: an edit that was made of a stand-in says how many pixels it has, and how many the original', () => {
  const { store, key } = withPhoto();
  const edit: Resource = { ...originalOf(ASSET, STAND_IN), id: resourceId(ASSET, 'edited', STAND_IN), role: 'edited' };
  const asset = { ...assetEntity(ASSET), width: 4032, height: 3024 };
  const file = (): LocalFile => store.file(key) ?? assert.fail('it is gone');
  store.applyPage(
    [
      { seq: 8, entity: edit },
      { seq: 9, entity: { ...asset, rendering: edit.id } },
    ],
    'e.g.9',
    true,
    null,
    2,
  );
  const fields = { ...asset, width: 2048, height: 1536 };
  store.patchFile(key, { hash: STAND_IN, baseHash: STAND_IN, fields });
  assert.match(smallerVersion(store, file()) ?? '', /2048 × 1536 .* 4032 × 3024/);
  store.patchFile(key, { standIn });
  assert.equal(smallerVersion(store, file()), null, 'a stand-in is no version');
  store.patchFile(key, { standIn: null, fields: asset });
  assert.equal(smallerVersion(store, file()), null, 'as many pixels as the original');
  store.close();
});

/** Looks at a folder in which nothing lies, until what was there counts as gone. */
function findsNothing(store: DeviceStore, seen: readonly WalkedFile[] = []): void {
  for (const now of [10_000, 20_000, 30_000])
    noteLook(store, { files: seen, unknown: [], still: true, covered: [''], rules: EXACT_NAMES, rereads: false, now });
}

test('EV-29: an original that was to give way, and is nowhere any more with what was to take its place, was deleted by nobody: it comes back', () => {
  const { store, key } = withPhoto();
  const file = store.file(key) ?? assert.fail('it is gone');
  noteEvicting(store, file, placed(file));
  assert.deepEqual(store.givingWay(), [{ key, assetId: ASSET, original: H1, path: file.path, hash: STAND_IN }]);
  findsNothing(store);
  assert.deepEqual([store.file(key), store.incoming(), store.outboxSize()], [null, [ASSET], 0]);
  assert.deepEqual(
    planUnit(store, assetUnit(ASSET), conditions, new Map())?.plan.actions.map((action) => action.do),
    ['fetch'],
  );
  findsNothing(store);
  assert.deepEqual(store.givingWay(), []);
  store.close();
  // What nobody was about to take away was deleted by its person.
  const other = withPhoto();
  findsNothing(other.store);
  assert.deepEqual(other.plan(other.key).actions, [{ do: 'trash', assetId: ASSET }]);
  other.store.close();
});

test('EV-29: that it gives way ends when it has, when it stays, and when a look finds it where it was; from then on it is deleted by who deletes it', () => {
  const { store, key } = withPhoto();
  const file = store.file(key) ?? assert.fail('it is gone');
  evict(store, key);
  assert.deepEqual(store.givingWay(), []);
  store.close();
  const stayed = withPhoto();
  noteEvicting(stayed.store, file, placed(file));
  endEvicting(stayed.store, file, file.path);
  assert.deepEqual([stayed.store.givingWay(), stayed.store.placing(file.path)], [[], null]);
  const seen = { path: file.path, size: 500, mtimeMs: 7, stamp: 's', excluded: null, what: '' };
  noteEvicting(stayed.store, file, placed(file));
  findsNothing(stayed.store, [seen]);
  assert.deepEqual(stayed.store.givingWay(), []);
  findsNothing(stayed.store);
  assert.deepEqual(stayed.plan(stayed.key).actions, [{ do: 'trash', assetId: ASSET }]);
  stayed.store.close();
});
