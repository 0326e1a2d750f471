import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { columnsOf, libraryRows } from './rows.ts';

/** The table in which a device keeps such rows, without anything about it. */
const TABLE =
  'create table remote (key text primary key, type text not null, asset_id text not null, seq integer not null, entity text not null)';

/** Rows of a library as a tab-separated file for COPY (PostgreSQL, "COPY", text format), and as a SQLite file. */
export function writeSources(folder: string, textFolder: string, count: number): { readonly text: string; readonly sqlite: string } {
  const sources = { text: join(textFolder, 'rows.tsv'), sqlite: join(folder, 'rows.sqlite') };
  const file = openSync(sources.text, 'w', 0o644);
  const database = new DatabaseSync(sources.sqlite);
  database.exec(TABLE);
  const insert = database.prepare('insert into remote values (?, ?, ?, ?, ?)');
  let seq = 0;
  let lines = '';
  database.exec('begin');
  for (const entity of libraryRows(count)) {
    const { key, assetId } = columnsOf(entity);
    const json = JSON.stringify(entity);
    insert.run(key, entity.type, assetId, (seq += 1), json);
    lines += `${key}\t${entity.type}\t${assetId}\t${seq}\t${json.replaceAll('\\', '\\\\')}\n`;
    if (lines.length < 1e6) continue;
    writeSync(file, lines);
    lines = '';
  }
  database.exec('commit');
  writeSync(file, lines);
  closeSync(file);
  database.close();
  return sources;
}

/** Seconds in which SQLite takes the rows out of another of its files, and has them on disk. */
export function dumpSqlite(from: string, into: string): number {
  const database = new DatabaseSync(into);
  database.exec('pragma journal_mode = WAL; pragma synchronous = NORMAL');
  database.exec(TABLE);
  database.prepare('attach ? as source').run(from);
  const began = performance.now();
  database.exec('insert into remote select * from source.remote order by seq');
  database.exec('pragma wal_checkpoint(TRUNCATE)');
  database.close();
  const file = openSync(into, 'r+');
  fsyncSync(file);
  closeSync(file);
  return (performance.now() - began) / 1000;
}

export const POSTGRES_TABLE = TABLE.replace('integer', 'bigint');
