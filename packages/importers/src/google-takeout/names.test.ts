import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchData } from './match.ts';

/** `photo < data`, for photos and data of one folder; data by name, with their titles where they matter. */
function matched(photos: readonly string[], data: readonly (string | readonly [name: string, title: string])[]) {
  const found = matchData(
    photos.map((name) => ({ name })),
    data.map((each) => (typeof each === 'string' ? { name: each, title: each.replace(/\.json$/, '') } : { name: each[0], title: each[1] })),
  );
  return {
    pairs: [...found.data].map(([photo, its]) => `${photo.name} < ${its.name}`).toSorted(),
    without: found.without.map(({ name }) => name),
    unused: found.unused.map(({ name }) => name),
    unclear: found.unclear.map(({ photos: p, data: d }) => [p.map(({ name }) => name), d.map(({ name }) => name)]),
  };
}
const pairs = (photos: readonly string[], data: readonly (string | readonly [string, string])[]): readonly string[] =>
  matched(photos, data).pairs;

test('IM-1: data of a photo are found under its whole name, with and without the long word behind it', () => {
  assert.deepEqual(pairs(['IMG.jpg', 'B.heic'], ['IMG.jpg.json', 'B.heic.supplemental-metadata.json']), [
    'B.heic < B.heic.supplemental-metadata.json',
    'IMG.jpg < IMG.jpg.json',
  ]);
});

test('IM-2: names that were cut go together however much of the long word is left, and where the name itself was cut, as long as Google cuts it; letters are counted, not bytes', () => {
  const long = 'PXL_20240506_142610305.MP.jpg';
  for (const base of [`${long}.supplemental-met`, `${long}.supple`, `${long}.s`, `${long}.`])
    assert.deepEqual(pairs([long], [[`${base}.json`, long]]), [`${long} < ${base}.json`], base);
  const uuid = 'original_1d4caa6f-16c6-4c3d-901b-9387de10e528_P.jpg';
  const title = 'original_1d4caa6f-16c6-4c3d-901b-9387de10e528_PXL_20240901_080000000.jpg';
  assert.deepEqual(pairs([uuid], [['original_1d4caa6f-16c6-4c3d-901b-9387de10e528_.json', title]]), [
    `${uuid} < original_1d4caa6f-16c6-4c3d-901b-9387de10e528_.json`,
  ]);
  const wide = `${'é漢😀'.repeat(15)}ab.jpg`;
  assert.equal(Array.from(wide).length, 51);
  assert.deepEqual(pairs([wide], [[`${Array.from(wide).slice(0, 46).join('')}.json`, wide]]).length, 1);
  // A shorter beginning is no cut of Google's.
  assert.deepEqual(matched([uuid], [['original_1d4caa6f.json', title]]).unused, ['original_1d4caa6f.json']);
});

test('IM-3: the number of a second file of one name stands behind the name of its data, or in its place', () => {
  const data = [
    ['IMG.jpg.json', 'IMG.jpg'],
    ['IMG.jpg(1).json', 'IMG.jpg'],
    ['IMG(2).jpg.supplemental-metadata.json', 'IMG.jpg'],
    ['IMG.jpg.supplemental-metadata(3).json', 'IMG.jpg'],
    ['PXL_20240827_094331806.PORTRAIT.jpg.supplement(1).json', 'PXL_20240827_094331806.PORTRAIT.jpg'],
  ] as const;
  const photos = ['IMG.jpg', 'IMG(1).jpg', 'IMG(2).jpg', 'IMG(3).jpg', 'PXL_20240827_094331806.PORTRAIT(1).jpg'];
  assert.deepEqual(pairs(photos, data), [
    'IMG(1).jpg < IMG.jpg(1).json',
    'IMG(2).jpg < IMG(2).jpg.supplemental-metadata.json',
    'IMG(3).jpg < IMG.jpg.supplemental-metadata(3).json',
    'IMG.jpg < IMG.jpg.json',
    'PXL_20240827_094331806.PORTRAIT(1).jpg < PXL_20240827_094331806.PORTRAIT.jpg.supplement(1).json',
  ]);
});

