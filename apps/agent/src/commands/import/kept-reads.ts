import { join } from 'node:path';
import { rmSync } from 'node:fs';
import type { FoundFile, Read, ReadMedia, Reads, Source } from '@rollcall/importers';
import { openSqlite, type Sqlite } from '@rollcall/sqlite';

const FILE = 'import.sqlite';
/** Written in one transaction: so many, or what came in so many milliseconds. */
const AT_ONCE = 200;
const EVERY_MS = 1000;

type Kept = Omit<ReadMedia, 'file'> | Exclude<Read, ReadMedia>;

/**
 * What was read of files while an import has not come to its end, so that it goes on where it stopped: a row a file, of the sources of
 * this import only, and none any more once it is through.
 */
export class KeptReads implements Reads {
  readonly #home: string;
  readonly #sqlite: Sqlite;
  readonly #sources: readonly Source[];
  /** Files of an archive that has another of the same name: which is which, nothing here would tell. */
  readonly #several: ReadonlySet<number>;
  #written = Date.now();
  #waiting: [source: string, path: string, stamp: string, json: string][] = [];

  constructor(home: string, sources: readonly Source[]) {
    this.#home = home;
    this.#sources = sources;
    this.#several = new Set(sources.flatMap(sameNamed));
    this.#sqlite = openSqlite(join(home, FILE), { checkpointPages: 1000, patience: 10_000 });
    const { database } = this.#sqlite;
    database.exec(
      'create table if not exists reads(source text not null, path text not null, stamp text not null, json text not null, primary key (source, path)) without rowid',
    );
    const its = JSON.stringify(sources.map(({ identity }) => identity));
    database.prepare('delete from reads where source not in (select value from json_each(?))').run(its);
  }

  /** Undefined: it was not read, or has changed since. */
  of(file: FoundFile, appleChecksum: boolean): Read | undefined {
    if (this.#several.has(file.key)) return undefined;
    const row = this.#sqlite.database
      .prepare('select json from reads where source = ? and path = ? and stamp = ?')
      .get(this.#identity(file), file.path, stampOf(file)) as { json: string } | undefined;
    if (row === undefined) return undefined;
    const kept = JSON.parse(row.json) as Kept;
    if (kept === null || kept === 'compressed') return kept;
    return appleChecksum && kept.appleChecksum === null ? undefined : { ...kept, file };
  }

  keep(file: FoundFile, read: Read): void {
    if (this.#several.has(file.key)) return;
    const kept: Kept = read === null || read === 'compressed' ? read : withoutFile(read);
    this.#waiting.push([this.#identity(file), file.path, stampOf(file), JSON.stringify(kept)]);
    if (this.#waiting.length >= AT_ONCE || Date.now() - this.#written > EVERY_MS) this.write();
  }

  write(): void {
    const { database } = this.#sqlite;
    const put = database.prepare('insert or replace into reads(source, path, stamp, json) values (?, ?, ?, ?)');
    const rows = this.#waiting;
    this.#waiting = [];
    this.#written = Date.now();
    database.transaction(() => {
      for (const row of rows) put.run(...row);
    })();
  }

  /** @param through the import came to its end, and nothing of it is needed any more */
  close(through: boolean): void {
    if (!through) this.write();
    this.#sqlite.close();
    if (through) for (const end of ['', '-wal', '-shm']) rmSync(join(this.#home, FILE + end), { force: true });
  }

  #identity({ source }: FoundFile): string {
    return this.#sources[source]!.identity;
  }
}

function sameNamed({ files }: Source): number[] {
  const named = Map.groupBy(files, ({ path }) => path);
  if (named.size === files.length) return [];
  return [...named.values()].flatMap((its) => (its.length > 1 ? its.map(({ key }) => key) : []));
}

function withoutFile(read: ReadMedia): Kept {
  const { file: _, ...kept } = read;
  return kept;
}

function stampOf({ size, mtimeMs }: FoundFile): string {
  return `${size} ${mtimeMs ?? ''}`;
}
