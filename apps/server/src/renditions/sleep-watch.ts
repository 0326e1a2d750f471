import { isAwake } from './use.ts';

/** Milliseconds of processor time of a worker that sleeps: that of looking whether its server is there still. */
const SLEEPER = 50;

/**
 * Sees whether a worker sleeps for good: nothing of it goes on, or wants to. One that waits for its turn on a busy machine does not sleep.
 * @param most looks after which it does
 * @param every its threads are looked at now and then only, for that costs more than the look at its time: after so many looks
 * @returns to be asked at each look, with the processor time that it has taken so far, in milliseconds
 */
export function openSleepWatch(pid: number, most: number, every: number): (milliseconds: number) => Promise<boolean> {
  let since = 0;
  let took: number | null = null;
  return async (milliseconds) => {
    since += 1;
    took ??= milliseconds;
    const isAtWork = milliseconds - took > SLEEPER || (since % every === 0 && (await isAwake(pid)));
    if (isAtWork) [since, took] = [0, milliseconds];
    return since >= most;
  };
}
