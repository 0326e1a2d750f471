import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assetUnit,
  Census,
  doQuickly,
  mayBeHere,
  dueOf,
  EXACT_NAMES,
  fileUnit,
  isNews,
  isRacy,
  isTimeFor,
  letOverwrittenGo,
  noteEvicted,
  noteForeignBytes,
  noteLook,
  noteNotMedia,
  noteParted,
  notePlaced,
  noteRead,
  noteRehashed,
  noteRenamed,
  noteReplaced,
  offerNew,
  plannedWith,
  planUnit,
  settleRemovals,
  sidecarOf,
  sidecarsBeside,
  stampOf,
  stillDue,
  takePages,
  untilSecondGlance,
  type Closed,
  type FileStats,
  type LocalFile,
  type NewFile,
  type Unit,
} from '@rollcall/core';
import { CHAIN_START, resourceId, type Asset, type Entity, type Resource } from '@rollcall/protocol';
import { MemoryDeviceStore } from '../device/memory-store.ts';

const DEVICE = '01900000-0000-7000-8000-00000000000d';
const ASSET = '01900000-0000-7000-8000-000000000001';
const H1 = '1'.repeat(64);

function linked(): MemoryDeviceStore {
  const store = new MemoryDeviceStore();
  store.setIdentity({
    deviceId: DEVICE,
    name: 'd',
    server: 'https://x',
    folder: '/f',
    accountId: 'x',
    email: 'e@example.org',
    libraryId: DEVICE,
  });
  store.rechain('epoch', { n: 0, hash: CHAIN_START });
  return store;
}

const stats = (size: bigint, mtimeNs: bigint, ctimeNs: bigint): FileStats => ({ size, mtimeNs, ctimeNs, ino: 7n });

function known(store: MemoryDeviceStore): number {
  const stamp = stampOf(stats(100n, 5_000_000n, 5_000_000n));
  const file: NewFile = {
    path: 'a.jpg',
    size: 100,
    mtimeMs: 5,
    stamp,
    newHere: true,
    firstSeen: 1,
    hash: H1,
    baseHash: H1,
    assetId: ASSET,
  };
  return store.addFile(file);
}

test('FS-29: a file that its person changed in the moment of its renaming is read again', () => {
  const store = linked();
  const key = known(store);
  const file = store.file(key) ?? assert.fail();
  noteRenamed(store, file, 'b.jpg', 'b.jpg', stats(250n, 9_000_000n, 9_000_000n));
  const after = store.file(key);
  assert.deepEqual([after?.path, after?.hash, after?.size, after?.mtimeMs], ['b.jpg', null, 250, 9]);
});

test('FS-29: a file that was only renamed is known as before', () => {
  const store = linked();
  const key = known(store);
  const file = store.file(key) ?? assert.fail();
  noteRenamed(store, file, 'b.jpg', 'b.jpg', stats(100n, 5_000_000n, 9_000_000n));
  const after = store.file(key);
  assert.deepEqual([after?.path, after?.hash, after?.size], ['b.jpg', H1, 100]);
});

test('FS-29: of bytes that nobody knew the size is noted with the stamp, so that as many are sent', () => {
  const store = linked();
  const key = known(store);
  noteForeignBytes(store, key, stampOf(stats(250n, 9_000_000n, 9_000_000n)));
  const after = store.file(key);
  assert.deepEqual([after?.hash, after?.size, after?.mtimeMs], [null, 250, 9]);
});

test('FS-59: a photo that got its place before the agent ended, and was moved since, is read before it is fetched once more', () => {
  const store = linked();
  const wanted = resource('original', H1);
  assert.equal(mayBeHere(store, ASSET, wanted), false);
  const key = known(store);
  store.patchFile(key, { path: 'Trip/a.jpg', hash: null, assetId: null, baseHash: null });
  assert.equal(mayBeHere(store, ASSET, wanted), false, 'any file that is not read yet');
  store.setPlacing({ path: '2024/01/a.jpg', assetId: ASSET, hash: H1, wantedName: 'a.jpg' });
  assert.equal(mayBeHere(store, ASSET, wanted), true);
  store.patchFile(key, { hash: '2'.repeat(64) });
  assert.equal(mayBeHere(store, ASSET, wanted), false, 'it is another photo');
});

test('FS-30: a clock that was set back puts off neither the second look at a new file nor the next try', () => {
  assert.equal(untilSecondGlance({ firstSeen: 86_400_000 }, 0), 100);
  assert.equal(isTimeFor(86_400_000, 0), true);
  assert.equal(isTimeFor(60_000, 0), false);
  const store = linked();
  const key = known(store);
  const trouble = { code: 'refused' as const, evidence: {}, tries: 2, since: 80_000_000, nextTry: 86_400_000 };
  store.patchFile(key, { trouble, hash: null });
  const planned = planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map());
  assert.deepEqual(planned?.plan.actions, [{ do: 'hash' }]);
});

test('FS-30: a file that went missing before the clock was set back is gone after two looks, as ever', () => {
  const store = linked();
  const key = known(store);
  const look = (now: number): unknown =>
    noteLook(store, { files: [], unknown: [], still: true, covered: [''], rules: EXACT_NAMES, rereads: true, now });
  look(86_400_000);
  look(1000);
  assert.equal(store.file(key)?.gone, false);
  look(7000);
  assert.equal(store.file(key)?.gone, true);
});

test('PL-44: a look in which names changed while it listed the folder does not say that a file is nowhere; the next one that stood still does', () => {
  const store = linked();
  const key = known(store);
  const look = (now: number, still: boolean): unknown =>
    noteLook(store, { files: [], unknown: [], still, covered: [''], rules: EXACT_NAMES, rereads: true, now });
  look(10_000, false);
  assert.equal(store.file(key)?.missingSince, 10_000, 'once is noted by any look');
  look(20_000, false);
  assert.equal(store.file(key)?.gone, false);
  look(25_100, true);
  assert.equal(store.file(key)?.gone, true);
});

const DISK_OVER_TRIP = [{ path: 'Trip', why: 'another-disk', error: '' }] as const;

/** A look that does not see the file that is known. */
function missedBy(store: MemoryDeviceStore, now: number, unknown: readonly Closed[], covered = ['']): void {
  noteLook(store, { files: [], unknown, still: true, covered, rules: EXACT_NAMES, rereads: true, now });
}

test('FS-51: a photo that went missing before a look had found that another disk lies over a part of the folder is not gone, and says why; when that disk goes, two looks settle it', () => {
  const store = linked();
  const key = known(store);
  missedBy(store, 10_000, [], ['a.jpg']);
  missedBy(store, 15_100, DISK_OVER_TRIP);
  missedBy(store, 20_200, DISK_OVER_TRIP);
  missedBy(store, 80_000, DISK_OVER_TRIP, ['a.jpg']);
  const file = store.file(key);
  assert.deepEqual([file?.gone, file?.missingSince, file?.trouble?.code], [false, null, 'folder-missing']);
  assert.match(String(file?.trouble?.evidence['why']), /another disk lies over Trip/);
  assert.equal(store.missing().length, 0, 'nothing waits for another look');
  missedBy(store, 90_000, [], ['Trip']);
  missedBy(store, 95_100, []);
  assert.deepEqual([store.file(key)?.gone, store.file(key)?.trouble], [false, null]);
  missedBy(store, 100_200, []);
  assert.equal(store.file(key)?.gone, true);
});

