import type { Device } from '@rollcall/protocol';

/** The server notes every thirty seconds that a device spoke: whoever did so within this was there just now. Milliseconds. */
const LATELY_MS = 60_000;

/** `connected`: it listens; `lately`: it spoke just now, and does not listen; `away`: where it is nobody knows. */
export type Presence = 'connected' | 'lately' | 'away';

/** @param now by the server’s clock */
export function presenceOf(
  { connected, lastSeenAt, createdAt }: Pick<Device, 'connected' | 'lastSeenAt' | 'createdAt'>,
  now: number,
): Presence {
  if (connected) return 'connected';
  return now - (lastSeenAt ?? createdAt) <= LATELY_MS ? 'lately' : 'away';
}
