import type { LaneName } from '@rollcall/core';

/** How many run at once: reading is bound by the disk, sending and fetching by the link. */
export const LANE_WIDTH: Record<LaneName, number> = { read: 2, send: 6, fetch: 6, disk: 2 };

/** A queue of units of work, each at most once, run a few at a time. */
export class Lane {
  readonly #width: number;
  readonly #run: (unit: string) => Promise<void>;
  readonly #queue = new Set<string>();
  readonly #running = new Set<string>();
  /** Units whose work stands still and cannot be ended: they hold nobody else up, and do not begin again before they end. */
  readonly #givenUp = new Set<string>();

  constructor(width: number, run: (unit: string) => Promise<void>) {
    this.#width = width;
    this.#run = run;
  }

  add(unit: string): void {
    if (this.#running.has(unit) || this.#givenUp.has(unit)) return;
    this.#queue.add(unit);
    this.#next();
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
      const [unit] = this.#queue;
      if (unit === undefined) return;
      this.#queue.delete(unit);
      this.#running.add(unit);
      void this.#run(unit).finally(() => {
        this.#running.delete(unit);
        this.#givenUp.delete(unit);
        this.#next();
      });
    }
  }
}
