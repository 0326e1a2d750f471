import { momentOf, type Shot, type ShotRows } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { assetRows } from './read.ts';

/** More copies of one shot than anybody has. */
const MOST_COPIES = 32;
/** More than a camera takes in one second, edits and all. */
const MOST_IN_A_SECOND = 256;

/**
 * Notes what the file of an asset told of its shot; answers the other assets whose files told the same. Null: there are so many that
 * which belongs to which could not be told.
 */
export function noteShot(database: Database, library: number, assetId: string, { key, capturedAt }: Shot): ShotRows[] | null {
  put(database, library, assetId, { key, capturedAt });
  const others = sql(
    database,
    'SELECT asset_id AS id, captured_at AS capturedAt FROM shots WHERE library = ? AND key = ? AND asset_id <> ? LIMIT ?',
  ).all(library, key, assetId, MOST_COPIES + 1) as { id: string; capturedAt: string }[];
  if (others.length > MOST_COPIES) return null;
  return withRows(
    database,
    library,
    others.map(({ id, capturedAt: at }) => ({ id, shot: { key, capturedAt: at } })),
  );
}

/**
 * Notes it, too; answers what the same camera took in the same second, whatever it is called. Null: there is so much that which belongs to
 * which could not be told.
 */
export function noteMoment(database: Database, library: number, assetId: string, shot: Shot): ShotRows[] | null {
  put(database, library, assetId, shot);
  const from = momentOf(shot);
  const others = sql(
    database,
    'SELECT asset_id AS id, key, captured_at AS capturedAt FROM shots WHERE library = ? AND key >= ? AND key < ? AND asset_id <> ? LIMIT ?',
  ).all(library, from, after(from), assetId, MOST_IN_A_SECOND + 1) as { id: string; key: string; capturedAt: string }[];
  if (others.length > MOST_IN_A_SECOND) return null;
  return withRows(
    database,
    library,
    others.map(({ id, key, capturedAt }) => ({ id, shot: { key, capturedAt } })),
  );
}

/** One asset became a part of another: what its file told of its shot is noted of the whole, so that what comes later of the same shot finds it. */
export function noteShotOfPart(database: Database, library: number, part: string, whole: string): void {
  sql(
    database,
    `INSERT OR IGNORE INTO shots (library, key, asset_id, captured_at)
     SELECT library, key, ?, captured_at FROM shots INDEXED BY shots_by_asset WHERE library = ? AND asset_id = ?`,
  ).run(whole, library, part);
}

function put(database: Database, library: number, assetId: string, { key, capturedAt }: Shot): void {
  sql(database, 'INSERT OR REPLACE INTO shots (library, key, asset_id, captured_at) VALUES (?, ?, ?, ?)').run(
    library,
    key,
    assetId,
    capturedAt,
  );
}

/** The first text behind all that begin with this one, which ends in a line feed. */
function after(beginning: string): string {
  return `${beginning.slice(0, -1)}\u000b`;
}

/** What became a part of another asset, or was compacted, is none any more. */
function withRows(database: Database, library: number, noted: readonly { readonly id: string; readonly shot: Shot }[]): ShotRows[] {
  return noted.flatMap(({ id, shot }) => {
    const rows = assetRows(database, library, id);
    return rows ? [{ shot, rows }] : [];
  });
}
