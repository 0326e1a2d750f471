import { nameOfHalf, type AssetRows, type NamedFilm, type NamedHalf, type NamedHalfRows } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { idsOf } from './look.ts';
import { assetRows } from './read.ts';

/** More copies of one half than anybody has; which of them belongs to which could not be told anyway. */
const MOST_HALVES = 32;
/** Cameras count to ten thousand and begin again: of one name there may be some in a large library, of other days. */
const MOST_NAMED = 256;

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

/**
 * One asset became a part of another: what was noted of its file, and of its films, is noted of the whole, so that a half that comes later
 * finds it.
 */
export function noteHalvesOfPart(database: Database, library: number, part: string, whole: string): void {
  sql(
    database,
    'INSERT OR IGNORE INTO live_halves (library, pair_id, asset_id) SELECT library, pair_id, ? FROM live_halves INDEXED BY live_halves_by_asset WHERE library = ? AND asset_id = ?',
  ).run(whole, library, part);
  sql(
    database,
    'INSERT OR IGNORE INTO joined_films (library, asset_id, hash, pair_id) SELECT library, ?, hash, pair_id FROM joined_films WHERE library = ? AND asset_id = ?',
  ).run(whole, library, part);
}

/** Notes by what the server joined a film to its photo: by this identifier, or (null) by its name. */
export function noteFilm(database: Database, library: number, photo: string, film: AssetRows, livePairId: string | null): void {
  const hash = film.resources.find(({ role, removed }) => role === 'original' && !removed)?.hash ?? null;
  if (hash === null) return;
  sql(database, 'INSERT OR REPLACE INTO joined_films (library, asset_id, hash, pair_id) VALUES (?, ?, ?, ?)').run(
    library,
    photo,
    hash,
    livePairId?.toLowerCase() ?? null,
  );
}

/** The films of a photo that the server joined by their names, and no person since; none where it has the one of this identifier. */
export function filmsByName(database: Database, library: number, { asset, resources }: AssetRows, livePairId: string): NamedFilm[] {
  const noted = sql(database, 'SELECT hash, pair_id AS pairId FROM joined_films WHERE library = ? AND asset_id = ?').all(
    library,
    asset.id,
  ) as { hash: string; pairId: string | null }[];
  const here = noted.filter(({ hash }) => resources.some((each) => each.role === 'live-video' && each.hash === hash && !each.removed));
  if (here.some(({ pairId }) => pairId === livePairId.toLowerCase())) return [];
  const ids = JSON.stringify(idsOf(database, library, asset.id));
  const last = sql(
    database,
    `SELECT asset_id AS assetId, device_id AS device, what, old, new FROM journal
     WHERE library = ? AND asset_id IN (SELECT value FROM json_each(?)) AND what = 'asset.join' AND json_extract(new, '$.hash') = ?
     ORDER BY n DESC LIMIT 1`,
  );
  return here.flatMap(({ hash, pairId }) => {
    const entry = pairId === null ? (last.get(library, ids, hash) as Joined | undefined) : undefined;
    if (entry?.device !== null) return [];
    const { assetId, what, old, new: after } = entry;
    return [{ hash, joined: { assetId, what, old: JSON.parse(old) as unknown, new: JSON.parse(after) as unknown } }];
  });
}

interface Joined {
  readonly assetId: string;
  readonly device: string | null;
  readonly what: string;
  readonly old: string;
  readonly new: string;
}

/**
 * Notes what the file of an asset told, by which a half of a Live Photo is known without an identifier; answers the other assets whose files
 * have such a name. Null: there are so many that which belongs to which could not be told.
 */
export function noteNamed(database: Database, library: number, assetId: string, half: NamedHalf): NamedHalfRows[] | null {
  const name = nameOfHalf(half);
  sql(database, 'INSERT OR REPLACE INTO named_halves (library, name, asset_id, told) VALUES (?, ?, ?, ?)').run(
    library,
    name,
    assetId,
    JSON.stringify(half),
  );
  const others = sql(
    database,
    'SELECT asset_id AS id, told FROM named_halves WHERE library = ? AND name = ? AND asset_id <> ? ORDER BY asset_id LIMIT ?',
  ).all(library, name, assetId, MOST_NAMED + 1) as { id: string; told: string }[];
  if (others.length > MOST_NAMED) return null;
  return others.flatMap(({ id, told }) => {
    const rows = assetRows(database, library, id);
    return rows ? [{ half: JSON.parse(told) as NamedHalf, rows }] : [];
  });
}

/** One asset became a part of another: as `noteHalvesOfPart`. */
export function noteNamedOfPart(database: Database, library: number, part: string, whole: string): void {
  sql(
    database,
    `INSERT OR IGNORE INTO named_halves (library, name, asset_id, told)
     SELECT library, name, ?, told FROM named_halves INDEXED BY named_halves_by_asset WHERE library = ? AND asset_id = ?`,
  ).run(whole, library, part);
}
