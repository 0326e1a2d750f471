import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { STEPS } from '../../apps/agent/src/store/schema.ts';
import { openDeviceStore } from '../../apps/agent/src/store/sqlite.ts';
import { DEVICE, keptIn, type DeviceTold } from './kept.ts';

const root = mkdtempSync(join(tmpdir(), 'rollcall-schemas-'));
after(() => rmSync(root, { recursive: true, force: true }));
const KEPT = keptIn<DeviceTold>(DEVICE);

/** A change that its person made, and that nobody was told of. */
const QUEUED = `insert into outbox values (77, 'asset.trash', 'queued', null, '{"deviceId":"d","epoch":"e","n":77,"previous":"p","name":"asset.trash","args":{"assetId":"queued"}}', 'h', null, 5);`;

function stateOf(name: string, sql = ''): string {
  const home = join(root, name);
  mkdirSync(home);
  const file = join(home, 'device.sqlite');
  if (sql !== '') read(file, false, (database) => database.exec(`BEGIN; ${sql} ${QUEUED} COMMIT`));
  return file;
}

function read<T>(file: string, readOnly: boolean, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { readOnly });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

// While it reads the feed anew, a device has one table more.
const tablesOf = (file: string): unknown[] =>
  read(file, true, (database) =>
    database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name <> 'reread' ORDER BY type, name").all(),
  );
const fresh = stateOf('fresh');
openDeviceStore(fresh).close();
const FRESH = tablesOf(fresh);

for (const { name, sql, told } of KEPT)
  test(`UD-3: what a device of schema ${name} kept is read by today’s, with the tables of a new one: its files, what it knows of the cloud, what waits`, () => {
    const file = stateOf(name, sql);
    const before = read(file, true, (database) => ({
      remote: database.prepare('select key, seq, entity from remote order by seq').all(),
      hashes: database.prepare('select resource_id, hash, asset_id from remote_hash order by resource_id, hash').all(),
      base: database.prepare('select * from base order by asset_id').all(),
      notes: database.prepare("select * from meta where key <> 'updated' order by key").all(),
      outbox: database.prepare('select * from outbox order by n').all(),
    }));
    const store = openDeviceStore(file);
    try {
      const files = store.files().filter(({ missingSince }) => missingSince === null);
      assert.deepEqual(
        files.map(({ path, hash, assetId }) => ({ path, hash, assetId })).sort((a, b) => (a.path < b.path ? -1 : 1)),
        told.files.map(({ path, hash, assetId }) => ({ path, hash, assetId })).sort((a, b) => (a.path < b.path ? -1 : 1)),
      );
      // What was not in sync is planned for; what plainly was needs no plan.
      const open = new Set(store.toPlan().map((key) => files.find((each) => each.key === key)?.path));
      for (const { path, inSync } of told.files)
        if (!inSync && path !== 'notes.txt') assert.ok(open.has(path) || path.endsWith('.xmp'), path);
      assert.ok(told.files.some(({ path, inSync }) => path === 'first.jpg' && inSync) && !open.has('first.jpg'));
      assert.equal(store.identity()?.name, 'Laptop');
      assert.equal(store.countFiles(), store.files().length);
      const waiting = store.files().filter(({ missingSince }) => missingSince !== null);
      assert.deepEqual(
        waiting.map(({ path }) => path),
        ['gone-later.jpg'],
      );
    } finally {
      store.close();
    }
    assert.deepEqual(tablesOf(file), FRESH);
    const after = read(file, true, (database) => ({
      remote: database.prepare('select key, seq, entity from remote order by seq').all(),
      hashes: database.prepare('select resource_id, hash, asset_id from remote_hash order by resource_id, hash').all(),
      base: database.prepare('select * from base order by asset_id').all(),
      notes: database.prepare("select * from meta where key <> 'updated' order by key").all(),
      outbox: database.prepare('select * from outbox order by n').all(),
    }));
    assert.deepEqual(after, before);
    assert.equal(
      read(file, true, (database) => database.prepare('pragma integrity_check').get()?.['integrity_check']),
      'ok',
    );
    assert.equal(before.outbox.length > 0, true);
    if (told.schema['device'] === STEPS.length) return;
    const [copy] = readdirSync(join(root, name, 'before-update'));
    assert.match(copy ?? '', new RegExp(`-device-schema-${told.schema['device']}\\.sqlite$`));
    assert.deepEqual(
      read(join(root, name, 'before-update', copy as string), true, (database) =>
        database.prepare('select key, seq, entity from remote order by seq').all(),
      ),
      before.remote,
    );
  });

test('UD-4: a new step of a device has a state that is kept, made by: npm run schemas', () => {
  assert.equal(KEPT.at(-1)?.told.schema['device'], STEPS.length, 'to keep this one: npm run schemas');
});

test('UD-6: a device of an older program refuses the state of a newer one, and writes not a byte', () => {
  const file = stateOf('newer');
  openDeviceStore(file).close();
  read(file, false, (database) => database.exec(`PRAGMA journal_mode = DELETE; PRAGMA user_version = ${STEPS.length + 1}`));
  const bytes = readFileSync(file);
  assert.throws(
    () => openDeviceStore(file),
    (error) => (error as { exitCode?: number }).exitCode === 3 && /newer version of Rollcall.*rollcall update/.test(String(error)),
  );
  assert.deepEqual(readFileSync(file), bytes);
});
