import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

export interface LibraryRow {
  readonly num: number;
  readonly id: string;
  readonly quota: number;
  readonly head: number;
  readonly floor: number;
  readonly live: number;
  readonly trashed: number;
}

/** Throws when there is none: whoever is signed in has a library. */
export function libraryRow(database: Database, libraryId: string): LibraryRow {
  const row = sql(database, 'SELECT num, id, quota, head, floor, live, trashed FROM libraries WHERE id = ?').get(libraryId) as
    | LibraryRow
    | undefined;
  if (!row) throw new Error(`no library ${libraryId}`);
  return row;
}

export function hasLibrary(database: Database, libraryId: string): boolean {
  return sql(database, 'SELECT 1 FROM libraries WHERE id = ?').get(libraryId) !== undefined;
}
