import { isPurgeForgotten, purgesDue, type PurgedAsset } from '@rollcall/core';
import type { Asset, Resource } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { whereabouts } from '../bytes/index.ts';
import { sql } from '../statements.ts';
import type { PurgedPhoto } from './store.ts';
import { seenTime } from './trash.ts';

/** The photo as it is now, just before its purge is written. */
export function rememberPurged(
  database: Database,
  library: number,
  { asset, resources }: PurgedAsset,
  by: { readonly deviceId: string | null; readonly now: number },
): void {
  sql(
    database,
    'INSERT OR REPLACE INTO purged_assets (library, asset_id, since, at, device_id, asset, resources) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(library, asset.id, seenTime(database), by.now, by.deviceId, JSON.stringify(asset), JSON.stringify(resources));
}

interface PurgedRow {
  readonly n: number;
  readonly libraryId: string;
  readonly assetId: string;
  readonly since: number;
  readonly at: number;
  readonly deviceId: string | null;
  readonly asset: string;
  readonly resources: string;
}

const SELECT = `SELECT p.n, l.id AS libraryId, p.asset_id AS assetId, p.since, p.at, p.device_id AS deviceId, p.asset, p.resources
  FROM purged_assets p JOIN libraries l ON l.num = p.library`;

function purgedOf({ asset, resources }: PurgedRow): PurgedAsset {
  return { asset: JSON.parse(asset) as Asset, resources: JSON.parse(resources) as Resource[] };
}

function photoOf(row: PurgedRow): PurgedPhoto {
  const { asset, resources } = purgedOf(row);
  const { libraryId, assetId, since, at, deviceId } = row;
  const { fileName, capturedAt } = asset;
  return { libraryId, assetId, fileName, capturedAt, seen: since, purgedAt: at, purgedBy: deviceId, blobs: blobsOf(resources) };
}

export function purgedPhotos(database: Database, limit: number): PurgedPhoto[] {
  return (sql(database, `${SELECT} ORDER BY p.since, p.n LIMIT ?`).all(limit) as PurgedRow[]).map(photoOf);
}

/** Ids are minted over all libraries; of an id that a device told in two, the first is answered. */
export function purgedPhoto(database: Database, assetId: string): PurgedPhoto | null {
  const row = sql(database, `${SELECT} WHERE p.asset_id = ? ORDER BY p.n LIMIT 1`).get(assetId) as PurgedRow | undefined;
  return row ? photoOf(row) : null;
}

/** Each hash once. */
export function blobsOf(resources: readonly Resource[]): { hash: string; size: number }[] {
  return [...new Map(resources.map(({ hash, size }) => [hash, { hash, size }])).values()];
}

export function purgedAsset(database: Database, library: number, assetId: string): PurgedAsset | null {
  const row = sql(database, `${SELECT} WHERE p.library = ? AND p.asset_id = ?`).get(library, assetId) as PurgedRow | undefined;
  return row ? purgedOf(row) : null;
}

export function dropPurged(database: Database, library: number, assetId: string): void {
  sql(database, 'DELETE FROM purged_assets WHERE library = ? AND asset_id = ?').run(library, assetId);
}

/** Old rows looked at in one go. */
const STEP = 1000;

/**
 * Forgets what cannot be brought back: after the time that unreferenced bytes have, unless they wait longer than that (after a
 * restored backup they do).
 */
export function forgetPurged(database: Database, seen: number): number {
  const old = sql(database, `${SELECT} WHERE p.since <= ? ORDER BY p.since LIMIT ?`).all(purgesDue(seen), STEP) as PurgedRow[];
  let forgotten = 0;
  for (const row of old) {
    const bytes = blobsOf(purgedOf(row).resources).map(({ hash }) => whereabouts(database, hash));
    if (!isPurgeForgotten(row.since, seen, bytes)) continue;
    sql(database, 'DELETE FROM purged_assets WHERE n = ?').run(row.n);
    forgotten += 1;
  }
  return forgotten;
}
