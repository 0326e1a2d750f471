import { floorAfter, tombstonesDue } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { seenTime } from './trash.ts';

/** An asset was purged, or became a part of another one, or an album was deleted: its tombstone begins its time, as this server sees time pass. */
export function bury(database: Database, library: number, assetId: string): void {
  sql(database, 'INSERT OR IGNORE INTO tombstones (library, asset_id, since) VALUES (?, ?, ?)').run(library, assetId, seenTime(database));
}

/** What was noted of the file of an asset, so that it finds what it is one photo with. */
const NOTES = [
  'DELETE FROM live_halves INDEXED BY live_halves_by_asset WHERE library = ? AND asset_id = ?',
  'DELETE FROM named_halves INDEXED BY named_halves_by_asset WHERE library = ? AND asset_id = ?',
  'DELETE FROM joined_films WHERE library = ? AND asset_id = ?',
  'DELETE FROM shots INDEXED BY shots_by_asset WHERE library = ? AND asset_id = ?',
  'DELETE FROM burst_frames INDEXED BY burst_frames_by_asset WHERE library = ? AND asset_id = ?',
];

/**
 * Takes away tombstones that every device had `LIMITS.tombstone` to hear of, at most `limit`, and answers how many. The floor of
 * their library rises: a cursor below it has expired. Aliases stay for ever, and so does the memory of purged bytes.
 */
export function compactTombstones(database: Database, limit: number): number {
  const due = sql(database, 'SELECT library, asset_id AS assetId FROM tombstones WHERE since <= ? ORDER BY since LIMIT ?').all(
    tombstonesDue(seenTime(database)),
    limit,
  ) as { library: number; assetId: string }[];
  for (const { library, assetId } of due) {
    // Of an asset that was joined to another one only the removed resources are left; its alias stays. An album goes with its items.
    const rows = sql(
      database,
      `SELECT seq FROM entities WHERE library = @library AND key IN ('asset:' || @assetId, 'rendition:' || @assetId, 'album:' || @assetId)
       UNION ALL SELECT seq FROM entities INDEXED BY entities_by_asset
       WHERE library = @library AND asset_id = @assetId AND key >= 'resource:' AND key < 'resource;'
       UNION ALL SELECT seq FROM entities INDEXED BY entities_by_asset
       WHERE library = @library AND asset_id = @assetId AND key >= 'album-item:' AND key < 'album-item;'
       UNION ALL SELECT seq FROM entities
       WHERE library = @library AND key >= 'album-item:' || @assetId || ':' AND key < 'album-item:' || @assetId || ';'`,
    ).all({ library, assetId }) as { seq: number }[];
    for (const { seq } of rows) sql(database, 'DELETE FROM entities WHERE library = ? AND seq = ?').run(library, seq);
    const { floor } = sql(database, 'SELECT floor FROM libraries WHERE num = ?').get(library) as { floor: number };
    const after = floorAfter(
      floor,
      rows.map(({ seq }) => seq),
    );
    sql(database, 'UPDATE libraries SET floor = ? WHERE num = ?').run(after, library);
    for (const notes of NOTES) sql(database, notes).run(library, assetId);
    sql(database, 'DELETE FROM tombstones WHERE library = ? AND asset_id = ?').run(library, assetId);
  }
  return due.length;
}
