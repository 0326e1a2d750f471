import { BEFORE_UPDATE } from '@rollcall/sqlite';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finishIdentity } from './own-identity.ts';
import { stateTrouble } from './state-trouble.ts';
import { readToken, removeToken, writeToken } from './token.ts';
import { connect, type Connection } from './server/connection.ts';
import { openDeviceStore } from './store/sqlite.ts';
import type { DeviceIdentity } from '@rollcall/core';
import type { DurableStore } from './store/durable-store.ts';

/** A device's state folder, opened. */
export interface Device {
  readonly home: string;
  readonly store: DurableStore;
  readonly identity: DeviceIdentity;
  readonly connection: Connection;
  close(): void;
}

const storeFile = (home: string): string => join(home, 'device.sqlite');

/**
 * Throws `StateTrouble`, `NewerSchema` and `NoRoomForCopy`.
 * @param copy whether an older state is copied before it is brought up to date
 */
export function openHome(home: string, copy: 'before-update' | 'none' = 'before-update'): DurableStore {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return openDeviceStore(storeFile(home), copy);
  } catch (error) {
    throw stateTrouble(error, home) ?? error;
  }
}

/** Brings an older state up to date without copying it before, where the disk has not the room and its person said so. */
export function updateWithoutCopy(home: string): void {
  if (existsSync(storeFile(home))) openHome(home, 'none').close();
}

/** The system's key store has the device's token, and does not give it. The program ends with these words. */
export class KeyStoreClosed extends Error {
  override readonly name = 'KeyStoreClosed';
  /** It needs the person. */
  readonly exitCode = 3;
}

/**
 * Null: nothing is linked there. Throws `KeyStoreClosed`.
 * @param closed with `go-on`, a device whose token cannot be had is opened all the same, and is signed out
 */
export function openDevice(home: string, closed: 'throw' | 'go-on' = 'throw'): Device | null {
  const device = openLinking(home, closed);
  if (device === null || device.store.note(LINKING) === null) return device;
  device.close();
  return null;
}

/** The note of a device to which its person has not said yes: until then, nothing is linked. */
export const LINKING = 'linking';

/** As `openDevice`; also what a `link` has begun and not ended. */
export function openLinking(home: string, closed: 'throw' | 'go-on' = 'throw'): Device | null {
  const found = readToken(home);
  if (found.state === 'none') return null;
  if (found.state === 'closed' && closed === 'throw')
    throw new KeyStoreClosed(
      'The key store of this system does not give the token of this device: it is locked, or not reached from here. Unlock it, or run this in the session that linked the device. If the token is gone for good: rollcall unlink, then link again.',
    );
  const store = openHome(home);
  const identity = store.identity();
  if (identity === null) {
    store.close();
    return null;
  }
  const told = finishIdentity(home, store, (own) => void writeToken(home, own));
  const token = told ?? (found.state === 'here' ? found.token : null);
  const connection = connect(identity.server, token, store.note(INSECURE) !== null, identity);
  return {
    home,
    store,
    identity,
    connection,
    close: () => {
      connection.close();
      store.close();
    },
  };
}

/** The note of a device whose person allowed plain http to another machine. */
export const INSECURE = 'insecure';

/** Forgets the device. The files of the locks stay: whoever holds a lock holds it by its file, and a new file would be another lock. */
export function removeHome(home: string): void {
  removeToken(home);
  for (const name of ['device.sqlite', 'import.sqlite'])
    for (const part of ['', '-wal', '-shm']) rmSync(join(home, name + part), { force: true });
  rmSync(join(home, BEFORE_UPDATE), { recursive: true, force: true });
}
