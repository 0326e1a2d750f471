import { classOf, REASONS, type Counts, type ReasonClass, type ReasonCount, type RollEntry } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { searchable } from './searchable.ts';

/** What one item comes to; null: it is none any more. */
export interface Noted {
  readonly key: string;
  readonly entry: RollEntry | null;
}

const COUNT_OF: Readonly<Record<ReasonClass | 'in-sync', Exclude<keyof Counts, 'onDevice'>>> = {
  'in-sync': 'inSync',
  moving: 'moving',
  waiting: 'waiting',
  held: 'held',
  failing: 'failing',
  'needs-you': 'needsYou',
  excluded: 'excluded',
};
const NOTHING: Counts = { onDevice: 0, inSync: 0, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };
const STOPPED = "device_id = ? AND (class < 'in-sync' OR class > 'in-sync')";

/** What is not in the library of these items is remembered, where nobody brings it again: so long (milliseconds), and so many. */
export interface Remembered {
  readonly for: number;
  readonly most: number;
}

/** The roll of a device that cannot tell it itself is kept for it, item by item, inside a write of the caller's. */
export function noteItems(database: Database, deviceId: string, items: readonly Noted[], now: number, remembered: Remembered): void {
  const counts = { ...countsOf(database, deviceId) };
  const drop = (key: string): void => {
    const row = sql(database, 'SELECT class FROM roll_entries WHERE device_id = ? AND key = ?').get(deviceId, key) as
      | { class: keyof typeof COUNT_OF }
      | undefined;
    if (row === undefined) return;
    counts.onDevice -= 1;
    counts[COUNT_OF[row.class]] -= 1;
    sql(database, 'DELETE FROM roll_entries WHERE device_id = ? AND key = ?').run(deviceId, key);
  };
  for (const { key, entry } of items) {
    drop(key);
    if (entry === null) continue;
    const [primary] = entry.reasons;
    const its = primary === undefined ? 'in-sync' : classOf(primary.code);
    counts.onDevice += 1;
    counts[COUNT_OF[its]] += 1;
    sql(database, 'INSERT INTO roll_entries (device_id, key, asset_id, class, codes, json, name) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      deviceId,
      key,
      entry.assetId,
      its,
      ` ${entry.reasons.map(({ code }) => code).join(' ')} `,
      JSON.stringify(entry),
      entry.assetId === null ? searchable(entry.path) : null,
    );
  }
  const stopped = sql(
    database,
    `SELECT key, json_extract(json, '$.reasons[0].since') AS since FROM roll_entries WHERE ${STOPPED} ORDER BY since DESC`,
  ).all(deviceId) as { key: string; since: number }[];
  for (const [place, { key, since }] of stopped.entries()) if (place >= remembered.most || since < now - remembered.for) drop(key);
  const told = {
    counts,
    incoming: 0,
    pendingRemovals: 0,
    reasons: reasonsOf(database, deviceId),
    upToDate: counts.onDevice === counts.inSync + counts.excluded,
  };
  sql(
    database,
    'INSERT INTO rolls (device_id, json, reported_at) VALUES (?, ?, ?) ON CONFLICT (device_id) DO UPDATE SET json = excluded.json, reported_at = excluded.reported_at',
  ).run(deviceId, JSON.stringify(told), now);
}

function countsOf(database: Database, deviceId: string): Counts {
  const row = sql(database, 'SELECT json FROM rolls WHERE device_id = ?').get(deviceId) as { json: string } | undefined;
  return row === undefined ? NOTHING : (JSON.parse(row.json) as { counts: Counts }).counts;
}

function reasonsOf(database: Database, deviceId: string): ReasonCount[] {
  const rows = sql(database, `SELECT json FROM roll_entries WHERE ${STOPPED}`).all(deviceId) as { json: string }[];
  const told = new Map<string, ReasonCount>();
  for (const { json } of rows)
    for (const [place, { code, since, evidence }] of (JSON.parse(json) as RollEntry).reasons.entries()) {
      const before = told.get(code);
      told.set(code, {
        code,
        check: REASONS[code].check,
        class: classOf(code),
        count: (before?.count ?? 0) + 1,
        primary: (before?.primary ?? 0) + (place === 0 ? 1 : 0),
        since: Math.min(before?.since ?? since, since),
        evidence: before?.evidence ?? evidence,
      });
    }
  return [...told.values()];
}
