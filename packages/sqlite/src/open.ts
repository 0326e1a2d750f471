import Database from 'better-sqlite3';
import { chmodSync, closeSync, existsSync, fdatasync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { syncFolder } from './sync-folder.ts';

export interface SqliteOptions {
  /** Pages of 4 KiB after which the log is written back into the database. */
  readonly checkpointPages: number;
  /** Milliseconds to wait for another process that writes. */
  readonly patience: number;
  /** Brings a file to disk; for tests. */
  readonly sync?: (file: number) => Promise<void>;
}

export interface Sqlite {
  readonly database: Database.Database;
  /** Resolves when all that is committed at this moment outlives a loss of power. */
  synced(): Promise<void>;
  close(): void;
}

/**
 * Opens a database file with a write-ahead log. A commit only writes to the log (`synchronous=NORMAL`): it outlives the
 * end of this process, and never leaves the database inconsistent; `synced` then brings the log to disk. Together they are what
 * `synchronous=FULL` does, with two differences: the disk is waited for in another thread, so that nothing else stands still
 * meanwhile, and whoever waits at one moment shares one wait. (SQLite, "Write-Ahead Logging", section 3.3, and
 * "PRAGMA synchronous".) Whatever is promised to anybody else is promised after `synced`.
 */
export function openSqlite(path: string, { checkpointPages, patience, sync = promisify(fdatasync) }: SqliteOptions): Sqlite {
  makePrivate(path);
  const database = new Database(path, { timeout: patience });
  let log: number;
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    // The log exists from the first transaction on, and is removed only when the last connection is closed.
    database.exec('BEGIN IMMEDIATE; COMMIT');
    log = openSync(`${path}-wal`, 'a');
    syncFolder(dirname(path));
  } catch (error) {
    database.close();
    throw error;
  }
  const committed = countCommits(database);
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let durable: string | null = null;
  const start = (): Promise<void> => {
    const until = committed();
    running = sync(log)
      .then(() => void (durable = until))
      .finally(() => (running = null));
    return running;
  };
  return {
    database,
    synced: () => {
      if (next) return next;
      // Readers wait as well, so that nobody is told of what could be lost: most of them find that nothing was added.
      if (!running && durable !== null && durable === committed()) return Promise.resolve();
      // One that runs may have begun before the last commit: a further one is needed, and is shared.
      if (!running) return start();
      next = running
        .catch(() => undefined)
        .then(() => {
          next = null;
          return start();
        });
      return next;
    },
    close: () => {
      database.close();
      closeSync(log);
    },
  };
}

/**
 * A text that is another one after each commit that changed a row, by this connection (`total_changes`) or by any other
 * (`PRAGMA data_version`). Null where that cannot be said: in the middle of a transaction.
 */
function countCommits(database: Database.Database): () => string | null {
  const own = database.prepare('SELECT total_changes()').pluck();
  const others = database.prepare('PRAGMA data_version').pluck();
  return () => (database.inTransaction ? null : `${String(own.get())} ${String(others.get())}`);
}

/** Only its own user reads what is in it, whoever may look into the folder. New logs have the rights of their database. */
function makePrivate(path: string): void {
  // A file that is there is not opened here: closing it would end the locks of this process's other connections to it.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    if (!existsSync(file) || (statSync(file).mode & 0o077) === 0) continue;
    try {
      chmodSync(file, 0o600);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A disk without rights, or a file of another user's, which that one keeps as it is.
      if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EROFS') throw error;
    }
  }
}
