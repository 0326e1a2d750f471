import type { DeviceStore } from '@rollcall/core';

/** The note of when this device last knew all that the cloud had. */
const NOTE = 'heard-at';
/** How often an agent that hears all the time writes that down. Milliseconds. */
const EVERY = 60_000;

/** At `now` (the device's clock, milliseconds since 1970) this device knew all that the cloud had. */
export function noteHeard(store: DeviceStore, now: number): void {
  const before = heardAt(store);
  if (before === null || Math.abs(now - before) >= EVERY) store.setNote(NOTE, String(now));
}

/** When that was last so, at most a minute too early; null: never yet. */
export function heardAt(store: DeviceStore): number | null {
  const note = store.note(NOTE);
  return note === null ? null : Number(note);
}
