import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fullName, standInName } from '../plan/index.ts';
import { fileName, freeName } from './names.ts';
import { bearsOwnName } from './own-name.ts';

test('EV-12: a stand-in is called as its original, and so that every viewer takes it for a JPEG; from its name the original’s is known again', () => {
  assert.deepEqual(['a.JPG', 'a.jpeg', 'IMG_1.HEIC', 'film.mov', 'no ending', 'photo.jpg.png'].map(standInName), [
    'a.JPG',
    'a.jpeg',
    'IMG_1.HEIC.jpg',
    'film.mov.jpg',
    'no ending.jpg',
    'photo.jpg.png.jpg',
  ]);
  const named = fc
    .tuple(fc.constantFrom('IMG_1', 'a b', 'x.y', 'Käse', 'photo.jpg'), fc.constantFrom('.HEIC', '.mov', '.JPG', '.jpeg', '', '.dng'))
    .map((each) => each.join(''));
  fc.assert(fc.property(named, (name) => assert.equal(fullName(standInName(name), name), name)));
});

test('EV-12: a person who renames a stand-in names the photo, whose ending stays what it is', () => {
  assert.equal(fullName('Sea.jpg', 'IMG_1.HEIC'), 'Sea.HEIC');
  assert.equal(fullName('Sea.HEIC.jpg', 'IMG_1.HEIC'), 'Sea.HEIC');
  assert.equal(fullName('Sea.heic.JPG', 'IMG_1.HEIC'), 'Sea.heic');
  assert.equal(fullName('Sea', 'IMG_1.MOV'), 'Sea.MOV');
  assert.equal(fullName('Sea.png', 'a.JPG'), 'Sea.png', 'of a JPEG the name is the person’s, whole');
});

test('EV-12: numbers stand before both endings, no name is longer than a disk takes, and a name with its number is still the photo’s', () => {
  assert.equal(freeName('IMG_1.HEIC', 2, 'compressed'), 'IMG_1 (2).HEIC.jpg');
  assert.equal(freeName('a.JPG', 3, 'compressed'), 'a (3).JPG');
  const long = `${'x'.repeat(300)}.HEIC`;
  for (const number of [1, 2, 9999])
    assert.ok(freeName(long, number, 'compressed').length <= 255 && freeName(long, number, 'compressed').endsWith('.HEIC.jpg'));
  assert.ok(fileName(long, 'compressed').length <= 255);
  const standIn = { assetId: 'a', of: '1'.repeat(64) };
  const bears = (writtenName: string): boolean => bearsOwnName({ writtenName, wantedName: 'IMG_1.HEIC', standIn });
  assert.deepEqual(['IMG_1.HEIC.jpg', 'IMG_1 (2).HEIC.jpg', 'IMG_1.jpg', 'Copy.jpg'].map(bears), [true, true, true, false]);
});
