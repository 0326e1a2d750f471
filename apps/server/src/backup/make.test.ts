import assert from 'node:assert/strict';
import BetterSqlite from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readBackedUp } from '../backed-up.ts';
import { Backed, filesIn, flip } from '../testing/backed.ts';
import { DAY } from '../testing/kept.ts';
import { copyDatabase } from './copy-database.ts';
import { SILENT } from './progress.ts';
import { openVault } from './vault.ts';

/** How many files are on the shelf. */
const copied = (to: string): number =>
  existsSync(join(to, 'blobs')) ? readdirSync(join(to, 'blobs'), { recursive: true }).filter((path) => String(path).length > 64).length : 0;
const blobsOf = (folder: string): Map<string, Buffer> =>
  new Map([...filesIn(folder)].filter(([path]) => path.startsWith('blobs/')).map(([path, bytes]) => [path.slice(12), bytes]));

test('BK-1: the copy of a database that is being written to shows one moment, and comes to its end', async (t) => {
  const backed = await Backed.open(t, 0);
  const file = join(backed.root, 'busy.sqlite');
  const writer = new BetterSqlite(file);
  writer.pragma('journal_mode = WAL');
  writer.exec('CREATE TABLE a (x); CREATE TABLE b (x)');
  // What is written always belongs together.
  const write = writer.transaction(() => {
    for (const table of ['a', 'b']) writer.exec(`INSERT INTO ${table} VALUES (randomblob(3000))`);
  });
  for (let n = 0; n < 4000; n += 1) write();
  let written = 0;
  // For long enough that a copy that began anew at each write would not come to its end meanwhile.
  const busy = setInterval(() => {
    if (written === 200) return;
    write();
    written += 1;
  }, 0);
  await copyDatabase(file, join(backed.root, 'copy.sqlite'), { now: () => 7, signal: new AbortController().signal });
  clearInterval(busy);
  writer.close();
  const copy = new BetterSqlite(join(backed.root, 'copy.sqlite'), { readonly: true });
  const counts = ['a', 'b'].map((table) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  copy.close();
  assert.ok(written > 0);
  assert.deepEqual(counts, [4000, 4000]);
});

test('BK-1: a snapshot has the database and all that it names; the next one copies only what is new', async (t) => {
  const backed = await Backed.open(t);
  writeFileSync(join(backed.kept.data, 'receipt-key.pem'), 'a key');
  assert.equal(await readBackedUp(backed.kept.data), null);
  const first = await backed.backup();
  assert.deepEqual(await readBackedUp(backed.kept.data), { at: first.manifest.at, lacking: 0 }, 'the server can tell of it');
  assert.deepEqual(blobsOf(backed.to), backed.photos);
  assert.deepEqual(
    [first.manifest.blobs, first.manifest.added, first.manifest.lacking],
    [{ count: 3, bytes: 3000 }, { count: 3, bytes: 3000 }, 0],
  );
  assert.equal(readFileSync(join(backed.to, 'snapshots', first.manifest.id, 'receipt-key.pem'), 'utf8'), 'a key');
  await backed.photo();
  // The same moment again still is another snapshot.
  const second = await backed.backup();
  assert.deepEqual(second.manifest.added, { count: 1, bytes: 1000 });
  assert.equal(second.manifest.id, `${first.manifest.id}-2`);
  assert.deepEqual(blobsOf(backed.to), backed.photos);
  assert.deepEqual(
    [...filesIn(backed.kept.data).keys()].filter((path) => path.startsWith('backing-up')),
    [],
  );
});

test('BK-2: what was purged, and taken out of use, while the backup is made is in it', async (t) => {
  const backed = await Backed.open(t);
  const [hash = ''] = backed.photos.keys();
  const purge = (): void => renameSync(backed.stored(hash), join(backed.kept.data, 'quarantine', hash));
  const { manifest } = await backed.backup({ progress: { ...SILENT, of: purge } });
  assert.equal(manifest.lacking, 0);
  assert.deepEqual(blobsOf(backed.to), backed.photos);
});

test('BK-3: what the cloud has not as it was sent is told with its photo and keeps nothing else from being saved; what the backup has, it has', async (t) => {
  const backed = await Backed.open(t);
  const [old = ''] = backed.photos.keys();
  await backed.backup();
  flip(backed.stored(old));
  const damaged = await backed.photo();
  const missing = await backed.photo();
  const sound = await backed.photo();
  flip(backed.stored(damaged));
  rmSync(backed.stored(missing));
  const { manifest, lacking } = await backed.backup();
  assert.equal(manifest.lacking, 2);
  assert.deepEqual(
    new Map(lacking.map(({ hash, why, photos }) => [hash, [why, photos.length]])),
    new Map([
      [damaged, ['damaged', 1]],
      [missing, ['missing', 1]],
    ]),
  );
  const kept = blobsOf(backed.to);
  assert.deepEqual(kept.get(old), backed.photos.get(old));
  assert.ok(kept.has(sound) && !kept.has(damaged) && !kept.has(missing));
  for (const hash of [damaged, missing]) writeFileSync(backed.stored(hash), backed.photos.get(hash) as Buffer);
  const mended = await backed.backup();
  assert.deepEqual([mended.manifest.lacking, mended.manifest.added.count], [0, 2]);
  assert.deepEqual(blobsOf(backed.to), backed.photos);
});

test('BK-4: a backup that is interrupted is no snapshot, and the next one goes on with what was copied', async (t) => {
  const backed = await Backed.open(t, 20);
  const stop = new AbortController();
  let copied = 0;
  const interrupt = (): void => {
    copied += 1;
    if (copied === 8) stop.abort();
  };
  await assert.rejects(backed.backup({ signal: stop.signal, progress: { ...SILENT, did: interrupt } }), { name: 'BackupStopped' });
  const vault = await openVault(backed.to);
  assert.deepEqual(await vault.snapshots(), []);
  vault.close();
  const there = blobsOf(backed.to).size;
  assert.ok(there >= 8 && there < 20, String(there));
  // Half a file of a run that was killed, which no name has.
  mkdirSync(join(backed.to, 'unfinished', 'parts'), { recursive: true });
  writeFileSync(join(backed.to, 'unfinished', 'parts', 'abc'), 'half');
  const { manifest } = await backed.backup();
  assert.deepEqual([manifest.blobs.count, manifest.added.count], [20, 20 - there]);
  assert.deepEqual(blobsOf(backed.to), backed.photos);
  assert.deepEqual(
    [...filesIn(backed.to).keys()].filter((path) => path.startsWith('unfinished')),
    [],
  );
});

test('BK-4: a backup that is killed, again and again, leaves only whole files, and is made to its end by the next one', async (t) => {
  const backed = await Backed.open(t, 60);
  const main = fileURLToPath(new URL('../testing/backup-main.ts', import.meta.url));
  let before = 0;
  for (const _ of [1, 2]) {
    const child = spawn(process.execPath, [main, backed.kept.data, backed.to], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (child.exitCode === null && copied(backed.to) < before + 15) await wait(1);
    child.kill('SIGKILL');
    await ended;
    const names = blobsOf(backed.to);
    for (const [hash, bytes] of names) assert.deepEqual(bytes, backed.photos.get(hash));
    before = names.size;
  }
  const { manifest } = await backed.backup();
  assert.deepEqual([manifest.blobs.count, manifest.lacking, manifest.added.count], [60, 0, 60 - before]);
  assert.equal((await backed.check()).ok, true);
});

test('BK-5: a backup is refused in a folder that is in use, another server’s, not empty, or one with the data folder', async (t) => {
  const backed = await Backed.open(t, 1);
  const other = await Backed.open(t, 1);
  await backed.backup();
  const vault = await openVault(backed.to);
  await assert.rejects(backed.backup(), { code: 3, message: /Another command is using/ });
  vault.close();
  await assert.rejects(other.backup({ to: backed.to }), { code: 3, message: /another server/ });
  await assert.rejects(backed.backup({ to: join(backed.kept.data, 'blobs') }), { code: 2 });
  await assert.rejects(backed.backup({ to: join(backed.kept.data, '..') }), { code: 2 });
  await assert.rejects(backed.backup({ data: backed.root }), { code: 1, message: /not a data folder/ });
  const full = join(backed.root, 'full');
  mkdirSync(full);
  writeFileSync(join(full, 'letter.txt'), 'mine');
  await assert.rejects(backed.backup({ to: full }), { code: 3, message: /not empty/ });
  assert.deepEqual([...filesIn(full).keys()], ['letter.txt']);
  const later = await backed.backup({ now: () => backed.kept.now + DAY });
  assert.equal(later.manifest.added.count, 0);
});
