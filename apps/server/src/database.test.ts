import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Updated } from '@rollcall/sqlite';
import BetterSqlite from 'better-sqlite3';
import { DATABASE_FILE, groupCommit, NewerSchema, openDatabase } from './database.ts';

const ROOM = { room: 'test', steps: ['CREATE TABLE a (x INTEGER)', 'ALTER TABLE a ADD COLUMN y INTEGER'] };

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'rollcall-database-'));
  t.after(() => rmSync(made, { recursive: true }));
  return made;
}

function schema(data: string): string {
  const database = new BetterSqlite(join(data, DATABASE_FILE), { readonly: true });
  try {
    const tables = database.prepare('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name').pluck().all();
    return JSON.stringify([tables, database.prepare('SELECT room, step FROM schema_steps ORDER BY room, step').all()]);
  } finally {
    database.close();
  }
}

test('DB-1: steps are taken once, in order, room by room; where one fails, nothing of what was taken with it stays', (t) => {
  const data = folder(t);
  openDatabase(data, [{ ...ROOM, steps: ROOM.steps.slice(0, 1) }]).close();
  assert.throws(() => openDatabase(data, [{ ...ROOM, steps: [...ROOM.steps, 'CREATE TABLE a (again INTEGER)'] }]));
  const before = new BetterSqlite(join(data, DATABASE_FILE), { readonly: true });
  assert.deepEqual(before.prepare('SELECT name FROM pragma_table_info(?)').pluck().all('a'), ['x']);
  before.close();
  const { database } = openDatabase(data, [ROOM, { room: 'other', steps: ['CREATE TABLE b (z INTEGER)'] }]);
  t.after(() => database.close());
  assert.deepEqual(database.prepare('SELECT room, step FROM schema_steps ORDER BY room, step').all(), [
    { room: 'other', step: 1 },
    { room: 'test', step: 1 },
    { room: 'test', step: 2 },
  ]);
  database.prepare('INSERT INTO a (x, y) VALUES (1, 2)').run();
});

test('DB-2: a data folder of a newer Rollcall is not touched, were it only by a room that this one does not know', (t) => {
  for (const newer of [
    [ROOM, { room: 'newer', steps: ['CREATE TABLE c (x)'] }],
    [{ ...ROOM, steps: [...ROOM.steps, 'CREATE TABLE c (x)'] }],
  ]) {
    const data = folder(t);
    openDatabase(data, newer).close();
    const file = join(data, DATABASE_FILE);
    // As a copy of it is: opened to be written to, it would become another file.
    const plain = new BetterSqlite(file);
    plain.pragma('journal_mode = DELETE');
    plain.close();
    const bytes = readFileSync(file);
    assert.throws(
      () => openDatabase(data, [ROOM]),
      (error) =>
        error instanceof NewerSchema && error.exitCode === 3 && /newer Rollcall.*rollcall update.*docs\/update\.md/.test(error.message),
    );
    assert.deepEqual(readFileSync(file), bytes);
    assert.deepEqual(readdirSync(data), [DATABASE_FILE]);
  }
});