test('FS-51: a photo that a whole look has seen beside the other disk is deleted as ever', () => {
  const store = linked();
  const key = known(store);
  const stamp = store.file(key)?.stamp ?? '';
  const seen = { path: 'a.jpg', size: 100, mtimeMs: 5, stamp, excluded: null, what: '' };
  noteLook(store, { files: [seen], unknown: DISK_OVER_TRIP, still: true, covered: [''], rules: EXACT_NAMES, rereads: true, now: 10_000 });
  missedBy(store, 20_000, [], ['a.jpg']);
  missedBy(store, 25_100, DISK_OVER_TRIP);
  assert.equal(store.file(key)?.gone, true);
});

test('FS-51: a photo that went missing and is seen again under the name that it had is as it was', () => {
  const store = linked();
  const key = known(store);
  const stamp = store.file(key)?.stamp ?? '';
  missedBy(store, 10_000, [], ['a.jpg']);
  missedBy(store, 15_100, DISK_OVER_TRIP);
  const seen = { path: 'a.jpg', size: 100, mtimeMs: 5, stamp, excluded: null, what: '' };
  noteLook(store, { files: [seen], unknown: DISK_OVER_TRIP, still: true, covered: [''], rules: EXACT_NAMES, rereads: true, now: 30_000 });
  assert.deepEqual([store.file(key)?.missingSince, store.file(key)?.trouble], [null, null]);
});

test('PL-48: when a file shows a photo no longer, what was kept beside it is planned again', () => {
  const beside = (store: MemoryDeviceStore): number =>
    store.addFile({
      path: 'copy.jpg',
      size: 100,
      mtimeMs: 5,
      stamp: 't',
      newHere: false,
      firstSeen: 1,
      hash: H1,
      assetId: ASSET,
      baseHash: H1,
    });
  for (const letsGo of [
    (store: MemoryDeviceStore, file: LocalFile) => letOverwrittenGo(store, file, ASSET, 2000),
    (store: MemoryDeviceStore, file: LocalFile) => noteNotMedia(store, file, 'a text', 2000),
  ]) {
    const store = linked();
    const file = store.file(known(store));
    assert.ok(file);
    const kept = beside(store);
    assert.ok(letsGo(store, file).includes(fileUnit(kept)));
  }
});

test('SM-22: when a file goes missing, its photo is planned again, of which another part may be awaited here', () => {
  const store = linked();
  const key = known(store);
  const look = { files: [], unknown: [], still: true, covered: [''], rules: EXACT_NAMES, rereads: true };
  assert.deepEqual(noteLook(store, { ...look, now: 1000 }).touched, [fileUnit(key), assetUnit(ASSET)]);
  assert.deepEqual(noteLook(store, { ...look, now: 7000 }).touched, [fileUnit(key), assetUnit(ASSET)]);
});

test('SM-23: when a file holds its photo no more, the other files of that photo are planned again: one of them follows it now', () => {
  for (const what of ['another photo', 'no photo'] as const) {
    const store = linked();
    const key = known(store);
    const file = store.file(key) ?? assert.fail();
    const other = store.addFile({ ...file, path: 'b.jpg', hash: '2'.repeat(64), newHere: false });
    const touched = what === 'no photo' ? noteNotMedia(store, file, 'text', 1000) : letOverwrittenGo(store, file, ASSET, 1000);
    assert.ok(touched.includes(fileUnit(other)), what);
    assert.ok(touched.includes(assetUnit(ASSET)), what);
    assert.equal(store.file(key)?.assetId, null);
  }
});

/** A look that sees files with these names, of which nobody has read a byte. */
function looks(store: MemoryDeviceStore, paths: readonly string[], now: number): void {
  const files = paths.map((path) => ({ path, size: 100, mtimeMs: 5, stamp: path, excluded: null, what: '' }));
  noteLook(store, { files, unknown: [], still: true, covered: [''], rules: EXACT_NAMES, rereads: true, now });
}

for (const [which, other] of [
  ['that shows no photo yet', null],
  ['whose photo the server has not told of', '01900000-0000-7000-8000-000000000002'],
] as const)
  test(`PL-41: a photo that is gone and seemed to be in a file ${which} is counted anew when that one is missed, too`, () => {
    const store = linked();
    store.applyPage(
      [asset, resource('original', H1)].map((entity, at) => ({ seq: at + 1, entity })),
      'e.g.2',
      true,
      null,
      1,
    );
    const key = known(store);
    store.patchFile(key, { missingSince: 1000, gone: true });
    const moved = store.addFile({
      path: 'b.jpg',
      size: 100,
      mtimeMs: 5,
      stamp: 'b.jpg',
      newHere: true,
      firstSeen: 1,
      hash: H1,
      assetId: other,
    });
    const plan = (): unknown => planUnit(store, fileUnit(key), { now: 9000, server: [], folder: [] }, new Map())?.plan.actions;
    assert.deepEqual(plan(), [], 'it seems to be there');
    store.patchFile(moved, { trouble: null });
    looks(store, ['c.jpg'], 9000);
    assert.deepEqual(plan(), [], 'it may be the third one, which nobody has read');
    looks(store, ['c.jpg'], 15_000);
    assert.deepEqual(plan(), []);
    const third = store.fileAt('c.jpg') ?? assert.fail();
    store.patchFile(third.key, { hash: '4'.repeat(64), trouble: { code: 'refused', evidence: {}, tries: 1, since: 1, nextTry: null } });
    looks(store, ['c.jpg'], 21_000);
    assert.deepEqual(plan(), [{ do: 'trash', assetId: ASSET }], 'and is not');
  });

test('FS-30: a file from a time that is yet to come, as this clock says, is read once and not at every look', () => {
  assert.equal(isRacy(86_400_000, 0), false);
  assert.deepEqual([isRacy(1000, 2000), isRacy(2000, 1000), isRacy(1000, 4000)], [true, true, false]);
});

test('RH-6: bytes that the disk changed in a part of a pair are a photo of their own, and the part comes back beside it', () => {
  const store = linked();
  const H2 = '2'.repeat(64);
  const [original, film] = [resource('original', H1), resource('live-video', H2)];
  const changes = [asset, original, film].map((entity, at) => ({ seq: at + 1, entity }));
  store.applyPage(changes, 'e.g.3', true, null, 1);
  const key = known(store);
  store.patchFile(key, { hash: H2, baseHash: H2 });
  const file = store.file(key) ?? assert.fail();
  noteRehashed(store, file, { hash: '3'.repeat(64), stampBefore: file.stamp, stampAfter: file.stamp }, 5);
  assert.deepEqual([store.file(key)?.hash, store.file(key)?.rotted], [null, null]);
  store.patchFile(key, { hash: '3'.repeat(64) });
  const planned = planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map());
  assert.deepEqual(planned?.plan.actions, [{ do: 'let-go', assetId: ASSET }]);
});

const asset: Asset = {
  type: 'asset',
  id: ASSET,
  kind: 'photo',
  state: 'live',
  trashedAt: null,
  addedAt: 1,
  addedBy: null,
  rendering: null,
  fileName: 'a.jpg',
  capturedAt: '2024-01-01T00:00:00',
  capturedSource: 'exif',
  width: 1,
  height: 1,
  duration: null,
  camera: null,
  exposure: null,
  place: null,
  title: null,
  caption: null,
  favourite: false,
  hidden: false,
  rating: null,
  keywords: [],
};

