import type { Pace, Signal } from './ports.ts';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** Requests in a row that bring nothing forward, before a transfer gives up. */
export const TRIES = 6;

/**
 * Bounded tries with back-off and full jitter. Any byte that arrives makes the patience whole again.
 */
export interface Patience {
  /** The last try brought something forward. */
  renew(): void;
  /** Waits before the next try; false: there is none, or the transfer was stopped. `least` in milliseconds: what the server asked for. */
  again(least?: number): Promise<boolean>;
}

export function patience(pace: Pace, signal: Signal | undefined, tries: number): Patience {
  let failed = 0;
  return {
    renew: () => {
      failed = 0;
    },
    again: async (least = 0) => {
      failed += 1;
      if (failed >= tries || signal?.aborted) return false;
      await pace.wait(pauseAfter(failed, least, pace.random()), signal);
      return !signal?.aborted;
    },
  };
}

/**
 * How long to wait after `failed` tries in a row that brought nothing forward, milliseconds.
 * @param least what the server asked for
 * @param random 0 up to, but not including, 1
 */
export function pauseAfter(failed: number, least: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failed - 1));
  return Math.max(Math.min(least, LONGEST_WAIT), longest * random);
}

/** `Retry-After` in seconds (RFC 9110 section 10.2.3), as milliseconds. Dates are not read: a device's clock may be wrong. */
export function retryAfter(value: string | null): number {
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) * 1000 : 0;
}
