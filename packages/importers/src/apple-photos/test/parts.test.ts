import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { makePhotosLibrary } from '../../testing/photos-library.ts';
import { change, folder, look } from './shared.ts';

function put(path: string, bytes = 10): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.alloc(bytes));
}

test('IC-44: without rows of files they are found by the names by which Photos calls them, and nothing is claimed of what the database says', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, [
    { uuid: 'live', live: true },
    { uuid: 'edited', edited: true },
    { uuid: 'pair' },
    { uuid: 'film', video: true, edited: true },
    { uuid: 'gone', noFile: true },
    { uuid: 'mere', noFile: true, master: null, asset: 0 },
  ]);
  put(join(root, 'originals/p/pair_4.dng'));
  put(join(root, 'resources/renders/f/film_2_0_a.mov'));
  const told = async (): Promise<Record<string, string>> => {
    const { all, library } = await look(t, root);
    library.close();
    return Object.fromEntries(
      all.map((item) => [
        item.uuid,
        `${item.where} ${item.original_db_local} ${item.original_here}${item.live ? ' live' : ''}${item.raw_pair ? ' raw' : ''} ${item.render_files}`.trim(),
      ]),
    );
  };
  const byName = {
    live: 'here null 1 live',
    edited: 'here null 1 1_201_a.jpeg',
    pair: 'here null 1 raw',
    film: 'here null 1 1_201_a.jpeg+2_0_a.mov',
    gone: 'only-in-icloud null 0',
    mere: 'lost null 0',
  };
  change(root, 'CREATE TABLE KEPT AS SELECT * FROM ZINTERNALRESOURCE; DELETE FROM ZINTERNALRESOURCE');
  assert.deepEqual(await told(), byName);
  change(root, 'ALTER TABLE ZINTERNALRESOURCE RENAME TO ZGONE');
  assert.deepEqual(await told(), byName);
  change(root, 'ALTER TABLE ZGONE RENAME TO ZINTERNALRESOURCE; INSERT INTO ZINTERNALRESOURCE SELECT * FROM KEPT');
  // A column less: the rest of the rows counts, and the edit is called as Photos calls it.
  for (const column of ['ZRECIPEID', 'ZVERSION']) {
    change(root, `ALTER TABLE ZINTERNALRESOURCE RENAME COLUMN ${column} TO ZGONE`);
    assert.equal((await told())['edited'], 'here 1 1 1_201_a.jpeg', column);
    change(root, `ALTER TABLE ZINTERNALRESOURCE RENAME COLUMN ZGONE TO ${column}`);
  }
  change(root, 'ALTER TABLE ZINTERNALRESOURCE RENAME COLUMN ZLOCALAVAILABILITY TO ZGONE');
  assert.equal((await told())['pair'], 'here null 1');
  change(root, 'ALTER TABLE ZINTERNALRESOURCE RENAME COLUMN ZGONE TO ZLOCALAVAILABILITY');
  change(root, 'ALTER TABLE ZINTERNALRESOURCE RENAME COLUMN ZCLOUDLOCALSTATE TO ZGONE');
  assert.equal((await look(t, root)).items.get('edited')?.edit_in_icloud, null);
});

test('IC-48: a smaller version in the place of an original that the database says is not here is no original', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, [
    { uuid: 'smaller', here: -1, bytes: 5000 },
    { uuid: 'after all', here: -1, bytes: 5000 },
    { uuid: 'cut', bytes: 5000 },
  ]);
  put(join(root, 'originals/s/smaller.heic'), 100);
  put(join(root, 'originals/a/after all.heic'), 5000);
  put(join(root, 'originals/c/cut.heic'), 100);
  const { items, examination } = await look(t, root);
  assert.deepEqual(
    ['smaller', 'after all', 'cut'].map((uuid) => `${items.get(uuid)?.where} ${items.get(uuid)?.parts_of_other_size.join()}`),
    ['only-in-icloud ', 'here ', 'here original'],
  );
  assert.equal(examination.sums.where['only-in-icloud'], 1);
});

test('IC-49: an iPhone’s photos are looked for where its database says, also those that came from iCloud, and RAW halves under any ending', async (t) => {
  const root = join(folder(t), 'Media');
  const away = { directory: 'PhotoData/CPLAssets/group1', filename: 'AAA.HEIC' };
  makePhotosLibrary(root, [{ uuid: 'came', ...away }, { uuid: 'pair' }, { uuid: 'other' }], { kind: 'ios' });
  change(
    join(root, 'PhotoData', 'Photos.sqlite'),
    'UPDATE ZINTERNALRESOURCE SET ZDATASTORESUBTYPE = 17, ZVERSION = 0 WHERE ZASSET = 2 AND ZDATASTORESUBTYPE = 3',
  );
  put(join(root, 'DCIM/100APPLE/IMG_0002.CR3'), 1000);
  const { items } = await look(t, root);
  assert.deepEqual(
    [items.get('came')?.where, items.get('came')?.original_here, items.get('pair')?.raw_pair, items.get('pair')?.missing_parts],
    ['here', 1, 1, []],
  );
  rmSync(join(root, 'PhotoData/CPLAssets'), { recursive: true });
  assert.equal((await look(t, root)).items.get('came')?.where, 'file-missing');
});
