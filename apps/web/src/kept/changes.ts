import { say, type Change, type ChangeName, type MutationResult, type RejectedCode } from '@rollcall/protocol';

/** A change that was made here and is not in the cloud yet. */
export interface WaitingChange {
  /** Counts up: in this order they were made, and are sent. */
  readonly n: number;
  /** Minted once: however often it is sent, it takes effect once. */
  readonly id: string;
  readonly change: Change;
  /** When it was made, by this browser's clock; milliseconds since 1970. */
  readonly at: number;
}

/** A change that was not made in the end. */
export interface RefusedChange {
  readonly n: number;
  readonly change: Change;
  /** null: the whole question was refused. */
  readonly code: RejectedCode | null;
  /** Why, as the server told it. */
  readonly words: string;
}

/** Changes that wait at most; more are not taken. */
export const MOST_WAITING = 5_000;

export const TOO_MANY = say(
  'Too many changes wait for the network. Connect to your server, wait until they are sent, and then do it again; what waits is kept.',
);

/** Those that need nothing but the library as it is known here: no bytes, no password, and nothing that only the server knows. */
const QUEUED: readonly ChangeName[] = [
  'asset.set',
  'asset.trash',
  'asset.restore',
  'album.create',
  'album.set',
  'album.delete',
  'album.add',
  'album.move',
  'album.remove',
];

/** Whether it can be made here first, and sent later. */
export function canWait({ name }: Change): boolean {
  return QUEUED.includes(name);
}

export interface Settled {
  /** Those that were made, or were so already. */
  readonly done: readonly number[];
  readonly refused: readonly RefusedChange[];
}

/** What became of the changes that were sent. One of which nothing was said stays, and is sent again. */
export function settle(
  sent: readonly WaitingChange[],
  results: readonly { readonly id: string; readonly result: MutationResult }[],
): Settled {
  const said = new Map(results.map(({ id, result }) => [id, result]));
  const done: number[] = [];
  const refused: RefusedChange[] = [];
  for (const { n, id, change } of sent) {
    const result = said.get(id);
    if (result === undefined) continue;
    if (result.status === 'rejected') refused.push({ n, change, code: result.code, words: result.words });
    else done.push(n);
  }
  return { done, refused };
}

/** Those that were waiting and are not any more: made by whichever page of this browser sent them, or refused. */
export function gone(before: readonly WaitingChange[], now: readonly WaitingChange[]): readonly WaitingChange[] {
  const still = new Set(now.map(({ n }) => n));
  return before.filter(({ n }) => !still.has(n));
}
