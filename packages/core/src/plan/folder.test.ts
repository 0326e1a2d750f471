import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asset, AssetFields } from '@rollcall/protocol';
import { resourceId } from '@rollcall/protocol';
import { movedAndEdited, type Vanished } from './moved.ts';
import { planFile, type FileRows } from './plan.ts';
import type { Conditions, LocalFile, RemoteAsset } from './rows.ts';

const A = '01900000-0000-7000-8000-000000000001';
const [H1, H2] = ['1'.repeat(64), '2'.repeat(64)];
const calm: Conditions = { now: 1_000_000, server: [], folder: [] };

const FIELDS: AssetFields = {
  fileName: 'a.jpg',
  capturedAt: '2024-05-06T10:00:00.12',
  capturedSource: 'exif',
  width: 1,
  height: 1,
  duration: null,
  exposure: null,
  camera: {
    make: 'M',
    model: 'X',
    lens: null,
  },
  place: null,
  title: null,
  caption: null,
  favourite: false,
  hidden: false,
  rating: null,
  keywords: [],
};

function file(over: Partial<LocalFile> = {}): LocalFile {
  return {
    key: 1,
    path: 'out/a.jpg',
    size: 10,
    mtimeMs: 0,
    stamp: 's',
    hash: H2,
    kind: 'photo',
    mime: 'image/jpeg',
    excluded: null,
    missingSince: null,
    gone: false,
    newHere: true,
    firstSeen: 500,
    assetId: null,
    baseHash: null,
    agreedAt: null,
    wantedName: 'a.jpg',
    writtenName: 'a.jpg',
    fields: FIELDS,
    trouble: null,
    held: false,
    ...over,
  };
}
function remote(over: Partial<Asset> = {}): RemoteAsset {
  const { fileName, ...fields } = FIELDS;
  const asset: Asset = {
    type: 'asset',
    id: A,
    kind: 'photo',
    state: 'live',
    trashedAt: null,
    addedAt: 1,
    addedBy: null,
    rendering: null,
    fileName,
    ...fields,
    ...over,
  };
  const original = { type: 'resource' as const, id: resourceId(A, 'original', H1), assetId: A, role: 'original', hash: H1, size: 10 };
  return { asset, seq: 1, resources: [{ ...original, mime: 'image/jpeg', fileName: null, modifiedAt: null, removed: false }] };
}
const vanished = (over: Partial<LocalFile> = {}, sameInode = false, asset: Partial<Asset> = {}): Vanished => ({
  file: file({ key: 7, path: 'in/a.jpg', hash: H1, assetId: A, baseHash: H1, missingSince: 900, ...over }),
  remote: remote(asset),
  sameInode,
});
const rows = (over: Partial<FileRows> = {}): FileRows => ({
  file: file(),
  remote: null,
  match: null,
  purgedBefore: false,
  queued: [],
  transfer: null,
  siblings: 0,
  shownBeside: false,
  word: null,
  held: null,
  ...over,
});

test('FS-12: a new file is one that vanished, edited on its way, only if shot and camera agree, and its name or its inode', () => {
  assert.equal(movedAndEdited(file(), [vanished()])?.file.key, 7);
  assert.equal(movedAndEdited(file({ path: 'out/b.jpg' }), [vanished()]), null);
  assert.equal(movedAndEdited(file({ path: 'out/b.jpg' }), [vanished({}, true)])?.file.key, 7);
  assert.equal(movedAndEdited(file(), [vanished({}, true, { capturedAt: '2024-05-06T10:00:00.13' })]), null, 'a burst');
  assert.equal(movedAndEdited(file(), [vanished({}, true, { camera: null })]), null, 'no camera');
  assert.equal(movedAndEdited(file(), [vanished({}, true, { state: 'trashed' })]), null);
  assert.equal(movedAndEdited(file({ fields: null }), [vanished({}, true)]), null);
  assert.equal(movedAndEdited(file(), [vanished(), vanished({ key: 8, path: 'third/a.jpg' })]), null, 'of several none');
  assert.equal(movedAndEdited(file(), [vanished(), vanished({ key: 8 }, true)])?.file.key, 8, 'an inode tells which');
  assert.deepEqual(planFile(rows({ vanished: [vanished()] }), calm).actions, [{ do: 'take-over', from: 7 }]);
  assert.deepEqual(planFile(rows(), calm).actions, [{ do: 'send-new' }]);
});

test('RH-5: bytes that nobody wrote are mended when the good ones are agreed on, and only then; what comes after is as after any edit', () => {
  const bound = file({ hash: H1, assetId: A, baseHash: H1, agreedAt: 1, rotted: H2 });
  const plan = planFile(rows({ file: bound, remote: remote() }), calm);
  assert.deepEqual(plan.actions, [{ do: 'mend', assetId: A, found: H2 }]);
  assert.equal(plan.reasons[0]?.code, 'disk-changed-bytes');
  // Kept as a version: the file holds what was found, which is not what the photo shows.
  const [original] = remote().resources;
  assert.ok(original);
  const version = { ...remote(), resources: [original, { ...original, id: 'f'.repeat(32), role: 'edited', hash: H2 }] };
  const kept = planFile(rows({ file: { ...bound, hash: H2, baseHash: H2 }, remote: version }), calm);
  assert.equal(kept.actions[0]?.do, 'fetch');
  // Fetched again.
  assert.deepEqual(planFile(rows({ file: { ...bound, rotted: null }, remote: remote() }), calm), { actions: [], reasons: [] });
});
