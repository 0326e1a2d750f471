import { existsSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDatabase } from './copy.ts';
import { Damaged, openCopy, type Database, type Row } from './database.ts';
import { momentOf } from './moment.ts';
import type { Place } from './place.ts';
import { readPlist } from '../plist/plist.ts';
import { isRecord, type Plist, type PlistRecord } from '../plist/value.ts';

/** What the sync engine of iCloud Photos noted beside the library. */
export interface Engine {
  /** The mark that iCloud Photos is on; null: there is no place for it. */
  readonly marker: boolean | null;
  /** As it last wrote it; empty: it wrote nothing. */
  readonly status: PlistRecord;
  /** Something pending that stops all uploads. */
  readonly resetPending: boolean;
  /** When it was switched on and off; milliseconds since 1970. */
  readonly switched: readonly { readonly at: number; readonly on: boolean }[];
  readonly store: EngineStore | null;
  /** What was there and could not be read. */
  readonly unread: readonly string[];
}

/** Its own database. A number is null where the schema does not tell it. */
export interface EngineStore {
  readonly cloudAssets: number | null;
  readonly outgoing: { readonly resources: number; readonly bytes: number } | null;
  readonly quarantined: readonly { readonly id: string; readonly at: number | null; readonly reason: string }[] | null;
  readonly unconfirmed: number | null;
  /** By how many rounds the engine is behind what it has to send. */
  readonly lag: number | null;
  readonly downloads: number | null;
  readonly scopes: readonly {
    readonly name: string;
    readonly disabled: number | null;
    readonly deleted: number | null;
    readonly lastPull: number | null;
    readonly bytes: number | null;
    readonly assets: number | null;
  }[];
}

/** Larger than any of these lists is. */
const LARGEST = 16 * 1024 * 1024;
const MOST_ROWS = 100_000;

export function readEngine(place: Place, within = tmpdir()): Engine {
  const unread: string[] = [];
  const list = (path: string): Plist | undefined => {
    const bytes = bytesOf(path);
    const value = bytes === null ? undefined : readPlist(bytes);
    if (bytes !== null && value === undefined) unread.push(path);
    return value;
  };
  const { engine } = place;
  if (engine === null) return { marker: null, status: {}, resetPending: false, switched: [], store: null, unread };
  const markers = [join(engine, 'cpl_enabled_marker'), ...(place.kind === 'ios' ? [join(engine, '..', 'cpl_enabled_marker')] : [])];
  const status = list(join(engine, 'syncstatus.plist'));
  const resets = list(join(engine, 'resetevents.plist'));
  const log = place.kind === 'ios' ? `${place.data}/private/com.apple.assetsd` : 'private/com.apple.photolibraryd';
  const switches = list(join(place.root, log, 'cloudServiceEnableLog.plist'));
  return {
    marker: markers.some((path) => existsSync(path)) ? true : couldHave(place) ? false : null,
    status: isRecord(status) ? status : {},
    resetPending: Array.isArray(resets) && resets.some((event) => isRecord(event as Plist) && (event as PlistRecord)['pending'] === true),
    switched: switchesOf(switches),
    store: readStore(join(engine, 'storage', 'store.cloudphotodb'), within, unread),
    unread,
  };
}

/** Whether the mark would have come along, had there been one: a copy may hold the database and little else. */
function couldHave({ kind, root, engine }: Place): boolean {
  return engine !== null && existsSync(kind === 'mac' ? join(root, 'resources') : engine);
}

function bytesOf(path: string): Buffer | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() && stats.size <= LARGEST ? readFileSync(path) : null;
}

function switchesOf(log: Plist | undefined): { at: number; on: boolean }[] {
  if (!Array.isArray(log)) return [];
  return log.flatMap((entry: Plist) => {
    if (!isRecord(entry) || entry['type'] !== 'CPL' || !isMoment(entry['timestamp'])) return [];
    return [{ at: entry['timestamp'].getTime(), on: entry['enabled'] === true || entry['enabled'] === 1 }];
  });
}

function readStore(path: string, within: string, unread: string[]): EngineStore | null {
  const copy = copyDatabase(path, within);
  if (!copy.ok) {
    if (copy.why.is !== 'missing') unread.push(path);
    return null;
  }
  try {
    const database = openCopy(copy.file);
    try {
      return storeOf(database);
    } finally {
      database.close();
    }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    unread.push(path);
    return null;
  } finally {
    copy.remove();
  }
}

