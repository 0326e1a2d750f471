import { CHAIN_START, formatCursor, parseCursor, type Acknowledged, type ChangesPage } from '@rollcall/protocol';
import { keyOf, type Tables } from './tables.ts';

const GENERATION_LENGTH = 10;

export function acknowledgedOf(tables: Tables, library: string, deviceId: string, epoch: string): Acknowledged {
  return tables.chains.get(`${keyOf(library, deviceId)} ${epoch}`) ?? { n: 0, hash: CHAIN_START };
}

export type Page = { readonly ok: true; readonly page: ChangesPage } | { readonly ok: false; readonly why: 'unknown' | 'compacted' };

/** The seq after which to go on, or why there is none. */
function seqOf(tables: Tables, library: string, epoch: string, text: string): number | 'unknown' | 'compacted' {
  const cursor = parseCursor(text);
  if (!cursor || cursor.epoch !== epoch) return 'unknown';
  const { head, floor } = tables.library(library);
  const own = [...tables.generations.values()].filter((row) => row.library === library);
  const at = own.findIndex(({ generation }) => generation === cursor.generation.slice(0, GENERATION_LENGTH));
  const row = own[at];
  if (!row) return 'unknown';
  const next = own[at + 1];
  const last = next ? next.first - 1 : head;
  const seenHead =
    cursor.generation.length > GENERATION_LENGTH ? Number.parseInt(cursor.generation.slice(GENERATION_LENGTH), 36) : cursor.seq;
  if (!Number.isSafeInteger(seenHead) || seenHead < cursor.seq || seenHead < row.first - 1 || seenHead > last) return 'unknown';
  return cursor.seq < floor ? 'compacted' : cursor.seq;
}

export interface PageAsked {
  readonly library: string;
  readonly cursor: string | null;
  readonly limit: number;
  readonly acknowledged: Acknowledged | null;
}

/** One page of the feed, as of now. */
export function readPage(tables: Tables, { library, cursor, limit, acknowledged }: PageAsked): Page {
  const epoch = tables.fact('epoch') ?? '';
  const after = cursor === null ? 0 : seqOf(tables, library, epoch, cursor);
  if (typeof after !== 'number') return { ok: false, why: after };
  const { head } = tables.library(library);
  const rows = tables.index(library).rows.filter(({ seq }) => seq > after);
  const changes = rows.slice(0, limit).map(({ seq, entity }) => ({ seq, entity }));
  const reached = changes.length < limit ? head : (changes.at(-1)?.seq ?? head);
  const generation = tables.fact('generation') ?? '';
  const told = formatCursor({ epoch, generation: reached < head ? generation + head.toString(36) : generation, seq: reached });
  return { ok: true, page: { changes, cursor: told, complete: reached === head, acknowledged } };
}
