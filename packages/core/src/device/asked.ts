import type { DeviceStore } from './store.ts';
import { fileUnit, type Unit } from './unit.ts';

const NOTE = 'asked-again';

/** A command changed what is known of these files: the agent that runs, if one does, plans them again within a second. */
export function askAgain(store: DeviceStore, keys: readonly number[]): void {
  store.transact(() => store.setNote(NOTE, JSON.stringify([...new Set([...read(store), ...keys])])));
}

export function takeAsked(store: DeviceStore): Unit[] {
  if (store.note(NOTE) === null) return [];
  return store.transact(() => {
    const units = read(store).map(fileUnit);
    store.setNote(NOTE, null);
    return units;
  });
}

function read(store: DeviceStore): number[] {
  return JSON.parse(store.note(NOTE) ?? '[]') as number[];
}
