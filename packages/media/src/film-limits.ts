/** Seconds of processor time for a stream: for each second of film, at least, and at most. */
const WORK_A_SECOND = 4;
const LEAST_WORK = 3600;
const MOST_WORK = 6 * 3600;
/** Seconds by the clock for each second of processor time, and milliseconds at least. */
const CLOCK = 2;
const LEAST_TIME = 3 * 3_600_000;

/** Milliseconds by the clock after which no stream is being made any more. */
export const STREAM_MOST_TIME = Math.max(LEAST_TIME, MOST_WORK * CLOCK * 1000);

export interface FilmLimits {
  /** Milliseconds by the clock. */
  readonly timeLimit: number;
  /** Whole seconds of processor time. */
  readonly work: number;
}

/** What a stream may take. A film that says to be longer than it is gains nothing by it. @param duration seconds; null: the film does not say */
export function streamLimits(duration: number | null): FilmLimits {
  const work = Math.ceil(Math.min(MOST_WORK, Math.max(LEAST_WORK, (duration ?? 0) * WORK_A_SECOND)));
  return { work, timeLimit: Math.max(LEAST_TIME, work * CLOCK * 1000) };
}
