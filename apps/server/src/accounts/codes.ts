import { codeOf, readCode, say, showCode, type AskingDevice, type CodeRequest } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../context.ts';
import type { Write } from '../database.ts';
import { factOr } from '../library/facts.ts';
import { Refused } from '../refused.ts';
import { sql } from '../statements.ts';
import { tokenHash, type Devices } from './devices.ts';

/** How long a code can be approved, and its token be fetched. Milliseconds. */
export const CODE_LASTS = 10 * 60_000;
/** Seconds between two questions for the token; each that comes too soon adds `SLOWER` (RFC 8628 section 3.5), up to `SLOWEST`. */
export const INTERVAL = 2;
const SLOWER = 5;
const SLOWEST = 60;
/** A question this much before its time is on time: networks and timers are not exact. Milliseconds. */
const EARLY = 250;
/** Codes that wait for a person, from one address and in all: strangers must not fill the table. */
const PER_ADDRESS = 20;
const IN_ALL = 1000;

interface CodeRow extends AskingDevice {
  readonly state: 'waiting' | 'approved' | 'denied' | 'used';
  readonly account_id: string | null;
  readonly library_id: string | null;
  readonly device_id: string | null;
}

export type Asked = { readonly deviceCode: string; readonly userCode: string };
export type Polled =
  | { readonly standing: 'pending' | 'slow-down'; readonly interval: number }
  | { readonly standing: 'denied' | 'expired' }
  | {
      readonly standing: 'approved';
      readonly deviceId: string;
      readonly token: string;
      readonly accountId: string;
      readonly libraryId: string;
    };

/** Codes by which devices ask to be let in (RFC 8628). Both halves are kept only as hashes. */
export interface DeviceCodes {
  /** Throws `rate-limited` when too many wait. */
  ask(device: CodeRequest, address: string): Promise<Asked>;
  /** The device that waits behind what a person typed; null when none does. */
  find(typed: string): AskingDevice | null;
  /** False: no device waits behind this code (any more). A code is approved or denied once. */
  approve(typed: string, accountId: string, libraryId: string): Promise<boolean>;
  deny(typed: string): Promise<boolean>;
  /** The device asks how its code stands. An approved one makes the device, once; its token follows from the secret, so that a lost answer costs nothing. */
  poll(deviceCode: string): Promise<Polled>;
  forgetOld(): Promise<void>;
}

const COLUMNS =
  'name, kind, platform, version, address, asked_at AS askedAt, expires_at AS expiresAt, state, account_id, library_id, device_id';

