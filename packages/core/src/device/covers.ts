import { planted } from '@rollcall/protocol';
import type { LocalFile, Trouble } from '../plan/index.ts';
import { isBelow } from '../scan/index.ts';
import { troubleOf } from './closed.ts';
import type { Closed } from './listing.ts';
import type { DeviceStore } from './store.ts';

/** Where other disks lie over parts of the folder, by their paths: the whole look that first found each. Device's clock, milliseconds. */
export type Covers = ReadonlyMap<string, number>;

const NOTE = 'covers';

export function coversOf(store: DeviceStore): Covers {
  return new Map(JSON.parse(store.note(NOTE) ?? '[]') as [string, number][]);
}

/** Notes where a look found other disks. One that came since the last whole look counts from the next one on. */
export function noteCovers(store: DeviceStore, closed: readonly Closed[], covered: readonly string[], now: number): Covers {
  const before = coversOf(store);
  const over = new Set(closed.filter(({ why }) => why === 'another-disk').map(({ path }) => path));
  const after = new Map([...before].filter(([path]) => over.has(path) || !covered.some((folder) => isBelow(path, folder))));
  // A clock that was set back makes nothing of what is to come older than it is.
  if (covered.includes('')) for (const path of over) after.set(path, Math.min(before.get(path) ?? now, now));
  if (before.size > 0 || after.size > 0) store.setNote(NOTE, after.size > 0 ? JSON.stringify([...after]) : null);
  return after;
}

/**
 * A missing file may have been moved to where another disk lies, before that disk came: no whole look has seen the file outside since.
 * Null: it was not; else what is in the way of seeing it.
 * @param missingSince when it was first missed
 */
export function mayLieUnder(missingSince: number, covers: Covers, now: number): Trouble | null {
  if (planted('unseen-is-missing')) return null;
  for (const [path, since] of covers) if (missingSince <= since) return troubleOf({ path, why: 'another-disk', error: '' }, now);
  return null;
}

/** It was missed, and what may lie over it is still there. */
export function isUnder({ trouble }: Pick<LocalFile, 'trouble'>, covers: Covers): boolean {
  const unseen = trouble?.evidence['unseen'];
  return typeof unseen === 'string' && covers.has(unseen);
}
