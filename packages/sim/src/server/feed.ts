import { cursorAt, isTold, reachedBy, seqOf, walkBegan } from '@rollcall/core';
import { CHAIN_START, entityKey, type Acknowledged, type ChangesPage } from '@rollcall/protocol';
import { keyOf, type Tables } from './tables.ts';

export function acknowledgedOf(tables: Tables, library: string, deviceId: string, epoch: string): Acknowledged {
  return tables.chains.get(`${keyOf(library, deviceId)} ${epoch}`) ?? { n: 0, hash: CHAIN_START };
}

export type Page = { readonly ok: true; readonly page: ChangesPage } | { readonly ok: false; readonly why: 'unknown' | 'compacted' };

export interface PageAsked {
  readonly library: string;
  readonly cursor: string | null;
  readonly limit: number;
  readonly acknowledged: Acknowledged | null;
  /** The version that whoever asks can read. */
  readonly protocol: number;
}

/** One page of the feed, as of now. */
export function readPage(tables: Tables, { library, cursor, limit, acknowledged, protocol }: PageAsked): Page {
  const epoch = tables.fact('epoch') ?? '';
  const { head, floor } = tables.library(library);
  const own = [...tables.generations.values()].filter((row) => row.library === library);
  const generation = (name: string): { first: number; nextFirst: number | null } | null => {
    const at = own.findIndex((row) => row.generation === name);
    const row = own[at];
    return row ? { first: row.first, nextFirst: own[at + 1]?.first ?? null } : null;
  };
  const after = seqOf(cursor, { epoch, head, floor, generation });
  if (typeof after !== 'number') return { ok: false, why: after === 'cursor-compacted' ? 'compacted' : 'unknown' };
  const rows = tables.index(library).rows.filter(({ seq, entity }) => seq > after && isTold(entityKey(entity), protocol));
  const changes = rows.slice(0, limit).map(({ seq, entity }) => ({ seq, entity }));
  const reached = reachedBy(
    changes.map(({ seq }) => seq),
    limit,
    head,
  );
  const told = cursorAt(epoch, tables.fact('generation') ?? '', { seq: reached.seq, head, began: walkBegan(cursor, head) });
  return { ok: true, page: { changes, cursor: told, complete: reached.complete, acknowledged } };
}