export function openDeviceCodes(database: Database, write: Write, clock: Clock, devices: Devices): DeviceCodes {
  // Eight letters are few: without the key, whoever reads the table could try them all.
  const key = factOr(database, 'code-secret', () => randomBytes(32).toString('base64url'));
  const userHash = (code: string): string => createHmac('sha256', key).update(code).digest('hex');
  /** When each was last asked for, and how patient it has to be; lost with a restart, which does no harm. */
  const pace = new Map<string, { readonly at: number; readonly interval: number }>();
  const one = (column: 'device_hash' | 'user_hash', value: string): CodeRow | undefined =>
    sql(database, `SELECT ${COLUMNS} FROM device_codes WHERE ${column} = ? AND expires_at > ?`).get(value, clock.now()) as
      | CodeRow
      | undefined;
  const settle = (typed: string, state: 'approved' | 'denied', accountId: string | null, libraryId: string | null): Promise<boolean> => {
    const code = readCode(typed);
    if (code === null) return Promise.resolve(false);
    return write(
      () =>
        sql(
          database,
          "UPDATE device_codes SET state = ?, account_id = ?, library_id = ? WHERE user_hash = ? AND state = 'waiting' AND expires_at > ?",
        ).run(state, accountId, libraryId, userHash(code), clock.now()).changes === 1,
    );
  };
  const dropOld = (): void => {
    sql(database, 'DELETE FROM device_codes WHERE expires_at <= ?').run(clock.now());
    for (const [id, { at }] of pace) if (at < clock.now() - CODE_LASTS) pace.delete(id);
  };

  return {
    ask: (device, address) =>
      write(() => {
        dropOld();
        limit(database, clock, address);
        const deviceCode = `rcc_${randomBytes(32).toString('base64url')}`;
        const userCode = freshCode((code) => one('user_hash', userHash(code)) !== undefined);
        sql(
          database,
          "INSERT INTO device_codes (device_hash, user_hash, name, kind, platform, version, address, asked_at, expires_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')",
        ).run(
          tokenHash(deviceCode),
          userHash(userCode),
          device.name,
          device.kind,
          device.platform,
          device.version,
          address,
          clock.now(),
          clock.now() + CODE_LASTS,
        );
        return { deviceCode, userCode: showCode(userCode) };
      }),

    find(typed) {
      const code = readCode(typed);
      const row = code === null ? undefined : one('user_hash', userHash(code));
      if (row?.state !== 'waiting') return null;
      const { name, kind, platform, version, address, askedAt, expiresAt } = row;
      return { name, kind, platform, version, address, askedAt, expiresAt };
    },

    approve: (typed, accountId, libraryId) => settle(typed, 'approved', accountId, libraryId),
    deny: (typed) => settle(typed, 'denied', null, null),

    async poll(deviceCode) {
      const id = tokenHash(deviceCode);
      const row = one('device_hash', id);
      if (!row) return { standing: 'expired' };
      switch (row.state) {
        case 'denied':
          return { standing: 'denied' };
        case 'waiting': {
          const before = pace.get(id) ?? { at: Number.NEGATIVE_INFINITY, interval: INTERVAL };
          const soon = clock.now() - before.at < before.interval * 1000 - EARLY;
          const interval = soon ? Math.min(SLOWEST, before.interval + SLOWER) : before.interval;
          pace.set(id, { at: clock.now(), interval });
          return { standing: soon ? 'slow-down' : 'pending', interval };
        }
        case 'approved':
        case 'used':
          return write(() => letIn(database, devices, id, deviceCode));
        default:
          return row.state satisfies never;
      }
    },

    forgetOld: () => write(dropOld),
  };
}

/** Inside a write. Reads again: of two questions at once one makes the device, the other finds it. */
function letIn(database: Database, devices: Devices, id: string, deviceCode: string): Polled {
  const row = sql(database, `SELECT ${COLUMNS} FROM device_codes WHERE device_hash = ?`).get(id) as CodeRow;
  const { account_id, library_id, name, kind, platform, version, address } = row;
  if (account_id === null || library_id === null) throw new Error('a code was approved for nobody');
  const token = `rcd_${createHash('sha256').update(`token of ${deviceCode}`).digest('base64url')}`;
  const deviceId = row.device_id ?? devices.linkWithin({ account_id, library_id, name, kind, platform, version, address }, token);
  if (row.device_id === null)
    sql(database, "UPDATE device_codes SET state = 'used', device_id = ? WHERE device_hash = ?").run(deviceId, id);
  else if (devices.get(deviceId)?.revoked_at !== null) return { standing: 'expired' };
  return { standing: 'approved', deviceId, token, accountId: account_id, libraryId: library_id };
}

function limit(database: Database, clock: Clock, address: string): void {
  const count = (where: string, ...values: string[]): { n: number; first: number | null } =>
    sql(database, `SELECT count(*) AS n, min(expires_at) AS first FROM device_codes WHERE state = 'waiting'${where}`).get(...values) as {
      n: number;
      first: number | null;
    };
  for (const [found, most] of [
    [count(' AND address = ?', address), PER_ADDRESS],
    [count(''), IN_ALL],
  ] as const) {
    if (found.n < most) continue;
    const seconds = Math.max(1, Math.ceil(((found.first ?? 0) - clock.now()) / 1000));
    throw new Refused(
      'rate-limited',
      say('Too many devices wait to be let in. Approve or deny them, or try again in {seconds} seconds.', { seconds: String(seconds) }),
      {
        seconds,
      },
    );
  }
}

function freshCode(taken: (code: string) => boolean): string {
  for (;;) {
    const code = codeOf(randomBytes(32));
    if (code !== null && !taken(code)) return code;
  }
}
