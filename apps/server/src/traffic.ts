import type { Clock } from './context.ts';

/** Bytes a second from which on a server counts as busy with photos that come. */
const HEAVY = 10_000_000;
/** Milliseconds over which they are counted. */
const SPAN = 1000;

/** How much is being uploaded: what can wait gives way. */
export interface Traffic {
  arrived(bytes: number): void;
  readonly heavy: boolean;
}

export function countTraffic(clock: Clock): Traffic {
  let [since, bytes, before] = [clock.now(), 0, 0];
  const turn = (): void => {
    const passed = clock.now() - since;
    if (passed >= 0 && passed < SPAN) return;
    before = passed >= 0 && passed < 2 * SPAN ? bytes : 0;
    [since, bytes] = [clock.now(), 0];
  };
  return {
    arrived(more) {
      turn();
      bytes += more;
    },
    get heavy() {
      turn();
      return Math.max(before, bytes) * (1000 / SPAN) > HEAVY;
    },
  };
}
