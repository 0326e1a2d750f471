import { pictured, putEntity } from '@rollcall/core';
import type { Rendition } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import type { LibraryRow } from './library-row.ts';
import { assetRows, renditionOf } from './read.ts';
import type { WantedRendition } from './store.ts';
import { SqliteTables } from './tables.ts';

/** The pictures that are wanted, the newest first, of all libraries. */
export function wantedRenditions(database: Database, limit: number): WantedRendition[] {
  const rows = sql(
    database,
    'SELECT l.num, l.id, w.asset_id AS assetId FROM wanted_renditions w JOIN libraries l ON l.num = w.library ORDER BY w.n DESC LIMIT ?',
  ).all(limit) as { num: number; id: string; assetId: string }[];
  return rows.flatMap(({ num, id, assetId }) => {
    const found = assetRows(database, num, assetId);
    const of = found && pictured(found);
    return of ? [{ libraryId: id, assetId, kind: found.asset.kind, fileName: found.asset.fileName, of }] : [];
  });
}

/** False: the asset is gone, or shows something else by now. */
export function takeRendition(database: Database, library: LibraryRow, rendition: Rendition, now: number): boolean {
  const rows = assetRows(database, library.num, rendition.assetId);
  if (!rows || rows.asset.state === 'purged' || pictured(rows)?.id !== rendition.of) return false;
  const before = renditionOf(database, library.num, rendition.assetId);
  if (JSON.stringify(before) !== JSON.stringify(rendition))
    putEntity(new SqliteTables(database, library.num, { deviceId: null, now }), rendition);
  sql(database, 'DELETE FROM wanted_renditions WHERE library = ? AND asset_id = ?').run(library.num, rendition.assetId);
  return true;
}

/** Though there is word of a picture, another is to be made. */
export function wantAgain(database: Database, library: LibraryRow, assetId: string): void {
  const rows = assetRows(database, library.num, assetId);
  if (!rows || rows.asset.state === 'purged' || !pictured(rows)) return;
  sql(database, 'INSERT OR IGNORE INTO wanted_renditions (library, asset_id) VALUES (?, ?)').run(library.num, assetId);
}
