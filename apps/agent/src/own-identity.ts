import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { mintId, type Refusal } from '@rollcall/protocol';
import type { Device } from './device.ts';
import { readMarker, writeMarker } from './folder/marker.ts';
import type { DurableStore } from './store/durable-store.ts';
import { Refused } from './server/refused.ts';

/** What this device was a copy of, as `status` tells it. */
export interface CopyOf {
  readonly name: string;
  readonly deviceId: string;
  /** When it took its own identity; device's clock, milliseconds since 1970. */
  readonly since: number;
}

/**
 * A copy of a device (a computer restored from another one's backup, a state folder put back from a copy) becomes a device of
 * its own: a new id and token, a new chain from the start with all that was not answered. Rejects with `Refused`, or with what
 * kept the answer away. The device is to be opened anew afterwards.
 */
export async function takeOwnIdentity(device: Device, saveToken: SaveToken, now: number): Promise<void> {
  const { store, identity, connection } = device;
  const attempt = store.note('fork-attempt') ?? mintId(now, randomBytes(10));
  store.setNote('fork-attempt', attempt);
  const info = await connection.call('server', {});
  if (!info.ok) throw new Refused(info.refusal);
  const answer = await connection.call('forkDevice', { body: { attempt } });
  if (!answer.ok) throw await giveUp(store, answer.refusal);
  const { deviceId, name, token } = answer.value;
  store.transact(() => {
    store.fork({ ...identity, deviceId, name }, info.value.epoch, now);
    store.setNote('fork-attempt', null);
    store.setNote('server-trouble', null);
    store.setNote('copy-of', JSON.stringify({ name: identity.name, deviceId: identity.deviceId, since: now } satisfies CopyOf));
    store.setNote('new-token', token);
    store.setNote('marker-before', identity.deviceId);
  });
  await store.synced();
  finishIdentity(device.home, store, saveToken);
}

async function giveUp(store: DurableStore, refusal: Refusal): Promise<Refused> {
  // The id was used up; the next try mints another.
  if (refusal.code === 'bad-request') store.setNote('fork-attempt', null);
  return new Refused(refusal);
}

export type SaveToken = (token: string) => void;

/**
 * The second half: what lies outside the store. Done by whoever opens the device next, when the first try was cut short, or the
 * folder was away. The token that was saved by it; null: none had to be.
 */
export function finishIdentity(home: string, store: DurableStore, saveToken: SaveToken): string | null {
  const token = store.note('new-token');
  if (token !== null) {
    saveToken(token);
    store.setNote('new-token', null);
  }
  const before = store.note('marker-before');
  const identity = store.identity();
  if (before === null || identity === null) return token;
  const marker = readMarker(identity.folder);
  if (marker === null) return token;
  if (marker.deviceId === before) writeMarker(identity.folder, { ...marker, deviceId: identity.deviceId, home: realpathSync(home) });
  store.setNote('marker-before', null);
  return token;
}

export function copyOf(store: DurableStore): CopyOf | null {
  const text = store.note('copy-of');
  return text === null ? null : (JSON.parse(text) as CopyOf);
}