function resource(role: string, hash: string): Resource {
  return {
    type: 'resource',
    id: resourceId(ASSET, role, hash),
    assetId: ASSET,
    role,
    hash,
    size: 5,
    mime: 'image/jpeg',
    fileName: null,
    modifiedAt: null,
    removed: false,
  };
}

test('PL-13: an asset whose original was taken from it in the middle of the feed is not told to be in sync', () => {
  const store = linked();
  store.applyPage(
    [
      { seq: 1, entity: asset },
      { seq: 2, entity: { ...resource('original', H1), removed: true } },
    ],
    'e.g.2',
    false,
    null,
    1,
  );
  const key = known(store);
  const planned = planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map());
  assert.deepEqual(
    planned?.plan.reasons.map(({ code }) => code),
    ['queued'],
  );
});

test('PL-16: a part of a pair of which the rest of the feed has not told yet is no edit that the cloud forgot', () => {
  const store = linked();
  const H2 = '2'.repeat(64);
  const OTHER = '01900000-0000-7000-8000-000000000002';
  const key = known(store);
  store.patchFile(key, { assetId: OTHER, hash: H2, baseHash: H2, kind: 'photo' });
  const alias = { type: 'alias' as const, from: OTHER, to: ASSET, role: 'alternate' };
  const page = {
    changes: [asset, resource('original', H1), alias].map((entity, at) => ({ seq: at + 1, entity })),
    cursor: 'e.g.3',
    acknowledged: null,
  };
  takePages(store, [{ ...page, complete: false }], 1);
  const plan = (): unknown => planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map())?.plan.actions;
  assert.deepEqual(plan(), []);
  takePages(store, [{ changes: [], cursor: 'e.g.3', complete: true, acknowledged: null }], 2);
  assert.deepEqual(plan(), [{ do: 'send-change', assetId: ASSET }]);
});

test('PL-56: the beginning of a photo that was completed and joined to another photo before this device heard of either is no edit of that one', () => {
  const store = linked();
  const [beginning, whole] = ['2'.repeat(64), '3'.repeat(64)];
  const OTHER = '01900000-0000-7000-8000-000000000002';
  const of = (assetId: string, role: string, hash: string, removed: boolean): Resource => ({
    ...resource(role, hash),
    id: resourceId(assetId, role, hash),
    assetId,
    removed,
  });
  const told = (entities: readonly Entity[]): void =>
    void takePages(
      store,
      [{ changes: entities.map((entity, at) => ({ seq: at + 1, entity })), cursor: 'e.g.9', complete: true, acknowledged: null }],
      1,
    );
  told([asset, resource('original', H1), { ...asset, id: OTHER }, of(OTHER, 'original', beginning, false)]);
  const key = known(store);
  store.patchFile(key, { assetId: OTHER, hash: beginning, baseHash: beginning, kind: 'photo', newHere: false });
  const joined: Entity = { type: 'alias', from: OTHER, to: ASSET, role: 'alternate' };
  const gone = [of(OTHER, 'original', beginning, true), of(OTHER, 'original', whole, true)];
  told([...gone, of(ASSET, 'alternate', whole, false), joined]);
  const plan = planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map())?.plan.actions;
  assert.deepEqual(plan, [{ do: 'let-go', assetId: ASSET }]);
});

test('PL-16: an edit that a restored server has forgotten is not replaced while the feed is read anew, but offered when all is told', () => {
  const store = linked();
  const H2 = '2'.repeat(64);
  const edit = resource('edited', H2);
  const key = known(store);
  store.patchFile(key, { hash: H2, baseHash: H2, kind: 'photo' });
  const told = (entities: readonly Entity[], complete: boolean): void =>
    void takePages(
      store,
      [{ changes: entities.map((entity, at) => ({ seq: at + 1, entity })), cursor: 'e.g.9', complete, acknowledged: null }],
      1,
    );
  told([resource('original', H1), edit, { ...asset, rendering: edit.id }], true);
  store.restartFeed('put-back');
  const plan = (): unknown => planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map())?.plan.actions;
  told([asset], false);
  assert.deepEqual(plan(), []);
  told([resource('original', H1)], true);
  assert.deepEqual(plan(), [{ do: 'send-change', assetId: ASSET }]);
});

test('PL-52: a device that was put back offers nothing as new before it has heard the feed to its end, though that tells nothing', () => {
  const store = linked();
  const heard = { changes: [], cursor: 'e.g.2', complete: true, acknowledged: null };
  takePages(store, [heard], 1);
  assert.equal(isNews(store, heard), false);
  const key = known(store);
  store.patchFile(key, { assetId: null, baseHash: null });
  const plan = (): unknown => planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map())?.plan.actions;
  assert.deepEqual(plan(), [{ do: 'send-new' }]);
  noteParted(store, 'a number of another time');
  assert.deepEqual(plan(), []);
  assert.equal(isNews(store, heard), true);
  takePages(store, [heard], 2);
  assert.deepEqual(plan(), [{ do: 'send-new' }]);
});

test('PL-53: a file that holds data of a photo is planned with that photo, however the two names are commonly spelled', () => {
  const spelled = ['sea', 'Sea', 'SEA', 'Käse', 'käse'.normalize('NFD'), 'KÄSE'];
  for (const photo of spelled)
    for (const sidecar of spelled) {
      const store = linked();
      store.patchFile(known(store), { path: `${photo}.JPG`, kind: 'photo' });
      const stamp = stampOf(stats(10n, 6_000_000n, 6_000_000n));
      const key = store.addFile({ path: `${sidecar}.AAE`, size: 10, mtimeMs: 6, stamp, newHere: true, firstSeen: 6, hash: '2'.repeat(64) });
      store.patchFile(key, { excluded: 'not-a-photo' });
      const goes = sidecarOf(store, store.file(key) ?? assert.fail())?.photos === 1;
      assert.equal(goes, photo.toLowerCase().normalize('NFC') === sidecar.toLowerCase().normalize('NFC'), `${photo} and ${sidecar}`);
      assert.deepEqual(sidecarsBeside(store, `${photo}.JPG`), goes ? [fileUnit(key)] : [], `${photo} and ${sidecar}`);
    }
});

test('PL-55: when a photo of which two files are held as deleted comes back, the other one is planned again: nothing is asked about it any more', () => {
  const store = linked();
  const rows = [asset, resource('original', H1)];
  store.applyPage(
    rows.map((entity, at) => ({ seq: at + 1, entity })),
    'e.g.2',
    true,
    null,
    1,
  );
  const gone = { missingSince: 1000, gone: true, held: true };
  const first = known(store);
  const second = store.addFile({ ...(store.file(first) ?? assert.fail()), path: 'b.jpg' });
  const back = store.addFile({ ...(store.file(first) ?? assert.fail()), path: 'c.jpg', assetId: null, baseHash: null });
  for (const key of [first, second]) store.patchFile(key, gone);
  const conditions = { now: 2000, server: [], folder: [] };
  const plan = (key: number) => planUnit(store, fileUnit(key), conditions, new Map())?.plan;
  const binds = { do: 'bind', assetId: ASSET, hash: H1 } as const;
  assert.deepEqual(plan(back)?.actions, [binds]);
  const file = store.file(back) ?? assert.fail();
  const folder = { has: (path: string) => path === 'c.jpg', isSameFile: () => false, remove: () => assert.fail('nothing is removed') };
  const touched = doQuickly(store, folder, [[file, binds]], { conditions, transfers: new Map() });
  const left = store.filesOf(ASSET).find(({ missingSince }) => missingSince !== null) ?? assert.fail();
  assert.deepEqual(plan(left.key)?.actions, [{ do: 'forget-file' }]);
  assert.ok(touched.includes(fileUnit(left.key)));
});

