import { isCollectable, quarantineDue, type Whereabouts } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/*
 * Bytes to which no library refers: rows of `loose_blobs` (triggers of the ledger write them), and of `quarantine`.
 * All functions are synchronous and run inside a transaction of the caller's. Times are times that the server saw pass.
 */

/** Gives a time to what became loose since the last look. */
export function noteLoose(db: Database, seen: number): void {
  sql(db, 'UPDATE loose_blobs SET since = ? WHERE since IS NULL OR since > ?').run(seen, seen);
}

/** Somebody needs these bytes for a moment, or brought them back: their time begins anew. */
export function loosen(db: Database, hash: string, seen: number): void {
  if (isStored(db, hash)) return;
  sql(db, 'INSERT INTO loose_blobs (hash, since) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET since = excluded.since').run(hash, seen);
}

/** Loose since `before` or longer, the longest first; without those that an open upload is about to bring. */
export function dueLoose(db: Database, before: number, limit: number): string[] {
  const rows = sql(
    db,
    `SELECT hash FROM loose_blobs l WHERE since <= ?
     AND NOT EXISTS (SELECT 1 FROM uploads u WHERE u.hash = l.hash AND u.result IS NULL)
     AND NOT EXISTS (SELECT 1 FROM ledger g WHERE g.hash = l.hash) ORDER BY since LIMIT ?`,
  ).all(before, limit) as { hash: string }[];
  return rows.map(({ hash }) => hash);
}

/** Still loose since `before`, and nothing refers to it or is about to bring it. */
export function isDueLoose(db: Database, hash: string, before: number): boolean {
  const loose = sql(db, 'SELECT since FROM loose_blobs WHERE hash = ?').get(hash) as { since: number | null } | undefined;
  const coming = sql(db, 'SELECT 1 FROM uploads WHERE hash = ? AND result IS NULL LIMIT 1').get(hash) !== undefined;
  return isCollectable({ since: loose?.since ?? null, referred: isReferred(db, hash), coming }, before);
}

export function dropLoose(db: Database, hash: string): void {
  sql(db, 'DELETE FROM loose_blobs WHERE hash = ?').run(hash);
}

/** A row of any library, whatever its state. */
export function isReferred(db: Database, hash: string): boolean {
  return sql(db, 'SELECT 1 FROM ledger WHERE hash = ? LIMIT 1').get(hash) !== undefined;
}

/** A row of any library that says that the bytes are here. */
export function isStored(db: Database, hash: string): boolean {
  return sql(db, `SELECT 1 FROM ledger WHERE hash = ? AND state <> 'reserved' LIMIT 1`).get(hash) !== undefined;
}

export function enterQuarantine(db: Database, hash: string, size: number, seen: number): void {
  dropLoose(db, hash);
  sql(db, 'INSERT OR REPLACE INTO quarantine (hash, size, since) VALUES (?, ?, ?)').run(hash, size, seen);
}

/** True: it was there. */
export function leaveQuarantine(db: Database, hash: string): boolean {
  return sql(db, 'DELETE FROM quarantine WHERE hash = ?').run(hash).changes === 1;
}

export function quarantinedSince(db: Database, hash: string): number | null {
  return (sql(db, 'SELECT since FROM quarantine WHERE hash = ?').get(hash) as { since: number } | undefined)?.since ?? null;
}

export function dueQuarantine(db: Database, seen: number, limit: number): string[] {
  const rows = sql(db, 'SELECT hash FROM quarantine WHERE since <= ? ORDER BY since LIMIT ?').all(quarantineDue(seen), limit);
  return (rows as { hash: string }[]).map(({ hash }) => hash);
}

export function isDueQuarantined(db: Database, hash: string, seen: number): boolean {
  const since = quarantinedSince(db, hash);
  return since !== null && since <= quarantineDue(seen);
}

export function quarantineRows(db: Database, after: string, limit: number): string[] {
  const rows = sql(db, 'SELECT hash FROM quarantine WHERE hash > ? ORDER BY hash LIMIT ?').all(after, limit);
  return (rows as { hash: string }[]).map(({ hash }) => hash);
}

/** Where the bytes of a name are, whoever refers to them. */
export function whereabouts(db: Database, hash: string): Whereabouts {
  if (isStored(db, hash)) return 'stored';
  if (sql(db, 'SELECT 1 FROM loose_blobs WHERE hash = ?').get(hash)) return 'loose';
  return quarantinedSince(db, hash) === null ? 'gone' : 'quarantined';
}