test('IM-4: an edit takes the data of its original, in whatever language it is called an edit; so does a second file whose data were forgotten', () => {
  for (const word of ['edited', 'modifié', 'bearbeitet', 'modificato', 'editado', '编辑', '編集済み', 'modifié'])
    assert.deepEqual(
      pairs(['A.jpg', `A-${word}.jpg`], ['A.jpg.json']),
      [`A-${word}.jpg < A.jpg.json`, 'A.jpg < A.jpg.json'].toSorted(),
      word,
    );
  assert.deepEqual(pairs(['A(1).jpg', 'A-edited(1).jpg'], [['A.jpg(1).json', 'A.jpg']]), [
    'A(1).jpg < A.jpg(1).json',
    'A-edited(1).jpg < A.jpg(1).json',
  ]);
  const title = 'original_1d4caa6f-16c6-4c3d-901b-9387de10e528_PXL_20240901_080000000.jpg';
  const uuid = 'original_1d4caa6f-16c6-4c3d-901b-9387de10e528_';
  assert.deepEqual(pairs([`${uuid}P.jpg`, `${uuid}P(1).jpg`], [[`${uuid}.json`, title]]), [
    `${uuid}P(1).jpg < ${uuid}.json`,
    `${uuid}P.jpg < ${uuid}.json`,
  ]);
});

test('IM-5: a name in either way of writing accents, and in capitals or not, is one name', () => {
  const name = 'Café.JPG';
  assert.deepEqual(pairs([name.normalize('NFD')], [`${name.normalize('NFC')}.json`]).length, 1);
  assert.deepEqual(pairs(['café.jpg'], [['CAFÉ.JPG.json', 'Café.jpg']]).length, 1);
});

test('IM-119: of two names that differ in capitals each has its own data', () => {
  assert.deepEqual(pairs(['IMG_1.jpg', 'IMG_1.JPG', 'IMG_1(1).JPG'], ['IMG_1.JPG.json', 'IMG_1.jpg.json', 'IMG_1.JPG(1).json']), [
    'IMG_1(1).JPG < IMG_1.JPG(1).json',
    'IMG_1.JPG < IMG_1.JPG.json',
    'IMG_1.jpg < IMG_1.jpg.json',
  ]);
});

test('IM-6: where more than one could be meant nothing is matched, and what could be is told; what the data name as the whole name decides between names that were cut alike', () => {
  const twice = matched(['A(1).jpg'], [['A.jpg(1).json', 'A.jpg'], 'A(1).jpg.json']);
  assert.deepEqual([twice.pairs, twice.unclear], [[], [[['A(1).jpg'], ['A(1).jpg.json', 'A.jpg(1).json']]]]);
  assert.deepEqual([twice.without, twice.unused], [[], []]);
  const stem = 'x'.repeat(46);
  const both = matched([`${stem}a.jpg`, `${stem}b.jpg`], [[`${stem}.json`, `${stem}abc.jpg`]]);
  assert.deepEqual([both.pairs, both.without], [[`${stem}a.jpg < ${stem}.json`], [`${stem}b.jpg`]]);
  const rivals = matched([`${stem}a.jpg`, `${stem}a.png`], [[`${stem}.json`, `${stem}abc.jpg`]]);
  assert.deepEqual([rivals.pairs, rivals.unclear.length], [[], 1]);
});

test('IM-7: a stronger rule takes what it fits, and a weaker one only what is left', () => {
  const found = matched(['IMG_1.jpg', 'IMG_1.jpg.jpg'], ['IMG_1.jpg.json', 'IMG_1.jpg.jpg.json']);
  assert.deepEqual(found.pairs, ['IMG_1.jpg < IMG_1.jpg.json', 'IMG_1.jpg.jpg < IMG_1.jpg.jpg.json']);
  const none = matched(['other.png'], ['IMG_1.jpg.json']);
  assert.deepEqual([none.without, none.unused], [['other.png'], ['IMG_1.jpg.json']]);
});
