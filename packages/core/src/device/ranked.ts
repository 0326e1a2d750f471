/** Things that wait, the highest rank first, and among equals the one that came first. Taking one costs a few steps, however many wait. */
export class Ranked<T> {
  readonly #heap: { readonly item: T; readonly rank: number; readonly turn: number }[] = [];
  /** The turn of what still waits; what was removed, or ranked anew, is left in the heap until it comes up. */
  readonly #waiting = new Map<T, number>();
  #turns = 0;

  get size(): number {
    return this.#waiting.size;
  }

  has(item: T): boolean {
    return this.#waiting.has(item);
  }

  /** Does nothing where it waits already. */
  add(item: T, rank: number): void {
    if (this.#waiting.has(item)) return;
    const turn = this.#turns;
    this.#turns += 1;
    this.#waiting.set(item, turn);
    this.#rise({ item, rank, turn });
  }

  delete(item: T): void {
    this.#waiting.delete(item);
    if (this.#waiting.size === 0) this.#heap.length = 0;
  }

  clear(): void {
    this.#waiting.clear();
    this.#heap.length = 0;
  }

  /** Takes the first out; undefined: nothing waits. */
  take(): T | undefined {
    for (;;) {
      const first = this.#heap[0];
      const last = this.#heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (this.#heap.length > 0) this.#sink(last);
      if (this.#waiting.get(first.item) !== first.turn) continue;
      this.#waiting.delete(first.item);
      return first.item;
    }
  }

  #rise(entry: { readonly item: T; readonly rank: number; readonly turn: number }): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as typeof entry;
      if (!isBefore(entry, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  #sink(entry: { readonly item: T; readonly rank: number; readonly turn: number }): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (one === undefined) break;
      const [below, child] = other !== undefined && isBefore(other, one) ? [left + 1, other] : [left, one];
      if (!isBefore(child, entry)) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = entry;
  }
}

function isBefore(a: { readonly rank: number; readonly turn: number }, b: { readonly rank: number; readonly turn: number }): boolean {
  return a.rank > b.rank || (a.rank === b.rank && a.turn < b.turn);
}
