import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import Database from 'better-sqlite3';
import { ASSET, assetEntity, deviceStoreContract, originalOf } from '@rollcall/core/testing';
import { STEPS } from './schema.ts';
import { openDeviceStore } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-store-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const fresh = (): string => join(folder, `${++count}.sqlite`);

deviceStoreContract('SQLite', () => openDeviceStore(fresh()));

test('ST-9: a store of a newer version is refused, and left as it is', () => {
  const file = fresh();
  openDeviceStore(file).close();
  const database = new Database(file);
  database.pragma('user_version = 99');
  database.close();
  assert.throws(() => openDeviceStore(file), /newer version/);
});

test('SZ-2: a store of the first version is brought up to date with all that it knew', () => {
  const file = fresh();
  const database = new Database(file);
  database.exec(STEPS[0] ?? '');
  database.pragma('user_version = 1');
  const put = database.prepare('insert into remote (key, type, asset_id, seq, entity) values (?, ?, ?, ?, ?)');
  const original = originalOf(ASSET, 'a'.repeat(64));
  put.run(`resource:${original.id}`, 'resource', ASSET, 2, JSON.stringify(original));
  put.run(`asset:${ASSET}`, 'asset', ASSET, 1, JSON.stringify(assetEntity(ASSET)));
  database.prepare('insert into remote_hash values (?, ?, ?, ?, ?)').run(original.id, original.hash, ASSET, 'original', 0);
  database.close();
  const store = openDeviceStore(file);
  assert.deepEqual(store.remote(ASSET), { asset: assetEntity(ASSET), seq: 1, resources: [original] });
  assert.equal(store.match(original.hash)?.asset.id, ASSET);
  // A row that comes again takes the place of the one before.
  store.applyPage([{ seq: 3, entity: { ...original, removed: true } }], 'c', true, null, 1);
  assert.deepEqual([store.remote(ASSET)?.resources, store.match(original.hash)], [[{ ...original, removed: true }], null]);
  store.close();
});

test('SX-18: what holds data of photos, and was left out by an earlier version, is looked at again; a link of such a name is not', () => {
  const file = fresh();
  const database = new Database(file);
  for (const step of STEPS.slice(0, 8)) database.exec(step);
  database.pragma('user_version = 8');
  const put = database.prepare(
    "insert into local (path, size, mtime_ms, stamp, new_here, first_seen, mime, excluded, wanted_name, written_name) values (?, 1, 1, 's', 0, 1, ?, 'not-a-photo', 'x', 'x')",
  );
  for (const [path, what] of [
    ['Trip/IMG_1.AAE', 'edit made in Apple Photos'],
    ['Trip/IMG_1.jpg.json', 'data file'],
    ['Trip/IMG_2.xmp', 'a link'],
    ['Trip/notes.txt', 'text'],
  ])
    put.run(path, what);
  database.close();
  const store = openDeviceStore(file);
  const unread = store.files().filter(({ excluded }) => excluded === null);
  assert.deepEqual(
    unread.map(({ path }) => path),
    ['Trip/IMG_1.AAE', 'Trip/IMG_1.jpg.json'],
  );
  assert.equal(store.unread(), 2);
  store.close();
});

test('SZ-10: how many files there are is right after whatever adds or drops one, here or in another program, and after what is undone', () => {
  const path = fresh();
  const [store, other] = [openDeviceStore(path), openDeviceStore(path)];
  const add = (to: typeof store, name: string): number =>
    to.addFile({ path: name, size: 1, mtimeMs: 1, stamp: 's', newHere: false, firstSeen: 1 });
  assert.equal(store.countFiles(), 0);
  const first = add(store, 'a.jpg');
  assert.equal(store.countFiles(), 1);
  add(other, 'b.jpg');
  assert.deepEqual([store.countFiles(), other.countFiles()], [2, 2]);
  const undone = new Error('undone');
  assert.throws(
    () =>
      store.transact(() => {
        add(store, 'c.jpg');
        assert.equal(store.countFiles(), 3);
        throw undone;
      }),
    undone,
  );
  assert.equal(store.countFiles(), 2);
  store.transact(() => {
    store.dropFile(first);
    assert.equal(store.countFiles(), 1);
    add(store, 'd.jpg');
  });
  assert.deepEqual([store.countFiles(), other.countFiles()], [2, 2]);
  store.dropFile(first + 1);
  assert.deepEqual([store.countFiles(), other.countFiles()], [1, 1]);
  store.close();
  other.close();
});
