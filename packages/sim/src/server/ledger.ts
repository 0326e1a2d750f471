import { ledger, type LedgerEntry } from '@rollcall/core';
import { keyOf, type LedgerRow, type Tables } from './tables.ts';

/** A key for bytes whose hash is not known yet. */
export function unknownHash(uploadId: string): string {
  return `upload:${uploadId}`;
}

/** Writes what core decided of an entry; null: it goes. */
export function putEntry(tables: Tables, library: string, hash: string, entry: LedgerEntry | null, touched?: number): void {
  const key = keyOf(library, hash);
  const before = tables.ledger.get(key);
  if (entry !== null) {
    tables.ledger.set(key, { ...entry, library, hash, touched: touched ?? before?.touched ?? 0 });
    tables.loose.delete(hash);
    return;
  }
  tables.ledger.delete(key);
  dropSenders(tables, library, hash);
  if (before && !hash.startsWith('upload:') && !isReferred(tables, hash)) tables.loose.set(hash, tables.seen);
}

function dropSenders(tables: Tables, library: string, hash: string): void {
  for (const key of Array.from(tables.senders.rows.keys())) if (key.startsWith(`${keyOf(library, hash)} `)) tables.senders.delete(key);
}

/** A row of any library, whatever its state. */
export function isReferred(tables: Tables, hash: string): boolean {
  for (const row of tables.ledger.values()) if (row.hash === hash) return true;
  return false;
}

/** A row of any library that says that the bytes are here. */
export function isStored(tables: Tables, hash: string): boolean {
  for (const row of tables.ledger.values()) if (row.hash === hash && row.state !== 'reserved') return true;
  return false;
}

function isAwaited(tables: Tables, library: string, hash: string): boolean {
  for (const ticket of tables.tickets.values())
    if (ticket.library === library && ticket.hash === hash && ticket.result === null) return true;
  return false;
}

const entryOf = (tables: Tables, library: string, hash: string): LedgerRow | null => tables.ledgerRow(library, hash) ?? null;

/** All bytes of a reservation have come, from this device. */
export function storeBytes(
  tables: Tables,
  told: {
    readonly library: string;
    readonly device: string;
    readonly upload: string;
    readonly announced: string | null;
    readonly hash: string;
    readonly size: number;
    readonly now: number;
  },
): void {
  const { library, device, hash, size, now } = told;
  const key = told.announced ?? unknownHash(told.upload);
  if (key !== hash) putEntry(tables, library, key, null);
  const entry = ledger.stored(entryOf(tables, library, hash), size);
  putEntry(tables, library, hash, entry, now);
  tables.watcher?.sent(library, device, hash);
  if (entry.state === 'stored') tables.senders.set(`${keyOf(library, hash)} ${device}`, true);
}

export function hasSent(tables: Tables, library: string, device: string, hash: string): boolean {
  return tables.senders.has(`${keyOf(library, hash)} ${device}`);
}

/** One more resource refers to the bytes. */
export function commitBytes(tables: Tables, library: string, hash: string): void {
  putEntry(tables, library, hash, ledger.committed(entryOf(tables, library, hash)));
  dropSenders(tables, library, hash);
}

/** One resource fewer refers to the bytes. */
export function releaseBytes(tables: Tables, library: string, hash: string): void {
  putEntry(tables, library, hash, ledger.released(entryOf(tables, library, hash), isAwaited(tables, library, hash)));
}

/** An upload was given up. */
export function unreserve(tables: Tables, library: string, hash: string): void {
  const entry = entryOf(tables, library, hash);
  if (entry !== null) putEntry(tables, library, hash, ledger.unreserved(entry, isAwaited(tables, library, hash)));
}

/** Frees what was stored but never committed, and not touched since `before`. */
export function collectStored(tables: Tables, before: number): void {
  for (const row of Array.from(tables.ledger.values()))
    if (ledger.isIdle(row, row.touched, before)) putEntry(tables, row.library, row.hash, null);
}
