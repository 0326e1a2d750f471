import { LIMITS, type CountsTold, type Device, type Reason, type Silence } from '@rollcall/protocol';

/** What is known of when a device was last heard from. Times are times that the server saw pass; milliseconds. */
export interface Heard {
  /** It listens just now. */
  readonly connected: boolean;
  /** How much time the server had seen pass when it heard the last word. */
  readonly seen: number;
  /** The same by the server's clock, milliseconds since 1970; only told to people. */
  readonly at: number;
}

/** Photos of a device that are not in the cloud, and should be: not those that only wait for something else. */
export function notSafeOf({ moving, waiting, held, failing, needsYou, alsoSafe = 0 }: CountsTold): number {
  return Math.max(0, moving + waiting + held + failing + needsYou - alsoSafe);
}

/**
 * Is a device to be told of as silent? Only time that the server saw pass counts: neither a clock that jumps nor a server that was off
 * makes a device silent.
 * @param seen time that the server saw pass until now
 * @param counts what the device told last; null: nothing
 */
export function silenceOf(heard: Heard, seen: number, counts: CountsTold | null, after: number = LIMITS.silentAfter): Silence | null {
  if (heard.connected || seen - heard.seen < after) return null;
  return { since: heard.at, notSafe: counts === null ? null : notSafeOf(counts) };
}

/** The silence of a device, as any reason is told; null: it is not silent. */
export function silenceReason({ name, silent }: Pick<Device, 'name' | 'silent'>): Reason | null {
  if (silent === null) return null;
  return { code: 'device-silent', since: silent.since, evidence: { deviceName: name, heard: silent.since, notSafe: silent.notSafe } };
}
