import { randomBytes } from 'node:crypto';
import { meet, noteMet, noteParted as partedFrom, type DeviceIdentity, type DeviceStore } from '@rollcall/core';
import type { DurableStore } from '../store/durable-store.ts';
import { folderState, readMarker, writeMarker, type Marker } from './marker.ts';

const KIN = 'kin';

/** The device's state and its folder meet at the start of every run, and when a copy was put in the folder's place. */
export async function meetFolder(store: DurableStore, identity: DeviceIdentity): Promise<void> {
  const marker = markerOf(identity);
  if (marker === null) return;
  const run = randomBytes(8).toString('hex');
  const kin = kinOf(store) ?? randomBytes(16).toString('hex');
  store.setNote(KIN, kin);
  meet(store, marker.run ?? null, run);
  await store.synced();
  try {
    writeMarker(identity.folder, { ...marker, run, kin });
    noteMet(store, run);
  } catch {
    // A folder that cannot be written to says so elsewhere; it keeps the number that it has.
  }
}

/** What state and folder of one device have in common, also when one of them is of a time in which the device had another id. Null: they have not met yet. */
export function kinOf(store: DeviceStore): string | null {
  return store.note(KIN);
}

/** Notes when state and folder are not of one time, for whoever only looks. True: they are not. */
export function noteParted(store: DeviceStore, identity: DeviceIdentity): boolean {
  const marker = markerOf(identity);
  return marker !== null && partedFrom(store, marker.run ?? null);
}

function markerOf({ folder, deviceId }: DeviceIdentity): Marker | null {
  return folderState(folder, deviceId).state === 'ready' ? readMarker(folder) : null;
}
