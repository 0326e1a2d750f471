import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { makePhotosLibrary, type MadePhoto } from '../../testing/photos-library.ts';
import { change, columnsOf, copyOf, folder, look, missing, refusal, signal, type Looked } from './shared.ts';
import { openLibrary } from '../index.ts';

test('IC-22: of a schema that is not known what can be told is told, and what cannot be told is said', { skip: missing }, async (t) => {
  const library = copyOf(t, 'Test-26.1');
  const before = await look(t, library);
  change(library, 'ALTER TABLE ZASSET RENAME COLUMN ZTRASHEDSTATE TO ZBINNED');
  change(library, 'ALTER TABLE ZASSET RENAME COLUMN ZSPATIALTYPE TO ZDEEPTYPE');
  change(library, 'ALTER TABLE ZADDITIONALASSETATTRIBUTES RENAME COLUMN ZTITLE TO ZHEADING');
  change(library, 'DROP TABLE Z_33ASSETS; DROP TABLE ZPERSON; DROP TABLE ZASSETDESCRIPTION');
  const after = await look(t, library);
  const { examination, all } = after;
  const { totals } = examination;
  assert.deepEqual(
    [totals['trashed'], totals['spatial'], totals['titled'], totals['described'], totals['persons_named'], totals['album:Pumpkin Farm']],
    [null, null, null, null, null, null],
  );
  assert.deepEqual([totals['assets'], totals['albums'], totals['hidden'], totals['keyword:Kids']], [16, 9, 1, 4]);
  assert.ok(all.every(({ trashed }) => trashed === null));
  for (const words of ['which photos are in Recently Deleted', 'titles', 'captions', 'which photos are in which album'])
    assert.ok(examination.reservations.includes(`Not to be told from this database: ${words}.`), words);
  // All the rest is as it was.
  const rest = ({ all: items }: Looked): unknown => items.map((item) => ({ ...item, trashed: 0, goes_utc: null, people: '' }));
  assert.deepEqual(rest(after), rest(before));
});

test('IC-23: without any one column or table that is not needed everything else is still told', { skip: missing }, async (t) => {
  const library = copyOf(t, 'Test-Cloud-10.15.6');
  const drop = [
    'ZADDITIONALASSETATTRIBUTES',
    'ZCLOUDMASTER',
    'ZINTERNALRESOURCE',
    'ZGENERICALBUM',
    'ZKEYWORD',
    'Z_PRIMARYKEY',
    'Z_METADATA',
    'Z_1KEYWORDS',
    'ZUNIFORMTYPEIDENTIFIER',
  ];
  for (const table of drop) {
    change(library, `ALTER TABLE ${table} RENAME TO ZGONE`);
    const { examination, all } = await look(t, library);
    assert.equal(all.length, 29, table);
    assert.equal(examination.totals['assets'], 29, table);
    if (table === 'ZCLOUDMASTER') assert.deepEqual([examination.totals['state.in-icloud'], examination.totals['state.unknown']], [0, 23]);
    if (table === 'ZINTERNALRESOURCE') assert.equal(examination.totals['originals.db_local'], null);
    if (table !== 'Z_PRIMARYKEY' && table !== 'ZUNIFORMTYPEIDENTIFIER') assert.ok(examination.reservations.length > 0, table);
    change(library, `ALTER TABLE ZGONE RENAME TO ${table}`);
  }
});

