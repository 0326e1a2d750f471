import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { FoundFile } from '../found.ts';
import { appleChecksum, beginAppleChecksum, checksumOfName } from '../apple-checksum.ts';
import { readCsv } from './csv.ts';
import { readAppleDate } from './dates.ts';
import { mergePieces, readAppleTable } from './tables.ts';

const table = (path: string): FoundFile => ({ key: 0, source: 0, path, size: 1, mtimeMs: null });
const HEAD = 'imgName,fileChecksum,favorite,hidden,deleted,originalCreationDate,viewCount,importDate';

test('IM-12: Apple’s checksum of bytes is SHA-1 behind its salt, with a version before it, also where a file is called by it', () => {
  const of = (text: string): string => appleChecksum(beginAppleChecksum(createHash('sha1')).update(text));
  assert.equal(of(''), 'AW2cWT2PxzWixMKuuNMTHJ8CJ3sH');
  assert.equal(of('hello'), 'AcW96XzA8CMFcrVWfJyAAy8aWWE6');
  assert.equal(checksumOfName('AY6c-BsE0jjaXx9tmVGJM1D2VcEO'), 'AY6c+BsE0jjaXx9tmVGJM1D2VcEO');
  for (const name of ['IMG_0001', 'AY6c-BsE0jjaXx9tmVGJM1D2VcE', createHash('sha1').digest('hex')])
    assert.equal(checksumOfName(name), null);
});

test('IM-13: dates of Apple’s tables are read by a rule of ours, to the minute; what is empty, or no date, is none', () => {
  assert.equal(readAppleDate('Saturday June 4,2022 12:11 PM GMT'), '2022-06-04T12:11:00Z');
  assert.equal(readAppleDate('Sunday January 1,2023 12:05 AM GMT'), '2023-01-01T00:05:00Z');
  assert.equal(readAppleDate('Friday December 25,2015 6:30\u202fPM GMT'), '2015-12-25T18:30:00Z');
  assert.equal(readAppleDate('Thursday February 29, 2024 18:30 GMT'), '2024-02-29T18:30:00Z');
  assert.equal(readAppleDate('2022-06-04T12:11:09Z'), '2022-06-04T12:11:09Z');
  for (const none of [
    '',
    'null',
    'Wednesday February 29,2023 6:30 PM GMT',
    'Saturday June 4,2022 13:11 PM GMT',
    'Saturday Juin 4,2022 1:11 PM GMT',
    '2022-13-04T12:11:09Z',
  ])
    assert.equal(readAppleDate(none), null, none);
});

test('IM-14: tables are read as they come: quotes, commas, any end of a line, none at the end, a mark at the beginning; never does one fail', () => {
  assert.deepEqual(readCsv('\ufeffa,b\r\n"x, ""y""\nz",2\r\n\r\nlast'), [['a', 'b'], ['x, "y"\nz', '2'], ['last']]);
  assert.deepEqual(readCsv(''), []);
  assert.deepEqual(readCsv('a,"never ends\n1,2'), [['a', 'never ends\n1,2']]);
});

test('IM-15: what a table is, its header says, whatever the file is called and in whatever order its columns stand; a date that was not quoted is put together again', () => {
  const renamed = readAppleTable(
    table('Photos/mine.csv'),
    'deleted,favorite,imgName,fileChecksum,originalCreationDate\nno,yes,IMG.HEIC,AW2cWT2PxzWixMKuuNMTHJ8CJ3sH,Saturday June 4,2022 12:11 PM GMT',
  );
  assert.ok(renamed.is === 'details');
  const { table: _, ...row } = renamed.rows[0]!;
  assert.deepEqual(row, {
    name: 'IMG.HEIC',
    checksum: 'AW2cWT2PxzWixMKuuNMTHJ8CJ3sH',
    favourite: true,
    hidden: false,
    deleted: false,
    createdAt: '2022-06-04T12:11:00Z',
  });
  const middle = readAppleTable(
    table('a.csv'),
    `${HEAD}\nA.JPG,,no,yes,no,Saturday June 4,2022 12:11 PM GMT,7,Sunday June 5,2022 12:11 PM GMT`,
  );
  assert.ok(middle.is === 'details');
  assert.deepEqual([middle.rows[0]!.createdAt, middle.rows[0]!.hidden, middle.rows[0]!.checksum], ['2022-06-04T12:11:00Z', true, null]);
  assert.equal(readAppleTable(table('Photos/Photo Details-7.csv'), '').is, 'empty');
  assert.equal(readAppleTable(table('x/Shared Library Details.csv'), 'imgName,contributedByMe\nA.JPG,yes').is, 'shared-library');
  assert.equal(readAppleTable(table('x/other.csv'), 'a,b\n1,2').is, 'other');
  for (const head of ['Images', 'imgName', 'imageName']) {
    const album = readAppleTable(table('Albums/Été.csv'.normalize('NFD')), `${head}\nIMG, 1.JPG\nB.HEIC\n`);
    assert.deepEqual(album, { is: 'album', title: 'Été'.normalize('NFC'), names: ['IMG, 1.JPG', 'B.HEIC'] });
    assert.equal(readAppleTable(table('Memories/1. April.csv'), `${head}\nA.JPG`).is, 'memory');
  }
});

test('IM-16: a list that was cut in pieces is put together only where its first piece stands beside it', () => {
  const album = (title: string, folder = 'Albums') => ({ folder, title, names: [title] });
  const merged = mergePieces([
    album('Trip1'),
    album('Trip'),
    album('Trip12'),
    album('April 2021'),
    album('April 20211'),
    album('Lisboa3'),
    album('Trip', 'Other'),
  ]);
  assert.deepEqual(
    merged.map(({ folder, title, names }) => `${folder}/${title}: ${names.toSorted().join(' ')}`),
    ['Albums/Trip: Trip Trip1 Trip12', 'Albums/April 2021: April 2021 April 20211', 'Albums/Lisboa3: Lisboa3', 'Other/Trip: Trip'],
  );
});
