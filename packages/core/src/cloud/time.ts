import { LIMITS, planted } from '@rollcall/protocol';

/** Time that counts at most between two heartbeats: a clock that jumps empties no trash. */
const HEARTBEAT_COUNTS = 3_600_000;

/**
 * Milliseconds that a server has seen pass, over all its runs, at a heartbeat.
 * @param heartbeat the server's clock at the last one; at the start of a run it begins anew, for time before that was not seen
 */
export function timeSeen(seen: number, heartbeat: number, now: number): number {
  if (planted('clock-jump-expires')) return seen + Math.max(now - heartbeat, 0);
  return seen + Math.min(Math.max(now - heartbeat, 0), HEARTBEAT_COUNTS);
}

/** What came into Recently Deleted at this moment or before leaves it for good. Times are times that the server saw pass. */
export function trashDue(seen: number): number {
  return seen - LIMITS.trash;
}

/** Every device had the time to hear of tombstones from this moment or before. */
export function tombstonesDue(seen: number): number {
  return seen - LIMITS.tombstone;
}

/** Libraries that were closed at this moment or before end. */
export function closingDue(seen: number): number {
  return seen - LIMITS.closing;
}

/** When a library ends that was closed at `since`; by the clock `now`, if the server runs until then. */
export function closesOn(since: number, seen: number, now: number): number {
  return now + Math.max(0, since - closingDue(seen));
}

/** Of libraries that ended at this moment or before nothing is told any more. */
export function closedDue(seen: number): number {
  return seen - LIMITS.closed;
}

/** The floor of a library after rows with these seqs were taken out of its feed: cursors below it have expired. */
export function floorAfter(floor: number, seqs: readonly number[]): number {
  return planted('floor-ignored') ? floor : Math.max(floor, ...seqs);
}
