import { randomBytes } from 'node:crypto';
import type { DeviceIdentity, DeviceStore } from '../store/device-store.ts';
import { folderState, readMarker, writeMarker, type Marker } from './marker.ts';

/**
 * The device's state and its folder meet at the start of every run, and whenever the folder is looked at: each has the number of
 * the run before. When the numbers differ, one of the two was put back from a copy, or a copy lies in the folder's place. Then a
 * file that the state does not know was not put there by a person just now, and one that it knows and that is not there was not
 * deleted: both are asked of the cloud.
 */
export async function meetFolder(store: DeviceStore, identity: DeviceIdentity): Promise<void> {
  const { folder } = identity;
  const marker = markerOf(identity);
  if (marker === null) return;
  noteParted(store, identity);
  const run = randomBytes(8).toString('hex');
  store.transact(() => {
    store.setNote('run-next', run);
    // What the folder has stays known until it has the new one.
    if (marker.run !== undefined) store.setNote('run', marker.run);
  });
  await store.synced();
  try {
    writeMarker(folder, { ...marker, run });
    store.transact(() => {
      store.setNote('run', run);
      store.setNote('run-next', null);
    });
  } catch {
    // A folder that cannot be written to says so elsewhere; it keeps the number that it has.
  }
}

/** Notes when state and folder are not of one time, for whoever only looks. True: they are not. */
export function noteParted(store: DeviceStore, identity: DeviceIdentity): boolean {
  const marker = markerOf(identity);
  if (marker === null || isTogether(store, marker)) return false;
  store.transact(() => {
    store.setNote('looked', null);
    store.setNote('parted', '1');
  });
  return true;
}

function markerOf({ folder, deviceId }: DeviceIdentity): Marker | null {
  return folderState(folder, deviceId).state === 'ready' ? readMarker(folder) : null;
}

function isTogether(store: DeviceStore, { run }: Marker): boolean {
  const known = [store.note('run'), store.note('run-next')].filter((each) => each !== null);
  return known.length === 0 ? run === undefined : run !== undefined && known.includes(run);
}
