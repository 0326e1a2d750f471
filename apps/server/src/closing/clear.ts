import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/** Rows that go in one transaction: others write in between. */
const STEP = 2000;

/** How the rows of a table belong to a library: by its number, by its id, or by a device of its account. */
type Of = 'number' | 'id' | 'device';
type Table = readonly [name: string, of: Of, column: string, key: string];

/** All that a library has, in the order in which it goes; the row of the library itself goes last, so that what is left can be found. */
export const TABLES: readonly Table[] = [
  ['entities', 'number', 'library', 'library, seq'],
  ['wanted_renditions', 'number', 'library', 'n'],
  ['unread_sidecars', 'number', 'library', 'n'],
  ['live_halves', 'number', 'library', 'library, pair_id, asset_id'],
  ['named_halves', 'number', 'library', 'library, name, asset_id'],
  ['joined_films', 'number', 'library', 'library, asset_id, hash'],
  ['shots', 'number', 'library', 'library, key, asset_id'],
  ['burst_frames', 'number', 'library', 'library, key, at, asset_id'],
  ['in_trash', 'number', 'library', 'library, asset_id'],
  ['tombstones', 'number', 'library', 'library, asset_id'],
  ['purged_originals', 'number', 'library', 'library, hash'],
  ['purged_assets', 'number', 'library', 'n'],
  ['chains', 'number', 'library', 'library, device_id, epoch'],
  ['outcomes', 'number', 'library', 'library, device_id, epoch, n'],
  ['actions_done', 'number', 'library', 'n'],
  ['journal', 'number', 'library', 'n'],
  ['generations', 'number', 'library', 'n'],
  ['uploads', 'id', 'library', 'id'],
  ['receipts', 'id', 'library', 'library, id'],
  ['ledger_senders', 'id', 'library', 'library, hash, device'],
  // Its triggers note which bytes nothing refers to now; they go by way of the quarantine.
  ['ledger', 'id', 'library', 'library, hash'],
  ['ledger_sums', 'id', 'library', 'library'],
  ['plan_requests', 'id', 'library_id', 'n'],
  ['library_plans', 'id', 'library_id', 'library_id'],
  ['kept_groups', 'id', 'library_id', 'n'],
  ['drop_box', 'device', 'device_id', 'n'],
  ['roll_entries', 'device', 'device_id', 'device_id, key'],
  ['rolls', 'device', 'device_id', 'device_id'],
  ['orders', 'device', 'device_id', 'device_id, id'],
  ['order_answers', 'device', 'device_id', 'device_id, id'],
  ['heard', 'device', 'device_id', 'device_id'],
];

const WHOSE: Record<Of, string> = {
  number: '(SELECT num FROM libraries WHERE id = ?)',
  id: '(SELECT ?)',
  device: '(SELECT id FROM devices WHERE library_id = ?)',
};

/**
 * Takes out the next rows of a library that was closed, inside the caller's transaction; begins where it ended, whenever that was. False:
 * nothing is left.
 */
export function clearStep(database: Database, libraryId: string): boolean {
  for (const [name, of, column, key] of TABLES) {
    const { changes } = sql(
      database,
      `DELETE FROM ${name} WHERE (${key}) IN (SELECT ${key} FROM ${name} WHERE ${column} IN ${WHOSE[of]} LIMIT ${STEP})`,
    ).run(libraryId);
    if (changes > 0) return true;
  }
  sql(database, 'DELETE FROM libraries WHERE id = ?').run(libraryId);
  sql(database, 'UPDATE closings SET cleared = 1 WHERE library_id = ?').run(libraryId);
  return false;
}
