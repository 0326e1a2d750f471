import { closedDue, closesOn, closingDue, timeSeen } from '@rollcall/core';
import type { Closing, ClosingTold, OnlyInCloud } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { fact } from '../library/facts.ts';
import { seenTime } from '../library/trash.ts';
import { sql } from '../statements.ts';

/*
 * Which accounts close, and which were closed: statements that run in the caller's transaction, in a server and in a command beside it.
 * Times are milliseconds.
 */

/** Names that are told of photos that no device has. */
const NAMES = 10;

interface Row {
  readonly since: number;
  readonly askedAt: number;
}

/** Time that the server saw pass, with what passed since its last heartbeat. */
function seenNow(database: Database, now: number): number {
  return timeSeen(seenTime(database), Number(fact(database, 'heartbeat') ?? now), now);
}

/** When the account closes; null: it does not, or did already. */
export function closingOf(database: Database, accountId: string, now: number): Closing | null {
  const row = sql(database, 'SELECT since, asked_at AS askedAt FROM closings WHERE account_id = ? AND ended_at IS NULL').get(accountId) as
    | Row
    | undefined;
  return row === undefined ? null : { on: closesOn(row.since, seenNow(database, now), now), askedAt: row.askedAt };
}

/** The same of a library. */
export function closingOfLibrary(database: Database, libraryId: string, now: number): Closing | null {
  const row = sql(database, 'SELECT account_id AS id FROM closings WHERE library_id = ?').get(libraryId) as { id: string } | undefined;
  return row === undefined ? null : closingOf(database, row.id, now);
}

/** When it was closed for good; null: it was not. The server's clock. */
export function closedOn(database: Database, accountId: string): number | null {
  const row = sql(database, 'SELECT ended_at AS at FROM closings WHERE account_id = ?').get(accountId) as { at: number | null } | undefined;
  return row?.at ?? null;
}

/** Begins the grace; one that runs goes on. */
export function beginClosing(database: Database, accountId: string, libraryId: string, now: number): void {
  sql(database, 'INSERT OR IGNORE INTO closings (account_id, library_id, since, asked_at) VALUES (?, ?, ?, ?)').run(
    accountId,
    libraryId,
    seenNow(database, now),
    now,
  );
}

/** False: it was not to be closed, or is closed already. */
export function keepLibrary(database: Database, accountId: string): boolean {
  return sql(database, 'DELETE FROM closings WHERE account_id = ? AND ended_at IS NULL').run(accountId).changes > 0;
}

/** Accounts whose grace is over by what the server saw pass, as of its last heartbeat. */
export function dueClosings(database: Database): string[] {
  const rows = sql(database, 'SELECT account_id AS id FROM closings WHERE ended_at IS NULL AND since <= ?').all(
    closingDue(seenTime(database)),
  ) as { id: string }[];
  return rows.map(({ id }) => id);
}

/** Closed, and not all of the library is gone yet. */
export function unclearedClosings(database: Database): { readonly accountId: string; readonly libraryId: string }[] {
  return sql(
    database,
    'SELECT account_id AS accountId, library_id AS libraryId FROM closings WHERE ended_at IS NOT NULL AND cleared = 0',
  ).all() as { accountId: string; libraryId: string }[];
}

/** Whether others are on the server whose accounts stay, and nobody else owns it. */
export function standingOf(database: Database, accountId: string): ClosingTold['standing'] {
  const others = sql(
    database,
    `SELECT count(*) AS accounts, count(o.account_id) AS owners FROM members m LEFT JOIN owners o ON o.account_id = m.account_id
     WHERE m.account_id <> ? AND m.account_id NOT IN (SELECT account_id FROM closings)`,
  ).get(accountId) as { accounts: number; owners: number };
  const owns = sql(database, 'SELECT 1 FROM owners WHERE account_id = ?').get(accountId) !== undefined;
  if (others.accounts === 0) return 'alone';
  return owns && others.owners === 0 ? 'last-owner' : 'free';
}

