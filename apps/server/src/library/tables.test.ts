import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { libraryTablesContract, type TablesUnderTest } from '@rollcall/core/testing';
import type { Entity } from '@rollcall/protocol';
import { bytesMigrations } from '../bytes/index.ts';
import { reserve, stored, sums } from '../bytes/ledger.ts';
import { openDatabase } from '../database.ts';
import { libraryMigrations } from './migrations.ts';
import { SqliteTables } from './tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-tables-'));
const { database } = openDatabase(folder, [libraryMigrations, bytesMigrations]);
// Rules, not disks, are tested here.
database.pragma('synchronous = OFF');
after(() => {
  database.close();
  rmSync(folder, { recursive: true });
});
let libraries = 0;

function open(): TablesUnderTest {
  const libraryId = `library-${(libraries += 1)}`;
  const num = Number(
    database.prepare('INSERT INTO libraries (id, quota, created_at) VALUES (?, 1000000, 0)').run(libraryId).lastInsertRowid,
  );
  const ids = (text: string): string[] => database.prepare<[number], string>(text).pluck().all(num);
  return {
    tables: new SqliteTables(database, num, { deviceId: 'device', now: 1000 }),
    send: (hash, size) => {
      const sent = { libraryId, deviceId: 'someone', hash, size, now: 0 };
      if (!reserve(database, { ...sent, quota: 1_000_000 })) throw new Error('no room');
      stored(database, { ...sent, uploadId: 'test', announced: hash });
    },
    feed: () =>
      database
        .prepare<[number], { seq: number; json: string }>('SELECT seq, json FROM entities WHERE library = ? ORDER BY seq')
        .all(num)
        .map(({ seq, json }) => ({ seq, entity: JSON.parse(json) as Entity })),
    state: () => ({
      inTrash: ids('SELECT asset_id FROM in_trash WHERE library = ?'),
      buried: ids('SELECT asset_id FROM tombstones WHERE library = ?'),
      ...(database.prepare('SELECT live, trashed FROM libraries WHERE num = ?').get(num) as { live: number; trashed: number }),
      used: sums(database, libraryId).used,
    }),
    journal: () => ids('SELECT what FROM journal WHERE library = ? ORDER BY n'),
    wanted: () => ids('SELECT asset_id FROM wanted_renditions WHERE library = ?'),
    close: () => undefined,
  };
}

libraryTablesContract('SQLite', open);
