import BetterSqlite, { type Database } from 'better-sqlite3';
import { join } from 'node:path';
import { DATABASE_FILE } from '../database.ts';
import { blobsOf } from './named.ts';

/** Devices named of one account. */
const NAMED = 100;

/** An account as a snapshot knows it, and who may have what came after. */
export interface GivesBack {
  readonly email: string;
  readonly photos: number;
  readonly devices: readonly {
    readonly name: string;
    /** When the server last heard from it before the snapshot; milliseconds since 1970; null: never. */
    readonly heardAt: number | null;
  }[];
}

/** Every account of a database, with its devices that have a folder: a browser has nothing that it could give back. */
export function whoGivesBack(database: Database): GivesBack[] {
  const accounts = database
    .prepare(
      `SELECT u."id" AS id, u."email" AS email, l.live AS photos FROM "user" u JOIN members m ON m.account_id = u."id"
       JOIN libraries l ON l.id = m.library_id ORDER BY u."createdAt", u."id"`,
    )
    .all() as { id: string; email: string; photos: number }[];
  const devices = database.prepare<[string, number], { name: string; heardAt: number | null }>(
    `SELECT name, last_seen_at AS heardAt FROM devices WHERE account_id = ? AND revoked_at IS NULL AND token_hash IS NOT NULL
     ORDER BY last_seen_at DESC, name LIMIT ?`,
  );
  return accounts.map(({ id, email, photos }) => ({ email, photos, devices: devices.all(id, NAMED) }));
}

/** What a data folder that made way has and a database does not name; null: its own database cannot be read. */
export function cameSince(database: Database, replaced: string): { readonly count: number; readonly bytes: number } | null {
  const named = database.prepare<[string]>("SELECT 1 FROM ledger WHERE hash = ? AND state <> 'reserved' LIMIT 1");
  const since = { count: 0, bytes: 0 };
  try {
    const old = new BetterSqlite(join(replaced, DATABASE_FILE), { readonly: true });
    try {
      for (const { hash, size } of blobsOf(old)) {
        if (named.get(hash) !== undefined) continue;
        since.count += 1;
        since.bytes += size;
      }
      return since;
    } finally {
      old.close();
    }
  } catch {
    // A folder that makes way may well be the broken one.
    return null;
  }
}
