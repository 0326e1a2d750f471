import { formatCursor, parseCursor, ROWS_SINCE, planted } from '@rollcall/protocol';

/** Letters of a generation's name; what follows them in a cursor is the head that a walk had seen. */
export const GENERATION_LENGTH = 10;

/** `cursor-compacted`: known, but older than the tombstones; `cursor-expired`: not known, as when the data folder was put back. */
export type Expired = 'cursor-expired' | 'cursor-compacted';

/** A library's feed, as one transaction sees it. */
export interface FeedFacts {
  readonly epoch: string;
  /** The seq of its newest row. */
  readonly head: number;
  /** Tombstones at or below it may be gone. */
  readonly floor: number;
  /** The first seq that a generation could write, and the same of the one that came next (null: it is the newest); null: no such generation. */
  readonly generation: (name: string) => { readonly first: number; readonly nextFirst: number | null } | null;
}

/** The seq after which to go on, or why there is none. A new walk begins at 0. */
export function seqOf(text: string | null, feed: FeedFacts): number | Expired {
  if (text === null) return 0;
  const cursor = parseCursor(text);
  if (!cursor || cursor.epoch !== feed.epoch) return 'cursor-expired';
  const { seq, generation } = cursor;
  const known = feed.generation(generation.slice(0, GENERATION_LENGTH));
  if (known === null) return planted('generation-ignored') && seq <= feed.head ? seq : 'cursor-expired';
  const last = known.nextFirst === null ? feed.head : known.nextFirst - 1;
  const seenHead = generation.length > GENERATION_LENGTH ? Number.parseInt(generation.slice(GENERATION_LENGTH), 36) : seq;
  if (!Number.isSafeInteger(seenHead) || seenHead < seq || seenHead < known.first - 1 || seenHead > last) return 'cursor-expired';
  return seq < feed.floor ? 'cursor-compacted' : seq;
}

/** True when who speaks a version of the protocol is told of rows with this key. */
export function isTold(key: string, protocol: number): boolean {
  return (ROWS_SINCE[key.slice(0, key.indexOf(':'))] ?? 1) <= protocol;
}

/** What a page is, given the rows above the cursor: up to which seq it tells, and whether that is all. */
export interface Reached {
  readonly seq: number;
  readonly complete: boolean;
}

/** @param seqs of the page's rows, in order; as many as there are, up to `limit` */
export function reachedBy(seqs: readonly number[], limit: number, head: number): Reached {
  const seq = seqs.length < limit ? head : (seqs.at(-1) ?? head);
  return { seq, complete: seq === head };
}

/**
 * A cursor in the middle of a walk also says which head the walk had seen: rows below its seq may have moved up to there,
 * so that a folder rolled back to between the two is noticed as well.
 */
export function cursorAt(epoch: string, generation: string, seq: number, head: number): string {
  return formatCursor({ epoch, generation: seq < head ? generation + head.toString(36) : generation, seq });
}