/** Live photos that no device told to have as they are; a compressed version does not count. */
export function onlyInCloud(database: Database, libraryId: string): OnlyInCloud {
  const rows = sql(
    database,
    `SELECT json_extract(e.json, '$.fileName') AS name FROM entities e INDEXED BY entities_by_key
     WHERE e.library = (SELECT num FROM libraries WHERE id = ?) AND e.key >= 'asset:' AND e.key < 'asset;'
       AND json_extract(e.json, '$.state') = 'live'
       AND NOT EXISTS (
         SELECT 1 FROM roll_entries r JOIN devices d ON d.id = r.device_id
         WHERE r.asset_id = substr(e.key, 7) AND d.revoked_at IS NULL AND d.kind <> 'app' AND json_extract(r.json, '$.form') = 'original'
       )
     ORDER BY e.key`,
  ).all(libraryId) as { name: string }[];
  return { count: rows.length, names: rows.slice(0, NAMES).map(({ name }) => name) };
}

/** Ends the account, inside the caller's transaction: from now on nobody gets in. Gives its devices; null: it was kept meanwhile. */
export function endAccount(database: Database, accountId: string, now: number): string[] | null {
  const due = sql(database, 'SELECT 1 FROM closings WHERE account_id = ? AND ended_at IS NULL AND since <= ?').get(
    accountId,
    closingDue(seenTime(database)),
  );
  if (due === undefined) return null;
  sql(database, 'UPDATE closings SET ended_at = ?, ended_seen = ? WHERE account_id = ?').run(now, seenTime(database), accountId);
  sql(database, 'DELETE FROM members WHERE account_id = ?').run(accountId);
  sql(database, 'DELETE FROM owners WHERE account_id = ?').run(accountId);
  sql(database, 'DELETE FROM account_settings WHERE account_id = ?').run(accountId);
  sql(database, 'DELETE FROM device_codes WHERE account_id = ?').run(accountId);
  sql(database, 'DELETE FROM "session" WHERE "userId" = ?').run(accountId);
  // What is left of a device is by what it is known again, so that it can be told what happened.
  sql(
    database,
    `UPDATE devices SET name = '', platform = '', session_id = NULL, last_address = NULL, revoked_at = coalesce(revoked_at, ?) WHERE account_id = ?`,
  ).run(now, accountId);
  sql(database, `UPDATE "user" SET "name" = '' WHERE "id" = ?`).run(accountId);
  // Pictures that could not be made are asked for no more when what they lacked is installed.
  sql(
    database,
    'UPDATE rendition_attempts SET lacks = NULL WHERE lacks IS NOT NULL AND library = (SELECT library_id FROM closings WHERE account_id = ?)',
  ).run(accountId);
  const devices = sql(database, 'SELECT id FROM devices WHERE account_id = ?').all(accountId) as { id: string }[];
  return devices.map(({ id }) => id);
}

/** Somebody wants an account with the address of one that was closed: that it was is told no more. */
export function freeAddress(database: Database, email: string): boolean {
  const closed = sql(
    database,
    'SELECT u."id" AS id FROM "user" u JOIN closings c ON c.account_id = u."id" WHERE u."email" = ? AND c.ended_at IS NOT NULL',
  ).get(email) as { id: string } | undefined;
  if (closed === undefined) return false;
  sql(database, 'DELETE FROM "user" WHERE "id" = ?').run(closed.id);
  return true;
}

/** What was closed so long ago that nobody is told any more. */
export function forgetClosed(database: Database): void {
  const old = sql(database, 'SELECT account_id AS id FROM closings WHERE cleared = 1 AND ended_seen <= ?').all(
    closedDue(seenTime(database)),
  ) as { id: string }[];
  for (const { id } of old) {
    // Of what a device that was just telling left behind.
    for (const table of ['rolls', 'roll_entries', 'drop_box'])
      sql(database, `DELETE FROM ${table} WHERE device_id IN (SELECT id FROM devices WHERE account_id = ?)`).run(id);
    sql(database, 'DELETE FROM devices WHERE account_id = ?').run(id);
    sql(database, 'DELETE FROM "user" WHERE "id" = ?').run(id);
    sql(database, 'DELETE FROM closings WHERE account_id = ?').run(id);
  }
}
