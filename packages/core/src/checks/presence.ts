import { say, type Device } from '@rollcall/protocol';

/** The server notes every thirty seconds that a device spoke: whoever did so within this was there just now. Milliseconds. */
const LATELY_MS = 60_000;

/**
 * `connected`: it listens; `lately`: it spoke just now, and does not listen; `away`: it does not answer, or went, or was not heard for
 * long, and where it is nobody knows.
 */
export type Presence = 'connected' | 'lately' | 'away';

/** What is known of whether a device is there. */
export type Listening = Pick<Device, 'connected' | 'goneAt' | 'lastSeenAt' | 'createdAt'>;

/** @param now by the server’s clock */
export function presenceOf(device: Listening, now: number): Presence {
  if (device.goneAt !== null) return 'away';
  if (device.connected) return 'connected';
  return now - lastHeardAt(device) <= LATELY_MS ? 'lately' : 'away';
}

/** When the last was heard of a device that does not listen now; by the server’s clock. */
export function lastHeardAt({ goneAt, lastSeenAt, createdAt }: Omit<Listening, 'connected'>): number {
  return Math.max(lastSeenAt ?? createdAt, goneAt ?? 0);
}

/** That nothing is heard of a device now, and what that can be; why it is so, nobody knows elsewhere. Null: it is there, or spoke just now. */
export function awayWords(device: Listening & Pick<Device, 'name'>, now: number): string | null {
  if (presenceOf(device, now) !== 'away') return null;
  return device.connected
    ? say('{name} does not answer: it sleeps, its link is gone, or it is very busy.', { name: device.name })
    : say('{name} is not connected: it is off or sleeps, its link is gone, or Rollcall does not run there, or may not go on.', {
        name: device.name,
      });
}
