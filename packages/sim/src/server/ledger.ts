import { keyOf, type LedgerRow, type Tables } from './tables.ts';

/** A key for bytes whose hash is not known yet. */
export function unknownHash(uploadId: string): string {
  return `upload:${uploadId}`;
}

function put(tables: Tables, row: LedgerRow): void {
  tables.ledger.set(keyOf(row.library, row.hash), row);
  tables.loose.delete(row.hash);
}

function forget(tables: Tables, library: string, hash: string): void {
  tables.ledger.delete(keyOf(library, hash));
  for (const key of [...tables.senders.rows.keys()]) if (key.startsWith(`${keyOf(library, hash)} `)) tables.senders.delete(key);
  if (!hash.startsWith('upload:') && !isReferred(tables, hash)) tables.loose.set(hash, tables.seen);
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

/** Sets room aside, if there is room. False: no room. */
export function reserve(
  tables: Tables,
  { library, hash, size, now }: { readonly library: string; readonly hash: string; readonly size: number; readonly now: number },
): boolean {
  const row = tables.ledgerRow(library, hash);
  if (row && (row.state !== 'reserved' || row.size >= size)) return true;
  const { used, reserved } = tables.sums(library);
  if (size - (row?.size ?? 0) > tables.library(library).quota - used - reserved) return false;
  put(tables, row ? { ...row, size } : { library, hash, size, state: 'reserved', refs: 0, touched: now });
  return true;
}

export function touchBytes(tables: Tables, library: string, hash: string, now: number): void {
  const row = tables.ledgerRow(library, hash);
  if (row) put(tables, { ...row, touched: now });
}

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
  const row = tables.ledgerRow(library, hash);
  const key = told.announced ?? unknownHash(told.upload);
  if (key !== hash && row) tables.ledger.delete(keyOf(library, key));
  if (row?.state === 'committed') return put(tables, { ...row, touched: now });
  const from = row ?? tables.ledgerRow(library, key);
  if (!from) throw new Error(`no room was set aside for the upload ${told.upload}`);
  if (key !== hash && !row) tables.ledger.delete(keyOf(library, key));
  put(tables, { ...from, hash, size, state: 'stored', touched: now });
  tables.senders.set(`${keyOf(library, hash)} ${device}`, true);
}

export function hasSent(tables: Tables, library: string, device: string, hash: string): boolean {
  return tables.senders.has(`${keyOf(library, hash)} ${device}`);
}

/** One more resource refers to the bytes. */
export function commitBytes(tables: Tables, library: string, hash: string): void {
  const row = tables.ledgerRow(library, hash);
  if (!row || row.state === 'reserved') throw new Error(`the bytes of ${hash} are not in the library`);
  put(tables, { ...row, state: 'committed', refs: row.refs + 1 });
  for (const key of [...tables.senders.rows.keys()]) if (key.startsWith(`${keyOf(library, hash)} `)) tables.senders.delete(key);
}

/** One resource fewer refers to the bytes. */
export function releaseBytes(tables: Tables, library: string, hash: string): void {
  const row = tables.ledgerRow(library, hash);
  if (!row || row.refs < 1) throw new Error(`no resource refers to the bytes of ${hash}`);
  if (row.refs > 1) put(tables, { ...row, refs: row.refs - 1 });
  else if (isAwaited(tables, library, hash)) put(tables, { ...row, refs: 0, state: 'reserved' });
  else forget(tables, library, hash);
}

/** An upload was given up: frees its reservation, unless another upload still counts on it. */
export function unreserve(tables: Tables, library: string, hash: string): void {
  if (tables.ledgerRow(library, hash)?.state === 'reserved' && !isAwaited(tables, library, hash)) forget(tables, library, hash);
}

/** Frees what was stored but never committed, and not touched since `before`. */
export function collectStored(tables: Tables, before: number): void {
  for (const row of [...tables.ledger.values()]) if (row.state === 'stored' && row.touched < before) forget(tables, row.library, row.hash);
}
