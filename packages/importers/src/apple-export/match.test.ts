import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundFile, ReadMedia } from '../found.ts';
import { readPhoto } from '../testing/media.ts';
import { fileOfLine, matchRows } from './match.ts';
import { planAppleExport } from './plan.ts';
import type { DetailRow } from './tables.ts';

let keys = 0;
const listIn = (source: number, folder = ''): { source: number; path: string } => ({ source, path: `${folder}Albums/Trip.csv` });
const file = (source: number, path: string, size = 1): FoundFile => ({ key: (keys += 1), source, path, size, mtimeMs: null });
const photo = (source: number, path: string, appleChecksum: string | null = null): ReadMedia =>
  readPhoto(file(source, path), { appleChecksum });
const row = (source: number, name: string, checksum: string | null, folder = 'Photos', more: Partial<DetailRow> = {}): DetailRow => ({
  table: file(source, `${folder}/Photo Details.csv`),
  name,
  checksum,
  favourite: false,
  hidden: false,
  deleted: false,
  createdAt: null,
  ...more,
});
const nameOf = ({ source, path }: FoundFile): string => `${source}:${path}`;
const pairs = (rows: readonly DetailRow[], files: readonly ReadMedia[]): string[] =>
  [...matchRows(rows, files).rowOf]
    .map(([its, told]) => `${nameOf(its.file)} < ${told.table.source}:${told.name} ${told.checksum ?? ''}`.trim())
    .toSorted();

test('IM-17: a row is its file’s by folder and checksum, then folder and name, part and checksum, checksum alone, a name that occurs once', () => {
  // In a folder, repeats are numbered, and the row has the plain name.
  assert.deepEqual(pairs([row(0, 'A.JPG', 'x'), row(0, 'A.JPG', 'y')], [photo(0, 'Photos/A.JPG', 'y'), photo(0, 'Photos/A-1.JPG', 'x')]), [
    '0:Photos/A-1.JPG < 0:A.JPG x',
    '0:Photos/A.JPG < 0:A.JPG y',
  ]);
  assert.deepEqual(pairs([row(0, 'A.JPG', null), row(1, 'A.JPG', null)], [photo(1, 'Photos/A.JPG', 'q'), photo(0, 'Photos/A.JPG', 'r')]), [
    '0:Photos/A.JPG < 0:A.JPG',
    '1:Photos/A.JPG < 1:A.JPG',
  ]);
  assert.deepEqual(pairs([row(0, 'B.JPG', 'x')], [photo(1, 'Photos/C.JPG', 'x'), photo(0, 'Other/D.JPG', 'x')]), [
    '0:Other/D.JPG < 0:B.JPG x',
  ]);
  assert.deepEqual(pairs([row(0, 'B.JPG', 'x')], [photo(1, 'Photos/C.JPG', 'x')]), ['1:Photos/C.JPG < 0:B.JPG x']);
  assert.deepEqual(pairs([row(0, 'B.JPG', null)], [photo(1, 'Other/B.JPG', 'x')]), ['1:Other/B.JPG < 0:B.JPG']);
  assert.deepEqual(pairs([row(0, 'Café.JPG'.normalize('NFC'), null)], [photo(0, `Photos/${'Café.JPG'.normalize('NFD')}`)]).length, 1);
});

test('IM-18: what several could be meant by is matched with none of them, and told; so is a row without a file', () => {
  const found = matchRows([row(0, 'A.JPG', null), row(0, 'A.JPG', null), row(0, 'gone.JPG', 'z')], [photo(0, 'Photos/A.JPG', 'x')]);
  assert.deepEqual([found.rowOf.size, found.unclear.length, found.rowsWithout.map(({ name }) => name)], [0, 1, ['gone.JPG']]);
  // The same bytes under two names are told apart by these.
  assert.deepEqual(pairs([row(0, 'A.JPG', 'x'), row(0, 'B.JPG', 'x')], [photo(0, 'Photos/B.JPG', 'x'), photo(0, 'Photos/A.JPG', 'x')]), [
    '0:Photos/A.JPG < 0:A.JPG x',
    '0:Photos/B.JPG < 0:B.JPG x',
  ]);
});

