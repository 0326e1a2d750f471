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
  if (device.connected) return `connected now${where}`;
  return device.lastSeenAt === null ? 'never heard from' : `last heard from ${ago(device.lastSeenAt, now)}${where}`;
}
