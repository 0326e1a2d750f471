import { rankOf, type Reason, type ReasonCode } from '@rollcall/protocol';
import type { ReasonFact } from './facts.ts';

/** A group of items that list one code, with the first of them by name. */
export interface ReasonGroup extends ReasonFact {
  readonly examples: readonly string[];
}

/** Groups what the planner says of each item, by code; in the order of reasons. Of each group at most `names` items are named. */
export class Gathering {
  readonly #names: number;
  readonly #groups = new Map<ReasonCode, { count: number; primary: number; first: Reason; needed: number; examples: string[] }>();

  constructor(names: number) {
    this.#names = names;
  }

  /** @param reasons the primary first */
  add(name: () => string, reasons: readonly Reason[]): void {
    for (const [at, reason] of reasons.entries()) {
      const group = this.#groups.get(reason.code) ?? { count: 0, primary: 0, first: reason, needed: 0, examples: [] };
      group.count += 1;
      if (at === 0) group.primary += 1;
      if (reason.since < group.first.since) group.first = reason;
      const { needed } = reason.evidence;
      if (typeof needed === 'number') group.needed += needed;
      if (group.examples.length < this.#names) group.examples.push(name());
      this.#groups.set(reason.code, group);
    }
  }

  groups(): ReasonGroup[] {
    return [...this.#groups]
      .sort(([a], [b]) => rankOf(a) - rankOf(b))
      .map(([code, { count, primary, first, needed, examples }]) => ({
        code,
        count,
        primary,
        since: first.since,
        // Room is needed for all of them together.
        evidence: needed > 0 ? { ...first.evidence, needed } : first.evidence,
        examples,
      }));
  }
}
