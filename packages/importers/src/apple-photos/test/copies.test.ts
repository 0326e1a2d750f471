import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { makePhotosLibrary } from '../../testing/photos-library.ts';
import { change, copyOf, folder, look, missing, refusal } from './shared.ts';

const MAY_MISS = /the newest changes may be missing/;

test('IC-42: a log that was cut off or hurt may lack the newest changes, and that is said', { skip: missing }, async (t) => {
  const library = copyOf(t, 'Test-26.1');
  const log = join(library, 'database', 'Photos.sqlite-wal');
  const whole = readFileSync(log);
  const said = async (bytes: Buffer): Promise<readonly [string, boolean, number]> => {
    writeFileSync(log, bytes);
    const { library: looked, examination, all } = await look(t, library);
    return [looked.log, MAY_MISS.test(examination.reservations.join()), all.length];
  };
  const hurt = (at: number): Buffer => Buffer.concat([whole.subarray(0, at), Buffer.from([whole[at]! ^ 255]), whole.subarray(at + 1)]);
  assert.deepEqual(await said(whole), ['used', false, 16]);
  assert.deepEqual(await said(whole.subarray(0, 20_000)), ['cut-off', true, 16]);
  assert.deepEqual(await said(hurt(5000)), ['cut-off', true, 16]);
  // A hurt head: nothing behind it is read.
  assert.deepEqual(await said(hurt(9)), ['not-a-log', true, 16]);
  assert.deepEqual(await said(Buffer.concat([whole.subarray(0, 4), Buffer.alloc(9000, 7)])), ['not-a-log', true, 16]);
  rmSync(log);
  mkdirSync(log);
  assert.equal((await look(t, library)).library.log, 'not-a-log');
});

test('IC-43: a change to the database that broke off is taken back in the copy, and the library stays as it is', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  const file = makePhotosLibrary(root, [{ uuid: 'a' }]);
  const writing = new Sqlite(file);
  t.after(() => writing.close());
  // What is changed goes into the file before its change is over.
  writing.pragma('journal_mode = DELETE');
  writing.pragma('cache_size = 1');
  writing.pragma('cache_spill = 1');
  writing.exec('BEGIN IMMEDIATE; UPDATE ZASSET SET ZFAVORITE = 1');
  for (let at = 0; at < 200; at += 1) writing.exec(`INSERT INTO ZKEYWORD VALUES (${at + 1}, '${'x'.repeat(2000)}')`);
  const copy = join(folder(t), 'Copy.photoslibrary');
  mkdirSync(join(copy, 'database'), { recursive: true });
  mkdirSync(join(copy, 'originals'));
  for (const end of ['', '-journal']) copyFileSync(`${file}${end}`, join(copy, 'database', `Photos.sqlite${end}`));
  writing.exec('ROLLBACK');
  assert.ok(statSync(join(copy, 'database', 'Photos.sqlite')).size > 200 * 2000, 'the change is in the file');
  const before = readFileSync(join(copy, 'database', 'Photos.sqlite'));
  const { examination, items } = await look(t, copy);
  assert.deepEqual([items.get('a')?.favourite, examination.totals['keywords_defined'], examination.damaged], [0, 0, false]);
  assert.match(examination.reservations.join(), /A change to the database broke off/);
  assert.deepEqual(readFileSync(join(copy, 'database', 'Photos.sqlite')), before);
});

test('IC-46: what is no date, no program and no word in what lies beside stops nothing, and is told as none', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  const counted = '<key>cloudAssetCountPerType</key><dict><key>public.image</key><integer>1</integer></dict>';
  makePhotosLibrary(root, [{ uuid: 'a' }], { status: `${counted}<key>cloudAssetCountPerTypeLastCheckDate</key><date>never</date>` });
  const lists = join(root, 'private', 'com.apple.photolibraryd');
  mkdirSync(lists, { recursive: true });
  const list = (inside: string): string => `<?xml version="1.0"?><plist version="1.0">${inside}</plist>`;
  writeFileSync(
    join(lists, 'cloudServiceEnableLog.plist'),
    list('<array><dict><key>timestamp</key><date>never</date><key>type</key><string>CPL</string></dict></array>'),
  );
  writeFileSync(
    join(root, 'database', 'Photos.sqlite.lock'),
    list(`<dict><key>hostname</key><string>${hostname()}</string><key>pid</key><integer>0</integer></dict>`),
  );
  change(root, "INSERT INTO ZKEYWORD VALUES (1, NULL), (2, 'Kids'), (3, ''); INSERT INTO Z_1KEYWORDS VALUES (1, 1), (1, 2), (1, 3)");
  const { library, examination, items } = await look(t, root);
  assert.deepEqual([library.engine.switched, library.lock?.alive, items.get('a')?.keywords], [[], false, 'Kids']);
  assert.match(examination.checks[0]!.hints.join(), /iCloud itself counted 1 photo and 0 videos; by this database/);
});

test('IC-47: a folder that holds an iPhone’s folders, and a backup that was not unpacked, are refused by what they are', async (t) => {
  const root = folder(t);
  makePhotosLibrary(join(root, 'Media'), [{ uuid: 'a' }], { kind: 'ios' });
  assert.equal(await refusal(root), 'several');
  const backup = folder(t);
  writeFileSync(join(backup, 'Manifest.db'), '');
  assert.equal(await refusal(backup), 'backup');
});
