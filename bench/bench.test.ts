import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { photograph, TINY } from './photos.ts';
import { draw } from './strips.ts';
import { entityKey, FeedEntry } from '../packages/protocol/src/index.ts';
import { libraryRows } from './size/rows.ts';
import { median, quantile, tableText } from './table.ts';

test('BE-1: photographs that are measured with are whole pictures, and no two are the same', async () => {
  const drawn = await draw(TINY);
  const photos = Array.from({ length: 20 }, (_, number) => photograph(drawn, number));
  assert.equal(new Set(photos.map((photo) => photo.toString('base64'))).size, 20);
  for (const photo of photos) {
    const { format, width, height, exif } = await sharp(photo).metadata();
    assert.deepEqual([format, width, height], ['jpeg', TINY.width, TINY.height]);
    assert.ok(exif);
    // Complains of any data that is not as its tables and markers say.
    assert.equal((await sharp(photo, { failOn: 'warning' }).raw().toBuffer()).length, TINY.width * TINY.height * 3);
    assert.deepEqual([...photo.subarray(-2)], [0xff, 0xd9]);
  }
});

test('BE-1: two photographs share no block by which a clever program could spare itself sending one', async () => {
  const drawn = await draw({ width: 1024, height: 1024, quality: 88 });
  const blocks = Array.from({ length: 24 }, (_, number) => photograph(drawn, number)).flatMap((photo) =>
    Array.from({ length: Math.floor(photo.length / 65_536) }, (_, at) => photo.subarray(at * 65_536, (at + 1) * 65_536).toString('base64')),
  );
  assert.ok(blocks.length > 24);
  assert.equal(new Set(blocks).size, blocks.length);
});

test('BE-2: medians and quantiles are those of the values, in whatever order', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(quantile([5, 1, 4, 2, 3], 0.99), 5);
  assert.equal(quantile([5, 1, 4, 2, 3], 0.5), 3);
  assert.throws(() => median([]), RangeError);
});

test('BE-3: a table shows every figure under its column, and says what was not measured', () => {
  const text = tableText({
    title: 'T',
    columns: ['', 's'],
    rows: [
      ['one', 1.234],
      ['two', null],
      ['three', 123.4],
    ],
    notes: ['NOT MEASURED: x'],
  });
  assert.deepEqual(text.split('\n'), ['T', '', '           s', 'one     1.23', 'two        –', 'three    123', '  NOT MEASURED: x', '']);
});

test('SZ-3: a library that is measured with has rows as the protocol has them, each once, of some four hundred bytes', () => {
  const rows = [...libraryRows(1000)];
  let bytes = 0;
  for (const [at, entity] of rows.entries()) {
    assert.deepEqual(FeedEntry.parse({ seq: at + 1, entity }).entity, entity);
    bytes += JSON.stringify(entity).length;
  }
  assert.equal(new Set(rows.map(entityKey)).size, rows.length);
  assert.ok(bytes / rows.length > 300 && bytes / rows.length < 600, String(bytes / rows.length));
  const kinds = new Set(rows.map((entity) => (entity.type === 'asset' ? entity.state : entity.type)));
  assert.deepEqual([...kinds].sort(), ['alias', 'live', 'purged', 'rendition', 'resource', 'trashed']);
  assert.deepEqual([...libraryRows(50)], rows.slice(0, [...libraryRows(50)].length), 'the same each time');
});
