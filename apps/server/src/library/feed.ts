import { formatCursor, parseCursor, type Acknowledged } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { sql } from '../statements.ts';
import type { LibraryRow } from './library-row.ts';
import type { Expired, FeedPage } from './store.ts';

/** The page as the answer of the route `changes`. */
export function pageText(page: FeedPage): string {
  const changes = page.entries.map(({ seq, json }) => `{"seq":${seq},"entity":${json}}`).join(',');
  return `{"changes":[${changes}],"cursor":${JSON.stringify(page.cursor)},"complete":${page.complete},"acknowledged":${JSON.stringify(page.acknowledged)}}`;
}

const GENERATION_LENGTH = 10;

/** Each start of the server begins a generation in every library: a data folder that was rolled back does not know those that came after. */
export function beginGeneration(database: Database, now: number): string {
  const generation = randomBytes(GENERATION_LENGTH / 2).toString('hex');
  sql(database, 'INSERT INTO generations (library, generation, first_seq, started_at) SELECT num, ?, head + 1, ? FROM libraries').run(
    generation,
    now,
  );
  return generation;
}

/**
 * A cursor in the middle of a walk also says which head the walk had seen: rows below its seq may have moved up to there,
 * so that a folder rolled back to between the two is noticed as well.
 */
function cursorAt(epoch: string, generation: string, seq: number, head: number): string {
  return formatCursor({ epoch, generation: seq < head ? generation + head.toString(36) : generation, seq });
}

/** The seq after which to go on, or why there is none. */
function seqOf(database: Database, library: LibraryRow, epoch: string, text: string): number | Expired {
  const cursor = parseCursor(text);
  if (!cursor || cursor.epoch !== epoch) return 'cursor-expired';
  const row = sql(database, 'SELECT n, first_seq AS first FROM generations WHERE library = ? AND generation = ?').get(
    library.num,
    cursor.generation.slice(0, GENERATION_LENGTH),
  ) as { n: number; first: number } | undefined;
  if (!row) return 'cursor-expired';
  const next = sql(database, 'SELECT first_seq AS first FROM generations WHERE library = ? AND n > ? ORDER BY n LIMIT 1').get(
    library.num,
    row.n,
  ) as { first: number } | undefined;
  const last = next ? next.first - 1 : library.head;
  const seenHead =
    cursor.generation.length > GENERATION_LENGTH ? Number.parseInt(cursor.generation.slice(GENERATION_LENGTH), 36) : cursor.seq;
  if (!Number.isSafeInteger(seenHead) || seenHead < cursor.seq || seenHead < row.first - 1 || seenHead > last) return 'cursor-expired';
  return cursor.seq < library.floor ? 'cursor-compacted' : cursor.seq;
}

export interface Asked {
  readonly library: LibraryRow;
  readonly epoch: string;
  readonly generation: string;
  readonly cursor: string | null;
  readonly limit: number;
  readonly acknowledged: Acknowledged | null;
}

/** One page, as of the caller's transaction. */
export function readPage(database: Database, asked: Asked): FeedPage | Expired {
  const { library, epoch, generation, limit, acknowledged } = asked;
  const after = asked.cursor === null ? 0 : seqOf(database, library, epoch, asked.cursor);
  if (typeof after !== 'number') return after;
  const entries = sql(database, 'SELECT seq, json FROM entities WHERE library = ? AND seq > ? ORDER BY seq LIMIT ?').all(
    library.num,
    after,
    limit,
  ) as { seq: number; json: string }[];
  const reached = entries.length < limit ? library.head : (entries[entries.length - 1]?.seq ?? library.head);
  return { entries, cursor: cursorAt(epoch, generation, reached, library.head), complete: reached === library.head, acknowledged };
}
