import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceIdentity } from '@rollcall/core';
import { openDeviceStore } from '../store/sqlite.ts';
import { readMarker, writeMarker } from './marker.ts';

/** The state folder to which a device's photo folder belongs, when that is another one than this: a copy was made of it. Null: it is this one. */
export function originalHome({ folder, deviceId }: DeviceIdentity, home: string): string | null {
  const marker = readMarker(folder);
  if (marker?.home === undefined || marker.deviceId !== deviceId) return null;
  if (!existsSync(join(marker.home, 'device.sqlite')) || realpathSync(marker.home) === realpathSync(home)) return null;
  const store = openDeviceStore(join(marker.home, 'device.sqlite'));
  try {
    const other = store.identity();
    // A copy with a photo folder of its own becomes a device of its own.
    return other?.deviceId === deviceId && realpathSync(other.folder) === realpathSync(folder) ? marker.home : null;
  } catch {
    // What is there is no device any more that could have the folder.
    return null;
  } finally {
    store.close();
  }
}

/** A state folder that was moved, and not copied: from now on the photo folder belongs to where it is. */
export function noteHome({ folder, deviceId }: DeviceIdentity, home: string): void {
  const marker = readMarker(folder);
  if (marker === null || marker.deviceId !== deviceId || marker.home === realpathSync(home) || !existsSync(home)) return;
  try {
    writeMarker(folder, { ...marker, home: realpathSync(home) });
  } catch {
    // A folder that cannot be written to says so elsewhere; it keeps what it knows.
  }
}
