import { simulatedCause, type Trouble } from '@rollcall/core';
import { Allowance } from '../conditions/allowance.ts';
import { gateOf } from '../conditions/gate-of.ts';
import { Lookout } from '../conditions/lookout.ts';
import { systemProbe } from '../conditions/system.ts';
import { answeredAt, waySeen } from '../conditions/way-seen.ts';
import type { Device } from '../device.ts';

/** How soon a setting, or a condition that is simulated, is heeded. */
const HEED_MS = 250;

/** What the settings of a device allow while a command works that has it to itself. */
export interface Allowed {
  /** What does not let it go on; empty: nothing. */
  readonly held: readonly Trouble[];
  /** Ends a transfer that begins now as soon as it may not go on. */
  readonly photos: AbortSignal;
  stop(): void;
}

export interface AllowedEvents {
  /** It may not go on, for this reason. */
  barred(cause: Pick<Trouble, 'code' | 'evidence'>): void;
  broke(error: unknown): void;
}

/** Looks all the time whether the link may be used, as a running agent does; every request asks first, and is slowed or counted as the settings want it. */
export async function keepToSettings({ store, identity, connection }: Device, { barred, broke }: AllowedEvents): Promise<Allowed> {
  const tried = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      broke(error);
    }
  };
  const lookout: Lookout = new Lookout(systemProbe(), store, Date.now, { changed: () => tried(() => allowance.check()), broke });
  const allowance: Allowance = new Allowance(store, lookout, () => connection.http.traffic, Date.now, {
    heldChanged: () => {
      const [first] = allowance.held;
      if (first !== undefined) barred(first);
    },
    rulesChanged: () => undefined,
    simulatedChanged: () => {
      const cause = simulatedCause(waySeen(lookout.readings, identity.server, { lastSuccess: answeredAt(store), skew: null, pace: null }));
      if (cause !== null) barred(cause);
    },
  });
  const timer = setInterval(() => tried(() => allowance.check()), HEED_MS);
  const stop = (): void => {
    clearInterval(timer);
    lookout.stop();
    connection.guard(null);
  };
  try {
    await lookout.start();
    allowance.check();
    connection.guard(gateOf(allowance, Date.now));
  } catch (error) {
    stop();
    throw error;
  }
  return {
    get held() {
      return allowance.held;
    },
    get photos() {
      return allowance.photos;
    },
    stop,
  };
}
