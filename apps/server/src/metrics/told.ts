import type { Counts, ReasonCount } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/** What a device told of itself last, as far as figures need it. */
export interface Told {
  readonly incoming: number;
  readonly notInSync: number;
  /** How many photos have each code as their first reason. */
  readonly reasons: readonly (readonly [code: string, count: number])[];
}

/** Reads what devices told, each report once. */
export function openTold(database: Database): {
  readonly of: (deviceId: string, reportedAt: number) => Told | null;
  readonly keepOnly: (deviceIds: readonly string[]) => void;
} {
  const known = new Map<string, { readonly reportedAt: number; readonly told: Told | null }>();
  return {
    of(deviceId, reportedAt) {
      const before = known.get(deviceId);
      if (before?.reportedAt === reportedAt) return before.told;
      const told = read(database, deviceId);
      known.set(deviceId, { reportedAt, told });
      return told;
    },
    keepOnly(deviceIds) {
      if (known.size <= deviceIds.length) return;
      const wanted = new Set(deviceIds);
      for (const id of known.keys()) if (!wanted.has(id)) known.delete(id);
    },
  };
}

function read(database: Database, deviceId: string): Told | null {
  const row = sql(
    database,
    `SELECT json_extract(json, '$.counts') AS counts, json_extract(json, '$.incoming') AS incoming, json_extract(json, '$.reasons') AS reasons
     FROM rolls WHERE device_id = ?`,
  ).get(deviceId) as { counts: string; incoming: number; reasons: string } | undefined;
  if (!row) return null;
  const { moving, waiting, held, failing, needsYou } = JSON.parse(row.counts) as Counts;
  const reasons = JSON.parse(row.reasons) as Pick<ReasonCount, 'code' | 'primary' | 'class'>[];
  return {
    incoming: row.incoming,
    notInSync: moving + waiting + held + failing + needsYou,
    reasons: reasons.filter((each) => each.primary > 0 && each.class !== 'excluded').map(({ code, primary }) => [code, primary] as const),
  };
}
