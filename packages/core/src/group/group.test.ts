import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { GroupFile } from './file.ts';
import { named, told, words } from './group.testing.ts';
import { group } from './index.ts';

test('GR-6: a RAW joins the picture of its name and moment, which stays the original', () => {
  assert.deepEqual(told([named('DSC_1.DNG'), named('DSC_1.JPG')]), ['DSC_1.JPG + raw DSC_1.DNG']);
  assert.deepEqual(told([named('IMG_1.HEIC', { capturedAt: '2024-05-01T12:00:00.600+02:00' }), named('IMG_1.DNG')]), [
    'IMG_1.HEIC + raw IMG_1.DNG',
  ]);
  assert.deepEqual(told([named('PXL_1.RAW-01.COVER.jpg'), named('PXL_1.RAW-02.ORIGINAL.dng')]), [
    'PXL_1.RAW-01.COVER.jpg + raw PXL_1.RAW-02.ORIGINAL.dng',
  ]);
});

test('GR-6: a RAW of another moment, or without a date, stays a photo of its own', () => {
  const later = [named('DSC_1.CR2', { capturedAt: '2024-05-01T12:00:03+02:00' }), named('DSC_1.JPG')];
  assert.deepEqual(told(later), ['DSC_1.CR2', 'DSC_1.JPG']);
  const undated = [named('DSC_1.CR2', { capturedAt: null }), named('DSC_1.JPG')];
  assert.equal(told(undated).length, 2);
  assert.match(group(undated).unclear[0]?.why ?? '', /no dates/);
  assert.equal(told([named('DSC_1.CR2'), named('DSC_1.JPG'), named('DSC_1.HEIC')]).length, 3);
});

test('GR-6: a RAW brings the film that was found for it', () => {
  const id = '0007002A';
  const files = [named('IMG_1.DNG', { livePairId: id }), named('IMG_1.MOV', { livePairId: id }), named('IMG_1.HEIC')];
  assert.deepEqual(told(files), ['IMG_1.HEIC + live-video IMG_1.MOV + raw IMG_1.DNG']);
});

test('GR-7: an edit joins its original by the names that Apple, Google, osxphotos and icloudpd give, with its own film', () => {
  for (const edit of [
    'IMG_E1853.JPG',
    'IMG_1853_edited.jpeg',
    'IMG_1853-edited.HEIC',
    'IMG_1853-adjusted.HEIC',
    'IMG_1853-bearbeitet.jpg',
    'IMG_1853-編集済み.jpg',
    'IMG_1853-modifie\u0301.jpg',
  ])
    assert.deepEqual(told([named('IMG_1853.HEIC'), named(edit)]), [`IMG_1853.HEIC + edited ${edit}`], edit);
  const [one, two] = ['00070001', '00070002'];
  const live = [
    named('IMG_3582.HEIC', { livePairId: one }),
    named('IMG_3582.MOV', { livePairId: one }),
    named('IMG_E3582.HEIC', { livePairId: two }),
    named('IMG_E3582.MOV', { livePairId: two }),
    named('IMG_3582.AAE'),
    named('IMG_O3582.AAE'),
  ];
  assert.deepEqual(told(live), [
    'IMG_3582.HEIC + live-video IMG_3582.MOV + edited IMG_E3582.HEIC + edited-video IMG_E3582.MOV + adjustment-data IMG_3582.AAE + adjustment-data IMG_O3582.AAE',
  ]);
  assert.deepEqual(told([named('MVI_0001.MOV'), named('MVI_E0001.MOV')]), ['MVI_0001.MOV + edited MVI_E0001.MOV']);
});

test('GR-7: an edit of another moment, without an original, or beside another edit stays a photo of its own', () => {
  assert.deepEqual(told([named('IMG_E1.JPG')]), ['IMG_E1.JPG']);
  assert.equal(told([named('IMG_0001.JPG'), named('IMG_E0001.JPG', { capturedAt: '2024-05-01T12:00:03+02:00' })]).length, 2);
  assert.equal(told([named('a/IMG_0001.JPG'), named('b/IMG_E0001.JPG')]).length, 2);
  assert.equal(told([named('a/IMG_0001.JPG'), named('A/IMG_E0001.JPG')]).length, 2, 'two folders, though some systems would say one');
  const twice = [named('IMG_0001.JPG'), named('IMG_0001-edited.JPG'), named('IMG_E0001.JPG')];
  assert.deepEqual(told(twice), ['IMG_0001.JPG + edited IMG_0001-edited.JPG', 'IMG_E0001.JPG']);
  assert.equal(group(twice).unclear.length, 1);
  assert.equal(told([named('IMG_0001.JPG'), named('IMG_0001.HEIC'), named('IMG_E0001.JPG')]).length, 3);
});

