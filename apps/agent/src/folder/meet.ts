import { randomBytes } from 'node:crypto';
import { meet, noteMet, type DeviceIdentity } from '@rollcall/core';
import type { DurableStore } from '../store/durable-store.ts';
import { folderState, readMarker, writeMarker } from './marker.ts';

/** The device's state and its folder meet at the start of every run. */
export async function meetFolder(store: DurableStore, { folder, deviceId }: DeviceIdentity): Promise<void> {
  const marker = folderState(folder, deviceId).state === 'ready' ? readMarker(folder) : null;
  if (marker === null) return;
  const run = randomBytes(8).toString('hex');
  meet(store, marker.run ?? null, run);
  await store.synced();
  try {
    writeMarker(folder, { ...marker, run });
    noteMet(store, run);
  } catch {
    // A folder that cannot be written to says so elsewhere; it keeps the number that it has.
  }
}
