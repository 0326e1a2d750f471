import { collectBefore, judgeQuarantined } from '@rollcall/core';
import type { ServerContext } from '../context.ts';
import { forgetCheck } from './checks.ts';
import {
  dropLoose,
  dueLoose,
  dueQuarantine,
  enterQuarantine,
  isDueLoose,
  isDueQuarantined,
  isReferred,
  isStored,
  leaveQuarantine,
  loosen,
  noteLoose,
  quarantinedSince,
  quarantineRows,
} from './loose.ts';

export type CollectContext = Pick<ServerContext, 'database' | 'write' | 'blobs' | 'log'> & {
  /** Time that this server saw pass, and the same at the last change of its epoch (null: never). Milliseconds. */
  readonly time: () => { readonly seen: number; readonly epochChanged: number | null };
};

export interface Collected {
  readonly quarantined: number;
  readonly deleted: number;
}

/** Blobs that are moved or deleted in one go; the next heartbeat goes on. */
const STEP = 1000;

/**
 * Takes bytes that nothing refers to out of use once nobody can rely on them any more, and deletes what was out of use for
 * long enough. Each is decided in a transaction and moved after it, in the blob's turn: wherever it is interrupted, `mend` finds the rest.
 */
export async function collect(context: CollectContext): Promise<Collected> {
  const { database, write } = context;
  const { seen, epochChanged } = context.time();
  const before = collectBefore(seen, epochChanged);
  await write(() => noteLoose(database, seen));
  let [quarantined, deleted] = [0, 0];
  for (const hash of before === null ? [] : dueLoose(database, before, STEP))
    quarantined += await quarantineOne(context, hash, before!, seen);
  for (const hash of dueQuarantine(database, seen, STEP)) deleted += await deleteOne(context, hash, seen);
  if (quarantined + deleted > 0) context.log('bytes that nothing refers to were collected', { quarantined, deleted });
  return { quarantined, deleted };
}

function quarantineOne(context: CollectContext, hash: string, before: number, seen: number): Promise<number> {
  const { database, write, blobs } = context;
  return blobs.inTurn(hash, async () => {
    const stat = await blobs.stat(hash);
    const moves = await write(() => {
      if (!isDueLoose(database, hash, before)) return false;
      forgetCheck(database, hash);
      if (stat) enterQuarantine(database, hash, stat.size, seen);
      else dropLoose(database, hash);
      return stat !== null;
    });
    if (moves) await blobs.quarantine(hash);
    return moves ? 1 : 0;
  });
}

function deleteOne(context: CollectContext, hash: string, seen: number): Promise<number> {
  const { database, write, blobs } = context;
  return blobs.inTurn(hash, async () => {
    const goes = await write(() => isDueQuarantined(database, hash, seen) && leaveQuarantine(database, hash));
    if (!goes) return 0;
    if (isStored(database, hash) && !(await blobs.stat(hash))) {
      // Cannot be, for whoever refers to bytes anew sends them anew; but bytes that are referred to are never deleted.
      await blobs.unquarantine(hash);
      return 0;
    }
    await blobs.dropQuarantined(hash);
    return 1;
  });
}

/** Rows looked at in one step. */
const LOOK = 500;

/** Brings rows and files of the quarantine together again, after a server that ended between the two or a data folder that was put back. */
export async function mendQuarantine(context: CollectContext): Promise<void> {
  const { database, write, blobs } = context;
  const { seen } = context.time();
  for await (const { hash, size } of blobs.quarantined())
    await blobs.inTurn(hash, async () => {
      const found = judgeQuarantined(isStored(database, hash), (await blobs.stat(hash)) !== null);
      if (found === 'keep') {
        if (quarantinedSince(database, hash) === null) await write(() => enterQuarantine(database, hash, size, seen));
        return;
      }
      await (found === 'bring-back' ? blobs.unquarantine(hash) : blobs.dropQuarantined(hash));
      await write(() => {
        leaveQuarantine(database, hash);
        loosen(database, hash, seen);
      });
    });
  const there = new Set<string>();
  for await (const { hash } of blobs.quarantined()) there.add(hash);
  for (let after = '', rows = quarantineRows(database, after, LOOK); rows.length > 0; rows = quarantineRows(database, after, LOOK)) {
    for (const hash of rows) if (!there.has(hash)) await mendRow(context, hash, seen);
    after = rows.at(-1) as string;
  }
}

/** A row without its file: the move is not done yet, or was undone, or the file is gone. */
function mendRow({ database, write, blobs }: CollectContext, hash: string, seen: number): Promise<void> {
  return blobs.inTurn(hash, async () => {
    const inUse = await blobs.stat(hash);
    await write(() => {
      leaveQuarantine(database, hash);
      // As if it had become loose just now: it waits its time once more.
      if (inUse) loosen(database, hash, seen);
    });
  });
}

/** Bytes on disk that no row knows, as a server leaves them that ended between the two: from now on they are loose. */
export async function findStrays(context: CollectContext): Promise<number> {
  const { database, write, blobs } = context;
  let strays = 0;
  let batch: string[] = [];
  const note = async (): Promise<void> => {
    const { seen } = context.time();
    const unknown = batch.filter((hash) => !isReferred(database, hash));
    batch = [];
    if (unknown.length > 0)
      strays += await write(() => {
        let found = 0;
        for (const hash of unknown) {
          if (isReferred(database, hash)) continue;
          found += database.prepare('INSERT OR IGNORE INTO loose_blobs (hash, since) VALUES (?, ?)').run(hash, seen).changes;
        }
        return found;
      });
  };
  for await (const { hash } of blobs.list()) {
    batch.push(hash);
    if (batch.length >= LOOK) await note();
  }
  await note();
  return strays;
}
