import { message, say } from '@rollcall/protocol';
import type { Clock } from '../context.ts';
import { Refused } from '../refused.ts';

const WINDOW = 5 * 60_000;
/** Wrong passwords for one e-mail address from one place, and from one place in all. */
const PER_EMAIL = 10;
const PER_ADDRESS = 50;
const KEYS = 20_000;

/** What is guessed. */
export type Guessed = 'passwords' | 'codes';

const TOO_MANY: Record<Guessed, string> = {
  passwords: message('Too many wrong passwords. Try again in {seconds} seconds.'),
  codes: message('Too many wrong codes. Try again in {seconds} seconds.'),
};

/** Counts wrong passwords and codes, so that guessing is slow. A right one clears the count of its own e-mail address. */
export interface Attempts {
  /** Throws `rate-limited` with the seconds to wait; otherwise counts as wrong until `right` is called. */
  begin(address: string, email: string, what?: Guessed): { readonly right: () => void };
}

export function countAttempts(clock: Clock): Attempts {
  const tries = new Map<string, number[]>();
  const recent = (key: string): number[] => (tries.get(key) ?? []).filter((at) => at > clock.now() - WINDOW && at <= clock.now());
  const note = (key: string, times: number[]): void => {
    tries.delete(key);
    if (times.length > 0) tries.set(key, times);
    // The oldest goes: a flood of made-up addresses must not fill the memory.
    if (tries.size > KEYS) tries.delete(tries.keys().next().value as string);
  };
  return {
    begin(address, email, what = 'passwords') {
      const limits: [string, number][] = [
        [`${address} ${email.toLowerCase()}`, PER_EMAIL],
        [address, PER_ADDRESS],
      ];
      for (const [key, most] of limits) {
        const times = recent(key);
        const [first] = times;
        if (times.length < most || first === undefined) continue;
        const seconds = Math.max(1, Math.ceil((first + WINDOW - clock.now()) / 1000));
        throw new Refused('rate-limited', say(TOO_MANY[what], { seconds: String(seconds) }), { seconds });
      }
      for (const [key] of limits) note(key, [...recent(key), clock.now()]);
      return {
        right: () => {
          note(`${address} ${email.toLowerCase()}`, []);
          note(address, recent(address).slice(0, -1));
        },
      };
    },
  };
}
