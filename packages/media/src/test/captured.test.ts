import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CapturedAt } from '@rollcall/protocol';
import * as fc from 'fast-check';
import { chooseDate, completedBy, fromDay, fromExif, fromFileName, fromIso, fromMoment, withOffsetFromGps } from '../captured.ts';

test('MD-8: EXIF dates keep their sub-seconds and offset, and impossible ones are none', () => {
  assert.equal(fromExif('2025:08:17 19:33:48', '600', '-04:00'), '2025-08-17T19:33:48.600-04:00');
  assert.equal(fromExif('2024:01:15 06:00:00', null, '+05:45'), '2024-01-15T06:00:00+05:45');
  assert.equal(fromExif('2023:06:07 13:45:55'), '2023-06-07T13:45:55');
  assert.equal(fromExif('2023-06-07T13:45:55.5Z'), '2023-06-07T13:45:55.5Z');
  assert.equal(fromExif('2020:02:29 00:00:00', ' ', '   :  '), '2020-02-29T00:00:00');
  for (const none of [
    '0000:00:00 00:00:00',
    '    :  :     :  :  ',
    '1970:01:01 00:00:00',
    '1904:01:01 00:00:00',
    '2023:02:30 10:00:00',
    '2023:13:01 10:00:00',
    '2023:01:01 25:00:00',
    'yesterday',
    '',
    null,
  ])
    assert.equal(fromExif(none), null, String(none));
});

test('MD-8: QuickTime and XMP dates, and moments in UTC', () => {
  assert.equal(fromIso('2016-01-18T15:20:40-0700'), '2016-01-18T15:20:40-07:00');
  assert.equal(fromIso('2017-03-13'), '2017-03-13T00:00:00');
  assert.equal(fromIso('2017-03-13T23:03'), '2017-03-13T23:03:00');
  assert.equal(fromMoment(1_640_993_400_000), '2021-12-31T23:30:00Z');
  assert.equal(fromMoment(0), null);
  assert.equal(fromMoment(Number.NaN), null);
});

test('MD-9: dates in file names', () => {
  const names: [string, string | null][] = [
    ['IMG_20190704_181530.jpg', '2019-07-04T18:15:30'],
    ['PXL_20240506_142610305.MP.jpg', '2024-05-06T14:26:10.305Z'],
    ['00000IMG_00000_BURST20230704213015000.jpg', '2023-07-04T21:30:15.000'],
    ['Screenshot 2024-05-06 at 14.26.10.png', '2024-05-06T14:26:10'],
    ['Screenshot_20240506-142610.png', '2024-05-06T14:26:10'],
    ['2024-05-06 14-26-10.jpg', '2024-05-06T14:26:10'],
    ['IMG-20190704-WA0001.jpg', '2019-07-04T00:00:00'],
    ['signal-2024-05-06-142610.jpeg', '2024-05-06T14:26:10'],
    ['VID_20240230_101010.mp4', null],
    ['IMG_0042.JPG', null],
    ['DSC_12345678.JPG', null],
    ['120240506.jpg', null],
    ['Screenshot_2024_no_json.png', null],
  ];
  for (const [name, expected] of names) assert.equal(fromFileName(name), expected, name);
});

test('MD-10: the satellites’ UTC tells the offset of a local time, if it is one in use and the fix is fresh', () => {
  assert.equal(withOffsetFromGps('2023-06-07T13:45:55', '2023-06-07T12:45:54Z'), '2023-06-07T13:45:55+01:00');
  assert.equal(withOffsetFromGps('2023-06-07T13:45:55.25', '2023-06-07T08:00:55Z'), '2023-06-07T13:45:55.25+05:45');
  assert.equal(withOffsetFromGps('2023-06-07T01:00:00', '2023-06-07T05:00:01Z'), '2023-06-07T01:00:00-04:00');
  assert.equal(withOffsetFromGps('2023-06-07T13:45:55', '2023-06-07T12:30:55Z'), '2023-06-07T13:45:55', '+01:15 is in use nowhere');
  assert.equal(withOffsetFromGps('2023-06-07T13:45:55', '2023-06-07T12:40:00Z'), '2023-06-07T13:45:55', 'a stale fix');
  assert.equal(withOffsetFromGps('2023-06-07T13:45:55', '2023-06-01T12:45:55Z'), '2023-06-07T13:45:55', 'days apart');
  assert.equal(
    withOffsetFromGps('2023-06-07T13:45:55+02:00', '2023-06-07T12:45:55Z'),
    '2023-06-07T13:45:55+02:00',
    'the file’s own offset stays',
  );
});