test('IM-19: a line of an album means the only file of its name, or the only one in its own part; else nobody can tell', () => {
  const [here, there, more] = [photo(0, 'Photos/A.JPG'), photo(1, 'Photos/A.JPG'), photo(1, 'Other/A.JPG')];
  const byName = (...files: ReadMedia[]): Map<string, ReadMedia[]> => new Map([['A.JPG', files]]);
  assert.equal(fileOfLine('A.JPG', listIn(1), byName(here)), here);
  assert.equal(fileOfLine('A.JPG', listIn(0), byName(here, there, more)), here);
  assert.equal(fileOfLine('A.JPG', listIn(1), byName(here, there, more)), 'several');
  assert.equal(fileOfLine('A.JPG', listIn(2), byName(here, there)), 'several');
  assert.equal(fileOfLine('B.JPG', listIn(0), byName(here)), null);
});

test('IM-116: files of the same bytes are one photo for an album, and parts that were unpacked into one folder are told apart by theirs', () => {
  const inPart = (part: number, hash: string): ReadMedia =>
    readPhoto(file(0, `iCloud Photos Part ${part} of 2/Photos/A.JPG`), { hash, appleChecksum: `sum ${hash}` });
  const byName = (...files: ReadMedia[]): Map<string, ReadMedia[]> => new Map([['A.JPG', files]]);
  const [one, two] = [inPart(1, 'one'), inPart(2, 'two')];
  assert.equal(fileOfLine('A.JPG', listIn(0, 'iCloud Photos Part 2 of 2/'), byName(one, two)), two);
  assert.equal(fileOfLine('A.JPG', listIn(0), byName(one, two)), 'several');
  assert.equal(fileOfLine('A.JPG', listIn(3), byName(one, inPart(2, 'one'))), one);
  // The same rows and files in two parts: each part has its own.
  const rows = [1, 2].map((part) => row(0, 'A.JPG', 'sum one', `iCloud Photos Part ${part} of 2`));
  assert.equal(matchRows(rows, [one, inPart(2, 'one')]).rowOf.size, 2);
});

test('IM-20: a checksum that disagrees proves nothing, and is told; the photo comes all the same, and trash comes as trash', () => {
  const planned = planAppleExport(
    {
      media: [photo(0, 'Photos/A.JPG', 'other'), photo(0, 'Recently Deleted/B.JPG', 'b'), photo(0, 'Photos/C.JPG', 'c')],
      rows: [row(0, 'A.JPG', 'told', 'Photos', { favourite: true }), row(0, 'C.JPG', 'c', 'Photos', { deleted: true })],
      albums: [
        { file: file(0, 'Albums/Hidden.csv'), title: 'Hidden', names: ['C.JPG'] },
        { file: file(0, 'Albums/Lisboa.csv'), title: 'Lisboa', names: ['A.JPG', 'nobody.JPG'] },
      ],
      beside: [],
      shared: new Map(),
    },
    nameOf,
  );
  assert.deepEqual(planned.checksums, { agree: 1, disagree: ['0:Photos/A.JPG'] });
  assert.deepEqual(
    planned.things.map(({ parts, fields, trashed, albums }) => [parts[0].file.path, fields.favourite, fields.hidden, trashed, albums]),
    [
      ['Photos/A.JPG', true, false, false, ['Lisboa']],
      ['Photos/C.JPG', false, true, true, []],
      ['Recently Deleted/B.JPG', false, false, true, []],
    ],
  );
  assert.deepEqual(planned.left, [{ path: '0:Albums/Lisboa.csv: nobody.JPG', why: 'no-file' }]);
});

test('IM-21: what lies in a folder of a shared album is in an album of its title', () => {
  const planned = planAppleExport(
    {
      media: [photo(0, 'My Albums/Paris/A.JPG')],
      rows: [],
      albums: [],
      beside: [],
      shared: new Map([['0:My Albums/Paris', 'Paris, together']]),
    },
    nameOf,
  );
  assert.deepEqual(planned.things[0]!.albums, ['Paris, together']);
});