test('PL-57: a name that a photo got elsewhere, while its edit here was on its way, is its file’s name when that edit is agreed on; and a name that it got here is told', () => {
  const H2 = '2'.repeat(64);
  const conditions = { now: 2000, server: [], folder: [] };
  const edited = (path: string): readonly [MemoryDeviceStore, number] => {
    const store = linked();
    const key = known(store);
    const names = { wantedName: 'a.jpg', writtenName: 'a.jpg' };
    store.patchFile(key, { path, hash: H2, ...names });
    const rows = [{ ...asset, fileName: 'b.jpg', rendering: resource('edited', H2).id }, resource('original', H1), resource('edited', H2)];
    store.applyPage(
      rows.map((entity, at) => ({ seq: at + 1, entity })),
      'e.g.3',
      true,
      null,
      1,
    );
    return [store, key];
  };
  for (const [path, then] of [
    ['a.jpg', { do: 'rename-file', assetId: ASSET, name: 'b.jpg' }],
    ['c.jpg', { do: 'rename-asset', assetId: ASSET, name: 'c.jpg' }],
  ] as const) {
    const [store, key] = edited(path);
    const plan = () => planUnit(store, fileUnit(key), conditions, new Map())?.plan.actions;
    const binds = { do: 'bind', assetId: ASSET, hash: H2 } as const;
    assert.deepEqual(plan(), [binds]);
    const folder = { has: (each: string) => each === path, isSameFile: () => false, remove: () => assert.fail('nothing is removed') };
    doQuickly(store, folder, [[store.file(key) ?? assert.fail(), binds]], { conditions, transfers: new Map() });
    assert.deepEqual(plan(), [then]);
  }
});

test('PL-17: a photo that was moved is not deleted when its old place is settled before its new one', () => {
  const store = linked();
  const key = known(store);
  store.applyPage(
    [
      { seq: 1, entity: asset },
      { seq: 2, entity: resource('original', H1) },
    ],
    'e.g.2',
    true,
    null,
    1,
  );
  store.patchFile(key, { missingSince: 10, gone: true });
  const moved = store.addFile({ path: 'Trip/a.jpg', size: 100, mtimeMs: 5, stamp: 's', newHere: true, firstSeen: 1, hash: H1 });
  const plan = (): unknown => planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map())?.plan.actions;
  assert.deepEqual(plan(), []);
  assert.deepEqual(settleRemovals(store, { now: 1000 }), []);
  assert.equal(store.outboxSize(), 0);
  store.dropFile(moved);
  assert.deepEqual(plan(), [{ do: 'trash', assetId: ASSET }]);
});

test('RS-12: a change that was answered before the server was rolled back, with a cursor from before both, is told again', () => {
  const store = linked();
  store.queue({ name: 'asset.trash', args: { assetId: ASSET } }, null, 1);
  store.answer(1, { status: 'applied' });
  assert.equal(store.unanswered(5).length, 0);
  takePages(store, [{ changes: [], cursor: 'e.g.1', complete: true, acknowledged: { n: 0, hash: CHAIN_START } }], 2);
  assert.deepEqual([store.unanswered(5).length, store.outboxSize()], [1, 1]);
});

test('PL-17: a photo that was moved before its commit was acknowledged, and was offered once more from its new place, is not deleted', () => {
  const store = linked();
  const key = known(store);
  store.applyPage(
    [
      { seq: 1, entity: asset },
      { seq: 2, entity: resource('original', H1) },
    ],
    'e.g.2',
    true,
    null,
    1,
  );
  store.patchFile(key, { missingSince: 10, gone: true });
  const OTHER = '01900000-0000-7000-8000-000000000002';
  store.addFile({ path: 'Trip/a.jpg', size: 100, mtimeMs: 5, stamp: 's', newHere: true, firstSeen: 1, hash: H1, assetId: OTHER });
  const plan = (): unknown => planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map())?.plan.actions;
  assert.deepEqual(plan(), []);
  takePages(
    store,
    [{ changes: [{ seq: 3, entity: { type: 'alias', from: OTHER, to: ASSET } }], cursor: 'e.g.3', complete: true, acknowledged: null }],
    2,
  );
  assert.deepEqual(plan(), [{ do: 'forget-file' }]);
});

test('PL-30: what the settings leave out waits for no time, and what failed before is tried again when they change', () => {
  const store = linked();
  const key = known(store);
  const trouble = { code: 'quota-full' as const, evidence: {}, tries: 2, since: 1, nextTry: 5000 };
  store.patchFile(key, { assetId: null, baseHash: null, trouble });
  const due = (now: number, direction: 'both' | 'download-only'): number | null =>
    dueOf(store, planUnit(store, fileUnit(key), { now, server: [], folder: [], direction }, new Map()), now);
  assert.deepEqual([due(1000, 'both'), due(6000, 'download-only')], [5000, null]);
  store.patchFile(key, { missingSince: 1 });
  assert.equal(due(1000, 'both'), null, 'what is not there is not tried again');
});

test('PL-42: what is due, and cannot begin while the server does not answer, keeps the device busy no more than what is not due', () => {
  const store = linked();
  const key = known(store);
  const trouble = { code: 'refused' as const, evidence: {}, tries: 2, since: 1, nextTry: 5000 };
  store.patchFile(key, { assetId: null, baseHash: null, trouble });
  const server = [{ code: 'server-unreachable' as const, evidence: {}, tries: 1, since: 1, nextTry: 7000 }];
  const due = (now: number): number | null => dueOf(store, planUnit(store, fileUnit(key), { now, server, folder: [] }, new Map()), now);
  assert.deepEqual([due(1000), due(4999), due(5000), due(6000)], [5000, 5000, null, null]);
});

const OTHER_PHOTO = '01900000-0000-7000-8000-000000000003';
const H2 = '2'.repeat(64);
const agreed = { size: 100, mtimeMs: 5, stamp: 's', newHere: false, firstSeen: 1, hash: H1, baseHash: H1, assetId: ASSET };

/** Another photo is found in the file, and becomes a photo of its own. Gives its name, and how its file is known then. */
function overwritten(store: MemoryDeviceStore, key: number, fileName: string): readonly unknown[] {
  const fields = { ...asset, fileName };
  store.patchFile(key, { hash: H2, kind: 'photo', fields });
  letOverwrittenGo(store, store.file(key) ?? assert.fail(), ASSET, 2);
  offerNew(store, store.file(key) ?? assert.fail(), OTHER_PHOTO, 3);
  const queued = store.unanswered(5).flatMap(({ mutation }) => (mutation.name === 'asset.create' ? [mutation.args.fields.fileName] : []));
  const { wantedName, writtenName } = store.file(key) ?? assert.fail();
  return [...queued, wantedName, writtenName];
}

test('PL-36: a photo that was written over another one, whose file got a number here in that moment, is not called by the number', () => {
  const store = linked();
  const key = known(store);
  noteRenamed(store, store.file(key) ?? assert.fail(), 'Sea (2).jpg', 'Sea.jpg', stats(250n, 9_000_000n, 9_000_000n));
  assert.deepEqual(overwritten(store, key, 'Sea (2).jpg'), ['Sea.jpg', 'Sea.jpg', 'Sea (2).jpg']);
});

