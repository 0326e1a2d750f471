import { LIMITS, type RollEntry } from '@rollcall/protocol';

/** What a device tells of single items while its settings hold it back. */
export interface Named {
  readonly entries: readonly RollEntry[];
  /** Keys of what is no more. */
  readonly removed: readonly string[];
}

/**
 * Names what waits while only a few words may go: the first so many items, each again only when something else stands in its way.
 * What passes by itself (a place in a queue, a time) is no news.
 */
export class HeldNames {
  readonly #told = new Map<number, string>();

  /** @param open keys of the items that are not in sync, in an order that stays */
  news(open: Iterable<number>, entry: (key: number) => RollEntry | null): Named {
    const keys = new Set(this.#told.keys());
    for (const key of open) {
      if (keys.size >= LIMITS.namedWhileHeld) break;
      keys.add(key);
    }
    const entries: RollEntry[] = [];
    const removed: string[] = [];
    for (const key of keys) {
      const item = entry(key);
      if (item === null) removed.push(String(key));
      else if (markOf(item) !== this.#told.get(key)) entries.push(item);
      if (item === null || item.inSync) this.#told.delete(key);
      else this.#told.set(key, markOf(item));
    }
    return { entries, removed };
  }

  /** What was heard of it is not known, or all may be told again. */
  forget(): void {
    this.#told.clear();
  }
}

function markOf({ path, size, form, reasons }: RollEntry): string {
  return JSON.stringify([path, size, form, ...reasons.map(({ code }) => code)]);
}
