import type { Database } from 'better-sqlite3';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { BackupTrouble } from './trouble.ts';

/** Rows read in one go. */
const STEP = 1000;

export interface Named {
  readonly name: string;
  readonly size: number;
}

/** What the libraries of a database refer to, each hash once; of databases of any version. */
export function* blobsOf(database: Database): Generator<{ hash: string; size: number }> {
  const next = database.prepare<[string, number], { hash: string; size: number }>(
    `SELECT hash, max(size) AS size FROM ledger WHERE hash > ? AND state <> 'reserved' GROUP BY hash ORDER BY hash LIMIT ?`,
  );
  for (let step = next.all('', STEP); step.length > 0; step = next.all(step.at(-1)?.hash as string, STEP)) yield* step;
}

export function nameLine({ name, size }: Named): string {
  return `${name} ${size}\n`;
}

/** The names in a snapshot's list. Throws where it is no such list. */
export async function* namesIn(file: string): AsyncGenerator<Named> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const [, name, size] = /^([0-9a-f]{64}) (\d{1,15})$/.exec(line) ?? [];
    if (name === undefined) throw new BackupTrouble(1, `${file} is damaged: it has a line that is none of Rollcall’s.`);
    yield { name, size: Number(size) };
  }
}
