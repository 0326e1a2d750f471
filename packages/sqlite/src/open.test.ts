import assert from 'node:assert/strict';
import { chmodSync, fstatSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { openSqlite } from './open.ts';

const OPTIONS = { checkpointPages: 1000, patience: 100 };

function file(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-sqlite-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'x.sqlite');
}

test('SQ-1: what is committed is in the log, and synced brings that very log to disk, also after it began anew', async (t) => {
  const path = file(t);
  const synced: number[] = [];
  const sqlite = openSqlite(path, { ...OPTIONS, sync: async (log) => void synced.push(fstatSync(log).ino) });
  t.after(() => sqlite.close());
  const log = statSync(`${path}-wal`);
  sqlite.database.exec('CREATE TABLE a (x); INSERT INTO a VALUES (1)');
  assert.ok(statSync(`${path}-wal`).size > log.size);
  await sqlite.synced();
  sqlite.database.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.database.exec('INSERT INTO a VALUES (2)');
  await sqlite.synced();
  assert.deepEqual(synced, [log.ino, log.ino]);
  assert.equal(statSync(`${path}-wal`).ino, log.ino);
});

test('SQ-2: whoever waits at one moment shares one sync, and none that began before the commit counts', async (t) => {
  const ends: (() => void)[] = [];
  const sqlite = openSqlite(file(t), { ...OPTIONS, sync: () => new Promise((resolve) => ends.push(resolve)) });
  t.after(() => sqlite.close());
  const done: string[] = [];
  const wait = (name: string): void => void sqlite.synced().then(() => done.push(name));
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  wait('first');
  wait('second');
  wait('third');
  await turn();
  assert.equal(ends.length, 1);
  ends[0]?.();
  await turn();
  assert.deepEqual([done, ends.length], [['first'], 2]);
  ends[1]?.();
  await turn();
  assert.deepEqual([done, ends.length], [['first', 'second', 'third'], 2]);
});

test('SQ-3: a sync that fails is told to those who waited for it, and the next one is tried', async (t) => {
  let tries = 0;
  const sqlite = openSqlite(file(t), {
    ...OPTIONS,
    sync: async () => {
      tries += 1;
      if (tries === 1) throw new Error('EIO');
    },
  });
  t.after(() => sqlite.close());
  const both = await Promise.allSettled([sqlite.synced(), sqlite.synced()]);
  assert.deepEqual(
    both.map(({ status }) => status),
    ['rejected', 'fulfilled'],
  );
});

test('SQ-4: what is on disk already is not waited for again; what anybody committed since is', async (t) => {
  const path = file(t);
  let syncs = 0;
  const sqlite = openSqlite(path, { ...OPTIONS, sync: async () => void (syncs += 1) });
  const { database } = sqlite;
  t.after(() => sqlite.close());
  const after = async (): Promise<number> => {
    await sqlite.synced();
    return syncs;
  };
  database.exec('CREATE TABLE a (x)');
  assert.equal(await after(), 1);
  assert.equal(await after(), 1);
  database.exec('INSERT INTO a VALUES (1)');
  assert.equal(await after(), 2);
  const other = openSqlite(path, OPTIONS);
  other.database.exec('INSERT INTO a VALUES (2)');
  other.close();
  assert.equal(await after(), 3);
  assert.equal(await after(), 3);
  // Begun before the end of a transaction, it says nothing of that transaction.
  database.exec('BEGIN; INSERT INTO a VALUES (3)');
  const early = sqlite.synced();
  database.exec('COMMIT');
  await early;
  assert.equal(await after(), 5);
});

test('SQ-5: only its own user may read what is in it, also what was made before, and whoever may look into the folder', (t) => {
  const path = file(t);
  const rights = (): number[] => ['', '-wal', '-shm'].map((end) => statSync(`${path}${end}`).mode & 0o777);
  const before = process.umask(0o022);
  t.after(() => process.umask(before));
  const sqlite = openSqlite(path, OPTIONS);
  sqlite.database.exec('CREATE TABLE a (x)');
  assert.deepEqual(rights(), [0o600, 0o600, 0o600]);
  for (const end of ['', '-wal', '-shm']) chmodSync(`${path}${end}`, 0o644);
  openSqlite(path, OPTIONS).close();
  assert.deepEqual(rights(), [0o600, 0o600, 0o600]);
  sqlite.close();
});
