import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makePhotosLibrary } from '../../testing/photos-library.ts';
import { examine, openLibrary } from '../index.ts';
import { change, folder, look, NOW, refusal, signal } from './shared.ts';

test('IC-17: a library is found by itself, by its database, by its folder of databases and through a link, under any name', async (t) => {
  const root = join(folder(t), 'Meine Fotos – été 📷.photoslibrary');
  makePhotosLibrary(root, [{ uuid: 'a' }]);
  symlinkSync(root, `${root} link`);
  for (const path of [root, join(root, 'database'), join(root, 'database', 'Photos.sqlite'), `${root} link`]) {
    const { library, examination } = await look(t, path);
    assert.deepEqual([library.place.kind, library.place.root, library.name], ['mac', root, 'Meine Fotos – été 📷'], path);
    assert.equal(examination.totals['originals.here'], 1);
  }
  const bare = join(folder(t), 'copy');
  mkdirSync(bare);
  copyFileSync(join(root, 'database', 'Photos.sqlite'), join(bare, 'Photos.sqlite'));
  copyFileSync(join(root, 'database', 'Photos.sqlite'), join(bare, 'other name.sqlite'));
  for (const path of [bare, join(bare, 'Photos.sqlite'), join(bare, 'other name.sqlite')]) {
    const { library, examination, items } = await look(t, path);
    assert.equal(library.place.kind, 'database');
    assert.deepEqual([items.get('a')?.original_here, items.get('a')?.original_db_local, items.get('a')?.where], [null, 1, 'here']);
    assert.equal(examination.totals['originals.here'], null);
    assert.match(examination.reservations.join(), /nobody looked/);
  }
});

test('IC-18: what an iPhone has is read with its camera roll beside it, and without', async (t) => {
  const root = join(folder(t), 'Media');
  makePhotosLibrary(
    root,
    [
      { uuid: 'a', live: true },
      { uuid: 'b', noFile: true },
      { uuid: 'c', here: -1 },
    ],
    { kind: 'ios' },
  );
  for (const path of [root, join(root, 'PhotoData'), join(root, 'PhotoData', 'Photos.sqlite')]) {
    const { library, items, examination } = await look(t, path);
    assert.deepEqual([library.place.kind, library.cloud], ['ios', 'on'], path);
    assert.deepEqual(
      ['a', 'b', 'c'].map((uuid) => [items.get(uuid)?.where, items.get(uuid)?.original_relpath]),
      [
        ['here', 'DCIM/100APPLE/IMG_0001.HEIC'],
        ['file-missing', 'DCIM/100APPLE/IMG_0002.HEIC'],
        ['only-in-icloud', 'DCIM/100APPLE/IMG_0003.HEIC'],
      ],
    );
    assert.equal(examination.totals['originals.here'], 1);
  }
  // Called otherwise when it was copied, it is known by what lies beside the database.
  renameSync(join(root, 'PhotoData'), join(root, 'Telefon'));
  assert.equal((await look(t, join(root, 'Telefon'))).items.get('a')?.where, 'here');
  assert.equal((await look(t, join(root, 'Telefon', 'Photos.sqlite'))).library.cloud, 'on');
  renameSync(join(root, 'Telefon'), join(root, 'PhotoData'));
  rmSync(join(root, 'DCIM'), { recursive: true });
  const { items, examination } = await look(t, join(root, 'PhotoData'));
  assert.deepEqual(
    ['a', 'b', 'c'].map((uuid) => items.get(uuid)?.where),
    ['here', 'here', 'only-in-icloud'],
  );
  assert.equal(examination.totals['originals.here'], null);
  assert.match(examination.reservations.join(), /DCIM is not beside PhotoData/);
});

test('IC-19: what is no library, or not one that can be read, is refused by what it is', async (t) => {
  const at = folder(t);
  assert.equal(await refusal(join(at, 'nothing')), 'missing');
  assert.equal(await refusal(at), 'no-library');
  writeFileSync(join(at, 'a.txt'), 'hello, I am a text');
  assert.equal(await refusal(join(at, 'a.txt')), 'not-a-database');
  assert.equal(await refusal(join(at, 'a.txt', 'b')), 'missing');
  writeFileSync(join(at, 'empty.sqlite'), '');
  assert.equal(await refusal(join(at, 'empty.sqlite')), 'empty');
  writeFileSync(join(at, 'pointer.sqlite'), 'version https://git-lfs.github.com/spec/v1\n');
  assert.equal(await refusal(join(at, 'pointer.sqlite')), 'placeholder');
  mkdirSync(join(at, 'X.photoslibrary', 'database'), { recursive: true });
  assert.equal(await refusal(join(at, 'X.photoslibrary')), 'no-database');
  assert.equal(await refusal(at), 'several');
  writeFileSync(
    join(at, 'X.photoslibrary', 'database', 'DataModelVersion.plist'),
    '<plist version="1.0"><dict><key>LibrarySchemaVersion</key><integer>4025</integer></dict></plist>',
  );
  assert.equal(await refusal(join(at, 'X.photoslibrary')), 'too-old');
  mkdirSync(join(at, 'PhotoData'));
  assert.equal(await refusal(join(at, 'PhotoData')), 'no-database');
});

