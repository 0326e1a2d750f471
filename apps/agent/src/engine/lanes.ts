import { Ranked, type LaneName } from '@rollcall/core';

/** How many run at once: reading is bound by the disk, sending and fetching by the link. */
export const LANE_WIDTH: Record<LaneName, number> = { read: 2, send: 6, fetch: 6, disk: 2 };

/** A queue of units of work, each at most once, run a few at a time: the highest rank first, then in the order in which they came. */
export class Lane {
  readonly #width: number;
  readonly #run: (unit: string) => Promise<void>;
  readonly #rank: ((unit: string) => number) | null;
  #beginning = false;
  readonly #queue = new Ranked<string>();
  readonly #running = new Set<string>();
  /** Units whose work stands still and cannot be ended: they hold nobody else up, and do not begin again before they end. */
  readonly #givenUp = new Set<string>();

  constructor(width: number, run: (unit: string) => Promise<void>, rank: ((unit: string) => number) | null = null) {
    this.#width = width;
    this.#run = run;
    this.#rank = rank;
  }

  add(unit: string): void {
    if (this.#running.has(unit) || this.#givenUp.has(unit) || this.#queue.has(unit)) return;
    this.#queue.add(unit, this.#rank?.(unit) ?? 0);
    if (this.#rank === null) this.#next();
    else this.#begin();
  }

  /** What is added in one go is there before the first of it begins: which that is, the ranks say. */
  #begin(): void {
    if (this.#beginning) return;
    this.#beginning = true;
    setImmediate(() => {
      this.#beginning = false;
      this.#next();
    });
  }

  /** Takes a unit that has not begun out of the queue. */
  remove(unit: string): void {
    this.#queue.delete(unit);
  }

  /** Its place is another's now, if it runs; at most as many as run at once are given up. */
  giveUp(unit: string): void {
    if (this.#givenUp.size >= this.#width || !this.#running.delete(unit)) return;
    this.#givenUp.add(unit);
    this.#next();
  }

  runs(unit: string): boolean {
    return this.#running.has(unit) || this.#givenUp.has(unit);
  }

  has(unit: string): boolean {
    return this.#queue.has(unit) || this.#running.has(unit);
  }

  get size(): number {
    return this.#queue.size + this.#running.size;
  }

  clear(): void {
    this.#queue.clear();
  }

  #next(): void {
    while (this.#running.size < this.#width) {
      const unit = this.#queue.take();
      if (unit === undefined) return;
      this.#running.add(unit);
      void this.#run(unit).finally(() => {
        this.#running.delete(unit);
        this.#givenUp.delete(unit);
        this.#next();
      });
    }
  }
}
