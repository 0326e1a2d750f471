import { join } from 'node:path';
import { DATABASE_FILE } from '../../apps/server/src/database.ts';
import { openSqlite } from '../../packages/sqlite/src/index.ts';
import { columnsOf, libraryRows } from './rows.ts';

export interface Filled {
  readonly rows: number;
  readonly live: number;
  /** Of the rows as they go over the wire. */
  readonly bytes: number;
}

/**
 * Fills the one library of a data folder whose server does not run: rows of the feed, its head and its counts. No bytes of photos
 * are behind them, and nothing is in the ledger or the journal.
 */
export function fillLibrary(data: string, count: number): Filled {
  const { database, close } = openSqlite(join(data, DATABASE_FILE), { checkpointPages: 10_000, patience: 5000 });
  try {
    const library = database.prepare('SELECT num, head FROM libraries').get() as { num: number; head: number };
    const insert = database.prepare('INSERT INTO entities (library, seq, key, asset_id, role, hash, json) VALUES (?, ?, ?, ?, ?, ?, ?)');
    const filled = { rows: 0, live: 0, bytes: 0 };
    database.transaction(() => {
      for (const entity of libraryRows(count)) {
        const json = JSON.stringify(entity);
        const resource = entity.type === 'resource' ? entity : null;
        const assetId = resource?.assetId ?? (entity.type === 'alias' ? entity.to : null);
        filled.rows += 1;
        filled.bytes += Buffer.byteLength(json);
        if (entity.type === 'asset' && entity.state === 'live') filled.live += 1;
        const hash = resource && !resource.removed ? resource.hash : null;
        insert.run(library.num, library.head + filled.rows, columnsOf(entity).key, assetId, resource?.role ?? null, hash, json);
      }
      database.prepare('UPDATE libraries SET head = head + ?, live = ? WHERE num = ?').run(filled.rows, filled.live, library.num);
    })();
    database.pragma('wal_checkpoint(TRUNCATE)');
    return filled;
  } finally {
    close();
  }
}
