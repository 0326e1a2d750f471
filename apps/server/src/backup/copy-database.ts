import BetterSqlite from 'better-sqlite3';
import { unlessStopped } from './trouble.ts';

/** Pages of 4 KiB copied before others get a turn. */
const STEP = 1000;

/**
 * Copies the database of a data folder as it is at one moment, also while a server writes to it: that server goes on. Resolves with the moment
 * (milliseconds since 1970), when the copy was found whole by SQLite itself.
 *
 * The copy is made inside a reading transaction. Without it SQLite begins the copy anew whenever another process has written, and would not
 * end while photos come in (SQLite, "Using the SQLite Online Backup API").
 * @param to a file that is not there
 */
export async function copyDatabase(from: string, to: string, { now, signal }: { now: () => number; signal: AbortSignal }): Promise<number> {
  const source = new BetterSqlite(from, { readonly: true, fileMustExist: true, timeout: 10_000 });
  let at: number;
  try {
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_master').get();
    at = now();
    await source.backup(to, {
      progress: () => {
        unlessStopped(signal);
        return STEP;
      },
    });
    source.exec('COMMIT');
  } finally {
    source.close();
  }
  const copy = new BetterSqlite(to);
  try {
    // One file, without a log beside it.
    copy.pragma('journal_mode = DELETE');
    requireSound(copy);
  } finally {
    copy.close();
  }
  return at;
}

/** Throws where SQLite finds fault with a database. */
export function requireSound(database: BetterSqlite.Database): void {
  const found = database.pragma('integrity_check(1)', { simple: true });
  if (found !== 'ok') throw new Error(`SQLite finds the database damaged: ${String(found)}`);
}
