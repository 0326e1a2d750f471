import type { Database } from 'better-sqlite3';
import { mintId } from '@rollcall/protocol';
import { createHash, randomBytes } from 'node:crypto';
import { sql } from '../statements.ts';
import { tokenHash, type DeviceRow } from './devices.ts';

/** Null: the device that this attempt made has been heard of since, or has lost its access. */
export type Forked = { readonly deviceId: string; readonly token: string; readonly name: string } | null;

/**
 * The id of the device that an attempt makes: always the same one for this account, and never that of another account's device,
 * so that no answer tells of those.
 */
export function forkId(accountId: string, attempt: string): string {
  const time = Number.parseInt(attempt.replaceAll('-', '').slice(0, 12), 16);
  return mintId(time, createHash('sha256').update(`${accountId} ${attempt}`).digest());
}

/**
 * Makes the copy of a device a device of its own, inside the caller's transaction. Asked again with the same attempt before the
 * new device was heard of, it gives a new token: the answer was lost.
 */
export function forkDevice(database: Database, from: DeviceRow, id: string, now: number): Forked {
  const token = `rcd_${randomBytes(32).toString('base64url')}`;
  const known = sql(database, 'SELECT name, created_at = last_seen_at AND revoked_at IS NULL AS unused FROM devices WHERE id = ?').get(
    id,
  ) as { name: string; unused: number } | undefined;
  if (known) {
    if (known.unused !== 1 || id === from.id) return null;
    sql(database, 'UPDATE devices SET token_hash = ? WHERE id = ?').run(tokenHash(token), id);
    return { deviceId: id, token, name: known.name };
  }
  const name = nextName(
    from.name,
    (sql(database, 'SELECT name FROM devices WHERE account_id = ? AND revoked_at IS NULL').all(from.account_id) as { name: string }[]).map(
      (each) => each.name,
    ),
  );
  sql(
    database,
    `INSERT INTO devices (id, account_id, library_id, name, kind, platform, version, token_hash, created_at, last_seen_at)
     SELECT ?, account_id, library_id, ?, kind, platform, version, ?, ?, ? FROM devices WHERE id = ?`,
  ).run(id, name, tokenHash(token), now, now, from.id);
  return { deviceId: id, token, name };
}

/** The longest name of a device. */
const NAME = 100;

/** “Laptop” becomes “Laptop (2)”, and its copy “Laptop (3)”. */
export function nextName(name: string, taken: readonly string[]): string {
  const stem = name.replace(/ \(\d+\)$/, '');
  for (let n = 2; ; n += 1) {
    const end = ` (${n})`;
    const next = `${stem.slice(0, NAME - end.length)}${end}`;
    if (!taken.includes(next)) return next;
  }
}
