import { planted } from '@rollcall/protocol';
/**
 * What a library holds, or has set aside, of one blob.
 *
 * - reserved: asked for; the bytes are not all here. Counts as reserved.
 * - stored: all bytes are here; no resource refers to them yet. Counts as reserved.
 * - committed: `refs` resources refer to them. Counts as used, once.
 */
export interface LedgerEntry {
  /** Bytes. */
  readonly size: number;
  readonly state: 'reserved' | 'stored' | 'committed';
  readonly refs: number;
}

/** Bytes. `used + reserved <= quota`, always. */
export interface Sums {
  readonly used: number;
  readonly reserved: number;
}

/** Bytes that are free. */
export function freeOf({ used, reserved }: Sums, quota: number): number {
  return Math.max(0, quota - used - reserved);
}

/**
 * Sets room aside, if there is room. An entry that is there keeps its state, and grows if it must. Null: no room.
 * @param entry null: none yet
 */
export function reserved(entry: LedgerEntry | null, size: number, sums: Sums, quota: number): LedgerEntry | null {
  if (entry && (entry.state !== 'reserved' || entry.size >= size)) return entry;
  const more = size - (entry?.size ?? 0);
  // A quota that was lowered leaves no room, and takes none away.
  if (planted('no-reservation')) return { size, state: 'reserved', refs: entry?.refs ?? 0 };
  return more <= quota - sums.used - sums.reserved ? { size, state: 'reserved', refs: entry?.refs ?? 0 } : null;
}

/** All bytes have come, and hash to their name. Bytes that a resource refers to stay what they are. */
export function stored(entry: LedgerEntry | null, size: number): LedgerEntry {
  return entry?.state === 'committed' ? entry : { size, state: 'stored', refs: entry?.refs ?? 0 };
}

/** One more resource refers to the bytes. Throws when they are not all here. */
export function committed(entry: LedgerEntry | null): LedgerEntry {
  if (!entry || entry.state === 'reserved') throw new Error('the bytes are not in the library');
  return { ...entry, state: 'committed', refs: entry.refs + 1 };
}

/**
 * One resource fewer refers to the bytes. The last one frees the quota at once (null: the entry goes); the blob itself is
 * collected later. Bytes that are being sent again stay reserved. Throws when none refers to them.
 */
export function released(entry: LedgerEntry | null, awaited: boolean): LedgerEntry | null {
  if (!entry || entry.refs < 1) throw new Error('no resource refers to the bytes');
  if (entry.refs > 1 && !planted('purge-takes-shared')) return { ...entry, refs: entry.refs - 1 };
  return awaited ? { ...entry, refs: 0, state: 'reserved' } : null;
}

/** An upload was given up: its reservation goes, unless another upload still counts on it. */
export function unreserved(entry: LedgerEntry | null, awaited: boolean): LedgerEntry | null {
  return entry?.state === 'reserved' && !awaited ? null : entry;
}

/** Stored, never committed, and nobody was told of it since: what was set aside for it is free again. */
export function isIdle(entry: LedgerEntry, touched: number, before: number): boolean {
  return entry.state === 'stored' && touched < before && !planted('idle-room-kept');
}

/** What an entry adds to the sums. */
export function countOf(entry: LedgerEntry | null): Sums {
  if (entry === null) return { used: 0, reserved: 0 };
  return entry.state === 'committed' ? { used: entry.size, reserved: 0 } : { used: 0, reserved: entry.size };
}
