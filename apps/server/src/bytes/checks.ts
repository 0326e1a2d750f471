import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import type { BlobStat } from './store.ts';

export type Found = 'sound' | 'damaged' | 'missing';

/** What was last found of a blob's bytes. */
export interface Check {
  /** -1 when there were none. */
  readonly size: number;
  readonly stamp: string;
  /** Milliseconds since 1970. */
  readonly checked: number;
  readonly found: Found;
}

/** As the column `damaged` has it. */
const FOUND: readonly Found[] = ['sound', 'damaged', 'missing'];

export function lastCheck(db: Database, hash: string): Check | null {
  const row = sql(db, 'SELECT size, stamp, checked, damaged FROM blob_checks WHERE hash = ?').get(hash) as
    | (Omit<Check, 'found'> & { damaged: number })
    | undefined;
  return row ? { size: row.size, stamp: row.stamp, checked: row.checked, found: FOUND[row.damaged] ?? 'damaged' } : null;
}

/** @param stat what the file looked like; null: there was none */
export function recordCheck(db: Database, hash: string, stat: BlobStat | null, found: Found, now: number): void {
  sql(
    db,
    `INSERT INTO blob_checks (hash, size, stamp, checked, damaged) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (hash) DO UPDATE SET size = excluded.size, stamp = excluded.stamp, checked = excluded.checked, damaged = excluded.damaged`,
  ).run(hash, stat?.size ?? -1, stat?.stamp ?? '', now, FOUND.indexOf(found));
}

export function forgetCheck(db: Database, hash: string): void {
  sql(db, 'DELETE FROM blob_checks WHERE hash = ?').run(hash);
}

/** Bytes that a library refers to and that are damaged or missing here. */
export interface WantedBlob {
  readonly hash: string;
  readonly size: number;
  readonly why: Exclude<Found, 'sound'>;
}

/** What a library wants back, in the order of hashes. */
export function wantedBlobs(db: Database, libraryId: string, after: string, limit: number): WantedBlob[] {
  const rows = sql(
    db,
    `SELECT c.hash, l.size, c.damaged FROM blob_checks c JOIN ledger l ON l.hash = c.hash AND l.library = ?
     WHERE c.damaged <> 0 AND c.hash > ? AND l.state = 'committed' ORDER BY c.hash LIMIT ?`,
  ).all(libraryId, after, limit) as { hash: string; size: number; damaged: number }[];
  return rows.map(({ hash, size, damaged }) => ({ hash, size, why: damaged === 2 ? 'missing' : 'damaged' }));
}

/** Libraries that want something back, each with what (at most `limit` in all). */
export function wantingLibraries(db: Database, limit: number): { readonly libraryId: string; readonly hash: string }[] {
  return sql(
    db,
    `SELECT l.library AS libraryId, c.hash FROM blob_checks c JOIN ledger l ON l.hash = c.hash
     WHERE c.damaged <> 0 AND l.state = 'committed' ORDER BY c.hash LIMIT ?`,
  ).all(limit) as { libraryId: string; hash: string }[];
}
