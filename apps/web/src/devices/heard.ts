import { lastHeardAt, presenceOf } from '@rollcall/core';
import type { Device } from '@rollcall/protocol';
import { ago } from '../words.ts';

/** The system's own name, without its versions; a browser's name says it already. */
export function platformName({ kind, platform }: Device): string {
  if (kind === 'browser') return '';
  const [system = ''] = platform.split(' ');
  const known: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows', freebsd: 'FreeBSD' };
  return known[system.toLowerCase()] ?? platform;
}

/** When a device was last heard from, and from where. */
export function heard(device: Device, now: number): string {
  const where = device.address === null ? '' : `, from ${device.address}`;
  if (presenceOf(device, now) === 'connected') return `connected now${where}`;
  if (device.lastSeenAt === null) return 'never heard from';
  const at = lastHeardAt(device);
  // When it spoke is noted every half minute only.
  const when = now - at < 60_000 ? 'within the last minute' : ago(at, now);
  return `heard ${when}${where}`;
}

/** When it does what is asked of it here. */
export function hearsWords(device: Device, now: number): string {
  switch (presenceOf(device, now)) {
    case 'connected':
      return `${device.name} is told now.`;
    case 'lately':
      return `${device.name} has not heard of it yet: it does when it asks next.`;
    default:
      return `${device.name} has not heard of it yet: it does when it is connected again.`;
  }
}
