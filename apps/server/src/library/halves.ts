import type { AssetRows } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { assetRows } from './read.ts';

/** More copies of one half than anybody has; which of them belongs to which could not be told anyway. */
const MOST_HALVES = 32;

/** Notes that the file of an asset carries this identifier; answers the other assets of which that was noted. */
export function noteHalf(database: Database, library: number, assetId: string, livePairId: string): AssetRows[] {
  const pairId = livePairId.toLowerCase();
  sql(database, 'INSERT OR IGNORE INTO live_halves (library, pair_id, asset_id) VALUES (?, ?, ?)').run(library, pairId, assetId);
  const others = sql(
    database,
    'SELECT asset_id AS id FROM live_halves WHERE library = ? AND pair_id = ? AND asset_id <> ? ORDER BY asset_id LIMIT ?',
  ).all(library, pairId, assetId, MOST_HALVES) as { id: string }[];
  // What became a part of another asset, or was compacted, is none any more.
  return others.flatMap(({ id }) => assetRows(database, library, id) ?? []);
}

/** One asset became a part of another: what was noted of its file is noted of the whole, so that a half that comes later finds it. */
export function noteHalvesOfPart(database: Database, library: number, part: string, whole: string): void {
  sql(
    database,
    'INSERT OR IGNORE INTO live_halves (library, pair_id, asset_id) SELECT library, pair_id, ? FROM live_halves INDEXED BY live_halves_by_asset WHERE library = ? AND asset_id = ?',
  ).run(whole, library, part);
}
