import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type Asset, type Resource } from '@rollcall/protocol';
import type { FoundPhoto } from '../library/store.ts';
import { FIELDS, hashOf } from '../testing/photos.ts';
import { namesInFolder } from './library-names.ts';
import { isUnfinishedName } from './unfinished.ts';

let numbers = 0;

function photo(fileName: string, ...parts: readonly (readonly [role: string, mime: string, fileName?: string])[]): FoundPhoto {
  const id = `01900000-0000-7000-8000-${String((numbers += 1)).padStart(12, '0')}`;
  const resources = parts.map(([role, mime, name], at): Resource => {
    const hash = hashOf(numbers * 10 + at);
    return {
      type: 'resource',
      id: resourceId(id, role, hash),
      assetId: id,
      role,
      hash,
      size: 1,
      mime,
      fileName: name ?? null,
      modifiedAt: 5,
      removed: false,
    };
  });
  const rendering = resources.find(({ role }) => role === 'edited')?.id ?? null;
  const asset: Asset = {
    ...FIELDS,
    type: 'asset',
    id,
    kind: 'photo',
    state: 'live',
    trashedAt: null,
    addedAt: 0,
    addedBy: null,
    fileName,
    rendering,
  };
  return { asset, resources };
}

const JPEG = ['original', 'image/jpeg'] as const;

test('DV-5: the files of a photo stand beside each other under one number, and no two have one name on any file system', () => {
  const namesOf = namesInFolder();
  const names = [
    photo('IMG_1.JPG', JPEG),
    photo('img_1.jpg', JPEG),
    photo('IMG_1.JPG', JPEG, ['live-video', 'video/quicktime']),
    photo(
      'IMG_2.HEIC',
      ['original', 'image/heic'],
      ['edited', 'image/jpeg'],
      ['raw', 'image/x-adobe-dng', 'IMG_2.DNG'],
      ['sidecar', 'application/xml'],
    ),
    photo('../evil\u0000.jpg', JPEG),
    photo('gone.jpg'),
  ].map((each) => namesOf(each).map(({ name, resource: { role } }) => `${name} ${role}`));
  assert.deepEqual(names, [
    ['IMG_1.JPG original'],
    ['img_1 (2).jpg original'],
    ['IMG_1 (3).JPG original', 'IMG_1 (3).MOV live-video'],
    ['IMG_2.HEIC edited', 'IMG_2.DNG raw'],
    ['__evil_.jpg original'],
    [],
  ]);
});

test('DV-5: what programs are not done with, and hidden files, are known by their names', () => {
  for (const name of ['a.jpg.part', 'A.PARTIAL', 'x.tmp', '~a.jpg', 'a.jpg~', '.DS_Store', '._a.jpg', 'a.crdownload'])
    assert.ok(isUnfinishedName(name), name);
  for (const name of ['a.jpg', 'part.jpg', 'a~b.jpg', 'IMG.partial.jpg']) assert.ok(!isUnfinishedName(name), name);
});
