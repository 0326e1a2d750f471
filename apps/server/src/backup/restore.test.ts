import assert from 'node:assert/strict';
import BetterSqlite from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { wantedBlobs } from '../bytes/index.ts';
import { fact } from '../library/facts.ts';
import { lockFolder } from '../lock.ts';
import { startServer } from '../server.ts';
import { Backed, filesIn, flip } from '../testing/backed.ts';
import { SILENT } from './progress.ts';

const read = <T>(data: string, look: (database: BetterSqlite.Database) => T): T => {
  const database = new BetterSqlite(join(data, 'rollcall.sqlite'));
  try {
    return look(database);
  } finally {
    database.close();
  }
};

test('BK-9: a snapshot is put back byte for byte, in an epoch of its own', async (t) => {
  const backed = await Backed.open(t);
  writeFileSync(join(backed.kept.data, 'receipt-key.pem'), 'a key');
  const { manifest } = await backed.backup();
  const early = new Map(backed.photos);
  await backed.photo();
  await backed.backup();
  const done = await backed.restore({ snapshot: manifest.id });
  assert.deepEqual([done.blobs, done.lacking, done.replaced], [{ count: 3, bytes: 3000 }, 0, null]);
  for (const [hash, bytes] of early) assert.deepEqual(readFileSync(backed.stored(hash, backed.target)), bytes);
  assert.equal([...filesIn(backed.target).keys()].filter((path) => path.startsWith('blobs')).length, 3);
  assert.equal(readFileSync(join(backed.target, 'receipt-key.pem'), 'utf8'), 'a key');
  const epochs = [backed.kept.data, backed.target].map((data) => read(data, (database) => fact(database, 'epoch')));
  assert.notEqual(epochs[0], epochs[1]);
  // It is a backup of the same server, and goes on to be one.
  await backed.backup({ data: backed.target });
});

test('BK-9: without another word the newest is put back; one that is not there is refused', async (t) => {
  const backed = await Backed.open(t, 1);
  await backed.backup();
  await backed.photo();
  await backed.backup();
  await assert.rejects(backed.restore({ snapshot: '20200101T000000Z' }), { code: 3, message: /no snapshot 2020/ });
  await assert.rejects(backed.restore({ from: backed.root }), { code: 3, message: /no backup/ });
  assert.equal(existsSync(backed.target), false);
  assert.equal((await backed.restore()).blobs.count, 2);
});

test('BK-10: what is there is never overwritten: a data folder only makes way, whole, when that is asked for and no server has it', async (t) => {
  const backed = await Backed.open(t, 1);
  await backed.backup();
  mkdirSync(backed.target);
  writeFileSync(join(backed.target, 'letter.txt'), 'mine');
  await assert.rejects(backed.restore({ replace: true }), { code: 3, message: /not empty, and no data folder/ });
  rmSync(join(backed.target, 'letter.txt'));
  await backed.restore();
  const old = filesIn(backed.target);
  await assert.rejects(backed.restore(), { code: 3, message: /--replace/ });
  const lock = lockFolder(backed.target);
  await assert.rejects(backed.restore({ replace: true }), { code: 3, message: /Stop it first/ });
  lock.release();
  const { replaced, since } = await backed.restore({ replace: true });
  assert.deepEqual([[...filesIn(replaced as string).keys()], since], [[...old.keys()], { count: 0, bytes: 0 }]);
  // A snapshot whose database is damaged moves nothing.
  const [id = ''] = readdirSync(join(backed.to, 'snapshots'));
  flip(join(backed.to, 'snapshots', id, 'rollcall.sqlite'));
  const now = [...filesIn(backed.target).keys()];
  await assert.rejects(backed.restore({ replace: true, now: () => backed.kept.now + 5000 }), { code: 1, message: /damaged/ });
  assert.deepEqual([...filesIn(backed.target).keys()], now);
});

test('BK-11: no server starts on a half restored folder; the next restore makes it whole', async (t) => {
  const backed = await Backed.open(t, 20);
  await backed.backup();
  const stop = new AbortController();
  let done = 0;
  const interrupt = (): void => {
    done += 1;
    if (done === 8) stop.abort();
  };
  await assert.rejects(backed.restore({ signal: stop.signal, progress: { ...SILENT, did: interrupt } }), { name: 'BackupStopped' });
  const start = (): ReturnType<typeof startServer> => startServer({ data: backed.target, host: '127.0.0.1', port: 0 });
  await assert.rejects(start(), { name: 'HalfRestored' });
  assert.equal(existsSync(join(backed.target, 'rollcall.sqlite')), false);
  const { blobs, lacking } = await backed.restore();
  assert.deepEqual([blobs.count, lacking], [20, 0]);
  for (const [hash, bytes] of backed.photos) assert.deepEqual(readFileSync(backed.stored(hash, backed.target)), bytes);
  await (await start()).stop();
});

test('BK-9: what the folder that makes way has, and the snapshot has not, is counted; one that cannot be read makes way all the same', async (t) => {
  const backed = await Backed.open(t, 2);
  await backed.backup();
  const early = await backed.restore();
  await backed.photo();
  const { manifest } = await backed.backup({ now: () => backed.kept.now + 1000 });
  await backed.restore({ replace: true });
  const back = await backed.restore({ replace: true, snapshot: early.manifest.id, now: () => backed.kept.now + 2000 });
  assert.deepEqual(back.since, { count: 1, bytes: 1000 });
  writeFileSync(join(backed.target, 'rollcall.sqlite'), 'rubbish');
  const mended = await backed.restore({ replace: true, now: () => backed.kept.now + 3000 });
  assert.deepEqual([mended.since, mended.manifest.id, mended.blobs.count], [null, manifest.id, 3]);
});

test('BK-12: what the backup has not as it was sent keeps nothing else from coming back, is told, and is asked for', async (t) => {
  const backed = await Backed.open(t, 4);
  await backed.backup();
  const [flipped = '', lost = ''] = backed.photos.keys();
  flip(backed.stored(flipped, backed.to));
  rmSync(backed.stored(lost, backed.to));
  const { lacking, bad, blobs } = await backed.restore();
  assert.deepEqual([lacking, blobs.count], [2, 2]);
  assert.deepEqual(
    new Map(bad.map(({ hash, why }) => [hash, why])),
    new Map([
      [flipped, 'damaged'],
      [lost, 'missing'],
    ]),
  );
  assert.equal(existsSync(backed.stored(flipped, backed.target)), false);
  const wanted = read(backed.target, (database) => wantedBlobs(database, backed.library, '', 10));
  assert.deepEqual(
    wanted.map(({ hash }) => hash),
    [flipped, lost].sort(),
  );
});
