import { silenceOf } from '@rollcall/core';
import type { Counts, Silence } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { keepsPhotos, type DeviceRow } from '../accounts/devices.ts';
import type { ServerContext } from '../context.ts';
import { sql } from '../statements.ts';

/** Since when each device was not heard from, in time that this server saw pass. */
export interface Silences {
  /** At each heartbeat, after the time that passed was counted. */
  beat(): Promise<void>;
  /** @param counts what the device told last; null: nothing */
  of(device: DeviceRow, counts: Counts | null): Silence | null;
}

type Rooms = Pick<ServerContext, 'database' | 'write' | 'clock' | 'libraries' | 'pokes'>;

/** @param after a device that was not heard from for so long is silent; milliseconds; absent: `LIMITS.silentAfter` */
export function openSilences({ database, write, clock, libraries, pokes }: Rooms, after?: number): Silences {
  return {
    beat: () => write(() => note(database, pokes.connected, libraries.seenTime().seen, clock.now())),
    of(device, counts) {
      if (!keepsPhotos(device)) return null;
      const noted = sql(database, 'SELECT seen, at FROM heard WHERE device_id = ?').get(device.id) as
        | { seen: number; at: number }
        | undefined;
      // Not noted yet, or heard from since.
      if (noted === undefined || noted.at !== lastWord(device)) return null;
      const heard = { ...noted, connected: pokes.connected(device.id) };
      return silenceOf(heard, libraries.seenTime().seen, counts, after);
    },
  };
}

function lastWord({ last_seen_at, created_at }: Pick<DeviceRow, 'last_seen_at' | 'created_at'>): number {
  return last_seen_at ?? created_at;
}

/** Notes of each device that was heard from since the last heartbeat that it was heard now, which is at most one heartbeat too late. */
function note(database: Database, connected: (deviceId: string) => boolean, seen: number, now: number): void {
  const devices = sql(
    database,
    "SELECT id, last_seen_at, created_at FROM devices WHERE revoked_at IS NULL AND kind NOT IN ('browser', 'app')",
  ).all() as Pick<DeviceRow, 'id' | 'last_seen_at' | 'created_at'>[];
  for (const device of devices) {
    // Who listens for pokes may ask nothing for days, and is there all the same.
    if (connected(device.id)) sql(database, 'UPDATE devices SET last_seen_at = ? WHERE id = ?').run(now, device.id);
    const at = connected(device.id) ? now : lastWord(device);
    sql(
      database,
      `INSERT INTO heard (device_id, seen, at) VALUES (?, ?, ?)
       ON CONFLICT (device_id) DO UPDATE SET seen = excluded.seen, at = excluded.at WHERE at <> excluded.at`,
    ).run(device.id, seen, at);
  }
  sql(database, 'DELETE FROM heard WHERE device_id IN (SELECT id FROM devices WHERE revoked_at IS NOT NULL)').run();
}