test('IC-39: without any one of its columns a database is read, and what it lacks is said; what an older version never had is no lack', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  const database = makePhotosLibrary(root, [{ uuid: 'a', live: true, edited: true }]);
  change(
    root,
    "INSERT INTO ZGENERICALBUM VALUES (1, 2, 'A', 'Album', NULL, 0); INSERT INTO ZKEYWORD VALUES (1, 'word'); INSERT INTO Z_1KEYWORDS VALUES (1, 1)",
  );
  const { library, examination } = await look(t, root);
  assert.deepEqual(examination.reservations, []);
  const needed = ['ZUUID', 'ZKIND', 'ZDIRECTORY', 'ZFILENAME', 'Z_PK'];
  // Another column tells it too, or nothing is told of it.
  const spare =
    /Z_ENT|Z_OPT|UNIFORMTYPE|VISIBILITY|PUBLISHDATE|TIMEZONENAME|RECOVERY|HISTORY|MASTERGUID|IMPORTDATE|RESOURCETYPE|CLASSID|ZFINGERPRINT|COMPACTUTI|ZINTERNALRESOURCE.Z_PK|DESCRIPTION.Z_PK|Z_FOK|MODIFICATION/;
  const tables = [
    'ZASSET',
    'ZADDITIONALASSETATTRIBUTES',
    'ZASSETDESCRIPTION',
    'ZCLOUDMASTER',
    'ZINTERNALRESOURCE',
    'ZGENERICALBUM',
    'ZKEYWORD',
    'ZPERSON',
    'Z_1KEYWORDS',
    'Z_33ASSETS',
  ];
  const columns = tables.flatMap((table) => columnsOf(database, table).map((column) => [table, column] as const));
  assert.ok(columns.length > 70);
  for (const [table, column] of columns) {
    if (table === 'ZASSET' && needed.includes(column)) continue;
    change(root, `ALTER TABLE ${table} RENAME COLUMN ${column} TO ZGONE`);
    const less = await look(t, root);
    assert.equal(less.all.length, 1, `${table}.${column}`);
    if (!spare.test(`${table}.${column}`) && column !== 'ZUUID') assert.ok(less.examination.reservations.length > 0, `${table}.${column}`);
    less.library.close();
    change(root, `ALTER TABLE ${table} RENAME COLUMN ZGONE TO ${column}`);
  }
  change(root, 'ALTER TABLE ZASSET DROP COLUMN ZSPATIALTYPE; ALTER TABLE ZASSET DROP COLUMN ZBUNDLESCOPE');
  assert.equal((await look(t, root)).examination.reservations.length, 2);
  change(root, `UPDATE Z_METADATA SET Z_PLIST = CAST(replace(CAST(Z_PLIST AS TEXT), '${library.schema.model}', '13703') AS BLOB)`);
  assert.deepEqual(
    (await look(t, root)).examination.reservations.filter((words) => /spatial|link/.test(words)),
    [],
  );
});

test('IC-24: without what is needed it is refused, and what is missing is named', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, [{ uuid: 'a' }]);
  change(root, 'ALTER TABLE ZASSET RENAME COLUMN ZFILENAME TO ZNAME');
  const opened = await openLibrary(root, { signal });
  assert.deepEqual(opened, { ok: false, why: { is: 'unknown-schema', lacks: ['ZFILENAME in ZASSET'] } });
  change(root, 'ALTER TABLE ZASSET RENAME TO ZITEM');
  assert.equal(await refusal(root), 'unknown-schema');
});

test('IC-25: a version that was never seen is read all the same, and that it was never seen is said', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, [{ uuid: 'a' }], { model: 20_500 });
  const { library, examination, items } = await look(t, root);
  assert.deepEqual([library.schema.model, library.schema.known], [20_500, false]);
  assert.match(examination.reservations.join(), /not been tested \(model 20500\)/);
  assert.equal(items.get('a')?.state, 'in-icloud');
  assert.equal(examination.checks[5]?.verdict, 'look');
});

test('IC-26: where too much contradicts what is known nothing is said of iCloud, and files are told as ever', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  const photos: readonly MadePhoto[] = Array.from({ length: 100 }, (_, at) => ({ uuid: `photo ${at}` }));
  makePhotosLibrary(root, photos);
  change(root, 'UPDATE ZASSET SET ZCLOUDASSETGUID = NULL WHERE Z_PK <= 5');
  assert.equal((await look(t, root)).examination.totals['state.unknown'], 0);
  change(root, 'UPDATE ZASSET SET ZCLOUDASSETGUID = NULL WHERE Z_PK <= 6');
  const { library, examination, items } = await look(t, root);
  assert.deepEqual([library.trusted, library.contradictions], [false, { photos: 100, against: 6 }]);
  assert.equal(examination.totals['state.unknown'], 100);
  assert.equal(items.get('photo 1')?.where, 'here');
  assert.match(examination.reservations.join(), /6 contradict/);
});

