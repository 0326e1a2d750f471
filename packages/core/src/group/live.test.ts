import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, told } from './group.testing.ts';
import { group } from './index.ts';
import { secondsApart } from './moments.ts';

const [ONE, TWO] = ['0007002A-0000-4000-8000-000000070001', '0007002B-0000-4000-8000-000000070001'];

test('GR-1: a still and a film with one identifier are a Live Photo, whatever they are called and wherever they lie', () => {
  const pair = [
    named('a/IMG_7002.HEIC', { livePairId: ONE }),
    named('b/x.MOV', { livePairId: ONE.toLowerCase(), capturedAt: null, duration: 60 }),
  ];
  assert.deepEqual(told(pair), ['a/IMG_7002.HEIC + live-video b/x.MOV']);
  assert.equal(group(pair).assets[0]?.kind, 'live-photo');
});

test('GR-1: of copies in several folders each still has the film beside it, and of copies in one folder the one of its name', () => {
  const files = ['a/1.HEIC', 'a/1.MOV', 'b/1.HEIC', 'b/1.MOV', 'c/1.HEIC', 'c/1.MOV', 'c/1 (1).HEIC', 'c/1 (1).MOV'].map((path) =>
    named(path, { livePairId: ONE }),
  );
  assert.deepEqual(told(files), [
    'a/1.HEIC + live-video a/1.MOV',
    'b/1.HEIC + live-video b/1.MOV',
    'c/1 (1).HEIC + live-video c/1 (1).MOV',
    'c/1.HEIC + live-video c/1.MOV',
  ]);
});

test('GR-2: identifiers that differ never pair, whatever the names', () => {
  const files = [named('IMG_7001.JPG', { livePairId: ONE }), named('IMG_7001.MOV', { livePairId: TWO })];
  assert.deepEqual(told(files), ['IMG_7001.JPG', 'IMG_7001.MOV']);
  assert.deepEqual(group(files).unclear, []);
});

test('GR-3: without an identifier names pair, if the film is short and both dates are known and near', () => {
  for (const [still, film] of [
    ['IMG_1.HEIC', 'IMG_1.MOV'],
    ['IMG_1.jpg', 'img_1.mp4'],
    ['IMG_1.HEIC', 'IMG_1_HEVC.MOV'],
    ['IMG_1.HEIC', 'IMG_1-1.MOV'],
    ['IMG_1.HEIC', 'IMG_1 (2).MOV'],
    ['IMG_1.HEIC', 'IMG_1_3.mov'],
    ['IMG_1.mp4.jpg', 'IMG_1.mp4'],
    ['Café.jpg', 'Cafe\u0301.mov'],
  ] as const)
    assert.equal(told([named(still), named(film)]).length, 1, `${still} and ${film}`);
  const apart: [Parameters<typeof named>, Parameters<typeof named>][] = [
    [['IMG_1.HEIC'], ['IMG_2.MOV']],
    [['a/IMG_1.HEIC'], ['b/IMG_1.MOV']],
    [['IMG_1.PNG'], ['IMG_1.MOV']],
    [['IMG_1.HEIC'], ['IMG_1.MOV', { duration: 5.1 }]],
    [['IMG_1.HEIC'], ['IMG_1.MOV', { duration: null, size: 60_000_001 }]],
    [['IMG_1.HEIC'], ['IMG_1.MOV', { capturedAt: '2024-05-01T12:02:01+02:00' }]],
    [['IMG_1.HEIC'], ['IMG_1.MOV', { capturedAt: null }]],
    [['IMG_1.HEIC', { capturedAt: null }], ['IMG_1.MOV']],
  ];
  for (const [still, film] of apart) assert.equal(told([named(...still), named(...film)]).length, 2, JSON.stringify([still, film]));
});

test('GR-3: a film that lost its date pairs by its very name with a still that says it had one; else it is left apart, and told', () => {
  const film = named('IMG_1159.MP4', { capturedAt: null });
  assert.equal(told([named('IMG_1159.HEIC', { livePairId: ONE }), film]).length, 1);
  assert.equal(told([named('IMG_1159.HEIC', { livePairId: ONE }), named('IMG_1159-1.MP4', { capturedAt: null })]).length, 2);
  const unsaid = [named('IMG_1159.HEIC'), film];
  assert.equal(told(unsaid).length, 2);
  assert.deepEqual(
    group(unsaid).unclear.map(({ paths }) => paths),
    [['IMG_1159.HEIC', 'IMG_1159.MP4']],
  );
});

test('GR-3: a motion photo’s film that a phone put beside it pairs by its name alone', () => {
  assert.deepEqual(told([named('PXL_1.MP.jpg'), named('PXL_1.MP', { capturedAt: null })]), ['PXL_1.MP.jpg + live-video PXL_1.MP']);
});

test('GR-4: two candidates are none, and are told', () => {
  const files = [named('IMG_1.HEIC'), named('IMG_1.JPG'), named('IMG_1.MOV')];
  assert.deepEqual(told(files), ['IMG_1.HEIC', 'IMG_1.JPG', 'IMG_1.MOV']);
  assert.deepEqual(group(files).unclear[0]?.paths, ['IMG_1.HEIC', 'IMG_1.JPG', 'IMG_1.MOV']);
  const same = [named('a.HEIC', { livePairId: ONE }), named('b.MOV', { livePairId: ONE }), named('c.MOV', { livePairId: ONE })];
  assert.equal(group(same).assets.length, 3);
  assert.match(group(same).unclear[0]?.why ?? '', /more than one still or film/);
});

test('GR-4: a film of another year that kept the name does not hide the right one', () => {
  const old = named('IMG_0861.MOV', { capturedAt: '2023-01-01T10:00:00+01:00' });
  assert.deepEqual(told([named('IMG_0861.HEIC'), old, named('IMG_0861-1.MOV')]), [
    'IMG_0861.HEIC + live-video IMG_0861-1.MOV',
    'IMG_0861.MOV',
  ]);
});

test('GR-5: dates are compared as moments; where one lacks its offset, by the clock on the wall, or in any zone beside UTC', () => {
  const cases: [string | null, string | null, number | null][] = [
    ['2024-05-01T12:00:00+02:00', '2024-05-01T10:00:01Z', 1],
    ['2024-05-01T12:00:00.5', '2024-05-01T12:00:00.25', 0.25],
    ['2024-05-01T12:00:00', '2024-05-01T12:00:30+02:00', 30],
    ['2024-05-01T12:00:00', '2024-05-01T10:00:10Z', 10],
    ['2024-05-01T12:00:00', '2024-05-01T06:30:10Z', 10],
    ['2024-05-01T12:00:00', '2024-05-01T11:50:00Z', 600],
    ['2024-05-01T12:00:00', '2024-05-03T12:00:00Z', 172_800],
    ['2024-05-01T12:00:00', null, null],
    ['soon', '2024-05-01T12:00:00', null],
  ];
  for (const [a, b, apart] of cases) {
    assert.equal(secondsApart(a, b), apart, `${a} ${b}`);
    assert.equal(secondsApart(b, a), apart, `${b} ${a}`);
  }
});
