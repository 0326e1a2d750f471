import type { Device } from '@rollcall/protocol';

/** Photos that went missing on a device at once, and whose deletion waits for the person's answer. */
export function heldOn(device: Device): number {
  return device.roll?.reasons.find(({ code }) => code === 'mass-delete-held')?.count ?? 0;
}
