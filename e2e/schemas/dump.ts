import { DatabaseSync } from 'node:sqlite';

/** A table’s rows that stay out: what lets somebody in, and nobody reads again. */
const LEFT_OUT: ReadonlySet<string> = new Set(['session', 'verification', 'sqlite_stat1', 'sqlite_stat4']);
/** Facts of a server that are secrets; of this one, which is no more, too. */
const SECRETS = /^INSERT INTO "server_facts" VALUES\('(code|session)-secret',.*$/gm;

interface Part {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

/**
 * A database as the SQL that makes it again: tables, rows, then what works on rows by itself.
 * @param names what stands for what this machine calls it, each with what it becomes
 */
export function dump(file: string, names: readonly (readonly [string, string])[]): string {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    const parts = database
      .prepare('SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid')
      .all() as unknown as Part[];
    const own = parts.filter(({ name }) => !name.startsWith('sqlite_'));
    const made = (type: string): string[] => own.filter((part) => part.type === type).map(({ sql }) => `${sql};`);
    const rows = parts.filter(({ type, name }) => type === 'table' && !LEFT_OUT.has(name)).flatMap(({ name }) => rowsOf(database, name));
    const head = version === 0 ? [] : [`PRAGMA user_version = ${version};`];
    const text = [...head, ...made('table'), ...rows, ...made('index'), ...made('trigger'), ''].join('\n');
    const told = text.replace(
      SECRETS,
      (_, which: string) => `INSERT INTO "server_facts" VALUES('${which}-secret','of a server that is no more');`,
    );
    return names.reduce((all, [here, there]) => all.replaceAll(here, there), told);
  } finally {
    database.close();
  }
}

function rowsOf(database: DatabaseSync, table: string): string[] {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[];
  const quoted = columns.map(({ name }) => `quote("${name}")`).join(` || ',' || `);
  // Its own rows came with the tables.
  const first = table === 'sqlite_sequence' ? ['DELETE FROM sqlite_sequence;'] : [];
  const rows = database.prepare(`SELECT ${quoted} AS row FROM "${table}"`).all() as { row: string }[];
  return rows.length === 0 ? [] : [...first, ...rows.map(({ row }) => `INSERT INTO "${table}" VALUES(${row});`)];
}
