import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { forgetCheck, recordCheck, type Found } from './checks.ts';
import type { BytesContext } from './context.ts';
import { codeOf } from './file-error.ts';
import { isStored } from './loose.ts';
import { checkStored, ReadingStopped, type Pace } from './verified.ts';

export type ScrubContext = Pick<BytesContext, 'blobs' | 'database' | 'write' | 'clock' | 'log'>;

/** What a library refers to and is not as it should be. `unreadable`: the system could not read it; that may pass. */
export interface BadBlob {
  readonly hash: string;
  readonly size: number;
  readonly why: Exclude<Found, 'sound'> | 'unreadable';
}

/** Blobs looked up in one go. */
const STEP = 200;
/** What a disk answers when its bytes cannot be had any more. */
const LOST = new Set(['EIO', 'EBADMSG', 'EUCLEAN', 'EILSEQ']);

export interface Referred {
  readonly hash: string;
  readonly size: number;
}

/** What libraries refer to, each name once, in the order of names. */
export function referred(db: Database, after: string, limit: number): Referred[] {
  return sql(
    db,
    `SELECT hash, max(size) AS size FROM ledger INDEXED BY ledger_by_hash
     WHERE hash > ? AND state <> 'reserved' GROUP BY hash ORDER BY hash LIMIT ?`,
  ).all(after, limit) as Referred[];
}

export interface Checked extends Referred {
  /** Null: its bytes hash to its name. */
  readonly bad: BadBlob | null;
}

/** Hashes everything that is referred to again, from after `after` on, one blob at a time, and remembers what it finds. */
export async function* scrub(context: ScrubContext, after: string, pace?: Pace): AsyncGenerator<Checked> {
  for (let at = after; ;) {
    const step = referred(context.database, at, STEP);
    if (step.length === 0) return;
    for (const blob of step) {
      at = blob.hash;
      const why = await look(context, blob, pace);
      if (why === 'forgotten') continue;
      yield { ...blob, bad: why === 'sound' ? null : { ...blob, why } };
    }
  }
}

async function look(context: ScrubContext, { hash, size }: Referred, pace?: Pace): Promise<Found | 'unreadable' | 'forgotten'> {
  try {
    const { state } = await checkStored(context, hash, pace);
    if (state === 'stored') return 'sound';
    // It may have been purged since the names were read.
    const forgotten = await context.write(() => {
      if (isStored(context.database, hash)) return false;
      forgetCheck(context.database, hash);
      return true;
    });
    if (forgotten) return 'forgotten';
    context.log(state === 'missing' ? 'stored bytes are missing' : 'stored bytes are damaged', { hash, size }, 'warn');
    return state;
  } catch (error) {
    if (error instanceof ReadingStopped) throw error;
    context.log('stored bytes cannot be read', { hash, size, error });
    if (!LOST.has(codeOf(error))) return 'unreadable';
    const stat = await context.blobs.stat(hash).catch(() => null);
    await context.write(() => recordCheck(context.database, hash, stat, 'damaged', context.clock.now()));
    return 'damaged';
  }
}
