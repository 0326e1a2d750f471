import { REMEMBERED_RESULTS, type Chain } from '@rollcall/core';
import { CHAIN_START, type Acknowledged, type MutationResult } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

export interface ChainKey {
  readonly library: number;
  readonly deviceId: string;
  readonly epoch: string;
}

export function acknowledgedOf(database: Database, { library, deviceId, epoch }: ChainKey): Acknowledged {
  const row = sql(database, 'SELECT n, hash FROM chains WHERE library = ? AND device_id = ? AND epoch = ?').get(
    library,
    deviceId,
    epoch,
  ) as Acknowledged | undefined;
  return row ?? { n: 0, hash: CHAIN_START };
}

function outcome(database: Database, { library, deviceId, epoch }: ChainKey, n: number): { hash: string; result: string } | undefined {
  return sql(database, 'SELECT hash, result FROM outcomes WHERE library = ? AND device_id = ? AND epoch = ? AND n = ?').get(
    library,
    deviceId,
    epoch,
    n,
  ) as { hash: string; result: string } | undefined;
}

/** A device's chain, as the caller's transaction sees it. */
export function chainOf(database: Database, key: ChainKey): Chain {
  return {
    epoch: key.epoch,
    head: () => acknowledgedOf(database, key),
    headIn: (epoch) => acknowledgedOf(database, { ...key, epoch }),
    outcome: (n) => {
      const row = outcome(database, key, n);
      return row ? { hash: row.hash, result: JSON.parse(row.result) as MutationResult } : null;
    },
    remember: (link, result) => remember(database, key, link, result),
  };
}

function remember(database: Database, key: ChainKey, link: Acknowledged, result: MutationResult): void {
  const { library, deviceId, epoch } = key;
  sql(database, 'INSERT INTO outcomes (library, device_id, epoch, n, hash, result) VALUES (?, ?, ?, ?, ?, ?)').run(
    library,
    deviceId,
    epoch,
    link.n,
    link.hash,
    JSON.stringify(result),
  );
  sql(
    database,
    'INSERT INTO chains (library, device_id, epoch, n, hash) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = excluded.n, hash = excluded.hash',
  ).run(library, deviceId, epoch, link.n, link.hash);
  if (link.n > REMEMBERED_RESULTS)
    sql(database, 'DELETE FROM outcomes WHERE library = ? AND device_id = ? AND epoch = ? AND n = ?').run(
      library,
      deviceId,
      epoch,
      link.n - REMEMBERED_RESULTS,
    );
}
