import { rankOf, type Reason, type ReasonCode } from '@rollcall/protocol';
import { pathOf, together } from '../plan/index.ts';
import type { ReasonFact } from './facts.ts';

/** A group of items that list one code, with the first of them by name. */
export interface ReasonGroup extends ReasonFact {
  readonly examples: readonly string[];
}

/** Groups what the planner says of each item, by code; in the order of reasons. Of each group at most `names` items are named. */
export class Gathering {
  readonly #names: number;
  readonly #groups = new Map<
    ReasonCode,
    { count: number; primary: number; first: Reason; needed: number; paths: Set<string>; examples: string[] }
  >();

  constructor(names: number) {
    this.#names = names;
  }

  /** @param reasons the primary first */
  add(name: () => string, reasons: readonly Reason[]): void {
    for (const [at, reason] of reasons.entries()) {
      const group = this.#groups.get(reason.code) ?? { count: 0, primary: 0, first: reason, needed: 0, paths: new Set(), examples: [] };
      group.count += 1;
      if (at === 0) group.primary += 1;
      if (reason.since < group.first.since) group.first = reason;
      const { needed } = reason.evidence;
      if (typeof needed === 'number') group.needed += needed;
      const path = pathOf(reason);
      if (path !== null) group.paths.add(path);
      if (group.examples.length < this.#names) group.examples.push(name());
      this.#groups.set(reason.code, group);
    }
  }

  groups(): ReasonGroup[] {
    return [...this.#groups]
      .sort(([a], [b]) => rankOf(a) - rankOf(b))
      .map(([code, { count, primary, first, needed, paths, examples }]) => ({
        code,
        count,
        primary,
        since: first.since,
        evidence: together(first.evidence, needed, paths.size),
        examples,
      }));
  }
}
