import type { Transfer } from '../plan/index.ts';
import type { DeviceStore } from './store.ts';
import type { Unit } from './unit.ts';

/** What a running device has in hand, for whoever looks at the device beside it. */
const NOTE = 'under-way';

interface Noted {
  readonly transfers: Readonly<Record<Unit, Transfer>>;
  /** How often each piece of work that is not done stood still and was begun anew. */
  readonly restarts: Readonly<Record<Unit, number>>;
}

export function noteUnderWay(store: DeviceStore, transfers: ReadonlyMap<Unit, Transfer>, restarts: ReadonlyMap<Unit, number>): void {
  const noted: Noted = { transfers: Object.fromEntries(transfers), restarts: Object.fromEntries(restarts) };
  const text = transfers.size + restarts.size === 0 ? null : JSON.stringify(noted);
  if (text !== store.note(NOTE)) store.setNote(NOTE, text);
}

export function readUnderWay(store: DeviceStore): { readonly transfers: Map<Unit, Transfer>; readonly restarts: Map<Unit, number> } {
  const text = store.note(NOTE);
  const { transfers, restarts } = text === null ? { transfers: {}, restarts: {} } : (JSON.parse(text) as Noted);
  return {
    transfers: new Map(Object.entries(transfers) as [Unit, Transfer][]),
    restarts: new Map(Object.entries(restarts) as [Unit, number][]),
  };
}
