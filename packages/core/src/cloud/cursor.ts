import { formatCursor, parseCursor, ROWS_SINCE, planted } from '@rollcall/protocol';

/** Letters of a generation's name; what follows them in a cursor is the head that a walk had seen. */
export const GENERATION_LENGTH = 10;
/** Letters of a head, where another number follows it: the largest safe one, to the base of 36. */
const HEAD_LENGTH = 11;

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
  const { seen = seq, began } = walkOf(generation);
  const known = feed.generation(generation.slice(0, GENERATION_LENGTH));
  if (known === null) return planted('generation-ignored') && seq <= feed.head ? seq : 'cursor-expired';
  const last = known.nextFirst === null ? feed.head : known.nextFirst - 1;
  if (!Number.isSafeInteger(seen) || seen < seq || seen < known.first - 1 || seen > last) return 'cursor-expired';
  if (began !== null && !(began <= seen)) return 'cursor-expired';
  // Who began at nothing has met no photo whose tombstone was there already, or gone: only of later ones it may lack the word.
  return Math.max(seq, began ?? 0) < feed.floor ? 'cursor-compacted' : seq;
}

/** What a cursor's generation says of a walk in its middle, after the generation's name. */
function walkOf(generation: string): { readonly seen: number | undefined; readonly began: number | null } {
  const seen = generation.slice(GENERATION_LENGTH, GENERATION_LENGTH + HEAD_LENGTH);
  const began = generation.slice(GENERATION_LENGTH + HEAD_LENGTH);
  return { seen: seen === '' ? undefined : Number.parseInt(seen, 36), began: began === '' ? null : Number.parseInt(began, 36) };
}

/** The head when the walk began that a cursor is in, of a walk that began at nothing; null: it is of another, or in none. */
export function walkBegan(text: string | null, head: number): number | null {
  return text === null ? head : walkOf(parseCursor(text)?.generation ?? '').began;
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

/** Where a page ends. */
export interface PageEnd {
  readonly seq: number;
  readonly head: number;
  /** What `walkBegan` says of the cursor that was asked with. */
  readonly began: number | null;
}

/**
 * A cursor in the middle of a walk also says which head the walk had seen: rows below its seq may have moved up to there,
 * so that a folder rolled back to between the two is noticed as well. One that began at nothing says at which head it began, too:
 * it goes on below the floor, where it must begin, and would else begin again for ever.
 */
export function cursorAt(epoch: string, generation: string, { seq, head, began }: PageEnd): string {
  if (seq >= head) return formatCursor({ epoch, generation, seq });
  const seen = head.toString(36);
  const walk = began === null ? seen : seen.padStart(HEAD_LENGTH, '0') + began.toString(36);
  return formatCursor({ epoch, generation: generation + walk, seq });
}
