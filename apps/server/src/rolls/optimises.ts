import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/** A device of this library keeps no originals where room is short, as it told last. */
export function optimises(database: Database, libraryId: string): boolean {
  const found = sql(
    database,
    `SELECT EXISTS (SELECT 1 FROM devices JOIN rolls ON device_id = id
       WHERE library_id = ? AND revoked_at IS NULL AND json_extract(about, '$.settings.storage.value') = 'optimise') AS found`,
  ).get(libraryId) as { found: number };
  return found.found === 1;
}

/** The libraries of which a device does. */
export function optimising(database: Database): string[] {
  const found = sql(
    database,
    `SELECT DISTINCT library_id AS id FROM devices JOIN rolls ON device_id = devices.id
       WHERE revoked_at IS NULL AND json_extract(about, '$.settings.storage.value') = 'optimise' ORDER BY library_id`,
  ).all() as { id: string }[];
  return found.map(({ id }) => id);
}
