import { LIMITS, type KeptGroup } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import type { Write } from '../database.ts';
import { sql } from '../statements.ts';

/** Of which duplicates somebody has kept all. */
export interface KeptGroups {
  /** The latest last. */
  of(libraryId: string): readonly KeptGroup[];
  /** Keeps these, or forgets that they were kept. */
  keep(libraryId: string, groups: readonly KeptGroup[], kept: boolean): Promise<void>;
}

export function openKeptGroups(database: Database, write: Write): KeptGroups {
  return {
    of: (libraryId) =>
      (sql(database, 'SELECT photos FROM kept_groups WHERE library_id = ? ORDER BY n').all(libraryId) as { photos: string }[]).map(
        ({ photos }) => photos.split(' '),
      ),
    keep: (libraryId, groups, kept) =>
      write(() => {
        for (const group of groups) {
          const photos = [...new Set(group)].sort().join(' ');
          sql(database, 'DELETE FROM kept_groups WHERE library_id = ? AND photos = ?').run(libraryId, photos);
          if (kept) sql(database, 'INSERT INTO kept_groups (library_id, photos) VALUES (?, ?)').run(libraryId, photos);
        }
        sql(
          database,
          'DELETE FROM kept_groups WHERE library_id = ? AND n NOT IN (SELECT n FROM kept_groups WHERE library_id = ? ORDER BY n DESC LIMIT ?)',
        ).run(libraryId, libraryId, LIMITS.keptGroups);
      }),
  };
}
