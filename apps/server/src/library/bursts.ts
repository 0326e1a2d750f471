import type { Frame, FrameRows } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { assetRows } from './read.ts';

/** No burst lasts longer, before or after a frame of it; milliseconds. */
const LONGEST = 60_000;
/** More frames than a burst has. */
const MOST_FRAMES = 1000;

/** Notes that an asset is a frame of this kind; answers the other assets that may be of its burst. Where the key alone says which, none is asked for. */
export function noteFrame(database: Database, library: number, assetId: string, { key, at }: Frame): FrameRows[] {
  if (at === null) return [];
  sql(database, 'INSERT OR IGNORE INTO burst_frames (library, key, at, asset_id) VALUES (?, ?, ?, ?)').run(library, key, at, assetId);
  const others = sql(
    database,
    'SELECT asset_id AS id, at FROM burst_frames WHERE library = ? AND key = ? AND at BETWEEN ? AND ? AND asset_id <> ? ORDER BY at LIMIT ?',
  ).all(library, key, at - LONGEST, at + LONGEST, assetId, MOST_FRAMES) as { id: string; at: number }[];
  // What became a part of another asset, or was compacted, is none any more.
  return others.flatMap((other) => {
    const rows = assetRows(database, library, other.id);
    return rows ? [{ frame: { key, at: other.at }, rows }] : [];
  });
}