test('MD-10: fraction and offset come from another block that names the same second, and no other', () => {
  assert.equal(completedBy('2023-08-05T17:16:53', ['2023-08-05T17:16:53.939+02:00']), '2023-08-05T17:16:53.939+02:00');
  assert.equal(completedBy('2023-08-05T17:16:53', ['2023-08-05T17:16:54.939+02:00']), '2023-08-05T17:16:53');
  assert.equal(completedBy('2023-08-05T17:16:53.1Z', ['2023-08-05T17:16:53.939+02:00']), '2023-08-05T17:16:53.1Z');
});

test('MD-11: the order of sources', () => {
  const all = {
    exif: '2001-01-01T00:00:01',
    xmp: '2002-01-01T00:00:01',
    gps: '2003-01-01T00:00:01Z',
    quicktime: '2004-01-01T00:00:01',
    container: '2005-01-01T00:00:01Z',
    day: { at: '2005-02-01T00:00:00', source: 'xmp' } as const,
    fileName: 'IMG_20060101_000001.jpg',
    mtimeMs: Date.UTC(2007, 0, 1),
  };
  const left: Record<string, unknown> = { ...all };
  const order = [];
  for (const next of ['exif', 'xmp', 'gps', 'quicktime', 'container', 'day', 'fileName', 'mtimeMs', 'nothing']) {
    order.push(chooseDate(left as unknown as typeof all).source);
    left[next] = next === 'fileName' ? 'a.jpg' : null;
  }
  assert.deepEqual(order, ['exif', 'xmp', 'gps', 'quicktime', 'container', 'xmp', 'file-name', 'file-time', 'unknown']);
});

test('MD-27: a day without a time counts after all whole dates, and says that it is only a day', () => {
  for (const [written, at] of [
    ['2017:03:13', '2017-03-13T00:00:00'],
    ['2017-03-13', '2017-03-13T00:00:00'],
    ['2017:03:13   :  :  ', '2017-03-13T00:00:00'],
    ['2017:03:13 10:11:12', null],
    ['2017-02-30', null],
    ['0000:00:00', null],
  ] as const)
    assert.equal(fromDay(written), at, written);
  const none = { exif: null, xmp: null, gps: null, quicktime: null, container: null, day: null, fileName: 'a.jpg', mtimeMs: 1e12 };
  const day = { at: '2017-03-13T00:00:00', source: 'exif' } as const;
  assert.deepEqual(chooseDate({ ...none, day }), { ...day, dayOnly: true });
  assert.equal(chooseDate({ ...none, day, xmp: '2017-03-13T10:11:12' }).dayOnly, false);
  assert.deepEqual(chooseDate({ ...none, fileName: 'IMG-20190704-WA0001.jpg' }), {
    at: '2019-07-04T00:00:00',
    source: 'file-name',
    dayOnly: true,
  });
  assert.equal(chooseDate({ ...none, fileName: 'IMG_20190704_181530.jpg' }).dayOnly, false);
});

test('MD-8: whatever is written where a date belongs, what comes out is a capture date or none', () => {
  const dateish = fc
    .tuple(fc.constantFrom('2024:05:06 14:26:10', '2024-05-06T14:26:10', '', '9999:99:99 99:99:99'), fc.string(), fc.string())
    .map(([date, ...rest]) => [date + rest[0], rest[1]] as const);
  fc.assert(
    fc.property(dateish, fc.string(), fc.string(), ([date], fraction, offset) => {
      for (const found of [fromExif(date, fraction, offset), fromIso(date), fromDay(date), fromFileName(date)])
        if (found !== null) CapturedAt.parse(found);
    }),
  );
  fc.assert(fc.property(fc.double(), (moment) => void (fromMoment(moment) === null || CapturedAt.parse(fromMoment(moment)))));
});
