import { mintId, type Device } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../context.ts';
import type { Write } from '../database.ts';
import { sql } from '../statements.ts';

export interface DeviceRow {
  readonly id: string;
  readonly account_id: string;
  readonly library_id: string;
  readonly name: string;
  /** `app`: it only brings photos, over WebDAV, by an app password. */
  readonly kind: Device['kind'] | 'app';
  readonly platform: string;
  readonly version: string;
  readonly session_id: string | null;
  readonly created_at: number;
  readonly last_seen_at: number | null;
  readonly last_address: string | null;
  readonly revoked_at: number | null;
}
export type NewDevice = Pick<DeviceRow, 'account_id' | 'library_id' | 'name' | 'kind' | 'platform' | 'version'> & {
  /** Where it came from. */
  readonly address?: string;
};

/** Devices, and signed-in browsers, of one account. */
export const DEVICES = 500;

/** It keeps photos, tells which, and hears what is asked of it: neither a browser nor an app that only brings some. */
export function keepsPhotos({ kind }: Pick<DeviceRow, 'kind'>): boolean {
  return kind !== 'browser' && kind !== 'app';
}

/** Its kind as it is told, also to who knows of no apps. */
export function toldKind({ kind }: Pick<DeviceRow, 'kind'>): Device['kind'] {
  return kind === 'app' ? 'phone' : kind;
}

/** How often it is written down that a device was seen. Milliseconds. */
const SEEN_STEP = 30_000;
const COLUMNS = 'id, account_id, library_id, name, kind, platform, version, session_id, created_at, last_seen_at, last_address, revoked_at';

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The devices of all accounts. A device's token is told once and kept only as its hash. */
export interface Devices {
  link(device: NewDevice): Promise<{ readonly id: string; readonly token: string }>;
  /** A device with a token that was made elsewhere, inside a write of the caller's. Its id. */
  linkWithin(device: NewDevice, token: string): string;
  browser(device: NewDevice, sessionId: string): Promise<string>;
  /** A browser that was here before, with its new session. */
  browserAgain(id: string, sessionId: string): Promise<void>;
  byToken(token: string): DeviceRow | undefined;
  bySession(sessionId: string): DeviceRow | undefined;
  /** Also one whose access was taken away: its name stays in the history. */
  get(id: string): DeviceRow | undefined;
  /** Those with access, the newest first. */
  of(accountId: string): DeviceRow[];
  /** Ids of those with access to a library. */
  withLibrary(libraryId: string): string[];
  rename(id: string, name: string): Promise<void>;
  /** Which version of Rollcall runs there, as it says now. */
  updated(id: string, version: string): Promise<void>;
  revoke(id: string): Promise<void>;
  seen(device: DeviceRow, address: string): void;
}

export function openDevices(database: Database, write: Write, clock: Clock): Devices {
  const seenAt = new Map<string, { readonly at: number; readonly address: string | null }>();
  const one = (where: string, value: string): DeviceRow | undefined =>
    sql(database, `SELECT ${COLUMNS} FROM devices WHERE ${where} = ?`).get(value) as DeviceRow | undefined;
  const insert = (device: NewDevice, hash: string | null, sessionId: string | null): string => {
    const id = mintId(clock.now(), randomBytes(10));
    sql(
      database,
      'INSERT INTO devices (id, account_id, library_id, name, kind, platform, version, token_hash, session_id, created_at, last_seen_at, last_address) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(
      id,
      device.account_id,
      device.library_id,
      device.name,
      device.kind,
      device.platform,
      device.version,
      hash,
      sessionId,
      clock.now(),
      clock.now(),
      device.address ?? null,
    );
    return id;
  };
  return {
    async link(device) {
      const token = `rcd_${randomBytes(32).toString('base64url')}`;
      return { id: await write(() => insert(device, tokenHash(token), null)), token };
    },
    linkWithin: (device, token) => insert(device, tokenHash(token), null),
    browser: (device, sessionId) => write(() => insert(device, null, sessionId)),
    browserAgain: (id, sessionId) => write(() => void sql(database, 'UPDATE devices SET session_id = ? WHERE id = ?').run(sessionId, id)),
    byToken: (token) => one('token_hash', tokenHash(token)),
    bySession: (sessionId) => one('session_id', sessionId),
    get: (id) => one('id', id),
    of: (accountId) =>
      sql(
        database,
        `SELECT ${COLUMNS} FROM devices WHERE account_id = ? AND revoked_at IS NULL AND (session_id IS NULL OR EXISTS (SELECT 1 FROM "session" s WHERE s."id" = session_id AND s."expiresAt" > ?)) ORDER BY id DESC`,
      ).all(accountId, new Date(clock.now()).toISOString()) as DeviceRow[],
    withLibrary: (libraryId) =>
      (sql(database, 'SELECT id FROM devices WHERE library_id = ? AND revoked_at IS NULL').all(libraryId) as { id: string }[]).map(
        ({ id }) => id,
      ),
    rename: (id, name) => write(() => void sql(database, 'UPDATE devices SET name = ? WHERE id = ?').run(name, id)),
    async updated(id, version) {
      if (one('id', id)?.version === version) return;
      await write(() => void sql(database, 'UPDATE devices SET version = ? WHERE id = ?').run(version, id));
    },
    revoke: (id) => write(() => revokeWithin(database, id, clock.now())),
    seen(device, address) {
      const last = seenAt.get(device.id) ?? { at: device.last_seen_at ?? 0, address: device.last_address };
      const now = clock.now();
      if (Math.abs(now - last.at) < SEEN_STEP && last.address === address) return;
      seenAt.set(device.id, { at: now, address });
      void write(
        () => void sql(database, 'UPDATE devices SET last_seen_at = ?, last_address = ? WHERE id = ?').run(now, address, device.id),
      ).catch(() => seenAt.delete(device.id));
    },
  };
}

/** Takes a device's access away, inside a write of the caller's; what it told is forgotten, and its name stays in the history. */
export function revokeWithin(database: Database, id: string, now: number): void {
  sql(database, 'UPDATE devices SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?').run(now, id);
  for (const table of ['rolls', 'roll_entries', 'orders', 'order_answers', 'drop_box'])
    sql(database, `DELETE FROM ${table} WHERE device_id = ?`).run(id);
}
