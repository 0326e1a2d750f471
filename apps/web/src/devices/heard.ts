import { lastHeardAt, presenceOf } from '@rollcall/core';
import { say, type Device } from '@rollcall/protocol';
import { ago } from '../words.ts';

/** The system's own name, without its versions; a browser's name says it already, and of an app it is not known. */
export function platformName({ kind, app, platform }: Device): string {
  if (kind === 'browser' || app !== undefined) return '';
  const [system = ''] = platform.split(' ');
  const known: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows', freebsd: 'FreeBSD' };
  return known[system.toLowerCase()] ?? platform;
}

/** When a device was last heard from, and from where. */
export function heard(device: Device, now: number): string {
  const { address } = device;
  if (presenceOf(device, now) === 'connected')
    return address === null ? say('connected now') : say('connected now, from {address}', { address });
  if (device.lastSeenAt === null) return say('never heard from');
  const at = lastHeardAt(device);
  // When it spoke is noted every half minute only.
  const when = now - at < 60_000 ? say('within the last minute') : ago(at, now);
  return address === null ? say('heard {when}', { when }) : say('heard {when}, from {address}', { when, address });
}

/** When it does what is asked of it here. */
export function hearsWords(device: Device, now: number): string {
  const { name } = device;
  switch (presenceOf(device, now)) {
    case 'connected':
      return say('{name} is told now.', { name });
    case 'lately':
      return say('{name} has not heard of it yet: it does when it asks next.', { name });
    default:
      return say('{name} has not heard of it yet: it does when it is connected again.', { name });
  }
}
