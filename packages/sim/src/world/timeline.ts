/** Something that will happen, unless it is called off. */
export interface Appointment {
  cancelled: boolean;
}

interface Entry extends Appointment {
  readonly at: number;
  readonly order: number;
  readonly what: string;
  readonly run: () => void;
}

/** The simulated clock and all that is to happen, by its time; what falls on one moment happens in the order in which it was planned. */
export class Timeline {
  /** Milliseconds since 1970. */
  now: number;
  #order = 0;
  readonly #heap: Entry[] = [];

  constructor(now: number) {
    this.now = now;
  }

  get length(): number {
    return this.#heap.length;
  }

  after(ms: number, what: string, run: () => void): Appointment {
    const entry: Entry = { at: this.now + Math.max(0, ms), order: this.#order++, what, run, cancelled: false };
    this.#push(entry);
    return entry;
  }

  /** The world sleeps: what was due meanwhile happens late. */
  leap(ms: number): void {
    this.now += ms;
  }

  /** Runs the next thing. Gives its name; null: nothing is to happen any more. */
  step(): string | null {
    for (let entry = this.#pop(); entry !== undefined; entry = this.#pop()) {
      if (entry.cancelled) continue;
      if (entry.at > this.now) this.now = entry.at;
      entry.run();
      return entry.what;
    }
    return null;
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as Entry;
      if (!isBefore(entry, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  #pop(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Entry, heap[below] as Entry)) below += 1;
      if (!isBefore(heap[below] as Entry, last)) break;
      heap[at] = heap[below] as Entry;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
