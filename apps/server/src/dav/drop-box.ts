import { LIMITS } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import type { FileNode, FolderNode } from './node.ts';
import { UPLOAD } from './path.ts';
import { DavRefused } from './refuse.ts';

/*
 * What one app sees in its drop box: names, and where the bytes behind them are. The photos themselves are in the library, whatever becomes
 * of a name here. All functions are synchronous; those that change something are called inside a write of the caller's.
 */

export interface Entry {
  readonly folder: string;
  readonly name: string;
  /** `unfinished`: no photo yet, by its name or because it is empty. */
  readonly isA: 'folder' | 'photo' | 'unfinished';
  readonly size: number;
  readonly hash: string | null;
  readonly mime: string;
  readonly modifiedAt: number | null;
  readonly cameAt: number;
  readonly assetId: string | null;
}

/** What is not a photo yet is forgotten after this time, as its bytes are; milliseconds. */
const UNFINISHED = LIMITS.uploadIdle;
/** Rows that are read at once, before others get their turn. */
export const ROWS_AT_ONCE = 500;

const COLUMNS = 'folder, name, is_a AS isA, size, hash, mime, modified_at AS modifiedAt, came_at AS cameAt, asset_id AS assetId';

/** A path in the drop box as it is kept: which folder, and the name in it. */
export interface Spot {
  readonly folder: string;
  readonly name: string;
}

export function spotOf(path: readonly string[]): Spot {
  return { folder: path.slice(0, -1).join('/'), name: path.at(-1) ?? '' };
}

export function entryAt(database: Database, deviceId: string, path: readonly string[]): Entry | null {
  const { folder, name } = spotOf(path);
  const row = sql(database, `SELECT ${COLUMNS} FROM drop_box WHERE device_id = ? AND folder = ? AND name = ?`).get(deviceId, folder, name);
  return (row as Entry | undefined) ?? null;
}

/** The top is a folder that is always there. */
export function isFolder(database: Database, deviceId: string, path: readonly string[]): boolean {
  return path.length === 0 || entryAt(database, deviceId, path)?.isA === 'folder';
}

/** The next names of a folder, in their order. */
export function entriesIn(database: Database, deviceId: string, folder: string, after: string): Entry[] {
  return sql(
    database,
    `SELECT ${COLUMNS} FROM drop_box WHERE device_id = ? AND folder = ? AND name > ? ORDER BY name LIMIT ${ROWS_AT_ONCE}`,
  ).all(deviceId, folder, after) as Entry[];
}

/** Puts an entry in its place, over whatever had the name, and forgets what is too old, or one too many. */
export function putEntry(database: Database, deviceId: string, entry: Entry): void {
  dropEntry(database, deviceId, [...pathSegments(entry.folder), entry.name]);
  sql(
    database,
    `INSERT INTO drop_box (device_id, folder, name, is_a, size, hash, mime, modified_at, came_at, asset_id)
     VALUES (@deviceId, @folder, @name, @isA, @size, @hash, @mime, @modifiedAt, @cameAt, @assetId)`,
  ).run({ ...entry, deviceId });
  forgetOld(database, deviceId, entry.cameAt);
}

export function makeFolder(database: Database, deviceId: string, path: readonly string[], now: number): void {
  const { count } = sql(database, "SELECT count(*) AS count FROM drop_box WHERE device_id = ? AND is_a = 'folder'").get(deviceId) as {
    count: number;
  };
  if (count >= LIMITS.dropBoxFolders)
    throw new DavRefused(
      507,
      `An app can have ${LIMITS.dropBoxFolders} folders here. Delete some; the photos in them stay in the library.`,
    );
  putEntry(database, deviceId, {
    ...spotOf(path),
    isA: 'folder',
    size: 0,
    hash: null,
    mime: '',
    modifiedAt: null,
    cameAt: now,
    assetId: null,
  });
}

/** The entry and all that lies in it. Which bytes nobody knows by a name any more, of those that are no photo yet. */
export function dropEntry(database: Database, deviceId: string, path: readonly string[]): readonly string[] {
  const { folder, name } = spotOf(path);
  const [whole, from, to] = below(path);
  const where =
    '(device_id = @deviceId AND folder = @folder AND name = @name) OR (device_id = @deviceId AND (folder = @whole OR (folder >= @from AND folder < @to)))';
  const values = { deviceId, folder, name, whole, from, to };
  const gone = sql(database, `SELECT DISTINCT hash FROM drop_box WHERE hash IS NOT NULL AND is_a = 'unfinished' AND (${where})`).all(
    values,
  ) as {
    hash: string;
  }[];
  sql(database, `DELETE FROM drop_box WHERE ${where}`).run(values);
  return gone.map(({ hash }) => hash).filter((hash) => !isNamed(database, deviceId, hash));
}