test('PL-36: a number that a person gave stays, and so does the name of a copy that was written over', () => {
  const named = linked();
  const numbered = named.addFile({ ...agreed, path: 'Sea (2).jpg', wantedName: 'Sea (2).jpg', writtenName: 'Sea (2).jpg' });
  assert.deepEqual(overwritten(named, numbered, 'Sea (2).jpg'), ['Sea (2).jpg', 'Sea (2).jpg', 'Sea (2).jpg']);
  const copied = linked();
  const copy = copied.addFile({ ...agreed, path: 'Best.jpg', wantedName: 'Sea.jpg', writtenName: 'Best.jpg' });
  assert.deepEqual(overwritten(copied, copy, 'Best.jpg'), ['Best.jpg', 'Best.jpg', 'Best.jpg']);
  const renamed = linked();
  const moved = renamed.addFile({ ...agreed, path: 'Sea (3).jpg', wantedName: 'Sea.jpg', writtenName: 'Sea (2).jpg' });
  assert.deepEqual(overwritten(renamed, moved, 'Sea (3).jpg'), ['Sea (3).jpg', 'Sea (3).jpg', 'Sea (3).jpg']);
});

test('PL-38: a file that this device put in its place before a loss of power took its row is not new, and its number is not its name', () => {
  const placed = (hash: string): MemoryDeviceStore => {
    const store = linked();
    store.setPlacing({ path: 'Sea (2).jpg', assetId: ASSET, hash, wantedName: 'Sea.jpg' });
    const key = store.addFile({ path: 'Sea (2).jpg', size: 5, mtimeMs: 5, stamp: '5-5-5-5', newHere: true, firstSeen: 1 });
    const read = { hash: H1, readAt: 9, fields: { ...asset, fileName: 'Sea (2).jpg' }, kind: 'photo', mime: 'image/jpeg' } as const;
    noteRead(store, store.file(key) ?? assert.fail(), read);
    return store;
  };
  const facts = (store: MemoryDeviceStore): unknown[] => {
    const file = store.fileAt('Sea (2).jpg') ?? assert.fail();
    return [file.newHere, file.wantedName, file.writtenName];
  };
  assert.deepEqual(facts(placed(H1)), [false, 'Sea.jpg', 'Sea (2).jpg']);
  assert.equal(facts(placed(H2))[0], true, 'other bytes are a person’s');
  const store = placed(H1);
  const trashed: Asset = { ...asset, state: 'trashed', trashedAt: 5 };
  const changes = [
    { seq: 1, entity: trashed },
    { seq: 2, entity: resource('original', H1) },
  ];
  takePages(store, [{ changes, cursor: 'e.g.2', complete: true, acknowledged: null }], 2);
  const { key } = store.fileAt('Sea (2).jpg') ?? assert.fail();
  const plan = planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map())?.plan;
  assert.deepEqual([plan?.actions, plan?.reasons.map(({ code }) => code)], [[], ['deleted-before']]);
});

test('RS-13: what was written over a photo that a server put back does not know is a photo of its own, and an edit of it is offered as that photo', () => {
  const camera = (model: string) => ({ make: 'Rollcall', model, lens: null });
  const offered = (now: Partial<Asset>): readonly unknown[] => {
    const store = linked();
    const key = known(store);
    const its = { ...asset, camera: camera('One') };
    const changes = [
      { seq: 1, entity: its },
      { seq: 2, entity: resource('original', H1) },
    ];
    store.applyPage(changes, 'e.g.2', true, null, 2);
    store.restartFeed('put-back');
    store.applyPage([], 'f.g.1', true, null, 3);
    const { fileName, capturedAt, capturedSource } = its;
    store.patchFile(key, { hash: H2, kind: 'photo', fields: { ...its, fileName, capturedAt, capturedSource, ...now } });
    offerNew(store, store.file(key) ?? assert.fail(), OTHER_PHOTO, 4);
    const created = store.unanswered(5).flatMap(({ mutation }) => (mutation.name === 'asset.create' ? [mutation.args.assetId] : []));
    const { assetId, baseHash } = store.file(key) ?? assert.fail();
    return [created, assetId, baseHash];
  };
  assert.deepEqual(offered({ camera: camera('Two') }), [[], null, null], 'it is offered next, as any new photo');
  assert.deepEqual(offered({}), [[ASSET], ASSET, H1]);
});

test('SM-11: a photo that waits for what a file here turns out to be is planned again with every file, and with nothing else', () => {
  const store = linked();
  const key = known(store);
  store.patchFile(key, { assetId: null, baseHash: null });
  takePages(
    store,
    [
      {
        changes: [asset, resource('original', H1)].map((entity, at) => ({ seq: at + 1, entity })),
        cursor: 'e.g.2',
        complete: true,
        acknowledged: null,
      },
    ],
    1,
  );
  const census = new Census(store);
  const plan = (): void =>
    census.note(assetUnit(ASSET), planUnit(store, assetUnit(ASSET), { now: 1000, server: [], folder: [] }, new Map()));
  plan();
  assert.deepEqual(
    census.reasons(assetUnit(ASSET)).map(({ code }) => code),
    ['applying'],
  );
  assert.deepEqual(census.after([fileUnit(7)]), [assetUnit(ASSET)]);
  assert.deepEqual(census.after([assetUnit(ASSET)]), []);
  // The file turns out to be another one.
  store.patchFile(key, { hash: '2'.repeat(64) });
  plan();
  assert.deepEqual(
    census.reasons(assetUnit(ASSET)).map(({ code }) => code),
    ['queued'],
  );
  assert.deepEqual(census.after([fileUnit(7)]), []);
});

test('SM-15: a file that went missing while its bytes lie here unbound is planned again with every other file', () => {
  const store = linked();
  const key = known(store);
  const changes = [asset, resource('original', H1)].map((entity, at) => ({ seq: at + 1, entity }));
  takePages(store, [{ changes, cursor: 'e.g.2', complete: true, acknowledged: null }], 1);
  store.patchFile(key, { missingSince: 5, gone: true });
  const stamp = stampOf(stats(100n, 6_000_000n, 6_000_000n));
  const other = store.addFile({ path: 'b.jpg', size: 100, mtimeMs: 6, stamp, newHere: true, firstSeen: 6, hash: H1 });
  const census = new Census(store);
  const plan = (): string[] => {
    const planned = planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map());
    census.note(fileUnit(key), planned);
    return planned?.plan.actions.map((action) => action.do) ?? [];
  };
  assert.deepEqual(plan(), []);
  assert.deepEqual(census.after([fileUnit(other)]), [fileUnit(key)]);
  assert.deepEqual(census.after([fileUnit(key)]), [], 'not by itself, again and again');
  // The other file turns out to be another photo's.
  store.patchFile(other, { hash: '2'.repeat(64) });
  assert.deepEqual(plan(), ['trash']);
  assert.deepEqual(census.after([fileUnit(other)]), []);
});

