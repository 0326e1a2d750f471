import type { LedgerEntry, Sums } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/*
 * What each library holds, and has set aside: one row for each (library, hash), as `ledger` of core has it. All functions are
 * synchronous and are called inside a transaction of the caller's, so that `used + reserved <= quota` holds after each.
 */

export interface LedgerRow extends LedgerEntry {
  readonly hash: string;
}

/** A key for bytes whose hash is not known yet. */
export function unknownHash(uploadId: string): string {
  return `upload:${uploadId}`;
}

export function entry(db: Database, libraryId: string, hash: string): LedgerRow | null {
  return (
    (sql(db, 'SELECT hash, size, state, refs FROM ledger WHERE library = ? AND hash = ?').get(libraryId, hash) as LedgerRow | undefined) ??
    null
  );
}

/** Sizes of those of `hashes` whose bytes are all here for this library; the others are left out. */
export function storedSizes(db: Database, libraryId: string, hashes: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const hash of hashes) {
    const row = entry(db, libraryId, hash);
    if (row && row.state !== 'reserved') sizes.set(hash, row.size);
  }
  return sizes;
}

export function sums(db: Database, libraryId: string): Sums {
  return (
    (sql(db, 'SELECT used, reserved FROM ledger_sums WHERE library = ?').get(libraryId) as Sums | undefined) ?? { used: 0, reserved: 0 }
  );
}

export interface Reservation {
  readonly libraryId: string;
  readonly deviceId: string;
  readonly hash: string;
  readonly size: number;
  readonly quota: number;
  readonly now: number;
}

/** Sets room aside, if there is room: one statement. A row that is there keeps its state and grows if it must. False: no room. */
export function reserve(db: Database, { libraryId, deviceId, hash, size, quota, now }: Reservation): boolean {
  const row = entry(db, libraryId, hash);
  if (row && (row.state !== 'reserved' || row.size >= size)) return true;
  const room = 'COALESCE((SELECT used + reserved FROM ledger_sums WHERE library = @library), 0)';
  const text = row
    ? `UPDATE ledger SET size = @size WHERE library = @library AND hash = @hash AND @size - size <= @quota - ${room}`
    : `INSERT INTO ledger (library, hash, size, state, reserved_by, touched) SELECT @library, @hash, @size, 'reserved', @device, @now WHERE @size <= @quota - ${room}`;
  return sql(db, text).run({ library: libraryId, hash, size, quota, ...(row ? {} : { device: deviceId, now }) }).changes === 1;
}

export interface Stored {
  readonly libraryId: string;
  readonly deviceId: string;
  readonly uploadId: string;
  /** What was announced; null: it was not known. */
  readonly announced: string | null;
  readonly hash: string;
  readonly size: number;
  readonly now: number;
}

/** All bytes of a reservation have come, from this device. */
export function stored(db: Database, { libraryId, deviceId, uploadId, announced, hash, size, now }: Stored): void {
  const row = entry(db, libraryId, hash);
  const key = announced ?? unknownHash(uploadId);
  if (key !== hash && row) sql(db, 'DELETE FROM ledger WHERE library = ? AND hash = ?').run(libraryId, key);
  if (row?.state === 'committed') sql(db, 'UPDATE ledger SET touched = ? WHERE library = ? AND hash = ?').run(now, libraryId, hash);
  else {
    const from = row ? hash : key;
    const changed = sql(db, `UPDATE ledger SET hash = ?, size = ?, state = 'stored', touched = ? WHERE library = ? AND hash = ?`).run(
      hash,
      size,
      now,
      libraryId,
      from,
    ).changes;
    if (changed !== 1) throw new Error(`no room was set aside for the upload ${uploadId}`);
    sql(db, 'INSERT OR IGNORE INTO ledger_senders (library, hash, device) VALUES (?, ?, ?)').run(libraryId, hash, deviceId);
  }
}

export interface TakenBack {
  readonly libraryId: string;
  readonly hash: string;
  readonly size: number;
  readonly now: number;
}