test('IC-20: a database that was cut short is refused or told as damaged, and what could be read of it is', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  const database = makePhotosLibrary(
    root,
    Array.from({ length: 3000 }, (_, at) => ({ uuid: `photo ${at}` })),
    { files: false },
  );
  const whole = readFileSync(database);
  truncateSync(database, 100);
  assert.equal(await refusal(root), 'damaged');
  truncateSync(database, 20);
  assert.equal(await refusal(root), 'damaged');
  let partly = 0;
  for (const part of [0.3, 0.6, 0.9]) {
    writeFileSync(database, whole);
    truncateSync(database, Math.floor((statSync(database).size * part) / 4096) * 4096);
    if ((await refusal(root)) === 'damaged') continue;
    const { examination } = await look(t, root);
    partly += 1;
    assert.equal(examination.damaged, true, String(part));
    assert.equal(examination.outcome, 'needs-you');
    assert.match(examination.reservations.join(), /damaged/);
  }
  assert.ok(partly > 0);
});

test('IC-40: whatever bytes of a database are hurt, it is refused as damaged, told as damaged, or read; notes of the sync engine that are hurt are named', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  const photos = Array.from({ length: 300 }, (_, at) => ({ uuid: `photo ${at}`, live: at % 3 === 0 }));
  const database = makePhotosLibrary(root, photos, { files: false, status: '<key>a</key>' });
  const whole = readFileSync(database);
  let state = 7;
  const chance = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const seen = new Set<string>();
  for (let round = 0; round < 60; round += 1) {
    const hurt = Buffer.from(whole);
    for (let count = 0; count < 6; count += 1) hurt[16 + chance(hurt.length - 16)] = chance(256);
    hurt[4096 * chance(hurt.length / 4096) + (round % 2 === 0 ? 20 : 0) + 100] = chance(256);
    writeFileSync(database, hurt);
    const opened = await openLibrary(root, { signal });
    if (!opened.ok) {
      assert.equal(opened.why.is, 'damaged');
      seen.add('refused');
      continue;
    }
    const { damaged, items } = await examine(opened.library, { now: NOW, signal, compareUpTo: 0 });
    assert.ok([...items()].length <= photos.length);
    seen.add(damaged ? 'damaged' : 'read');
    opened.library.close();
  }
  assert.ok(seen.size >= 2, [...seen].join());
  writeFileSync(database, whole);
  const storage = join(root, 'resources', 'cpl', 'cloudsync.noindex', 'storage');
  mkdirSync(storage);
  writeFileSync(join(storage, 'store.cloudphotodb'), 'no database');
  const { examination, library } = await look(t, root);
  assert.equal(library.engine.store, null);
  for (const name of ['store.cloudphotodb', 'syncstatus.plist'])
    assert.match(examination.reservations.join('\n'), new RegExp(`could not be read: .*${name}`));
});

test('IC-21: a path in a database never leads out of the library', async (t) => {
  const at = folder(t);
  writeFileSync(join(at, 'secret.heic'), 'not of this library');
  const root = join(at, 'Made.photoslibrary');
  makePhotosLibrary(root, [{ uuid: 'a' }, { uuid: 'b' }, { uuid: 'c' }]);
  change(root, "UPDATE ZASSET SET ZDIRECTORY = '../..', ZFILENAME = 'secret.heic' WHERE Z_PK = 1");
  change(root, `UPDATE ZASSET SET ZDIRECTORY = '${at}', ZFILENAME = 'secret.heic' WHERE Z_PK = 2`);
  change(root, "UPDATE ZASSET SET ZDIRECTORY = 'x/../b/.' WHERE Z_PK = 3");
  const { items } = await look(t, root);
  assert.deepEqual(
    ['a', 'b', 'c'].map((uuid) => [items.get(uuid)?.original_relpath, items.get(uuid)?.original_here]),
    [
      [null, null],
      [null, null],
      ['originals/b/c.heic', 0],
    ],
  );
});
