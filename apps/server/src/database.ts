import { say } from '@rollcall/protocol';
import { copyBefore, openSqlite, type Sqlite, type Updated } from '@rollcall/sqlite';
import BetterSqlite, { type Database } from 'better-sqlite3';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, schemaOf, type RoomMigrations } from './migrate.ts';
import { Refused } from './refused.ts';

export { NewerSchema } from '@rollcall/sqlite';
export type { RoomMigrations } from './migrate.ts';

export const DATABASE_FILE = 'rollcall.sqlite';

export interface OpenOptions {
  /** Whether a database that has to be brought up to date is copied before; a copy that stands for nothing else is not. */
  readonly copy?: 'before-update' | 'none';
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Called when the tables were brought up to date, and were not new. */
  readonly onUpdated?: (updated: Updated) => void;
}

/**
 * Opens the one database file of a data folder and brings its tables up to date. Throws `NewerSchema`, and then nothing was written; and
 * `NoRoomForCopy`, and then they are as they were.
 */
export function openDatabase(dataDir: string, rooms: readonly RoomMigrations[], options: OpenOptions = {}): Sqlite {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, DATABASE_FILE);
  if (existsSync(file)) look(file, rooms);
  // A longer log is 1.7 times faster on bulk writes than the default of 1,000 pages.
  const sqlite = openSqlite(file, { checkpointPages: 20_000, patience: 5000 });
  const { database } = sqlite;
  try {
    database.pragma('journal_size_limit = 67108864');
    database.pragma('cache_size = -32000');
    database.pragma('foreign_keys = ON');
    database.pragma('temp_store = MEMORY');
    bringUpToDate(database, dataDir, rooms, options);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlite;
}

/** Before anything is written, were it only how the file is to be written. */
function look(file: string, rooms: readonly RoomMigrations[]): void {
  const database = new BetterSqlite(file, { readonly: true, timeout: 5000 });
  try {
    schemaOf(database, rooms);
  } finally {
    database.close();
  }
}

function bringUpToDate(
  database: Database,
  dataDir: string,
  rooms: readonly RoomMigrations[],
  { copy = 'before-update', now = Date.now, onUpdated = () => undefined }: OpenOptions,
): void {
  const { from, to, due } = schemaOf(database, rooms);
  if (!due) return;
  const without = `rollcall serve --data ${dataDir} --without-copy`;
  const kept = from === 0 || copy === 'none' ? null : copyBefore(database, { schema: from, now: now(), without });
  migrate(database, rooms);
  if (from > 0) onUpdated({ from, to, copy: kept });
}

/** Runs work inside one of the server's write transactions; resolves when it is on disk. */
export type Write = <T>(work: () => T) => Promise<T>;

/** Pieces of work that wait for one commit. */
const WAITING = 10_000;

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Shares the cost of one transaction among all work that waits at that moment: each piece runs in its own savepoint, and
 * is answered only when the commit is on disk. Work is synchronous; what throws is undone alone.
 */
export function groupCommit({ database, synced }: Pick<Sqlite, 'database' | 'synced'>): Write {
  let waiting: Waiting[] = [];
  const piece = database.transaction((work: () => unknown) => work());
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    const answers: (() => void)[] = [];
    try {
      database
        .transaction(() => {
          for (const { work, resolve, reject } of group) {
            try {
              const value = piece(work);
              answers.push(() => resolve(value as never));
            } catch (error) {
              if (!database.inTransaction) throw error;
              answers.push(() => reject(error));
            }
          }
        })
        .immediate();
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    synced().then(
      () => {
        for (const answer of answers) answer();
      },
      (error: unknown) => {
        for (const { reject } of group) reject(error);
      },
    );
  };
  return (work) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= WAITING) throw new Refused('server-busy', say('Too much waits to be written. Try again in a moment.'));
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ work, resolve, reject });
    });
}