test('PL-43: a film that was joined to its photo while it was being placed is the pair’s', () => {
  const store = linked();
  const film: Asset = { ...asset, id: DEVICE, kind: 'video', fileName: 'a.MOV' };
  const own: Resource = { ...resource('original', H1), id: resourceId(DEVICE, 'original', H1), assetId: DEVICE };
  const page = (cursor: string, ...entities: Entity[]): void =>
    void takePages(
      store,
      [
        {
          changes: entities.map((entity, at) => ({ seq: Number(cursor) * 10 + at, entity })),
          cursor: `e.g.${cursor}`,
          complete: true,
          acknowledged: null,
        },
      ],
      1,
    );
  page('1', asset, film, own);
  const remote = store.remote(DEVICE) ?? assert.fail();
  page('2', resource('live-video', H1), { ...own, removed: true }, { type: 'alias', from: DEVICE, to: ASSET, role: 'live-video' });
  const seen = stats(100n, 5_000_000n, 5_000_000n);
  notePlaced(store, remote, own, { path: 'a.MOV', fileName: 'a.MOV', laid: { before: seen, stats: seen }, as: null }, 1000);
  const placed = store.fileAt('a.MOV');
  assert.deepEqual([placed?.assetId, placed?.baseHash], [ASSET, H1]);
  const plan = planUnit(store, fileUnit(placed?.key ?? 0), { now: 2000, server: [], folder: [] }, new Map());
  assert.deepEqual(plan?.plan, { actions: [], reasons: [] });
});

test('SM-12: a file that waits for the rest of the feed is planned again when that was heard', () => {
  const store = linked();
  const key = known(store);
  const page = (complete: boolean, seq: number, entity: Entity): void =>
    void takePages(store, [{ changes: [{ seq, entity }], cursor: `e.g.${seq}`, complete, acknowledged: null }], 1);
  page(false, 1, asset);
  const census = new Census(store);
  const plan = (): void => census.note(fileUnit(key), planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [] }, new Map()));
  plan();
  assert.deepEqual([census.reasons(fileUnit(key)).length, census.afterFeed()], [1, [fileUnit(key)]]);
  page(true, 2, resource('original', H1));
  plan();
  assert.deepEqual([census.reasons(fileUnit(key)).length, census.afterFeed()], [0, []]);
});

test('FS-55: what lies where this device is just writing is judged by no look: neither what is new there, nor what changed, nor that it is not there', () => {
  const store = linked();
  const key = known(store);
  const before = store.file(key) ?? assert.fail();
  const seen = (path: string) => ({ path, size: 7, mtimeMs: 9, stamp: '7-9-9-9', excluded: null, what: '' });
  const look = (files: readonly string[], claimed: readonly string[], rules = EXACT_NAMES): unknown =>
    noteLook(store, {
      files: files.map(seen),
      unknown: [],
      still: true,
      covered: [''],
      rules,
      rereads: true,
      claimed: new Set(claimed),
      now: 10_000,
    });
  look(['a.jpg', 'new.jpg'], ['a.jpg', 'new.jpg']);
  assert.deepEqual([store.file(key), store.fileAt('new.jpg')], [before, null]);
  look([], ['a.jpg']);
  assert.equal(store.file(key)?.missingSince, null);
  look(['A.JPG'], ['a.jpg'], { ...EXACT_NAMES, ignoresCase: true });
  assert.deepEqual([store.file(key), store.fileAt('A.JPG')], [before, null], 'however the disk spells it');
  look(['a.jpg', 'new.jpg'], []);
  assert.deepEqual([store.file(key)?.hash, store.fileAt('new.jpg')?.size], [null, 7], 'afterwards it is');
});

test('FS-55: a photo that went missing may be what lies where this device is just writing, and is not gone', () => {
  const store = linked();
  const key = known(store);
  const { stamp } = store.file(key) ?? assert.fail();
  const look = (now: number, claimed: readonly string[]): unknown =>
    noteLook(store, {
      files: [{ path: 'b.jpg', size: 100, mtimeMs: 5, stamp, excluded: null, what: '' }],
      unknown: [],
      still: true,
      covered: [''],
      rules: EXACT_NAMES,
      rereads: true,
      claimed: new Set(claimed),
      now,
    });
  look(10_000, ['b.jpg']);
  look(20_000, ['b.jpg']);
  assert.equal(store.file(key)?.gone, false);
});

const FILM = '2'.repeat(64);
const FILM_ASSET = '01900000-0000-7000-8000-000000000002';

/** A Live Photo is here, and its film, which is a photo of its own as far as this device has heard. */
function apart(): { store: MemoryDeviceStore; told: (complete: boolean, from: number, ...entities: Entity[]) => void } {
  const store = linked();
  const told = (complete: boolean, from: number, ...entities: Entity[]): void => {
    const changes = entities.map((entity, at) => ({ seq: from + at, entity }));
    takePages(store, [{ changes, cursor: `e.g.${from + entities.length - 1}`, complete, acknowledged: null }], 1);
  };
  const film: Resource = { ...resource('original', FILM), id: resourceId(FILM_ASSET, 'original', FILM), assetId: FILM_ASSET };
  told(true, 1, asset, resource('original', H1), { ...asset, id: FILM_ASSET, kind: 'video', fileName: 'a.mov' }, film);
  known(store);
  store.addFile({
    path: 'a.mov',
    size: 5,
    mtimeMs: 5,
    stamp: 's',
    newHere: false,
    firstSeen: 1,
    hash: FILM,
    baseHash: FILM,
    assetId: FILM_ASSET,
  });
  return { store, told };
}

test('PL-58: a part of a pair that is here as a photo of its own is not fetched before the rest of the feed has told whether it was joined', () => {
  const { store, told } = apart();
  const plan = () => planUnit(store, assetUnit(ASSET), { now: 1000, server: [], folder: [] }, new Map())?.plan;
  const film = resource('live-video', FILM);
  told(false, 5, asset, film);
  assert.deepEqual([plan()?.actions, plan()?.reasons.map(({ code }) => code), plan()?.after], [[], ['queued'], 'feed']);
  told(true, 7, { type: 'alias', from: FILM_ASSET, to: ASSET, role: 'live-video' });
  assert.equal(plan(), undefined, 'it is here with all its parts');
});

test('PL-58: what two photos have both is fetched for the second one when the feed was heard', () => {
  const { store, told } = apart();
  told(true, 5, asset, resource('live-video', FILM));
  const planned = planUnit(store, assetUnit(ASSET), { now: 1000, server: [], folder: [] }, new Map());
  assert.deepEqual(planned?.plan.actions, [{ do: 'fetch', assetId: ASSET, resource: resource('live-video', FILM) }]);
});

test('PL-59: when a file that was missing is seen again, or lies where nobody can look, its photo is planned again, of which another part may be lacking', () => {
  const store = linked();
  const key = known(store);
  missedBy(store, 10_000, []);
  const closed = noteLook(store, {
    files: [],
    unknown: [{ path: '', why: 'unreadable', error: 'EACCES' }],
    still: true,
    covered: [''],
    rules: EXACT_NAMES,
    rereads: true,
    now: 11_000,
  });
  assert.deepEqual([store.file(key)?.missingSince, closed.touched.includes(assetUnit(ASSET))], [null, true]);
  store.patchFile(key, { trouble: null });
  missedBy(store, 20_000, []);
  const { stamp } = store.file(key) ?? assert.fail();
  const files = [{ path: 'a.jpg', size: 100, mtimeMs: 5, stamp, excluded: null, what: '' }];
  const again = noteLook(store, { files, unknown: [], still: true, covered: [''], rules: EXACT_NAMES, rereads: true, now: 21_000 });
  assert.deepEqual([store.file(key)?.missingSince, again.touched.includes(assetUnit(ASSET))], [null, true]);
});

