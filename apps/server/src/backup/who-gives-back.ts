import type { Database } from 'better-sqlite3';

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
