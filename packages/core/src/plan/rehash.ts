/** Everything is read again at least this often: 30 days. */
export const REHASH_PERIOD_MS = 30 * 24 * 3_600_000;
/** The pause between two files: never shorter, so that a device stays quiet; never longer, so that few files are done soon. */
const SHORTEST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 600_000;

/**
 * When the next file is to be hashed again, milliseconds: a file rests for half the period, and the other half is shared among
 * all, so that each has its turn within the period. What is overdue (the device was off) comes as fast as it may.
 * `oldest` is when the file that waits longest was hashed, null: never that is known; `last` when one was hashed again last.
 */
export function nextRehash(turn: {
  readonly oldest: number | null;
  readonly files: number;
  readonly last: number;
  readonly now: number;
}): number {
  const { oldest, files, last, now } = turn;
  const overdue = oldest !== null && now - oldest >= REHASH_PERIOD_MS;
  const share = REHASH_PERIOD_MS / 2 / Math.max(1, files);
  const pause = overdue ? SHORTEST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, share));
  return Math.max(oldest === null ? 0 : oldest + REHASH_PERIOD_MS / 2, last + pause);
}
