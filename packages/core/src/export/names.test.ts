import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type Asset, type Resource } from '@rollcall/protocol';
import type { RemoteAsset } from '../plan/rows.ts';
import { exportNames } from './names.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const MIMES: Readonly<Record<string, string>> = { 'live-video': 'video/quicktime', raw: 'image/x-adobe-dng', alternate: 'image/heic' };

function photo(fileName: string, parts: readonly (readonly [role: string, name: string | null])[], more: Partial<Asset> = {}): RemoteAsset {
  const resources = parts.map(([role, name], at): Resource => {
    const hash = String(at + 1).repeat(64);
    const mime = MIMES[role] ?? 'image/jpeg';
    const told = { hash, size: 1, mime, fileName: name, modifiedAt: null, removed: false } as const;
    return { type: 'resource', id: resourceId(ID, role, hash), assetId: ID, role, ...told };
  });
  const shown = resources.find(({ role }) => role === 'edited')?.id ?? null;
  const asset = { id: ID, fileName, state: 'live', capturedAt: '2024-05-06T14:26:10', rendering: shown, ...more } as Asset;
  return { asset, seq: 1, resources };
}

const namesOf = (remote: RemoteAsset, number = 1): string[] => {
  const { folder, files, xmp } = exportNames(remote, number);
  return [folder, ...files.map(({ name }) => name), xmp];
};

test('EX-7: what is one photo has one name: its film, its RAW, its edit and what is known of it', () => {
  const live = photo('IMG_1.HEIC', [
    ['live-video', 'other.MOV'],
    ['original', null],
    ['edited', 'IMG_E1.JPG'],
    ['adjustment-data', 'IMG_1.AAE'],
  ]);
  assert.deepEqual(namesOf(live), ['2024/05', 'IMG_1.HEIC', 'IMG_1_edited.JPG', 'IMG_1.MOV', 'IMG_1.AAE', 'IMG_1.HEIC.xmp']);
  assert.deepEqual(namesOf(live, 2).slice(1), [
    'IMG_1 (2).HEIC',
    'IMG_1 (2)_edited.JPG',
    'IMG_1 (2).MOV',
    'IMG_1 (2).AAE',
    'IMG_1 (2).HEIC.xmp',
  ]);
  const trashed = photo('a.JPG', [['original', null]], { state: 'trashed', capturedAt: '1999-12-31T23:59:59Z' });
  assert.deepEqual(namesOf(trashed), ['Recently Deleted/1999/12', 'a.JPG', 'a.JPG.xmp']);
});

test('EX-7: an edit that came as the photo keeps its original beside it, and a version is called by its bytes', () => {
  const apple = photo('IMG_E0001.HEIC', [
    ['original', null],
    ['alternate', 'IMG_0001.HEIC'],
    ['live-video', 'IMG_0001.MOV'],
    ['live-video', 'IMG_E0001.MOV'],
  ]);
  assert.deepEqual(namesOf(apple).slice(1).toSorted(), [
    'IMG_0001.HEIC',
    'IMG_0001.MOV',
    'IMG_E0001.HEIC',
    'IMG_E0001.HEIC.xmp',
    'IMG_E0001.MOV',
  ]);
  const reverted = photo('a.jpg', [
    ['original', null],
    ['edited', null],
  ]);
  const names = namesOf({ ...reverted, asset: { ...reverted.asset, rendering: null } });
  assert.deepEqual(names.slice(1), ['a.jpg', 'a_version-22222222.JPG', 'a.jpg.xmp']);
});

test('EX-7: no two names are one on any file system, and none leads elsewhere or is too long', () => {
  const beside = photo('DSC_1.JPG', [
    ['original', null],
    ['sidecar', 'DSC_1.JPG.xmp'],
    ['sidecar', 'dsc_1.jpg.XMP'],
    ['sidecar', 'DSC_1.xmp'],
    ['sidecar', 'DSC_1.JPG.supplemental-metadata.json'],
  ]);
  const names = namesOf(beside).slice(1);
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, 6, names.join(', '));
  assert.equal(names.at(-1), 'DSC_1.JPG.xmp', 'what is known now has the name that other programs look for');
  for (const hostile of ['../../etc/passwd.jpg', 'con.jpg', `${'ü'.repeat(200)}.jpg`, 'a:b?.jpg', '.hidden', '💥'.repeat(90)])
    for (const name of namesOf(
      photo(hostile, [
        ['original', null],
        ['live-video', null],
        ['edited', null],
      ]),
      123,
    ).slice(1)) {
      assert.ok(new TextEncoder().encode(name).length <= 255, name);
      assert.doesNotMatch(name, /[/\\:?]|^\.|^con\b/i, name);
    }
});
