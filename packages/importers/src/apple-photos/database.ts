import Sqlite from 'better-sqlite3';

export type Row = Readonly<Record<string, unknown>>;

/** A database as the rules read it: what it has, and rows one after the other. */
export interface Database {
  /** The columns of each table. Views are none. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  /** Streams: nothing is kept. Throws `Damaged` where the file is. */
  rows(sql: string): IterableIterator<Row>;
  /** Reads the whole file, and says whether it is one throughout. */
  isSound(): boolean;
  close(): void;
}

/** The file is not, or not wholly, a database. The message is the library's own word for it. */
export class Damaged extends Error {}

/** Pages are kept for so many KiB. */
const CACHE = 32_768;

/**
 * Opens a copy (a write-ahead log beside it is played back into it, so it is never the original). Only asked, never told; what
 * a hostile file may bring (views, triggers, functions in its schema) is not run. Throws `Damaged`.
 */
export function openCopy(path: string): Database {
  return guarded(() => {
    const sqlite = new Sqlite(path, { fileMustExist: true, timeout: 0 });
    try {
      sqlite.unsafeMode(false);
      sqlite.pragma('trusted_schema = OFF');
      sqlite.pragma(`cache_size = -${CACHE}`);
      sqlite.pragma('temp_store = FILE');
      // It is thrown away: what a loss of power would do to it nobody asks.
      sqlite.pragma('synchronous = OFF');
      sqlite.pragma('query_only = ON');
      const tables = readTables(sqlite);
      return {
        tables,
        rows: (sql) => guardedRows(sqlite, sql),
        isSound: () => isSound(sqlite),
        close: () => void sqlite.close(),
      };
    } catch (error) {
      sqlite.close();
      throw error;
    }
  });
}

function readTables(sqlite: Sqlite.Database): Map<string, Set<string>> {
  const names = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  return new Map(names.map((name) => [name, new Set(columnsOf(columns, name))]));
}

/** A table of a kind that this machine's database does not know (a virtual one) has no columns for us. */
function columnsOf(columns: Sqlite.Statement, name: string): string[] {
  try {
    return columns.all(name) as string[];
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_ERROR') return [];
    throw error;
  }
}

function isSound(sqlite: Sqlite.Database): boolean {
  try {
    return sqlite.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && BROKEN.test(error.code)) return false;
    throw error;
  }
}

function* guardedRows(sqlite: Sqlite.Database, sql: string): IterableIterator<Row> {
  const rows = guarded(() => sqlite.prepare<[], Row>(sql).iterate());
  try {
    for (let next = guarded(() => rows.next()); next.done !== true; next = guarded(() => rows.next())) yield next.value;
  } finally {
    rows.return?.();
  }
}

const BROKEN = /^SQLITE_(?:CORRUPT|NOTADB|IOERR|CANTOPEN|FORMAT|TOOBIG|NOMEM|ERROR_MISSING_COLLSEQ)/;

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && BROKEN.test(error.code)) throw new Damaged(error.message, { cause: error });
    throw error;
  }
}

/** What can be read, or that, where the file is no database any more: one part that is hurt does not take the others with it. */
export function spared<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Damaged) return otherwise;
    throw error;
  }
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