test('GR-7: an edit of an edit is lost to neither', () => {
  assert.deepEqual(told(['IMG_0001.JPG', 'IMG_0001-edited.JPG', 'IMG_E0001-edited.JPG'].map((path) => named(path))), [
    'IMG_0001.JPG + edited IMG_0001-edited.JPG',
    'IMG_E0001-edited.JPG',
  ]);
});

test('GR-8: Apple’s adjustments and sidecars join the photo that they are named after', () => {
  const cases: [photo: string, data: string, role: string][] = [
    ['IMG_1853.HEIC', 'IMG_1853.AAE', 'adjustment-data'],
    ['IMG_5747.HEIC', 'IMG_O5747.AAE', 'adjustment-data'],
    ['Picnic.HEIC', 'Picnic_O.AAE', 'adjustment-data'],
    ['DSC_1.JPG', 'DSC_1.JPG.xmp', 'sidecar'],
    ['DSC_1.JPG', 'DSC_1.xmp', 'sidecar'],
    ['DSC_1.JPG', 'dsc_1.jpg.json', 'sidecar'],
    ['IMG_1.jpg', 'IMG_1.jpg.supplemental-metadata.json', 'sidecar'],
    ['IMG_1.jpg', 'IMG_1.jpg.supple.json', 'sidecar'],
    ['IMG_1.jpg', 'IMG_1.jpg.s.json', 'sidecar'],
    ['IMG_1(1).jpg', 'IMG_1.jpg(1).json', 'sidecar'],
    ['IMG_1(1).jpg', 'IMG_1.jpg.supplemental-metadata(1).json', 'sidecar'],
    ['IMG_1(2).jpg', 'IMG_1(2).jpg.supplemental-metadata.json', 'sidecar'],
    ['original_1d4caa6f-16c6-4c3d-901b-9387de10e528_P.jpg', 'original_1d4caa6f-16c6-4c3d-901b-9387de10e528_.json', 'sidecar'],
  ];
  for (const [photo, data, role] of cases) assert.deepEqual(told([named(photo), named(data)]), [`${photo} + ${role} ${data}`], data);
});

test('GR-8: data of nobody, or of more than one photo, belong to none', () => {
  const { others } = group([named('a.jpg'), named('metadata.json'), named('b.xmp'), named('notes.txt'), named('b/a.xmp')]);
  assert.deepEqual(others, ['b.xmp', 'b/a.xmp', 'metadata.json', 'notes.txt']);
  const twins = group([named('IMG_1.JPG'), named('IMG_1.HEIC'), named('IMG_1.xmp')]);
  assert.deepEqual(twins.others, ['IMG_1.xmp']);
  assert.equal(twins.unclear.length, 1);
  const numbered = group([named('IMG_1.jpg'), named('IMG_1(1).jpg'), named('IMG_1.jpg(1).json'), named('IMG_1.jpg.json')]);
  assert.deepEqual(words(numbered), ['IMG_1(1).jpg + sidecar IMG_1.jpg(1).json', 'IMG_1.jpg + sidecar IMG_1.jpg.json']);
});

