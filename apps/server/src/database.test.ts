import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import BetterSqlite from 'better-sqlite3';
import { groupCommit, migrate, NewerSchema, openDatabase } from './database.ts';

const ROOM = { room: 'test', steps: ['CREATE TABLE a (x INTEGER)', 'ALTER TABLE a ADD COLUMN y INTEGER'] };

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'rollcall-database-'));
  t.after(() => rmSync(made, { recursive: true }));
  return made;
}

test('DB-1: steps are taken once, in order, room by room, and what a step did stays when a later one fails', (t) => {
  const data = folder(t);
  openDatabase(data, [{ ...ROOM, steps: ROOM.steps.slice(0, 1) }]).close();
  assert.throws(() => openDatabase(data, [{ ...ROOM, steps: [...ROOM.steps, 'CREATE TABLE a (again INTEGER)'] }]));
  const { database } = openDatabase(data, [ROOM, { room: 'other', steps: ['CREATE TABLE b (z INTEGER)'] }]);
  t.after(() => database.close());
  assert.deepEqual(database.prepare('SELECT room, step FROM schema_steps ORDER BY room, step').all(), [
    { room: 'other', step: 1 },
    { room: 'test', step: 1 },
    { room: 'test', step: 2 },
  ]);
  database.prepare('INSERT INTO a (x, y) VALUES (1, 2)').run();
});

test('DB-2: a data folder of a newer Rollcall is not touched', () => {
  const database = new BetterSqlite(':memory:');
  migrate(database, ROOM);
  assert.throws(() => migrate(database, { ...ROOM, steps: ROOM.steps.slice(0, 1) }), NewerSchema);
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