/** Bytes that the library had before are in use again; they count as reserved until something refers to them. The caller saw that there is room. */
export function takeBack(db: Database, { libraryId, hash, size, now }: TakenBack): void {
  sql(
    db,
    `INSERT INTO ledger (library, hash, size, state, reserved_by, touched) VALUES (?, ?, ?, 'stored', 'owner', ?)
     ON CONFLICT (library, hash) DO UPDATE SET size = excluded.size, state = 'stored', touched = excluded.touched WHERE state = 'reserved'`,
  ).run(libraryId, hash, size, now);
}

export function hasSent(db: Database, libraryId: string, deviceId: string, hash: string): boolean {
  return sql(db, 'SELECT 1 FROM ledger_senders WHERE library = ? AND hash = ? AND device = ?').get(libraryId, hash, deviceId) !== undefined;
}

/** Somebody was told that the bytes are here: they stay for another while. */
export function touch(db: Database, libraryId: string, hash: string, now: number): void {
  sql(db, 'UPDATE ledger SET touched = ? WHERE library = ? AND hash = ?').run(now, libraryId, hash);
}

/** One more resource refers to the bytes. Throws when they are not all here: ask `storedSizes` before. */
export function commit(db: Database, libraryId: string, hash: string): void {
  const changed = sql(
    db,
    `UPDATE ledger SET state = 'committed', refs = refs + 1 WHERE library = ? AND hash = ? AND state <> 'reserved'`,
  ).run(libraryId, hash).changes;
  if (changed !== 1) throw new Error(`the bytes of ${hash} are not in the library`);
  sql(db, 'DELETE FROM ledger_senders WHERE library = ? AND hash = ?').run(libraryId, hash);
}

/**
 * One resource fewer refers to the bytes. The last one frees the quota at once; the blob itself is
 * collected later. Bytes that are being sent again stay reserved.
 */
export function release(db: Database, libraryId: string, hash: string): void {
  const row = entry(db, libraryId, hash);
  if (!row || row.refs < 1) throw new Error(`no resource refers to the bytes of ${hash}`);
  if (row.refs > 1) sql(db, 'UPDATE ledger SET refs = refs - 1 WHERE library = ? AND hash = ?').run(libraryId, hash);
  else if (isAwaited(db, libraryId, hash))
    sql(db, `UPDATE ledger SET refs = 0, state = 'reserved' WHERE library = ? AND hash = ?`).run(libraryId, hash);
  else forget(db, libraryId, hash);
}

/** An upload was given up: frees its reservation, unless another upload still counts on it. */
export function unreserve(db: Database, libraryId: string, hash: string): void {
  if (entry(db, libraryId, hash)?.state === 'reserved' && !isAwaited(db, libraryId, hash)) forget(db, libraryId, hash);
}

/** Frees what was stored but never committed, and not touched since `before`. How many rows. */
export function collectStored(db: Database, before: number): number {
  const rows = sql(db, `SELECT library, hash FROM ledger WHERE state = 'stored' AND state <> 'committed' AND touched < ? LIMIT 1000`).all(
    before,
  ) as { library: string; hash: string }[];
  for (const row of rows) forget(db, row.library, row.hash);
  return rows.length;
}

/** What a device sent and nobody refers to is not wanted any more: its room is free at once, unless somebody else sent it, too, or is sending it. */
export function giveBack(db: Database, libraryId: string, deviceId: string, hash: string): void {
  const row = entry(db, libraryId, hash);
  if (row?.state !== 'stored' || row.refs > 0 || isAwaited(db, libraryId, hash)) return;
  const others = sql(db, 'SELECT 1 FROM ledger_senders WHERE library = ? AND hash = ? AND device <> ? LIMIT 1').get(
    libraryId,
    hash,
    deviceId,
  );
  if (others === undefined && hasSent(db, libraryId, deviceId, hash)) forget(db, libraryId, hash);
}

function forget(db: Database, libraryId: string, hash: string): void {
  sql(db, 'DELETE FROM ledger WHERE library = ? AND hash = ?').run(libraryId, hash);
  sql(db, 'DELETE FROM ledger_senders WHERE library = ? AND hash = ?').run(libraryId, hash);
}

function isAwaited(db: Database, libraryId: string, hash: string): boolean {
  return sql(db, 'SELECT 1 FROM uploads WHERE library = ? AND hash = ? AND result IS NULL LIMIT 1').get(libraryId, hash) !== undefined;
}
