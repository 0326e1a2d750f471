import { timeSeen, trashDue } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { fact, setFact } from './facts.ts';

/** Milliseconds that this server saw pass, over all its runs. */
export function seenTime(database: Database): number {
  return Number(fact(database, 'seen-time') ?? '0');
}

/** The same when the epoch last changed; null: it never did. */
export function epochChangedSeen(database: Database): number | null {
  const changed = fact(database, 'epoch-changed-seen');
  return changed === undefined ? null : Number(changed);
}

/** The server opens its data folder: time before that was not seen. */
export function beginHeartbeat(database: Database, now: number): void {
  setFact(database, 'heartbeat', String(now));
}

export function countHeartbeat(database: Database, now: number): void {
  const last = Number(fact(database, 'heartbeat') ?? now);
  setFact(database, 'seen-time', String(timeSeen(seenTime(database), last, now)));
  setFact(database, 'heartbeat', String(now));
}

export function enterTrash(database: Database, library: number, assetId: string): void {
  sql(database, 'INSERT OR REPLACE INTO in_trash (library, asset_id, since) VALUES (?, ?, ?)').run(library, assetId, seenTime(database));
}

export function leaveTrash(database: Database, library: number, assetId: string): void {
  sql(database, 'DELETE FROM in_trash WHERE library = ? AND asset_id = ?').run(library, assetId);
}

export interface DueTrash {
  readonly libraryId: string;
  readonly assetId: string;
}

/** What has been in Recently Deleted for long enough, the longest first. */
export function dueTrash(database: Database, limit: number): DueTrash[] {
  return sql(
    database,
    `SELECT l.id AS libraryId, t.asset_id AS assetId FROM in_trash t JOIN libraries l ON l.num = t.library
     WHERE t.since <= ? ORDER BY t.since LIMIT ?`,
  ).all(trashDue(seenTime(database)), limit) as DueTrash[];
}

export function isDue(database: Database, library: number, assetId: string): boolean {
  const row = sql(database, 'SELECT since FROM in_trash WHERE library = ? AND asset_id = ?').get(library, assetId) as
    | { since: number }
    | undefined;
  return row !== undefined && row.since <= trashDue(seenTime(database));
}
