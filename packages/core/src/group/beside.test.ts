import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginningsBeside, photosBeside } from './sidecars.ts';

const beside = (path: string, ...photos: readonly string[]): string[] =>
  photosBeside(
    path,
    photos.map((each) => ({ path: each, of: each, picture: !each.endsWith('.MOV') })),
  );

test('GR-12: a sidecar that names a photo whole is none of another one’s that is called nearly so', () => {
  assert.deepEqual(beside('IMG_1.JPG.xmp', 'IMG_1.JPG', 'IMG_1.MOV'), ['IMG_1.JPG']);
  assert.deepEqual(beside('IMG_1.JPG.xmp', 'IMG_1.MOV'), []);
  assert.deepEqual(beside('IMG_1.xmp', 'IMG_1.MOV'), ['IMG_1.MOV']);
  assert.deepEqual(beside('PXL_1.MP.xmp', 'PXL_1.MP.jpg'), ['PXL_1.MP.jpg']);
});

test('SX-1: whatever goes with a photo by its name is found by the beginnings that each of the two gives', () => {
  const long = `${'x'.repeat(60)}.jpg`;
  const pairs: readonly (readonly [sidecar: string, photo: string])[] = [
    ['IMG_1853.AAE', 'IMG_1853.HEIC'],
    ['img_1853.aae', 'IMG_1853.HEIC'],
    ['IMG_O1853.AAE', 'IMG_1853.HEIC'],
    ['IMG_E1853.AAE', 'IMG_1853.HEIC'],
    ['Sea_O.AAE', 'Sea.heic'],
    ['DSC_1.JPG.xmp', 'DSC_1.JPG'],
    ['DSC_1.xmp', 'DSC_1.NEF'],
    ['DSC_1.XMP', 'dsc_1.jpg'],
    ['IMG.jpg(1).json', 'IMG(1).jpg'],
    ['IMG.jpg.supplemental-metadata(1).json', 'IMG(1).jpg'],
    ['IMG.jpg.supplemental-met.json', 'IMG.jpg'],
    [`${'x'.repeat(46)}.json`, long],
    ['PXL_1.RAW-01.COVER.jpg.xmp', 'PXL_1.RAW-01.COVER.jpg'],
    ['K\u00e4se.jpg.xmp', 'Ka\u0308se.jpg'],
  ];
  const finds = (from: string, other: string): boolean => beginningsBeside(from).some((beginning) => other.startsWith(beginning));
  for (const [sidecar, photo] of pairs)
    for (const folder of ['', 'Trip/', 'a.b/(c)/']) {
      assert.deepEqual(beside(`${folder}${sidecar}`, `${folder}${photo}`), [`${folder}${photo}`], sidecar);
      assert.ok(finds(`${folder}${sidecar}`, `${folder}${photo}`), `${photo} from ${sidecar}`);
      assert.ok(finds(`${folder}${photo}`, `${folder}${sidecar}`), `${sidecar} from ${photo}`);
    }
  assert.deepEqual(beside('Trip/IMG_1.AAE', 'IMG_1.HEIC'), [], 'of another folder');
  assert.deepEqual(beside('IMG_1.txt', 'IMG_1.HEIC'), []);
});