function isNamed(database: Database, deviceId: string, hash: string): boolean {
  return sql(database, 'SELECT 1 FROM drop_box WHERE device_id = ? AND hash = ?').get(deviceId, hash) !== undefined;
}

/** Gives an entry, and all that lies in it, another path. Nothing has that path. */
export function renameEntry(database: Database, deviceId: string, from: readonly string[], to: readonly string[]): void {
  const old = spotOf(from);
  sql(
    database,
    'UPDATE drop_box SET folder = @folder, name = @name WHERE device_id = @deviceId AND folder = @oldFolder AND name = @oldName',
  ).run({
    deviceId,
    ...spotOf(to),
    oldFolder: old.folder,
    oldName: old.name,
  });
  const [whole, start, end] = below(from);
  sql(
    database,
    'UPDATE drop_box SET folder = @path || substr(folder, length(@whole) + 1) WHERE device_id = @deviceId AND (folder = @whole OR (folder >= @start AND folder < @end))',
  ).run({ deviceId, path: to.join('/'), whole, start, end });
}

/** The same photos under one more path; nothing has it. @param deep with all that lies in it */
export function copyEntry(database: Database, deviceId: string, from: readonly string[], to: readonly string[], deep: boolean): void {
  const old = spotOf(from);
  const columns = 'is_a, size, hash, mime, modified_at, came_at, asset_id';
  sql(
    database,
    `INSERT INTO drop_box (device_id, folder, name, ${columns}) SELECT device_id, @folder, @name, ${columns} FROM drop_box
     WHERE device_id = @deviceId AND folder = @oldFolder AND name = @oldName`,
  ).run({ deviceId, ...spotOf(to), oldFolder: old.folder, oldName: old.name });
  if (!deep) return;
  const [whole, start, end] = below(from);
  sql(
    database,
    `INSERT INTO drop_box (device_id, folder, name, ${columns}) SELECT device_id, @path || substr(folder, length(@whole) + 1), name, ${columns} FROM drop_box
     WHERE device_id = @deviceId AND (folder = @whole OR (folder >= @start AND folder < @end))`,
  ).run({ deviceId, path: to.join('/'), whole, start, end });
}

/** How many entries lie at and below a path. */
export function countFrom(database: Database, deviceId: string, path: readonly string[]): number {
  const [whole, start, end] = below(path);
  const row = sql(
    database,
    'SELECT count(*) AS n FROM drop_box WHERE device_id = @deviceId AND (folder = @whole OR (folder >= @start AND folder < @end))',
  ).get({ deviceId, whole, start, end }) as { n: number };
  return row.n + 1;
}

export function datedEntry(database: Database, deviceId: string, path: readonly string[], modifiedAt: number): void {
  sql(database, 'UPDATE drop_box SET modified_at = @modifiedAt WHERE device_id = @deviceId AND folder = @folder AND name = @name').run({
    deviceId,
    ...spotOf(path),
    modifiedAt,
  });
}

/** What of folders lies below a path: the folder itself, and from one path up to another. */
function below(path: readonly string[]): readonly [whole: string, from: string, to: string] {
  const whole = path.join('/');
  // `0` is the sign after `/`.
  return [whole, `${whole}/`, `${whole}0`];
}

function forgetOld(database: Database, deviceId: string, now: number): void {
  sql(database, "DELETE FROM drop_box WHERE device_id = ? AND is_a = 'unfinished' AND came_at < ?").run(deviceId, now - UNFINISHED);
  for (const isA of ['photo', 'unfinished'])
    sql(
      database,
      `DELETE FROM drop_box WHERE device_id = @deviceId AND is_a = @isA AND n <= (
         SELECT n FROM drop_box WHERE device_id = @deviceId AND is_a = @isA ORDER BY n DESC LIMIT 1 OFFSET ${LIMITS.dropBoxNames})`,
    ).run({ deviceId, isA });
}

export function nodeOf(entry: Entry): FolderNode | FileNode {
  const segments = [UPLOAD, ...pathSegments(entry.folder), entry.name];
  if (entry.isA === 'folder') return { is: 'folder', segments, modifiedAt: entry.cameAt };
  const { size, hash, mime, modifiedAt, cameAt } = entry;
  return { is: 'file', segments, size, hash, mime, modifiedAt: modifiedAt ?? cameAt, createdAt: cameAt };
}

export function pathSegments(folder: string): string[] {
  return folder === '' ? [] : folder.split('/');
}
