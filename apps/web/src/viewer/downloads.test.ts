import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BYTES, resourceId, type Resource } from '@rollcall/protocol';
import { downloadsOf } from './downloads.ts';

const ID = '0197aaaa-0000-7000-8000-000000000001';
let n = 0;
const resource = (role: string, fileName: string | null, removed = false): Resource => {
  const hash = (n += 1).toString(16).padStart(64, '0');
  return {
    type: 'resource',
    id: resourceId(ID, role, hash),
    assetId: ID,
    role,
    hash,
    size: 1,
    mime: 'image/jpeg',
    fileName,
    modifiedAt: null,
    removed,
  };
};

test('GR-14: RAW and picture, an edit with its original, and the films of both are downloaded as one, each with its own name', () => {
  const raw = [resource('raw', 'DSC_1.NEF'), resource('original', null)];
  assert.deepEqual(
    downloadsOf({ id: ID, fileName: 'DSC_1.JPG' }, raw).map(({ name }) => name),
    ['DSC_1.JPG', 'DSC_1.NEF'],
  );
  const edit = [
    resource('live-video', 'IMG_E1.MOV'),
    resource('alternate', 'IMG_1.HEIC'),
    resource('original', 'IMG_E1.HEIC'),
    resource('live-video', 'IMG_1.MOV'),
    resource('sidecar', 'IMG_1.AAE'),
    resource('live-video', 'wrong.MOV', true),
  ];
  const all = downloadsOf({ id: ID, fileName: 'IMG_E1.HEIC' }, edit);
  assert.deepEqual(
    all.map(({ name }) => name),
    ['IMG_E1.HEIC', 'IMG_E1.MOV', 'IMG_1.HEIC', 'IMG_1.MOV'],
  );
  assert.equal(all[0]?.href, BYTES.resource(ID, edit[2]!.id));
  assert.equal(new Set(all.map(({ href }) => href)).size, 4);
  assert.deepEqual(downloadsOf({ id: ID, fileName: 'a.jpg' }, []), []);
});
