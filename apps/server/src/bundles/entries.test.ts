import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type Asset, type Resource } from '@rollcall/protocol';
import type { FoundPhoto } from '../library/store.ts';
import { FIELDS } from '../testing/photos.ts';
import { entriesOf } from './entries.ts';

let numbers = 0;

function photo(fileName: string, ...parts: readonly (readonly [role: string, fileName: string | null])[]): FoundPhoto {
  numbers += 1;
  const id = `01900000-0000-7000-8000-${String(numbers).padStart(12, '0')}`;
  const resources = parts.map(([role, name], index): Resource => {
    const hash = String(numbers * 10 + index).padStart(64, '0');
    return {
      type: 'resource',
      id: resourceId(id, role, hash),
      assetId: id,
      role,
      hash,
      size: 1,
      mime: 'image/jpeg',
      fileName: name,
      modifiedAt: 5,
      removed: false,
    };
  });
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
    rendering: resources.find(({ role }) => role === 'edited')?.id ?? null,
  };
  return { asset, resources };
}

const names = (photos: readonly FoundPhoto[], ...parts: Parameters<typeof entriesOf>[1]): string[] =>
  [...entriesOf(photos, parts)].map(({ name }) => name);

const LIVE = (name: string): FoundPhoto => photo(`${name}.HEIC`, ['original', null], ['live-video', `${name}.MOV`]);

test('DL-22: what is one photo is downloaded with all of its files, those of one name as one', () => {
  assert.deepEqual(names([LIVE('IMG_1'), photo('b.jpg', ['original', null], ['sidecar', 'b.jpg.xmp'])], 'originals'), [
    'IMG_1.HEIC',
    'IMG_1.MOV',
    'b.jpg',
    'b.jpg.xmp',
  ]);
  assert.deepEqual(names([LIVE('IMG_1')], 'information', 'originals'), ['IMG_1.HEIC', 'IMG_1.MOV', 'IMG_1.HEIC.xmp']);
});

test('DL-22: an edit is downloaded when it is asked for, and never over its original', () => {
  const edited = photo('a.jpg', ['original', null], ['edited', 'a.jpg'], ['edited', 'older.jpg']);
  assert.deepEqual(names([edited], 'originals'), ['a.jpg']);
  assert.deepEqual(names([edited], 'edited'), ['a (edited).jpg']);
  assert.deepEqual(names([edited, photo('b.jpg', ['original', null])], 'originals', 'edited'), ['a.jpg', 'a (edited).jpg', 'b.jpg']);
  assert.deepEqual(names([photo('IMG_1.HEIC', ['original', null], ['edited', 'IMG_E1.HEIC'])], 'edited', 'originals'), [
    'IMG_1.HEIC',
    'IMG_E1.HEIC',
  ]);
});

test('DL-22: photos of one name get numbers, the files of each the same, on file systems that know no upper case too', () => {
  assert.deepEqual(names([LIVE('IMG_1'), LIVE('img_1'), photo('IMG_1.MOV', ['original', null])], 'originals', 'information'), [
    'IMG_1.HEIC',
    'IMG_1.MOV',
    'IMG_1.HEIC.xmp',
    'img_1 (2).HEIC',
    'img_1 (2).MOV',
    'img_1 (2).HEIC.xmp',
    'IMG_1 (3).MOV',
    'IMG_1 (3).MOV.xmp',
  ]);
  const [composed, apart] = ['\u00fc.jpg', 'u\u0308.jpg'];
  assert.deepEqual(names([photo(composed, ['original', null]), photo(apart, ['original', null])], 'originals'), [
    composed,
    'u\u0308 (2).jpg',
  ]);
  assert.deepEqual(names([photo('none', ['original', null]), photo('none', ['original', null])], 'originals'), ['none', 'none (2)']);
});
