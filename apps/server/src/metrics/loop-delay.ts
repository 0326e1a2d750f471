import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds: of one stretch, and between two looks in it. */
const STRETCH = 15_000;
const RESOLUTION = 50;

export interface LoopDelay {
  /** How long a stretch is. */
  readonly seconds: number;
  /** Of the last whole stretch, in seconds. */
  last(): { readonly half: number; readonly most: number; readonly longest: number };
  close(): void;
}

/** Measures how late the one thread comes to what is due, stretch by stretch, so that several may ask. */
export function watchLoopDelay(): LoopDelay {
  const measured = monitorEventLoopDelay({ resolution: RESOLUTION });
  measured.enable();
  let last = { half: 0, most: 0, longest: 0 };
  // The time between two looks is measured; what is over is the delay.
  const late = (nanoseconds: number): number => (measured.count === 0 ? 0 : Math.max(0, nanoseconds / 1e9 - RESOLUTION / 1000));
  const turning = setInterval(() => {
    last = { half: late(measured.percentile(50)), most: late(measured.percentile(99)), longest: late(measured.max) };
    measured.reset();
  }, STRETCH);
  turning.unref();
  return {
    seconds: STRETCH / 1000,
    last: () => last,
    close: () => {
      clearInterval(turning);
      measured.disable();
    },
  };
}