function storeOf(database: Database): EngineStore {
  const count = (table: string, needs: readonly string[], where = '1'): number | null => {
    const columns = database.tables.get(table);
    if (!columns || needs.some((name) => !columns.has(name))) return null;
    const [row] = [...database.rows(`SELECT count(*) AS n FROM "${table}" WHERE ${where}`)];
    return Number(row?.['n'] ?? 0);
  };
  const scopes = scopesOf(database);
  return {
    cloudAssets: count('cloudCache', ['class'], "class = 'CPLAssetChange'"),
    outgoing: outgoingOf(database),
    quarantined: quarantinedOf(database),
    unconfirmed: count('idMapping', ['mappingState'], 'mappingState = 0'),
    lag: lagOf(database),
    downloads: count('downloadQueue', []),
    scopes,
  };
}

function outgoingOf(database: Database): EngineStore['outgoing'] {
  const columns = database.tables.get('outgoingResources');
  if (!columns) return null;
  const bytes = columns.has('fileSize') ? 'ifnull(sum(fileSize), 0)' : '0';
  const [row] = [...database.rows(`SELECT count(*) AS n, ${bytes} AS bytes FROM outgoingResources`)];
  return { resources: Number(row?.['n'] ?? 0), bytes: Number(row?.['bytes'] ?? 0) };
}

function quarantinedOf(database: Database): EngineStore['quarantined'] {
  const columns = database.tables.get('quarantinedRecords');
  if (!columns?.has('localIdentifier')) return null;
  const chosen = ['localIdentifier', 'quarantineDate', 'reason'].filter((name) => columns.has(name));
  return [...database.rows(`SELECT ${chosen.join(', ')} FROM quarantinedRecords LIMIT ${MOST_ROWS}`)].map((row) => ({
    id: String(row['localIdentifier']),
    at: momentOf(row['quarantineDate']),
    reason: typeof row['reason'] === 'string' ? row['reason'] : '',
  }));
}

function lagOf(database: Database): number | null {
  const columns = database.tables.get('scopes');
  if (!columns?.has('pushToTransportTargetGeneration') || !columns.has('pushToTransportCurrentGeneration')) return null;
  const lag = 'max(0, pushToTransportTargetGeneration - pushToTransportCurrentGeneration)';
  const [row] = [...database.rows(`SELECT ifnull(sum(${lag}), 0) AS lag FROM scopes`)];
  return Number(row?.['lag'] ?? 0);
}

function scopesOf(database: Database): EngineStore['scopes'] {
  const columns = database.tables.get('scopes');
  if (!columns) return [];
  const wanted = [
    'scopeIdentifier',
    'disabledDate',
    'deleteDate',
    'pullFromTransportLastCompletionDate',
    'estimatedSize',
    'estimatedAssetCount',
  ];
  const chosen = wanted.filter((name) => columns.has(name));
  if (chosen.length === 0) return [];
  const number = (row: Row, name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  return [...database.rows(`SELECT ${chosen.join(', ')} FROM scopes LIMIT 100`)].map((row) => ({
    name: typeof row['scopeIdentifier'] === 'string' ? row['scopeIdentifier'] : '',
    disabled: momentOf(row['disabledDate']),
    deleted: momentOf(row['deleteDate']),
    lastPull: momentOf(row['pullFromTransportLastCompletionDate']),
    bytes: number(row, 'estimatedSize'),
    assets: number(row, 'estimatedAssetCount'),
  }));
}

export function statusMoment({ status }: Engine, name: string): number | null {
  const value = status[name];
  return isMoment(value) ? value.getTime() : null;
}

/** Null: it says nothing. A flag that is not set is mostly absent. */
export function statusFlag({ status }: Engine, name: string): boolean | null {
  const value = status[name];
  return typeof value === 'boolean' ? value : typeof value === 'number' ? value !== 0 : null;
}

/** How many photos and videos the cloud had, by its last answer. */
export function serverCounts({ status }: Engine): { readonly images: number; readonly movies: number; readonly at: number | null } | null {
  const counts = status['cloudAssetCountPerType'];
  if (!isRecord(counts)) return null;
  const at = status['cloudAssetCountPerTypeLastCheckDate'];
  const number = (name: string): number => (typeof counts[name] === 'number' ? counts[name] : 0);
  return { images: number('public.image'), movies: number('public.movie'), at: isMoment(at) ? at.getTime() : null };
}

/** A list may hold a date that is none. */
function isMoment(value: Plist | undefined): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}