test('GR-9: frames of a burst are photos of their own, all kept, and one stands for them', () => {
  const burst = (frames: GroupFile[]): unknown => group(frames).bursts;
  const ids = ['IMG_3.JPG', 'IMG_1.JPG', 'IMG_2.JPG'].map((path, at) =>
    named(path, { burstId: 'd4e4b3d1', capturedAt: `2024-05-01T12:00:0${3 - at}` }),
  );
  assert.deepEqual(burst(ids), [{ id: 'D4E4B3D1', key: 'IMG_2.JPG', frames: ['IMG_2.JPG', 'IMG_1.JPG', 'IMG_3.JPG'] }]);
  assert.equal(group(ids).assets.length, 3);
  const google = [
    '00000IMG_00000_BURST20230704213015900.jpg',
    '00000IMG_00001_BURST20230704213016100_COVER.jpg',
    '00000IMG_00002_BURST20230704213019000.jpg',
  ];
  assert.deepEqual(burst(google.map((path) => named(path))), [{ id: 'BURST20230704213015', key: google[1], frames: google.slice(0, 2) }]);
  const pixel = ['PXL_1.BURST-01.jpg', 'PXL_1.BURST-02.COVER.jpg'];
  assert.deepEqual(burst(pixel.map((path) => named(path))), [{ id: 'PXL_1', key: pixel[1], frames: pixel }]);
  assert.deepEqual(burst([named('a.jpg', { burstId: 'x' })]), []);
});

test('GR-9: the frame that stands for a burst is the named cover, else the best rated, else the edited, else the first', () => {
  const frames = (over: Partial<GroupFile>[], more: GroupFile[] = []): string | undefined =>
    group([...over.map((each, at) => named(`IMG_000${at}.JPG`, { burstId: 'x', ...each })), ...more]).bursts[0]?.key;
  assert.equal(frames([{}, {}, {}]), 'IMG_0000.JPG');
  assert.equal(frames([{}, {}], [named('IMG_E0001.JPG')]), 'IMG_0001.JPG');
  assert.equal(frames([{ rating: 1 }, { rating: 0 }, { rating: 5 }], [named('IMG_E0001.JPG')]), 'IMG_0002.JPG');
  assert.equal(group([named('A_BURST001.jpg', { rating: 5 }), named('A_BURST002_COVER.jpg')]).bursts[0]?.key, 'A_BURST002_COVER.jpg');
});

test('GR-10: a motion photo is one asset, with the film that lies inside', () => {
  const motion = named('MVIMG_1.jpg', { film: { offset: 100, length: 50 } });
  assert.deepEqual(told([motion]), ['MVIMG_1.jpg + live-video 100+50']);
  assert.equal(group([motion]).assets[0]?.kind, 'motion-photo');
});

test('GR-11: every file has one place, whatever the folder holds and in whatever order it is listed', () => {
  const ids = fc.constantFrom(null, 'id-1', 'id-2');
  const dates = fc.constantFrom(null, '2024-05-01T12:00:00', '2024-05-01T12:00:01+02:00', '2024-05-01T10:00:00Z');
  const file = fc
    .record({
      folder: fc.constantFrom('', 'a/', 'A/'),
      stem: fc.constantFrom(
        'IMG_0001',
        'img_0001',
        'IMG_E0001',
        'IMG_0001-edited',
        'IMG_E0001-edited',
        'IMG_0001_HEVC',
        'IMG_0001(1)',
        'IMG_BURST001',
        'IMG_BURST002_COVER',
        'PXL.MP',
        'IMG_O0001',
      ),
      ending: fc.constantFrom('JPG', 'HEIC', 'DNG', 'MOV', 'MP', 'AAE', 'xmp', 'JPG.xmp', 'JPG.json', 'JPG(1).json', 'txt'),
      livePairId: ids,
      burstId: ids,
      capturedAt: dates,
    })
    .map(({ folder, stem, ending, ...over }) => named(`${folder}${stem}.${ending}`, over));
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: ({ path }) => path, maxLength: 14 }), fc.infiniteStream(fc.nat()), (files, order) => {
      const found = group(files);
      const members = found.assets.flatMap((asset) => asset.members.map(({ path }) => path));
      assert.deepEqual([...members, ...found.others].sort(), files.map(({ path }) => path).sort());
      for (const { members: all } of found.assets) assert.equal(all.filter(({ role }) => role === 'original').length, 1);
      for (const { frames, key } of found.bursts) assert.ok(frames.includes(key) && frames.length > 1);
      const shuffled = files.map((each) => [order.next().value ?? 0, each] as const).sort((a, b) => a[0] - b[0]);
      assert.deepEqual(group(shuffled.map(([, each]) => each)), found);
    }),
    { numRuns: 500 },
  );
});
