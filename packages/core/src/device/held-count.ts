import type { DeviceStore } from './store.ts';

/** What each held deletion is told with: how many wait together, and how many went within that day. */
export interface HeldCount {
  readonly count: number;
  readonly inADay: number;
}

const NOTE = 'held-count';

/** Kept as one note: it is read for each held file whenever that is planned. */
export function heldCount(store: DeviceStore): HeldCount | null {
  const text = store.note(NOTE);
  return text === null ? null : (JSON.parse(text) as HeldCount);
}

/**
 * Counts again what is held, after an answer or a look: files may have come back. True: the number is another one, and
 * what is held needs a new plan.
 */
export function recountHeld(store: DeviceStore, inADay?: number): boolean {
  const before = heldCount(store);
  if (before === null && inADay === undefined) return false;
  const count = store.held().length;
  const now = count === 0 ? null : { count, inADay: Math.max(count, inADay ?? before?.inADay ?? 0) };
  if (JSON.stringify(now) === JSON.stringify(before)) return false;
  store.setNote(NOTE, now === null ? null : JSON.stringify(now));
  return true;
}