test('EV-18: what gave way, or came back, under the id of a photo that is a part of another one by now is planned again with that', () => {
  const { store, told } = apart();
  told(true, 5, asset, resource('live-video', FILM), { type: 'alias', from: FILM_ASSET, to: ASSET, role: 'live-video' });
  const film = store.fileAt('a.mov') ?? assert.fail();
  assert.equal(film.assetId, ASSET);
  const standIn = { assetId: FILM_ASSET, of: FILM };
  const laid = { before: stats(50n, 5n, 5n), stats: stats(50n, 9n, 9n) };
  const units = noteEvicted(store, film, { standIn, hash: '5'.repeat(64), path: 'a.mov.jpg' }, laid, 1000);
  assert.ok(units.includes(fileUnit(film.key)));
  const original = { ...resource('original', FILM), assetId: FILM_ASSET };
  const small = store.file(film.key) ?? assert.fail();
  assert.ok(noteReplaced(store, small, original, { path: 'a.mov', laid, as: null }, 2000).includes(fileUnit(film.key)));
});

test('EV-19: the compressed version of a part of a pair follows the part when a person takes the pair apart, and nothing is fetched for it', () => {
  const { store, told } = apart();
  const film = store.fileAt('a.mov') ?? assert.fail();
  const standIn = { assetId: FILM_ASSET, of: FILM };
  const laid = { before: stats(50n, 5n, 5n), stats: stats(50n, 5n, 9n) };
  noteEvicted(store, film, { standIn, hash: '5'.repeat(64), path: 'a.mov.jpg' }, laid, 1000);
  const part = resource('live-video', FILM);
  const before = { ...resource('original', FILM), id: resourceId(FILM_ASSET, 'original', FILM), assetId: FILM_ASSET, removed: true };
  told(true, 5, asset, part, before, { type: 'alias', from: FILM_ASSET, to: ASSET, role: 'live-video' });
  assert.equal(store.file(film.key)?.assetId, ASSET);
  const OWN = '01900000-0000-7000-8000-000000000003';
  const own: Resource = { ...resource('original', FILM), id: resourceId(OWN, 'original', FILM), assetId: OWN };
  told(true, 9, { ...part, removed: true }, { ...asset, id: OWN, kind: 'video', fileName: 'a.mov' }, own);
  const conditions = { now: 1000, server: [], folder: [], compressed: true };
  const plan = (unit: `f:${number}` | `a:${string}`) => planUnit(store, unit, conditions, new Map())?.plan.actions;
  const binds = { do: 'bind', assetId: OWN, hash: FILM } as const;
  assert.deepEqual([plan(fileUnit(film.key)), plan(assetUnit(OWN))], [[binds], []]);
  const folder = { has: () => true, isSameFile: () => false, remove: () => assert.fail('nothing is removed') };
  doQuickly(store, folder, [[store.file(film.key) ?? assert.fail(), binds]], { conditions, transfers: new Map() });
  assert.deepEqual([store.file(film.key)?.assetId, plan(fileUnit(film.key)), plan(assetUnit(OWN))], [OWN, [], undefined]);
});

test('PL-60: a photo that is to be read again, and was moved before that, is not deleted while the file it went to waits to be bound', () => {
  const store = linked();
  store.applyPage(
    [asset, resource('original', H1)].map((entity, at) => ({ seq: at + 1, entity })),
    'e.g.2',
    true,
    null,
    1,
  );
  const key = known(store);
  store.patchFile(key, { hash: null, missingSince: 1000, gone: true });
  const moved = store.addFile({ path: 'b.jpg', size: 100, mtimeMs: 5, stamp: 'b.jpg', newHere: true, firstSeen: 1, hash: H1 });
  const plan = (): unknown => planUnit(store, fileUnit(key), { now: 9000, server: [], folder: [] }, new Map())?.plan.actions;
  assert.deepEqual(plan(), [], 'it is there');
  store.dropFile(moved);
  assert.deepEqual(plan(), [{ do: 'trash', assetId: ASSET }]);
});

test('PL-61: a compressed version whose row a loss of power took, after this device had put it there under a number, keeps the name of its photo', () => {
  const store = linked();
  store.applyPage(
    [asset, resource('original', H1)].map((entity, at) => ({ seq: at + 1, entity })),
    'e.g.2',
    true,
    null,
    1,
  );
  store.setLastPath(ASSET, 'a.jpg', H1, 1);
  const small = '5'.repeat(64);
  store.setPlacing({ path: 'a (2).jpg', assetId: ASSET, hash: small, wantedName: 'a.jpg' });
  const key = store.addFile({ path: 'a (2).jpg', size: 100, mtimeMs: 5, stamp: 's', newHere: true, firstSeen: 1, mime: '' });
  const read = { hash: small, readAt: 9000, fields: null, kind: 'photo', mime: 'image/jpeg', standIn: { assetId: ASSET, of: H1 } } as const;
  noteRead(store, store.file(key) ?? assert.fail(), read);
  const conditions = { now: 9000, server: [], folder: [], compressed: true };
  const plan = () => planUnit(store, fileUnit(key), conditions, new Map())?.plan.actions;
  const binds = { do: 'bind', assetId: ASSET, hash: H1 } as const;
  assert.deepEqual(plan(), [binds]);
  const folder = { has: (path: string) => path === 'a (2).jpg', isSameFile: () => false, remove: () => assert.fail('nothing is removed') };
  doQuickly(store, folder, [[store.file(key) ?? assert.fail(), binds]], { conditions, transfers: new Map() });
  assert.deepEqual(plan(), [], 'and nothing is renamed');
});

test('EV-37: an original that gave way while its file became another photo is planned again, whatever it shows by now', () => {
  const store = linked();
  store.applyPage(
    [asset, resource('original', H1)].map((entity, at) => ({ seq: at + 1, entity })),
    'e.g.2',
    true,
    null,
    1,
  );
  const key = known(store);
  const file = store.file(key) ?? assert.fail();
  store.patchFile(key, { assetId: FILM_ASSET, baseHash: FILM, hash: FILM });
  const laid = { before: stats(50n, 5n, 5n), stats: stats(70n, 9n, 9n) };
  const standIn = { assetId: ASSET, of: H1 };
  assert.ok(noteEvicted(store, file, { standIn, hash: '5'.repeat(64), path: 'a.jpg' }, laid, 1000).includes(fileUnit(key)));
  store.patchFile(key, { assetId: FILM_ASSET, baseHash: FILM, hash: FILM });
  assert.ok(noteReplaced(store, file, resource('original', H1), { path: 'a.jpg', laid, as: null }, 1000).includes(fileUnit(key)));
});

test('PL-62: a photo that was deleted elsewhere and restored, while a file of it was missed here, is not deleted again: it comes back', () => {
  const told = (store: MemoryDeviceStore, seq: number, state: Asset['state']): unknown =>
    takePages(store, [{ changes: [{ seq, entity: { ...asset, state } }], cursor: `e.g.${seq}`, complete: true, acknowledged: null }], 1);
  for (const restored of [false, true]) {
    const store = linked();
    store.applyPage(
      [asset, resource('original', H1)].map((entity, at) => ({ seq: at + 1, entity })),
      'e.g.2',
      true,
      null,
      1,
    );
    const key = known(store);
    missedBy(store, 10_000, []);
    if (restored) {
      told(store, 3, 'trashed');
      told(store, 4, 'live');
    }
    missedBy(store, 20_000, []);
    const conditions = { now: 20_000, server: [], folder: [] };
    const actions = (unit: `f:${number}` | `a:${string}`): unknown =>
      planUnit(store, unit, conditions, new Map())?.plan.actions.map((each) => each.do);
    if (restored) assert.deepEqual([store.file(key), actions(assetUnit(ASSET)), store.lastPath(ASSET)], [null, ['fetch'], 'a.jpg']);
    else assert.deepEqual(actions(fileUnit(key)), ['trash'], 'what only its person deleted is');
  }
});

