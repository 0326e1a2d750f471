import type { Closing } from '@rollcall/protocol';
import type { Trouble } from '../plan/index.ts';
import type { DeviceStore } from './store.ts';

/** The note in which a device keeps what it last heard of the end of its library. */
const NOTE = 'library-closing';

/** Takes what the cloud says of it now, null: the library stays; written only when it is news. */
export function heedClosing(store: DeviceStore, closing: Closing | null): void {
  const text = closing === null ? null : JSON.stringify({ on: closing.on, askedAt: closing.askedAt });
  if (store.note(NOTE) !== text) store.setNote(NOTE, text);
}

/** As the planner is told of it; null: the library stays, as far as this device has heard. */
export function closingTrouble(store: DeviceStore): Trouble | null {
  const text = store.note(NOTE);
  if (text === null) return null;
  const { on, askedAt } = JSON.parse(text) as Closing;
  return { code: 'library-closing', evidence: { date: on }, tries: 0, nextTry: null, since: askedAt };
}
