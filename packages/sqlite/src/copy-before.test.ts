import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import Database from 'better-sqlite3';
import { BEFORE_UPDATE, copyBefore } from './copy-before.ts';
import { openSqlite } from './open.ts';
import { NoRoomForCopy } from './update.ts';

const NOW = Date.UTC(2026, 10, 29, 1, 20, 5);
const OPTIONS = { schema: 7, now: NOW, without: 'rollcall serve --without-copy' };

function shelf(t: TestContext): { readonly folder: string; readonly database: Database.Database; readonly kept: () => string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-copy-'));
  const sqlite = openSqlite(join(folder, 'shelf.sqlite'), { checkpointPages: 1000, patience: 100 });
  t.after(() => {
    sqlite.close();
    rmSync(folder, { recursive: true });
  });
  sqlite.database.exec("PRAGMA user_version = 7; CREATE TABLE a (x); INSERT INTO a VALUES ('in the log only')");
  return { folder, database: sqlite.database, kept: () => readdirSync(join(folder, BEFORE_UPDATE)).sort() };
}

test('UD-7: a copy has all that was committed, is one file for its user alone, and is named by its moment and its tables', (t) => {
  const { folder, database, kept } = shelf(t);
  const copy = copyBefore(database, OPTIONS);
  assert.equal(copy, join(folder, BEFORE_UPDATE, '2026-11-29T01-20-05Z-shelf-schema-7.sqlite'));
  assert.deepEqual(kept(), ['2026-11-29T01-20-05Z-shelf-schema-7.sqlite']);
  assert.equal(statSync(copy).mode & 0o777, 0o600);
  assert.equal(statSync(join(folder, BEFORE_UPDATE)).mode & 0o777, 0o700);
  const again = new Database(copy);
  t.after(() => again.close());
  assert.deepEqual(again.prepare('SELECT x FROM a').pluck().all(), ['in the log only']);
  assert.equal(again.pragma('user_version', { simple: true }), 7);
});

test('UD-7: the last three copies of a database stay, and what was left half made goes; those of another database are not touched', (t) => {
  const { folder, database, kept } = shelf(t);
  copyBefore(database, OPTIONS);
  const others = ['2020-01-01T00-00-00Z-other-schema-1.sqlite', '2020-01-01T00-00-00Z-other-schema-1.sqlite.1.part'];
  const half = '2026-11-29T01-20-04Z-shelf-schema-6.sqlite.99.part';
  for (const name of [...others, half]) writeFileSync(join(folder, BEFORE_UPDATE, name), '');
  for (const day of [1, 2, 3]) copyBefore(database, { ...OPTIONS, schema: 7 + day, now: NOW + day * 86_400_000 });
  assert.deepEqual(kept(), [
    ...others,
    '2026-11-30T01-20-05Z-shelf-schema-8.sqlite',
    '2026-12-01T01-20-05Z-shelf-schema-9.sqlite',
    '2026-12-02T01-20-05Z-shelf-schema-10.sqlite',
  ]);
});

test('UD-8: without room for a copy none is begun, and it is said how much is lacking and how to go on without', (t) => {
  const { database, kept } = shelf(t);
  const pages = database.pragma('page_count', { simple: true }) as number;
  const enough = pages * 4096 + 16 * 1024 * 1024;
  assert.throws(
    () => copyBefore(database, { ...OPTIONS, free: () => enough - 1 }),
    (error) => error instanceof NoRoomForCopy && /17 MB are needed, 17 MB are free.*rollcall serve --without-copy/.test(error.message),
  );
  assert.deepEqual(kept(), []);
  copyBefore(database, { ...OPTIONS, free: () => enough });
  assert.equal(kept().length, 1);
});

test('UD-7: a database that is damaged is not taken for one that was copied, and nothing half made stays', (t) => {
  const { folder, database, kept } = shelf(t);
  database.exec('INSERT INTO a SELECT hex(randomblob(1000)) FROM (VALUES (1), (2), (3), (4), (5), (6), (7), (8))');
  database.pragma('wal_checkpoint(TRUNCATE)');
  const file = openSync(join(folder, 'shelf.sqlite'), 'r+');
  writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, 2 * 4096);
  closeSync(file);
  const again = openSqlite(join(folder, 'shelf.sqlite'), { checkpointPages: 1000, patience: 100 });
  t.after(() => again.close());
  assert.throws(
    () => copyBefore(again.database, OPTIONS),
    (error) => (error as { code?: string }).code === 'SQLITE_CORRUPT',
  );
  assert.deepEqual(kept(), []);
});
