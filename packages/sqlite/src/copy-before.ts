import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { syncFolder } from './sync-folder.ts';
import { NoRoomForCopy } from './update.ts';

/** The folder beside a database in which it lies as it was before it was brought up to date. */
export const BEFORE_UPDATE = 'before-update';
/** So many copies of one database stay. */
const KEPT = 3;
/** Left free for the update itself. Bytes. */
const SPARE = 16 * 1024 * 1024;

export interface CopyOptions {
  /** Of the tables, as a count of steps. */
  readonly schema: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How a person goes on where there is no room. */
  readonly without: string;
  /** Bytes that are free in a folder; for tests. */
  readonly free?: (folder: string) => number;
}

/**
 * Copies a database as it is into `before-update` beside it, on disk and found whole by SQLite itself; answers where. Of older copies the
 * last two stay. Throws `NoRoomForCopy`.
 */
export function copyBefore(database: Database.Database, { schema, now, without, free = freeIn }: CopyOptions): string {
  const folder = join(dirname(database.name), BEFORE_UPDATE);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = basename(database.name, '.sqlite');
  const pages = database.pragma('page_count', { simple: true }) as number;
  const needs = pages * (database.pragma('page_size', { simple: true }) as number) + SPARE;
  const room = free(folder);
  if (room < needs) throw noRoom(database.name, needs, without, room);
  const day = new Date(now)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  const copy = join(folder, `${day}-${name}-schema-${schema}.sqlite`);
  const part = `${copy}.${process.pid}.part`;
  try {
    closeSync(openSync(part, 'wx', 0o600));
    // One file, without what lay free in it.
    database.prepare('VACUUM INTO ?').run(part);
    requireWhole(part);
    toDisk(part);
    renameSync(part, copy);
    syncFolder(folder);
  } catch (error) {
    rmSync(part, { force: true });
    const { code } = error as { code?: string };
    throw code === 'SQLITE_FULL' || code === 'ENOSPC' ? noRoom(database.name, needs, without, free(folder)) : error;
  }
  forgetOld(folder, `-${name}-schema-`);
  return copy;
}

function noRoom(file: string, needs: number, without: string, room: number): NoRoomForCopy {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
  return new NoRoomForCopy(
    `Before this version of Rollcall brings ${file} up to date, it copies it, and the disk has not the room: ${megabytes(needs)} are needed, ${megabytes(room)} are free. Make room; or, if a backup of it lies elsewhere, go on without a copy: ${without}. Until then nothing is changed.`,
  );
}

function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function requireWhole(file: string): void {
  const copy = new Database(file, { readonly: true });
  try {
    const found = copy.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`SQLite finds the copy ${file} damaged: ${String(found)}`);
  } finally {
    copy.close();
  }
}

function toDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Their names begin with when they were made. What was left half made by a process that was killed goes, too. */
function forgetOld(folder: string, which: string): void {
  const all = readdirSync(folder).filter((name) => name.includes(which));
  const whole = all.filter((name) => name.endsWith('.sqlite')).sort();
  for (const name of [...all.filter((each) => each.endsWith('.part')), ...whole.slice(0, -KEPT)])
    rmSync(join(folder, name), { force: true });
}
