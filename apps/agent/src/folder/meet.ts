import { randomBytes } from 'node:crypto';
import type { DeviceIdentity } from '@rollcall/core';
import type { DurableStore } from '../store/durable-store.ts';
import { folderState, readMarker, writeMarker } from './marker.ts';

/**
 * The device's state and its folder meet at the start of every run: each has the number of the run before. When the numbers
 * differ, one of the two was put back from a copy. Then a file that the state does not know was not put there by a person just
 * now, and one that it knows and that is not there was not deleted: both are asked of the cloud.
 */
export async function meetFolder(store: DurableStore, { folder, deviceId }: DeviceIdentity): Promise<void> {
  const marker = folderState(folder, deviceId).state === 'ready' ? readMarker(folder) : null;
  if (marker === null) return;
  const known = [store.note('run'), store.note('run-next')].filter((run) => run !== null);
  const together = known.length === 0 ? marker.run === undefined : marker.run !== undefined && known.includes(marker.run);
  const run = randomBytes(8).toString('hex');
  store.transact(() => {
    if (!together) {
      store.setNote('looked', null);
      store.setNote('parted', '1');
    }
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
