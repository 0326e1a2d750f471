import { photosBeside, type AssetRows } from '@rollcall/core';
import { isCompanion, type Resource } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { assetRows, resolve } from './read.ts';
import type { LibraryRow } from './library-row.ts';
import type { Adjusted, UnreadSidecar } from './store.ts';

/** What came with a photo and holds data of it is read once; what left it, not. */
export function wantRead(database: Database, library: number, { id, assetId, role, removed }: Resource): void {
  if (role !== 'sidecar' && role !== 'adjustment-data') return;
  const text = removed
    ? 'DELETE FROM unread_sidecars WHERE library = ? AND resource_id = ? AND asset_id = ?'
    : 'INSERT OR IGNORE INTO unread_sidecars (library, resource_id, asset_id) VALUES (?, ?, ?)';
  sql(database, text).run(library, id, assetId);
}

/** Oldest first, of all libraries. */
export function unreadSidecars(database: Database, limit: number): UnreadSidecar[] {
  const rows = sql(
    database,
    'SELECT u.library AS num, l.id AS libraryId, u.resource_id AS resourceId, u.asset_id AS assetId FROM unread_sidecars u JOIN libraries l ON l.num = u.library ORDER BY u.n LIMIT ?',
  ).all(limit) as { num: number; libraryId: string; resourceId: string; assetId: string }[];
  return rows.flatMap(({ num, libraryId, resourceId, assetId }) => {
    const rowsOf = assetRows(database, num, resolve(database, num, assetId));
    const of = rowsOf?.resources.find(({ id, removed }) => id === resourceId && !removed);
    return of ? [{ libraryId, assetId, fileName: rowsOf?.asset.fileName ?? '', of }] : [];
  });
}

/** It is not to be read again. Answers what of it counts. */
export function endRead(database: Database, library: LibraryRow, resourceId: string): 'all' | 'date' {
  const ended = sql(database, 'DELETE FROM unread_sidecars WHERE library = ? AND resource_id = ? RETURNING only_date AS onlyDate');
  const row = ended.get(library.num, resourceId) as { onlyDate: 0 | 1 } | undefined;
  return row?.onlyDate === 1 ? 'date' : 'all';
}

/** It came with what is a part of this photo, or is called after it, and not with the photo itself. */
export function isOfPart(database: Database, library: LibraryRow, { asset, resources }: AssetRows, sidecar: Resource): boolean {
  const { role, hash, fileName } = sidecar;
  const came = sql(
    database,
    `SELECT 1 FROM journal j LEFT JOIN json_each(j.old, '$.joined.resources') part
     WHERE j.library = @library AND j.asset_id = @asset
       AND (j.what = 'asset.join' AND json_extract(part.value, '$.role') = @role AND json_extract(part.value, '$.hash') = @hash
         OR j.what = 'resource.attach' AND json_extract(j.new, '$.part') IS NOT NULL
           AND json_extract(j.new, '$.role') = @role AND json_extract(j.new, '$.hash') = @hash) LIMIT 1`,
  );
  if (came.get({ library: library.num, asset: asset.id, role, hash }) !== undefined) return true;
  const files = resources.filter((each) => !each.removed && (each.role === 'original' || isCompanion(each.role)));
  const named = photosBeside(
    fileName ?? '',
    files.map((each) => ({ path: each.fileName ?? asset.fileName, of: each.role, picture: !each.mime.startsWith('video/') })),
  );
  return named.length > 0 && !named.includes('original');
}

/** The history of the photo, or of what became a part of it, says so already. */
export function isTold(database: Database, library: LibraryRow, ids: readonly string[], { hash }: Adjusted): boolean {
  const query = sql(
    database,
    "SELECT 1 FROM journal WHERE library = ? AND asset_id = ? AND what = 'adjusted' AND json_extract(new, '$.hash') = ? LIMIT 1",
  );
  return ids.some((id) => query.get(library.num, id, hash) !== undefined);
}
