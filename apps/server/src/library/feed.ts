import { cursorAt, isTold, GENERATION_LENGTH, reachedBy, seqOf, walkBegan, type Expired } from '@rollcall/core';
import type { Acknowledged } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { sql } from '../statements.ts';
import type { LibraryRow } from './library-row.ts';
import type { FeedPage } from './store.ts';

/** Rows as the answer of the route `newest`. */
export function rowsText(entries: FeedPage['entries']): string {
  return `{"changes":[${changesText(entries)}]}`;
}

function changesText(entries: FeedPage['entries']): string {
  return entries.map(({ seq, json }) => `{"seq":${seq},"entity":${json}}`).join(',');
}

/** The page as the answer of the route `changes`. */
export function pageText(page: FeedPage): string {
  return `{"changes":[${changesText(page.entries)}],"cursor":${JSON.stringify(page.cursor)},"complete":${page.complete},"acknowledged":${JSON.stringify(page.acknowledged)}}`;
}

/** Each start of the server begins a generation in every library: a data folder that was rolled back does not know those that came after. */
export function beginGeneration(database: Database, now: number): string {
  const generation = randomBytes(GENERATION_LENGTH / 2).toString('hex');
  sql(database, 'INSERT INTO generations (library, generation, first_seq, started_at) SELECT num, ?, head + 1, ? FROM libraries').run(
    generation,
    now,
  );
  return generation;
}

/** The generation of a name, and where the one after it began. */
function generationOf(database: Database, library: LibraryRow, name: string): { first: number; nextFirst: number | null } | null {
  const row = sql(database, 'SELECT n, first_seq AS first FROM generations WHERE library = ? AND generation = ?').get(library.num, name) as
    | { n: number; first: number }
    | undefined;
  if (!row) return null;
  const next = sql(database, 'SELECT first_seq AS first FROM generations WHERE library = ? AND n > ? ORDER BY n LIMIT 1').get(
    library.num,
    row.n,
  ) as { first: number } | undefined;
  return { first: row.first, nextFirst: next?.first ?? null };
}

export interface Asked {
  readonly library: LibraryRow;
  readonly epoch: string;
  readonly generation: string;
  readonly cursor: string | null;
  readonly limit: number;
  /** The version that the asker speaks. */
  readonly protocol: number;
  readonly acknowledged: Acknowledged | null;
}

/** One page, as of the caller's transaction. */
export function readPage(database: Database, asked: Asked): FeedPage | Expired {
  const { library, epoch, generation, limit, protocol, acknowledged } = asked;
  const { head, floor } = library;
  const after = seqOf(asked.cursor, { epoch, head, floor, generation: (name) => generationOf(database, library, name) });
  if (typeof after !== 'number') return after;
  const rows = sql(database, 'SELECT seq, key, json FROM entities WHERE library = ? AND seq > ? ORDER BY seq LIMIT ?').all(
    library.num,
    after,
    limit,
  ) as { seq: number; key: string; json: string }[];
  const reached = reachedBy(
    rows.map(({ seq }) => seq),
    limit,
    head,
  );
  const entries = rows.filter(({ key }) => isTold(key, protocol)).map(({ seq, json }) => ({ seq, json }));
  const cursor = cursorAt(epoch, generation, { seq: reached.seq, head, began: walkBegan(asked.cursor, head) });
  return { entries, cursor, complete: reached.complete, acknowledged };
}

/** The last rows of the feed, in its order. */
export function readNewest(
  database: Database,
  { library, limit, protocol }: Pick<Asked, 'library' | 'limit' | 'protocol'>,
): FeedPage['entries'] {
  const rows = sql(database, 'SELECT seq, key, json FROM entities WHERE library = ? ORDER BY seq DESC LIMIT ?').all(library.num, limit) as {
    seq: number;
    key: string;
    json: string;
  }[];
  return rows
    .toReversed()
    .filter(({ key }) => isTold(key, protocol))
    .map(({ seq, json }) => ({ seq, json }));
}
