import { classOf, type Device, type ReasonClass, type RollCallReceipt, type RollEntry, type RollReport } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import type { Clock } from '../context.ts';
import type { Write } from '../database.ts';
import { Refused } from '../refused.ts';
import { sql } from '../statements.ts';
import { searchable } from './searchable.ts';

/** Items of one device. */
const ENTRIES = 2_000_000;

export type RollSummary = NonNullable<Device['roll']>;
export interface ItemsAsked {
  readonly deviceId: string;
  readonly limit: number;
  readonly after: string;
  readonly class: ReasonClass | 'in-sync' | undefined;
  readonly code: string | undefined;
  readonly form: RollEntry['form'] | undefined;
}

/** What the devices told of themselves. */
export interface Rolls {
  report(deviceId: string, report: RollReport): Promise<void>;
  summary(deviceId: string): RollSummary | null;
  items(asked: ItemsAsked): { readonly items: RollEntry[]; readonly next: string | null };
  entriesOf(deviceId: string, assetIds: readonly string[]): RollEntry[];
  /** Which of these assets the device told of in no entry, under these very ids. */
  untold(deviceId: string, assetIds: readonly string[]): ReadonlySet<string>;
  /** Items that are in no library yet, and whose path has these letters in it, in whatever case; at most `limit`. */
  named(deviceId: string, name: string, limit: number): RollEntry[];
}

export function openRolls(database: Database, write: Write, clock: Clock): Rolls {
  return {
    report: (deviceId, report) => write(() => take(database, deviceId, report, clock.now())),
    summary(deviceId) {
      const row = sql(
        database,
        'SELECT json, reported_at AS reportedAt, about, receipt, receipt_at AS heardAt FROM rolls WHERE device_id = ?',
      ).get(deviceId) as RollRow | undefined;
      return row ? summaryOf(row) : null;
    },
    items: (asked) => page(database, asked),
    named: (deviceId, name, limit) => withoutAsset(database, deviceId, name, limit),
    untold(deviceId, assetIds) {
      const rows = sql(
        database,
        `SELECT value AS id FROM json_each(?) WHERE NOT EXISTS
           (SELECT 1 FROM roll_entries INDEXED BY roll_entries_by_asset WHERE asset_id = value AND device_id = ?)`,
      ).all(JSON.stringify(assetIds), deviceId) as { id: string }[];
      return new Set(rows.map(({ id }) => id));
    },
    entriesOf: (deviceId, assetIds) =>
      assetIds.flatMap((assetId) =>
        (
          sql(database, 'SELECT json FROM roll_entries WHERE asset_id = ? AND device_id = ? LIMIT 100').all(assetId, deviceId) as {
            json: string;
          }[]
        ).map(entry),
      ),
  };
}

interface RollRow {
  readonly json: string;
  readonly reportedAt: number;
  readonly about: string | null;
  readonly receipt: string | null;
  readonly heardAt: number | null;
}

function summaryOf({ json, reportedAt, about, receipt, heardAt }: RollRow): RollSummary {
  return {
    ...(JSON.parse(json) as Omit<RollSummary, 'reportedAt'>),
    reportedAt,
    ...(about === null ? {} : { about: JSON.parse(about) as NonNullable<RollSummary['about']> }),
    ...(receipt === null || heardAt === null ? {} : { receipt: { ...(JSON.parse(receipt) as RollCallReceipt), heardAt } }),
  };
}

function take(database: Database, deviceId: string, report: RollReport, now: number): void {
  const { counts, incoming, pendingRemovals, reasons, upToDate, lost } = report;
  if (report.full) sql(database, 'DELETE FROM roll_entries WHERE device_id = ?').run(deviceId);
  for (const key of report.removed) sql(database, 'DELETE FROM roll_entries WHERE device_id = ? AND key = ?').run(deviceId, key);
  for (const item of report.entries) {
    const [primary] = item.reasons;
    sql(
      database,
      'INSERT OR REPLACE INTO roll_entries (device_id, key, asset_id, class, codes, json, name) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(
      deviceId,
      item.key,
      item.assetId,
      primary && !item.inSync ? classOf(primary.code) : 'in-sync',
      ` ${item.reasons.map(({ code }) => code).join(' ')} `,
      JSON.stringify(item),
      item.assetId === null ? searchable(item.path) : null,
    );
  }
  if (counts.onDevice > ENTRIES) throw new Refused('too-large', `A device can tell of ${ENTRIES} items.`, { limit: ENTRIES });
  const before = sql(database, 'SELECT receipt, receipt_at AS heardAt FROM rolls WHERE device_id = ?').get(deviceId) as
    | Pick<RollRow, 'receipt' | 'heardAt'>
    | undefined;
  const receipt = report.receipt === undefined ? null : JSON.stringify(report.receipt);
  sql(database, 'INSERT OR REPLACE INTO rolls (device_id, json, reported_at, about, receipt, receipt_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    deviceId,
    JSON.stringify({ counts, incoming, pendingRemovals, reasons, upToDate, ...(lost === undefined ? {} : { lost }) }),
    now,
    report.about === undefined ? null : JSON.stringify(report.about),
    receipt,
    // A receipt that is told again, with each report, is not news.
    receipt === before?.receipt ? before.heardAt : now,
  );
}

function page(
  database: Database,
  { deviceId, limit, after, class: wanted, code, form }: ItemsAsked,
): { items: RollEntry[]; next: string | null } {
  const conditions: readonly (readonly [condition: string, value: string | undefined])[] = [
    // What is missing is not counted in any class.
    ["class = ? AND json_extract(json, '$.form') <> 'missing'", wanted],
    ["instr(codes, ' ' || ? || ' ') > 0", code],
    ["json_extract(json, '$.form') = ?", form],
  ];
  const asked = conditions.filter(([, value]) => value !== undefined);
  const where = ['device_id = ? AND key > ?', ...asked.map(([condition]) => condition)].join(' AND ');
  const values = [deviceId, after, ...asked.map(([, value]) => value)];
  const rows = sql(database, `SELECT key, json FROM roll_entries WHERE ${where} ORDER BY key LIMIT ?`).all(...values, limit + 1) as {
    key: string;
    json: string;
  }[];
  const shown = rows.slice(0, limit);
  return { items: shown.map(entry), next: rows.length > limit ? (shown[shown.length - 1]?.key ?? null) : null };
}

function withoutAsset(database: Database, deviceId: string, name: string, limit: number): RollEntry[] {
  const rows = sql(
    database,
    `SELECT json FROM roll_entries WHERE device_id = ? AND key IN (
       SELECT key FROM roll_entries INDEXED BY roll_entries_by_name
       WHERE device_id = ? AND asset_id IS NULL AND instr(name, ?) > 0 ORDER BY key LIMIT ?
     ) ORDER BY key`,
  ).all(deviceId, deviceId, searchable(name), limit) as { json: string }[];
  return rows.map(entry);
}

function entry({ json }: { readonly json: string }): RollEntry {
  return JSON.parse(json) as RollEntry;
}
