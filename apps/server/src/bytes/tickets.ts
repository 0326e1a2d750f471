import { LIMITS } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { unknownHash, unreserve } from './ledger.ts';

/** Leave to send one file, bound to library, device and size. */
export interface Ticket {
  readonly id: string;
  readonly library: string;
  readonly device: string;
  /** What the bytes should hash to; null: not known. */
  readonly hash: string | null;
  readonly size: number;
  readonly mime: string;
  readonly created: number;
  readonly touched: number;
  /** What the bytes hashed to; null while the upload is open. */
  readonly result: string | null;
}

const COLUMNS = 'id, library, device, hash, size, mime, created, touched, result';

export function ticket(db: Database, id: string): Ticket | null {
  return (sql(db, `SELECT ${COLUMNS} FROM uploads WHERE id = ?`).get(id) as Ticket | undefined) ?? null;
}

/** The open upload that answers the same question. */
export function sameQuestion(db: Database, libraryId: string, deviceId: string, hash: string, size: number): Ticket | null {
  const text = `SELECT ${COLUMNS} FROM uploads WHERE library = ? AND hash = ? AND device = ? AND size = ? AND result IS NULL LIMIT 1`;
  return (sql(db, text).get(libraryId, hash, deviceId, size) as Ticket | undefined) ?? null;
}

export function addTicket(db: Database, row: Ticket): void {
  sql(db, `INSERT INTO uploads (${COLUMNS}) VALUES (@id, @library, @device, @hash, @size, @mime, @created, @touched, @result)`).run(row);
}

/** How exact the time of the last use is kept, so that not every look at an upload is a write. Milliseconds. */
const USE = 10 * 60_000;
/** What an upload is told that it has to live: it is kept a little longer. Milliseconds. */
export const LIFETIME = LIMITS.uploadIdle - USE;

/** Whether its last use is so long ago that this one is to be noted. */
export function isStale(touched: number, now: number): boolean {
  return now - touched >= USE;
}

export function touchTicket(db: Database, id: string, now: number): void {
  sql(db, 'UPDATE uploads SET touched = ? WHERE id = ?').run(now, id);
}

export function finishTicket(db: Database, id: string, hash: string, now: number): void {
  sql(db, 'UPDATE uploads SET result = ?, touched = ? WHERE id = ?').run(hash, now, id);
}

/** Forgets an upload; an open one frees its reservation. */
export function dropTicket(db: Database, row: Ticket): void {
  sql(db, 'DELETE FROM uploads WHERE id = ?').run(row.id);
  if (row.result === null) unreserve(db, row.library, row.hash ?? unknownHash(row.id));
}

export function openTickets(db: Database, libraryId: string, deviceId: string): number {
  const row = sql(db, 'SELECT count(*) AS n FROM uploads WHERE library = ? AND device = ? AND result IS NULL').get(libraryId, deviceId) as {
    n: number;
  };
  return row.n;
}

/** All uploads of one device. */
export function ticketsOf(db: Database, libraryId: string, deviceId: string): Ticket[] {
  return sql(db, `SELECT ${COLUMNS} FROM uploads WHERE library = ? AND device = ?`).all(libraryId, deviceId) as Ticket[];
}

/** Uploads that nobody asked about since `before`. Bytes may have come later: the caller knows. */
export function quietTickets(db: Database, before: number): Ticket[] {
  return sql(db, `SELECT ${COLUMNS} FROM uploads WHERE touched < ? LIMIT 1000`).all(before) as Ticket[];
}

/** Bytes that open uploads may still bring, all libraries together, without what has come already. */
export function announcedBytes(db: Database): number {
  const row = sql(db, 'SELECT COALESCE(SUM(size), 0) AS bytes FROM uploads WHERE result IS NULL').get() as { bytes: number };
  return row.bytes;
}
