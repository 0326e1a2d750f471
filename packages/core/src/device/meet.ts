import { planted } from '@rollcall/protocol';
import type { DeviceStore } from './store.ts';

/**
 * The device's state and its folder meet at the start of every run, and whenever the folder is looked at: each has the number of
 * the run before. When the numbers differ, one of the two was put back from a copy, or a copy lies in the folder's place. Then a
 * file that the state does not know was not put there by a person just now, and one that it knows and that is not there was not
 * deleted: both are asked of the cloud.
 * @param marker the number that the folder has; null: none yet
 * @returns true: they are not of one time, which is noted
 */
export function noteParted(store: DeviceStore, marker: string | null): boolean {
  if (isTogether(store, marker)) return false;
  store.transact(() => {
    store.setNote('looked', null);
    store.setNote('parted', '1');
    // What happened since the older of the two is not known here: nothing is concluded before the feed is heard to its end.
    store.setNote('behind', '1');
  });
  return true;
}

/**
 * A run begins. Must outlive a loss of power before the folder is given the number; then `noteMet`.
 * @param marker the number that the folder has; null: none yet
 * @param run the number of the run that begins
 */
export function meet(store: DeviceStore, marker: string | null, run: string): void {
  store.transact(() => {
    noteParted(store, marker);
    store.setNote('run-next', run);
    // What the folder has stays known until it has the new one.
    if (marker !== null) store.setNote('run', marker);
  });
}

function isTogether(store: DeviceStore, marker: string | null): boolean {
  if (planted('put-back-unnoticed')) return true;
  const known = [store.note('run'), store.note('run-next')].filter((each) => each !== null);
  return known.length === 0 ? marker === null : marker !== null && known.includes(marker);
}

/** The folder has the number. */
export function noteMet(store: DeviceStore, run: string): void {
  store.transact(() => {
    store.setNote('run', run);
    store.setNote('run-next', null);
  });
}
