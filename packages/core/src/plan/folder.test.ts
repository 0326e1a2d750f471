import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asset, AssetFields } from '@rollcall/protocol';
import { movedAndEdited, movedAsAgreed, type Vanished } from './moved.ts';
import { planFile, type FileRows } from './plan.ts';
import type { LocalFile, RemoteAsset } from './rows.ts';
import { A, assetRow, calm, fileRow, planRows, resourceRow } from './rows.testing.ts';

const [H1, H2] = ['1'.repeat(64), '2'.repeat(64)];

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

const file = (over: Partial<LocalFile> = {}): LocalFile =>
  fileRow({ path: 'out/a.jpg', hash: H2, wantedName: 'a.jpg', writtenName: 'a.jpg', fields: FIELDS, ...over });

function remote(over: Partial<Asset> = {}): RemoteAsset {
  return { asset: assetRow({ ...FIELDS, ...over }), seq: 1, resources: [resourceRow('original', H1)] };
}
const vanished = (over: Partial<LocalFile> = {}, sameInode = false, asset: Partial<Asset> = {}): Vanished => ({
  file: file({ key: 7, path: 'in/a.jpg', hash: H1, assetId: A, baseHash: H1, missingSince: 900, ...over }),
  remote: remote(asset),
  sameInode,
});
const rows = (over: Partial<FileRows> = {}): FileRows => planRows({ file: file(), ...over });

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

test('PL-25: a file that was moved in the moment in which its photo was completed elsewhere is that photo, and no new one', () => {
  const moved = file({ path: 'out/b.jpg', hash: H1, fields: null });
  const completed: Vanished = { ...vanished(), remote: { ...remote(), resources: [resourceRow('original', H2)] } };
  assert.deepEqual(planFile(rows({ file: moved, vanished: [completed] }), calm).actions, [{ do: 'take-over', from: 7 }]);
  assert.equal(movedAsAgreed(file({ hash: H2 }), [completed]), null, 'other bytes');
  assert.equal(movedAsAgreed(moved, [vanished({}, true, { state: 'trashed' })]), null);
  const twins = [vanished(), { ...vanished({ key: 8 }), sameInode: true }];
  assert.equal(movedAsAgreed(moved, twins)?.file.key, 8, 'an inode tells which');
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
