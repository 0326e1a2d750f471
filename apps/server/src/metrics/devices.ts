import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { gauge, type Family, type Sample } from './family.ts';
import { openTold, type Told } from './told.ts';

/** Devices that have lines of their own, the oldest first; and those that are looked at, the others told as one. */
const MOST_OWN = 100;
const MOST_READ = 1000;
const REST = 'rest';

export interface DeviceParts {
  readonly database: Database;
  /** Devices that listen for pokes. */
  readonly listening: () => ReadonlySet<string>;
  /** Up to which change a device was given its library since the server began. */
  readonly fedUpTo: (deviceId: string) => number | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Row {
  readonly id: string;
  readonly heardAt: number;
  readonly head: number;
  readonly reportedAt: number | null;
}
interface Standing {
  readonly label: string;
  readonly connected: number;
  readonly silence: number;
  readonly behind: number | null;
  readonly told: Told | null;
}

/** How each device stands, by the end of its id. */
export function openDeviceFamilies({ database, listening, fedUpTo, now }: DeviceParts): () => Family[] {
  const told = openTold(database);
  const standings = (): { rows: readonly Standing[]; beyond: number } => {
    const rows = sql(
      database,
      `SELECT d.id, coalesce(d.last_seen_at, d.created_at) AS heardAt, l.head, r.reported_at AS reportedAt
       FROM devices d JOIN libraries l ON l.id = d.library_id LEFT JOIN rolls r ON r.device_id = d.id
       WHERE d.revoked_at IS NULL AND d.kind <> 'browser' ORDER BY d.id LIMIT ?`,
    ).all(MOST_READ + 1) as Row[];
    const looked = rows.slice(0, MOST_READ);
    const here = listening();
    const labels = labelsOf(looked.map(({ id }) => id));
    told.keepOnly(looked.map(({ id }) => id));
    return {
      beyond: rows.length - looked.length,
      rows: looked.map(({ id, heardAt, head, reportedAt }, at): Standing => {
        const fed = fedUpTo(id);
        return {
          label: labels[at] ?? id,
          connected: here.has(id) ? 1 : 0,
          silence: here.has(id) ? 0 : Math.max(0, now() - heardAt) / 1000,
          behind: fed === undefined ? null : Math.max(0, head - fed),
          told: reportedAt === null ? null : told.of(id, reportedAt),
        };
      }),
    };
  };
  return () => {
    const { rows, beyond } = standings();
    return [
      gauge('rollcall_devices', 'Devices that are linked, browsers not counted', rows.length),
      gauge(
        'rollcall_devices_not_looked_at',
        `1: there are more than ${MOST_READ} devices, and the others are in no figure`,
        beyond > 0 ? 1 : 0,
      ),
      ...perDevice(rows),
      ...together(rows),
    ];
  };
}

function perDevice(rows: readonly Standing[]): Family[] {
  const each = (figure: (row: Standing) => number | null, join: (a: number, b: number) => number): Sample[] => {
    const told = rows.map((row) => ({ label: row.label, value: figure(row) }));
    const own = told.slice(0, MOST_OWN).flatMap(({ label, value }) => (value === null ? [] : [{ labels: { device: label }, value }]));
    const rest = told.slice(MOST_OWN).flatMap(({ value }) => value ?? []);
    return rest.length === 0 ? own : [...own, { labels: { device: REST }, value: rest.reduce(join) }];
  };
  const sum = (a: number, b: number): number => a + b;
  const larger = (a: number, b: number): number => Math.max(a, b);
  return [
    gauge(
      'rollcall_device_connected',
      '1: the device listens for changes now (device="rest": how many of the others)',
      each((row) => row.connected, sum),
    ),
    gauge(
      'rollcall_device_silence_seconds',
      'Since when the device was not heard from (device="rest": the longest of the others)',
      each((row) => row.silence, larger),
    ),
    gauge(
      'rollcall_device_changes_behind',
      'Changes of the library that the device was not given yet; absent until it asks for some',
      each((row) => row.behind, sum),
    ),
    gauge(
      'rollcall_device_to_come',
      'Photos that are to come to the device, as it told last',
      each((row) => row.told?.incoming ?? null, sum),
    ),
    gauge(
      'rollcall_device_not_in_sync',
      'Photos on the device that are not in sync, as it told last; what is left out by its kind is not among them',
      each((row) => row.told?.notInSync ?? null, sum),
    ),
  ];
}

/** Of all devices, by reason. */
function together(rows: readonly Standing[]): Family[] {
  const reasons = new Map<string, number>();
  for (const { told } of rows) for (const [code, count] of told?.reasons ?? []) reasons.set(code, (reasons.get(code) ?? 0) + count);
  const samples = [...reasons].map(([reason, value]) => ({ labels: { reason }, value }));
  return [gauge('rollcall_items_not_in_sync', 'Photos on all devices that are not in sync, by their first reason', samples)];
}

/** The last twelve digits of an id, unless two end alike. */
function labelsOf(ids: readonly string[]): readonly string[] {
  const short = ids.map((id) => id.slice(-12));
  return new Set(short).size === ids.length ? short : ids;
}
