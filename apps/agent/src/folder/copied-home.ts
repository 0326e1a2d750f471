import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceIdentity, DeviceStore, Trouble } from '@rollcall/core';
import { openDeviceStore } from '../store/sqlite.ts';
import { readMarker, writeMarker } from './marker.ts';
import { kinOf } from './meet.ts';

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

/** The note of the copy of this state folder that was refused last. */
const REFUSED = 'copy-refused';
/** A copy that nobody starts any more is told for so long; milliseconds. */
const TOLD_MS = 60 * 60_000;

interface RefusedCopy {
  readonly home: string;
  /** When it was first refused, and when last. */
  readonly since: number;
  readonly at: number;
}

/** Tells the device of which this state folder is a copy that the copy was started; as far as it may be told. */
export function noteRefused(original: string, home: string, now: number): void {
  try {
    const store = openDeviceStore(join(original, 'device.sqlite'));
    try {
      const copy = realpathSync(home);
      const before = readRefused(store);
      const since = before?.home === copy && now - before.at < TOLD_MS ? before.since : now;
      store.setNote(REFUSED, JSON.stringify({ home: copy, since, at: now } satisfies RefusedCopy));
    } finally {
      store.close();
    }
  } catch {
    // The one that was started has said so to its person; the other one may belong to another user.
  }
}

/** A copy of this state folder was started, and refused; it bars nothing. Null: none was, or it is gone, or nobody starts it any more. */
export function refusedCopy(store: DeviceStore, now: number): Trouble | null {
  const copy = readRefused(store);
  if (copy === null || now - copy.at >= TOLD_MS || !existsSync(join(copy.home, 'device.sqlite'))) return null;
  return { code: 'device-forked', evidence: { copy: copy.home }, tries: 0, nextTry: null, since: copy.since };
}

function readRefused(store: DeviceStore): RefusedCopy | null {
  const text = store.note(REFUSED);
  return text === null ? null : (JSON.parse(text) as RefusedCopy);
}

/**
 * One of the two was put back from a copy, and tells of the id that this device had before it became one of its own, or of the one that it
 * got then: where the photo folder names this very state folder, and the two have met before, nobody else has it. That they are of
 * different times is noticed by their runs.
 */
export function noteSelf(store: DeviceStore, { folder, deviceId, libraryId }: DeviceIdentity, home: string): void {
  const marker = readMarker(folder);
  if (marker?.home === undefined || marker.deviceId === deviceId || marker.libraryId !== libraryId) return;
  if (marker.kin === undefined || marker.kin !== kinOf(store)) return;
  if (!existsSync(marker.home) || !existsSync(home) || realpathSync(marker.home) !== realpathSync(home)) return;
  try {
    writeMarker(folder, { ...marker, deviceId });
  } catch {
    // A folder that cannot be written to says so elsewhere.
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