test('IC-27: albums and folders are told where they lie, a folder that lies in itself ends, and of two with one name the first is in the sums', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, [{ uuid: 'a' }, { uuid: 'b' }]);
  change(
    root,
    `INSERT INTO ZGENERICALBUM VALUES (1, 3999, 'R', NULL, NULL, 0), (2, 4000, 'F', 'Trips', 1, 0), (3, 4000, 'G', 'Far', 2, 0), (4, 2, 'A', 'Peru', 3, 0),
      (5, 2, 'B', 'Twin', 1, 0), (6, 2, 'C', 'Twin', 1, 0), (7, 2, 'D', 'Binned', 1, 1), (8, 1507, 'S', 'Smart', 1, 0), (9, 4000, 'L', 'Loop', 9, 0), (10, 2, 'M', 'In loop', 9, 0);
     INSERT INTO Z_33ASSETS VALUES (4, 1, 2), (4, 2, 1), (5, 1, 1)`,
  );
  const { library, examination } = await look(t, root);
  const { totals } = examination;
  assert.deepEqual(
    [
      totals['albums'],
      totals['albums_trashed'],
      totals['folders'],
      totals['album:Far/Peru'],
      totals['album:Twin'],
      totals['smart-album:Smart'],
      totals['folder:Trips/Far'],
    ],
    [4, 1, 3, 2, 1, 'n/a', 1],
  );
  assert.equal(library.collections?.find(({ uuid }) => uuid === 'A')?.path, 'Trips/Far/Peru');
  assert.deepEqual(
    [...library.members()].map(({ album, asset }) => `${album} ${asset}`),
    ['4 2', '4 1', '5 1'],
  );
  // Without the numbers of the entities the one table that looks like it is taken.
  change(root, 'DROP TABLE Z_PRIMARYKEY');
  assert.equal((await look(t, root)).examination.totals['album:Far/Peru'], 2);
});

test('IC-38: who is named in a photo is told with it, whatever the columns are called, and nobody who is not named', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, [{ uuid: 'a' }, { uuid: 'b' }]);
  change(
    root,
    "INSERT INTO ZPERSON VALUES (1, 'Zoë'), (2, 'Ada'), (3, NULL), (4, ''); INSERT INTO ZDETECTEDFACE VALUES (1, 1, 1), (2, 1, 2), (3, 1, 1), (4, 1, 3), (5, 2, 4)",
  );
  const people = async (): Promise<unknown> => {
    const { all, examination } = await look(t, root);
    return [all.map((item) => item.people), examination.totals['persons_named'], examination.totals['detected_faces']];
  };
  const expected = [['Ada|Zoë', ''], 2, 5];
  assert.deepEqual(await people(), expected);
  change(
    root,
    'ALTER TABLE ZDETECTEDFACE RENAME COLUMN ZASSETFORFACE TO ZASSET; ALTER TABLE ZDETECTEDFACE RENAME COLUMN ZPERSONFORFACE TO ZPERSON',
  );
  assert.deepEqual(await people(), expected);
});

test('IC-50: albums and keywords are found whatever numbers a version gives the tables that join them', { skip: missing }, async (t) => {
  const library = copyOf(t, 'Test-26.1');
  const before = (await look(t, library)).examination.totals;
  change(
    library,
    `ALTER TABLE Z_33ASSETS RENAME TO Z_41ASSETS; ALTER TABLE Z_41ASSETS RENAME COLUMN Z_33ALBUMS TO Z_41ALBUMS;
     ALTER TABLE Z_41ASSETS RENAME COLUMN Z_3ASSETS TO Z_5ASSETS; ALTER TABLE Z_41ASSETS RENAME COLUMN Z_FOK_3ASSETS TO Z_FOK_5ASSETS;
     ALTER TABLE Z_1KEYWORDS RENAME TO Z_2KEYWORDS; ALTER TABLE Z_2KEYWORDS RENAME COLUMN Z_1ASSETATTRIBUTES TO Z_2ASSETATTRIBUTES;
     ALTER TABLE Z_2KEYWORDS RENAME COLUMN Z_52KEYWORDS TO Z_70KEYWORDS`,
  );
  const numbers = [
    // As the entities say, as they do not, and where they say nothing.
    "UPDATE Z_PRIMARYKEY SET Z_ENT = Z_ENT + 1000; UPDATE Z_PRIMARYKEY SET Z_ENT = 41 WHERE Z_NAME = 'Album'; UPDATE Z_PRIMARYKEY SET Z_ENT = 5 WHERE Z_NAME = 'Asset'; UPDATE Z_PRIMARYKEY SET Z_ENT = 70 WHERE Z_NAME = 'Keyword'",
    "UPDATE Z_PRIMARYKEY SET Z_ENT = 2 WHERE Z_NAME = 'Album'",
    'DROP TABLE Z_PRIMARYKEY',
  ];
  for (const sql of numbers) {
    change(library, sql);
    const { examination, library: looked } = await look(t, library);
    looked.close();
    assert.deepEqual(examination.totals, before, sql);
    assert.deepEqual(examination.reservations, [], sql);
  }
});
