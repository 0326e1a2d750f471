import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import Sqlite from 'better-sqlite3';
import { examine, openLibrary, type Examination, type Item, type Library } from '../index.ts';

const FOLDER = resolve(import.meta.dirname, '../../../../../../shared/apple-photos');

/** Why nothing can be tested with the real libraries; false: they are there. Said on the way, so that what is skipped is never silent. */
export const missing = existsSync(join(FOLDER, 'GROUND-TRUTH.tsv')) ? false : `the libraries of Apple Photos are not at ${FOLDER}`;
if (missing) process.stderr.write(`NOT TESTED: ${missing}\n`);

export const realLibrary = (name: string): string => join(FOLDER, `${name}.photoslibrary`);

/** The rows of a table, by column name. */
export function truth(name: string): Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(join(FOLDER, name), 'utf8').replace(/\n$/, '').split('\n');
  const columns = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, at) => [columns[at] ?? '', value])));
}

export function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'rollcall-apple-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A copy of a real library, in which something may be changed. */
export function copyOf(t: TestContext, name: string): string {
  const copy = join(folder(t), `${name}.photoslibrary`);
  cpSync(realLibrary(name), copy, { recursive: true });
  return copy;
}

/** Changes a database as the owner of the library would. */
export function change(library: string, sql: string): void {
  const database = new Sqlite(library.endsWith('.sqlite') || library.endsWith('db') ? library : join(library, 'database', 'Photos.sqlite'));
  try {
    // What a loss of power would do to it no test asks.
    database.pragma('synchronous = OFF');
    database.exec(sql);
  } finally {
    database.close();
  }
}

export function columnsOf(database: string, table: string): string[] {
  const opened = new Sqlite(database, { readonly: true });
  try {
    return opened.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
  } finally {
    opened.close();
  }
}

export const NOW = Date.UTC(2026, 10, 28);
export const signal = new AbortController().signal;

export interface Looked {
  readonly library: Library;
  readonly examination: Examination;
  readonly items: ReadonlyMap<string, Item>;
  /** All items, in their order. */
  readonly all: readonly Item[];
}

/** Opens it, examines it, and closes it when the test ends. */
export async function look(t: TestContext, path: string, now = NOW): Promise<Looked> {
  const opened = await openLibrary(path, { signal });
  if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.why)}`);
  t.after(() => opened.library.close());
  const examination = await examine(opened.library, { now, signal, compareUpTo: 256_000_000 });
  const all = [...examination.items()];
  return { library: opened.library, examination, all, items: new Map(all.map((item) => [item.uuid, item])) };
}

/** Why a path is no library; an error when it is one. */
export async function refusal(path: string): Promise<string> {
  const opened = await openLibrary(path, { signal });
  if (!opened.ok) return opened.why.is;
  opened.library.close();
  return 'opened';
}
