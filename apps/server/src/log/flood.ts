/** Lines of one kind that are written in one stretch of time, and kinds that are told apart in it. */
const MOST_LINES = 20;
const MOST_KINDS = 500;
/** Milliseconds. */
export const STRETCH = 60_000;

/** What is left of a kind of which there were too many. */
export interface LeftOut<T> {
  /** The first of them. */
  readonly like: T;
  readonly count: number;
}

/** Keeps what says the same again and again from filling a log: a few are written, the others counted. */
export class Flood<T> {
  readonly #kinds = new Map<string, { like: T; lines: number; leftOut: number }>();
  #since: number;

  constructor(now: number) {
    this.#since = now;
  }

  /** Whether this line is to be written. */
  takes(kind: string, like: T): boolean {
    const key = this.#kinds.size < MOST_KINDS || this.#kinds.has(kind) ? kind : '';
    const known = this.#kinds.get(key) ?? { like, lines: 0, leftOut: 0 };
    this.#kinds.set(key, known);
    if (known.lines < MOST_LINES) known.lines += 1;
    else known.leftOut += 1;
    return known.leftOut === 0;
  }

  /** What was left out, once the stretch is over; a new one begins then. */
  turn(now: number): readonly LeftOut<T>[] {
    return now - this.#since < STRETCH ? [] : this.end(now);
  }

  end(now: number): readonly LeftOut<T>[] {
    const over = [...this.#kinds.values()].filter(({ leftOut }) => leftOut > 0).map(({ like, leftOut }) => ({ like, count: leftOut }));
    this.#kinds.clear();
    this.#since = now;
    return over;
  }
}
