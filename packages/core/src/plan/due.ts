/** No try waits for longer than half an hour. */
const LONGEST_WAIT_MS = 3_600_000;

/** The time for the next try has come; or it lies so far ahead that the clock must have been set back since it was noted. */
export function hasCome(at: number, now: number): boolean {
  return at <= now || at - now > LONGEST_WAIT_MS;
}
