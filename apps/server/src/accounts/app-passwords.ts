import { randomInt } from 'node:crypto';
import { DAV_PATH, LIMITS, say } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { Refused } from '../refused.ts';
import { sql } from '../statements.ts';
import { DEVICES, type DeviceRow, type Devices, type NewDevice } from './devices.ts';

/** Nobody takes one letter for another, also on a phone's keyboard: no l, no o, no 0 and no 1. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
/** Five times four letters: 100 bits, which nobody guesses, so that a plain hash is enough to keep it. */
const GROUPS = 5;
const GROUP = 4;

/** A new password for an app, as a person types it. */
export function newAppPassword(): string {
  const group = (): string => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** As it is looked up: however it was typed. Never what a device shows as its token, so that neither opens the other's door. */
export function appToken(typed: string): string {
  return `app:${typed.replaceAll(/[\s-]/g, '').toLowerCase()}`;
}

/** The app whose password that is, also one whose access was taken away; undefined: nobody's. */
export function appOf(devices: Pick<Devices, 'byToken'>, typed: string): DeviceRow | undefined {
  const device = devices.byToken(appToken(typed));
  return device?.kind === 'app' ? device : undefined;
}

export interface AppPassword {
  readonly deviceId: string;
  readonly password: string;
  readonly path: string;
}

/** Inside a write of the caller's. Throws `forbidden` where there is no room for one more. */
export function makeAppPassword(
  database: Database,
  devices: Pick<Devices, 'linkWithin'>,
  device: Pick<NewDevice, 'account_id' | 'library_id' | 'name' | 'version' | 'address'>,
): AppPassword {
  const { apps, all } = sql(
    database,
    'SELECT coalesce(sum(kind = \'app\'), 0) AS apps, count(*) AS "all" FROM devices WHERE account_id = ? AND revoked_at IS NULL AND session_id IS NULL',
  ).get(device.account_id) as { apps: number; all: number };
  if (apps >= LIMITS.appPasswords)
    throw new Refused(
      'forbidden',
      say('An account can have {most} app passwords. Take one away first.', { most: String(LIMITS.appPasswords) }),
    );
  if (all >= DEVICES)
    throw new Refused(
      'forbidden',
      say('An account can have {most} devices. Take the access of one away first.', { most: String(DEVICES) }),
    );
  const password = newAppPassword();
  const deviceId = devices.linkWithin({ ...device, kind: 'app', platform: 'WebDAV' }, appToken(password));
  return { deviceId, password, path: DAV_PATH };
}