test('UD-5: killed in the middle of the last step of many, a database is as it was before, and the next start brings it up to date', async (t) => {
  const data = folder(t);
  openDatabase(data, [{ ...ROOM, steps: ROOM.steps.slice(0, 1) }]).close();
  const asItWas = schema(data);
  const child = spawn(process.execPath, [fileURLToPath(new URL('./testing/killed-update-main.ts', import.meta.url)), data], {
    stdio: 'inherit',
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  assert.equal(signal, 'SIGKILL');
  assert.deepEqual(schema(data), asItWas);
  openDatabase(data, [ROOM]).close();
  assert.match(schema(data), /y INTEGER/);
});

test('UD-7: what is brought up to date is copied before, and told of; what is new, or of this version already, is not', (t) => {
  const data = folder(t);
  const told: Updated[] = [];
  const open = (steps: number): void =>
    openDatabase(data, [{ ...ROOM, steps: ROOM.steps.slice(0, steps) }], { now: () => 0, onUpdated: (each) => told.push(each) }).close();
  open(1);
  open(1);
  assert.deepEqual([told, existsSync(join(data, 'before-update'))], [[], false]);
  open(2);
  const copy = join(data, 'before-update', '1970-01-01T00-00-00Z-rollcall-schema-1.sqlite');
  assert.deepEqual(told, [{ from: 1, to: 2, copy }]);
  const before = new BetterSqlite(copy, { readonly: true });
  t.after(() => before.close());
  assert.deepEqual(before.prepare('SELECT name FROM pragma_table_info(?)').pluck().all('a'), ['x']);
});

test('DB-3: what is written is answered only when it is on disk, and not at all when the disk fails', async (t) => {
  const { database, close } = openDatabase(folder(t), [ROOM]);
  t.after(close);
  const steps: string[] = [];
  const write = groupCommit({
    database,
    synced: async () => {
      steps.push(database.inTransaction ? 'in mid-transaction' : 'synced');
    },
  });
  const insert = database.prepare('INSERT INTO a (x) VALUES (?)');
  await Promise.all([
    write(() => insert.run(1)).then(() => steps.push('answered')),
    write(() => insert.run(2)).then(() => steps.push('answered')),
  ]);
  assert.deepEqual(steps, ['synced', 'answered', 'answered']);
  const failing = groupCommit({ database, synced: () => Promise.reject(new Error('EIO')) });
  await assert.rejects(
    failing(() => insert.run(3)),
    /EIO/,
  );
});

test('DB-4: work that waits at one moment shares a transaction; what throws is undone alone and answered alone', async (t) => {
  const sqlite = openDatabase(folder(t), [ROOM]);
  const { database } = sqlite;
  t.after(() => sqlite.close());
  const write = groupCommit(sqlite);
  const insert = database.prepare('INSERT INTO a (x) VALUES (?)');
  const inside: boolean[] = [];
  const answers = await Promise.allSettled([
    write(() => insert.run(1).changes),
    write(() => {
      insert.run(2);
      inside.push(database.inTransaction);
      throw new Error('no');
    }),
    write(() => insert.run(3).changes),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(inside, [true]);
  assert.equal(database.inTransaction, false);
  assert.deepEqual(database.prepare('SELECT x FROM a ORDER BY x').pluck().all(), [1, 3]);
});

test('SM-17: what a full database refuses is answered as that, and nothing of it stays; what is answered as written is there', async (t) => {
  const data = folder(t);
  const sqlite = openDatabase(data, [ROOM]);
  const { database } = sqlite;
  t.after(() => sqlite.close());
  const write = groupCommit(sqlite);
  const insert = database.prepare('INSERT INTO a (x, y) VALUES (?, ?)');
  const pages = database.pragma('page_count', { simple: true }) as number;
  database.pragma(`max_page_count = ${pages + 20}`);
  const told = new Map<string, number[]>();
  for (let round = 0; round < 40; round += 1)
    await Promise.all(
      [0, 1, 2].map((each) => {
        const x = round * 10 + each;
        const whole = write(() => {
          insert.run(x, 'first');
          insert.run(x, 'a'.repeat(each * 1500));
        });
        const note = (how: string): void => void told.set(how, [...(told.get(how) ?? []), x]);
        return whole.then(
          () => note('written'),
          (error: unknown) => note(String((error as { code?: string }).code)),
        );
      }),
    );
  assert.deepEqual([...told.keys()].sort(), ['SQLITE_FULL', 'written']);
  const rows = database.prepare('SELECT x, count(*) AS n FROM a GROUP BY x ORDER BY x').all() as { x: number; n: number }[];
  assert.deepEqual(
    rows,
    (told.get('written') ?? []).sort((a, b) => a - b).map((x) => ({ x, n: 2 })),
  );
  database.pragma('max_page_count = 1000000');
  await write(() => insert.run(1000, 'room'));
  assert.equal(database.prepare('SELECT count(*) FROM a WHERE x = 1000').pluck().get(), 1);
});
