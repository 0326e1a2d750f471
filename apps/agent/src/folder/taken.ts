import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DeviceStore } from '@rollcall/core';
import { openDeviceStore } from '../store/sqlite.ts';
import { readMarker, type Marker } from './marker.ts';
import { OWN_FOLDER } from './contents.ts';

/** The folder cannot become a device, and why, as a person would say it. */
export class TakenFolder extends Error {
  override readonly name = 'TakenFolder';
}

/** A folder that is a device, or lies in one, is no other device's: each would take the other's files for its own. Throws `TakenFolder`. */
export function refuseTaken(folder: string, home: string): void {
  const marker = readMarker(folder);
  if (marker && livesElsewhere(marker, home))
    throw new TakenFolder(
      `this folder is a device already (state folder ${marker.home}). Go on with that one, or end it first: rollcall unlink --home ${marker.home}`,
    );
  for (let parent = dirname(folder); ; parent = dirname(parent)) {
    if (readMarker(parent)) throw new TakenFolder(`this folder lies in ${parent}, which is a device. Its photos are synced with that one.`);
    if (parent === dirname(parent)) return;
  }
}

/** The same the other way round, once the folder was looked through. Throws `TakenFolder`. */
export function refuseTakenBelow(store: DeviceStore): void {
  const inner = store.files().find(({ path }) => path.endsWith(`/${OWN_FOLDER}`));
  if (inner)
    throw new TakenFolder(
      `there is a device in this folder already: ${dirname(inner.path)}. Unlink that one first, or choose another folder.`,
    );
}

/** The device of the marker is still there, and is not the one that is being linked. */
function livesElsewhere({ deviceId, home }: Marker, own: string): boolean {
  if (home === undefined || !existsSync(join(home, 'device.sqlite')) || realpathSync(home) === (existsSync(own) ? realpathSync(own) : own))
    return false;
  const store = openDeviceStore(join(home, 'device.sqlite'));
  try {
    return store.identity()?.deviceId === deviceId;
  } finally {
    store.close();
  }
}
