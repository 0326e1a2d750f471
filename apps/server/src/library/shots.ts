import type { Shot, ShotRows } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { assetRows } from './read.ts';

/** More copies of one shot than anybody has. */
const MOST_COPIES = 32;

/**
 * Notes what the file of an asset told of its shot; answers the other assets whose files told the same. Null: there are so many that
 * which belongs to which could not be told.
 */
export function noteShot(database: Database, library: number, assetId: string, { key, capturedAt }: Shot): ShotRows[] | null {
  sql(database, 'INSERT OR REPLACE INTO shots (library, key, asset_id, captured_at) VALUES (?, ?, ?, ?)').run(
    library,
    key,
    assetId,
    capturedAt,
  );
  const others = sql(
    database,
    'SELECT asset_id AS id, captured_at AS capturedAt FROM shots WHERE library = ? AND key = ? AND asset_id <> ? LIMIT ?',
  ).all(library, key, assetId, MOST_COPIES + 1) as { id: string; capturedAt: string }[];
  if (others.length > MOST_COPIES) return null;
  // What became a part of another asset, or was compacted, is none any more.
  return others.flatMap((other) => {
    const rows = assetRows(database, library, other.id);
    return rows ? [{ shot: { key, capturedAt: other.capturedAt }, rows }] : [];
  });
}
