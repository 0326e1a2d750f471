import type { JournalTold } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { assetRows, resolve } from './read.ts';
import type { FoundAsset, FoundPhoto, HistoryEntry } from './store.ts';

/** An asset by any of its ids, as `LibraryStore.asset` answers it. */
export function findAsset(database: Database, library: number, assetId: string): FoundAsset | null {
  const rows = assetRows(database, library, resolve(database, library, assetId));
  if (!rows) return null;
  const { id, state, fileName, favourite } = rows.asset;
  return { id, state, fileName, favourite, resources: rows.resources.filter(({ removed }) => !removed) };
}

export function findPhotos(database: Database, library: number, assetIds: readonly string[]): FoundPhoto[] {
  return [...new Set(assetIds.map((id) => resolve(database, library, id)))].flatMap((id) => {
    const rows = assetRows(database, library, id);
    if (!rows || rows.asset.state === 'purged') return [];
    return [{ asset: rows.asset, resources: rows.resources.filter(({ removed }) => !removed) }];
  });
}

export function liveAfter(database: Database, library: number, after: string, limit: number): { assetId: string; fileName: string }[] {
  return sql(
    database,
    `SELECT substr(key, 7) AS assetId, json_extract(json, '$.fileName') AS fileName FROM entities INDEXED BY entities_by_key
     WHERE library = ? AND key > 'asset:' || ? AND key < 'asset;' AND json_extract(json, '$.state') = 'live' ORDER BY key LIMIT ?`,
  ).all(library, after, limit) as { assetId: string; fileName: string }[];
}

export function idsOf(database: Database, library: number, assetId: string): string[] {
  const ids = [resolve(database, library, assetId)];
  for (let at = 0; at < ids.length; at += 1) {
    const rows = sql(
      database,
      `SELECT substr(key, 7) AS id FROM entities INDEXED BY entities_by_asset
       WHERE library = ? AND asset_id = ? AND key >= 'alias:' AND key < 'alias;'`,
    ).all(library, ids[at]) as { id: string }[];
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

interface JournalRow {
  readonly at: number;
  readonly device: string | null;
  readonly what: string;
  readonly old: string;
  readonly new: string;
}

export function historyOf(database: Database, library: number, assetId: string): HistoryEntry[] | null {
  const [id, ...others] = idsOf(database, library, assetId);
  if (id === undefined || !assetRows(database, library, id)) return null;
  // What was joined had a history of its own before.
  const rows = sql(
    database,
    `SELECT at, device_id AS device, what, old, new FROM journal
     WHERE library = ? AND asset_id IN (SELECT value FROM json_each(?)) ORDER BY n DESC LIMIT 500`,
  ).all(library, JSON.stringify([id, ...others])) as JournalRow[];
  return rows.map((row) => ({ ...row, old: JSON.parse(row.old) as unknown, new: JSON.parse(row.new) as unknown }));
}

/** What one device did, the newest first. */
export function journalOf(database: Database, library: number, deviceId: string, limit: number): JournalTold[] {
  const rows = sql(
    database,
    'SELECT n, at, asset_id AS assetId, what, old, new FROM journal WHERE library = ? AND device_id = ? ORDER BY n DESC LIMIT ?',
  ).all(library, deviceId, limit) as (Omit<JournalTold, 'old' | 'new'> & { old: string; new: string })[];
  return rows.map((row) => ({ ...row, old: JSON.parse(row.old) as unknown, new: JSON.parse(row.new) as unknown }));
}

/** Assets, not purged, of which one resource has these bytes. */
export function assetsWith(database: Database, library: number, hash: string, limit: number): { assetId: string; fileName: string }[] {
  const rows = sql(
    database,
    'SELECT DISTINCT asset_id AS assetId FROM entities INDEXED BY entities_by_hash WHERE library = ? AND hash = ? LIMIT ?',
  ).all(library, hash, limit) as { assetId: string }[];
  return rows.flatMap(({ assetId }) => {
    const rowsOf = assetRows(database, library, assetId);
    return rowsOf ? [{ assetId, fileName: rowsOf.asset.fileName }] : [];
  });
}

/** A photo as its owner knows it. */
export interface PhotoOf {
  readonly assetId: string;
  readonly fileName: string;
  /** Of the account; null when the library has none. */
  readonly email: string | null;
}

/** Photos of all libraries of which one file has these bytes, for whoever runs the server. */
export function photosWith(database: Database, hash: string, limit: number): PhotoOf[] {
  const libraries = sql(
    database,
    `SELECT l.num, (SELECT u."email" FROM members m JOIN "user" u ON u."id" = m.account_id WHERE m.library_id = l.id LIMIT 1) AS email
     FROM ledger g JOIN libraries l ON l.id = g.library WHERE g.hash = ? ORDER BY l.num LIMIT ?`,
  ).all(hash, limit) as { num: number; email: string | null }[];
  return libraries
    .flatMap(({ num, email }) => assetsWith(database, num, hash, limit).map((asset) => ({ ...asset, email })))
    .slice(0, limit);
}
