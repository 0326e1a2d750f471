import type { Room } from '@rollcall/core';
import type { Device } from '../device.ts';
import { bytesOf, trashed } from './trash.ts';

/** What this device knows to be in Recently Deleted, and whose library it is. */
export function roomOf(device: Device): Room {
  const all = trashed(device);
  return { trashed: all.length, trashedBytes: all.reduce((sum, remote) => sum + bytesOf(remote), 0), email: device.identity.email };
}
