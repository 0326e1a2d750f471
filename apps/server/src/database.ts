import { say } from '@rollcall/protocol';
import { openSqlite, type Sqlite } from '@rollcall/sqlite';
import type { Database } from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from './refused.ts';

/**
 * The tables of one room, as steps of SQL in order. A step, once released, is never changed or taken out: new ones are
 * added at the end.
 */
export interface RoomMigrations {
  readonly room: string;
  readonly steps: readonly string[];
  /** What the steps call beside SQL's own functions, by name. */
  readonly functions?: Readonly<Record<string, (text: string) => string>>;
}

/** The data folder was written by a newer Rollcall than this one. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
}

export const DATABASE_FILE = 'rollcall.sqlite';

/** Opens the one database file of a data folder and brings its tables up to date. */
export function openDatabase(dataDir: string, rooms: readonly RoomMigrations[]): Sqlite {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // A longer log is 1.7 times faster on bulk writes than the default of 1,000 pages.
  const sqlite = openSqlite(join(dataDir, DATABASE_FILE), { checkpointPages: 20_000, patience: 5000 });
  const { database } = sqlite;
  try {
    database.pragma('journal_size_limit = 67108864');
    database.pragma('cache_size = -32000');
    database.pragma('foreign_keys = ON');
    database.pragma('temp_store = MEMORY');
    for (const room of rooms) migrate(database, room);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlite;
}

/** Forward only, each step in its own transaction together with the note that it was taken. */
export function migrate(database: Database, { room, steps, functions = {} }: RoomMigrations): void {
  for (const [name, its] of Object.entries(functions)) database.function(name, { deterministic: true }, its as (text: unknown) => string);
  database.exec(
    'CREATE TABLE IF NOT EXISTS schema_steps (room TEXT NOT NULL, step INTEGER NOT NULL, taken_at INTEGER NOT NULL DEFAULT (unixepoch()), PRIMARY KEY (room, step)) WITHOUT ROWID',
  );
  const taken =
    database.prepare<[string], { last: number }>('SELECT coalesce(max(step), 0) AS last FROM schema_steps WHERE room = ?').get(room)
      ?.last ?? 0;
  if (taken > steps.length)
    throw new NewerSchema(
      `This data folder was used by a newer Rollcall (${room} at step ${taken}, this one knows ${steps.length}). Update Rollcall.`,
    );
  for (let step = taken + 1; step <= steps.length; step += 1) {
    database.transaction(() => {
      database.exec(steps[step - 1] as string);
      database.prepare('INSERT INTO schema_steps (room, step) VALUES (?, ?)').run(room, step);
    })();
  }
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