test('PL-62: a file that was missed, and is seen again after its photo was restored, is deleted when its person deletes it then', () => {
  const store = linked();
  store.applyPage(
    [asset, resource('original', H1)].map((entity, at) => ({ seq: at + 1, entity })),
    'e.g.2',
    true,
    null,
    1,
  );
  const key = known(store);
  missedBy(store, 10_000, []);
  for (const [seq, state] of [
    [3, 'trashed'],
    [4, 'live'],
  ] as const)
    takePages(store, [{ changes: [{ seq, entity: { ...asset, state } }], cursor: `e.g.${seq}`, complete: true, acknowledged: null }], 1);
  const { stamp } = store.file(key) ?? assert.fail();
  const files = [{ path: 'a.jpg', size: 100, mtimeMs: 5, stamp, excluded: null, what: '' }];
  noteLook(store, { files, unknown: [], still: true, covered: [''], rules: EXACT_NAMES, rereads: true, now: 20_000 });
  missedBy(store, 30_000, []);
  missedBy(store, 40_000, []);
  assert.deepEqual(
    planUnit(store, fileUnit(key), { now: 40_000, server: [], folder: [] }, new Map())?.plan.actions.map((each) => each.do),
    ['trash'],
  );
});

test('PL-63: a photo that waits for a file to which it may have been moved, and what holds data of it beside its old name, do not plan one another again and again', () => {
  const store = linked();
  store.applyPage(
    [asset, resource('original', H1)].map((entity, at) => ({ seq: at + 1, entity })),
    'e.g.2',
    true,
    null,
    1,
  );
  const key = known(store);
  store.patchFile(key, { missingSince: 1000 });
  const data = { size: 9, mtimeMs: 5, newHere: true, firstSeen: 1, hash: FILM } as const;
  const sidecar = store.addFile({ ...data, path: 'a.aae', stamp: 's', excluded: 'not-a-photo', mime: 'adjustments' });
  store.addFile({ ...data, path: 'b.jpg', stamp: 'b', hash: H1 });
  const census = new Census(store);
  let touched: readonly Unit[] = [fileUnit(key), fileUnit(sidecar)];
  for (let wave = 0; touched.length > 0; wave += 1) {
    assert.ok(wave < 10, 'it does not come to rest');
    const next = new Set<Unit>();
    for (const unit of touched) {
      const planned = planUnit(store, unit, { now: 2000, server: [], folder: [] }, new Map());
      census.note(unit, planned);
      for (const other of plannedWith(store, planned)) next.add(other);
    }
    for (const other of census.after(touched)) next.add(other);
    touched = [...next];
  }
  assert.deepEqual(
    census.reasons(fileUnit(key)).map(({ code }) => code),
    ['applying'],
  );
});

test('PL-64: the compressed version of what a person took out of a pair goes when that is deleted, and shows nothing else', () => {
  const { store, told } = apart();
  const film = store.fileAt('a.mov') ?? assert.fail();
  const OWN = '01900000-0000-7000-8000-000000000003';
  const part = { ...resource('live-video', FILM), removed: true };
  const own: Resource = { ...resource('original', FILM), id: resourceId(OWN, 'original', FILM), assetId: OWN };
  told(true, 5, { ...asset, id: OWN, kind: 'video', fileName: 'a.mov' }, own, part);
  store.patchFile(film.key, { assetId: OWN, hash: '5'.repeat(64), standIn: { assetId: ASSET, of: FILM } });
  told(true, 8, { ...asset, id: FILM_ASSET, state: 'purged' }, { ...asset, id: OWN, kind: 'video', fileName: 'a.mov', state: 'trashed' });
  const conditions = { now: 1000, server: [], folder: [], compressed: true };
  const planned = planUnit(store, fileUnit(film.key), conditions, new Map());
  assert.deepEqual(planned?.plan.actions, [{ do: 'remove-file', assetId: OWN }]);
});

test('PL-65: the compressed version of what a photo showed before it was joined to another one stays what it is beside that, and comes in full as that', () => {
  const store = linked();
  const joined = { ...resource('edited', FILM), fileName: 'b.jpg' };
  store.applyPage(
    [asset, resource('original', H1), joined].map((entity, at) => ({ seq: at + 1, entity })),
    'e.g.3',
    true,
    null,
    1,
  );
  known(store);
  const key = store.addFile({
    path: 'b.jpg',
    size: 50,
    mtimeMs: 5,
    stamp: 's',
    newHere: false,
    firstSeen: 1,
    hash: '5'.repeat(64),
    baseHash: FILM,
    assetId: ASSET,
    wantedName: 'b.jpg',
    writtenName: 'b.jpg',
  });
  store.patchFile(key, { standIn: { assetId: ASSET, of: FILM } });
  const plan = (compressed: boolean) => planUnit(store, fileUnit(key), { now: 1000, server: [], folder: [], compressed }, new Map())?.plan;
  assert.deepEqual(plan(true), { actions: [], reasons: [] });
  const whole = { do: 'fetch', assetId: ASSET, resource: joined };
  assert.deepEqual(plan(false)?.actions, [whole]);
  const file = store.file(key) ?? assert.fail();
  assert.notEqual(stillDue(store, file, ASSET, joined), null);
  store.dropFile(store.fileAt('a.jpg')?.key ?? assert.fail());
  assert.equal(stillDue(store, file, ASSET, joined), null);
  assert.deepEqual(
    plan(true)?.actions.map((each) => each.do === 'fetch' && each.resource.hash),
    [H1],
    'alone it follows what the photo shows',
  );
});

test('FS-62: a photo that its person renamed just as it came, and whose row a loss of power took, has that name everywhere', () => {
  for (const renamed of [true, false]) {
    const store = linked();
    store.applyPage(
      [asset, resource('original', H1)].map((entity, at) => ({ seq: at + 1, entity })),
      'e.g.2',
      true,
      null,
      1,
    );
    store.setPlacing({ path: 'a (2).jpg', assetId: ASSET, hash: H1, wantedName: 'a.jpg' });
    const seen = { size: 100, mtimeMs: 5, newHere: true, firstSeen: 1, hash: H1 } as const;
    const key = store.addFile({ ...seen, path: 'Trip/sea.jpg', stamp: 's' });
    const there = renamed ? ['Trip/sea.jpg'] : ['Trip/sea.jpg', 'a (2).jpg'];
    const folder = {
      has: (path: string) => there.includes(path),
      isSameFile: () => false,
      remove: () => assert.fail('nothing is removed'),
    };
    const conditions = { now: 9000, server: [], folder: [] };
    const binds = { do: 'bind', assetId: ASSET, hash: H1 } as const;
    doQuickly(store, folder, [[store.file(key) ?? assert.fail(), binds]], { conditions, transfers: new Map() });
    const plan = planUnit(store, fileUnit(key), conditions, new Map())?.plan.actions;
    const renames = { do: 'rename-asset', assetId: ASSET, name: 'sea.jpg' };
    assert.deepEqual(plan, renamed ? [renames] : [], 'a copy beside it is called as its person likes');
  }
});
