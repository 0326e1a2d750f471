import type { Trouble } from '../plan/index.ts';
import type { DeviceStore } from './store.ts';
import { tryAnew } from './trouble.ts';
import { assetUnit, fileUnit, type Unit } from './unit.ts';

/** Its time has come, and the tries before do not count. */
const anew = (trouble: Trouble, now: number): Trouble => ({ ...trouble, tries: 0, nextTry: now });

/** A person wants what waits for its next try, or was given up, to be tried now. Gives what is to be planned again. */
export function retryAll(store: DeviceStore, now: number): Unit[] {
  const units = tryAnew(store, now);
  for (const file of store.files()) {
    if (file.trouble === null) continue;
    store.patchFile(file.key, { trouble: anew(file.trouble, now) });
    units.push(fileUnit(file.key));
  }
  for (const assetId of store.incoming()) {
    const state = store.incomingState(assetId);
    if (state === null || state.trouble === null) continue;
    store.setIncomingTrouble(assetId, anew(state.trouble, now), state.since);
    units.push(assetUnit(assetId));
  }
  return units;
}
