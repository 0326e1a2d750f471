import { CHAIN_START, type Acknowledged, type MutationResult } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import type { ChainRefusal, LinkedMutation } from './store.ts';

/** Results remembered for each device and epoch, by count back from its newest; a device's outbox that was not told for longer is taken for a clone's. */
const REMEMBERED = 50_000;

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

/** Undefined when every mutation is either one seen before, with the same hash, or the very next of the chain. */
export function refuseChain(database: Database, key: ChainKey, mutations: readonly LinkedMutation[]): ChainRefusal | undefined {
  let head = acknowledgedOf(database, key);
  for (const { mutation, hash } of mutations) {
    if (mutation.epoch !== key.epoch)
      return { applied: false, why: 'wrong-epoch', epoch: key.epoch, taken: acknowledgedOf(database, { ...key, epoch: mutation.epoch }) };
    if (mutation.n > head.n + 1) return { applied: false, why: 'mutation-gap', expected: head.n + 1 };
    const fits =
      mutation.n === head.n + 1
        ? mutation.previous === head.hash
        : hash === (mutation.n === head.n ? head.hash : outcome(database, key, mutation.n)?.hash);
    if (!fits) return { applied: false, why: 'device-forked', n: mutation.n };
    if (mutation.n === head.n + 1) head = { n: mutation.n, hash };
  }
  return undefined;
}

/** What was answered then; undefined: this one is new. */
export function remembered(database: Database, key: ChainKey, n: number): MutationResult | undefined {
  const row = outcome(database, key, n);
  return row && (JSON.parse(row.result) as MutationResult);
}

export function remember(database: Database, key: ChainKey, link: Acknowledged, result: MutationResult): void {
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
  if (link.n > REMEMBERED)
    sql(database, 'DELETE FROM outcomes WHERE library = ? AND device_id = ? AND epoch = ? AND n = ?').run(
      library,
      deviceId,
      epoch,
      link.n - REMEMBERED,
    );
}
