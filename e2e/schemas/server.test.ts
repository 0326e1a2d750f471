import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { canonicalJson, PROTOCOL_VERSION } from '@rollcall/protocol';
import { DATABASE_FILE, groupCommit, openDatabase } from '../../apps/server/src/database.ts';
import { openSqliteLibraries } from '../../apps/server/src/library/sqlite.ts';
import { ROOMS } from '../../apps/server/src/rooms.ts';
import { startServer } from '../../apps/server/src/server.ts';
import { ClientV1 } from '../fixtures/client-v1.mjs';
import { EMAIL, PASSWORD } from '../support/world.ts';
import { digestsNow, keptIn, RELEASED, SERVER, type Kept, type ServerTold } from './kept.ts';

type Row = Parameters<typeof canonicalJson>[0];

const root = mkdtempSync(join(tmpdir(), 'rollcall-schemas-'));
after(() => rmSync(root, { recursive: true, force: true }));
const KEPT = keptIn<ServerTold>(SERVER);
const FRESH = tablesOf(folderOf('fresh'));

/** A data folder with the database of an earlier program, or with none, as today's program leaves it. */
function folderOf(name: string, sql?: string): string {
  const data = join(root, name);
  mkdirSync(data);
  if (sql !== undefined) {
    const database = new DatabaseSync(join(data, DATABASE_FILE));
    database.exec(`BEGIN; ${sql} COMMIT`);
    database.close();
  }
  openDatabase(data, ROOMS).close();
  return data;
}

function tablesOf(data: string): unknown[] {
  const database = new DatabaseSync(join(data, DATABASE_FILE), { readOnly: true });
  try {
    return database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name').all();
  } finally {
    database.close();
  }
}

async function meansTheSame({ name, sql, told }: Kept<ServerTold>): Promise<void> {
  const data = folderOf(name, sql);
  assert.deepEqual(tablesOf(data), FRESH, 'its tables are those of a new folder');
  const isOfToday = name === KEPT.at(-1)?.name;
  assert.equal(existsSync(join(data, 'before-update')) ? readdirSync(join(data, 'before-update')).length : 0, isOfToday ? 0 : 1);
  const sqlite = openDatabase(data, ROOMS);
  const { database } = sqlite;
  try {
    assert.deepEqual(database.pragma('integrity_check'), [{ integrity_check: 'ok' }]);
    assert.deepEqual(database.pragma('foreign_key_check'), []);
    const clock = { now: () => Date.now() };
    const libraries = openSqliteLibraries({
      database,
      write: groupCommit(sqlite),
      synced: sqlite.synced,
      clock,
      onChange: () => undefined,
    });
    const libraryId = String(told.library['id']);
    const page = await libraries.changesSince({ libraryId, cursor: null, limit: 1000, deviceId: null, protocol: told.protocol });
    assert.ok(typeof page !== 'string' && page.complete);
    const rows = page.entries.map(({ seq, json }) => canonicalJson({ seq, entity: JSON.parse(json) as Row }));
    const feed = createHash('sha256').update(rows.join('\n')).digest('hex');
    assert.deepEqual({ rows: rows.length, feed }, { rows: told.rows, feed: told.feed }, 'the feed is as that program told it');
    const summary: Record<string, unknown> = { ...(await libraries.summary(libraryId)) };
    for (const [of, value] of Object.entries(told.library)) if (of in summary) assert.deepEqual(summary[of], value, of);
    const people = database
      .prepare('SELECT u.email, d.name FROM devices d JOIN "user" u ON u.id = d.account_id ORDER BY d.name')
      .raw()
      .all();
    assert.deepEqual(people, [
      ['ben@example.org', 'Ben’s phone'],
      ['ann@example.org', 'Laptop'],
      ['ann@example.org', 'Tablet'],
    ]);
    assert.equal(database.prepare('SELECT count(*) FROM in_trash').pluck().get(), told.library['trashed']);
  } finally {
    sqlite.close();
  }
}

for (const kept of KEPT)
  test(`UD-2: what the server of schema ${kept.name} kept is read by today’s, with the tables of a new folder`, () => meansTheSame(kept));

test('UD-2: the server starts on the oldest of them: its people sign in, and a device of that time goes on', async () => {
  const [oldest] = KEPT;
  assert.ok(oldest);
  const data = folderOf('started', oldest.sql);
  const server = await startServer({ data, host: '127.0.0.1', port: 0 });
  try {
    const client = new ClientV1(`http://127.0.0.1:${server.port}`);
    await client.link(EMAIL, PASSWORD, 'Another tablet');
    await client.pull();
    const titles = [...client.rows.values()].filter(({ type }) => type === 'asset').map(({ fileName, state }) => `${fileName} ${state}`);
    assert.ok(
      titles.includes('titled.jpg live') && titles.includes('trashed.jpg trashed') && titles.includes('purged.jpg purged'),
      titles.join(),
    );
    assert.deepEqual((await client.add(Buffer.from('more'), 'more.jpg')).result, { status: 'applied' });
  } finally {
    await server.stop();
  }
});

test('UD-4: a new step has a database that is kept, made by: npm run schemas', () => {
  const now = Object.fromEntries(ROOMS.map(({ room, steps }) => [room, steps.length]));
  const newest = KEPT.at(-1)?.told;
  assert.deepEqual(newest?.schema, now, 'the newest that is kept is of another schema; to keep this one: npm run schemas');
  assert.ok(newest.protocol <= PROTOCOL_VERSION);
});

test('UD-4: no step that was released is another one now', () => {
  assert.deepEqual(
    digestsNow(),
    JSON.parse(readFileSync(RELEASED, 'utf8')),
    'released steps are not rewritten; for new ones: npm run schemas',
  );
});
