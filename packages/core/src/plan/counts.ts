import type { Counts, Evidence, Reason, ReasonClass, ReasonCode, ReasonCount } from '@rollcall/protocol';
import { classOf, rankOf, REASONS } from '@rollcall/protocol';

const FIELD: Record<ReasonClass, Exclude<keyof Counts, 'onDevice' | 'inSync'>> = {
  'needs-you': 'needsYou',
  held: 'held',
  excluded: 'excluded',
  failing: 'failing',
  moving: 'moving',
  waiting: 'waiting',
};

/** One code: how many have it, and the one that has had it for longest. */
interface Line {
  count: number;
  primary: number;
  since: number;
  evidence: Evidence;
  /** Room that all of them need together. */
  needed?: number;
  /** What cannot be read or written, where it is not the folder as a whole. */
  paths?: Set<string>;
}

/** Of what moves, or is left out, the numbers say enough: what they rest on changes with each byte. */
const STOPS: ReadonlySet<ReasonClass> = new Set<ReasonClass>(['needs-you', 'held', 'failing']);

/** A code with its numbers, and since when and on what it rests where it stops something. */
export function countOf(code: ReasonCode, { count, primary, since, evidence, needed = 0, paths }: Line): ReasonCount {
  const line = { code, check: REASONS[code].check, class: classOf(code), count, primary };
  return STOPS.has(line.class) ? { ...line, since, evidence: together(evidence, needed, paths?.size ?? 0) } : line;
}

/** What the first of several rests on, with what they need together, and how many paths they are of. */
export function together(first: Evidence, needed: number, paths: number): Evidence {
  return { ...first, ...(needed > 0 ? { needed } : {}), ...(paths > 1 ? { paths } : {}) };
}

/** The path that a reason speaks of, where there may be several of them. */
export function pathOf({ code, evidence: { path, whole } }: Pick<Reason, 'code' | 'evidence'>): string | null {
  return code === 'permission-missing' && typeof path === 'string' && whole !== true ? path : null;
}

/** Counts every item once, by the class of its primary reason; `onDevice` is the sum. */
export class Tally {
  readonly #counts: Record<keyof Counts, number> = {
    onDevice: 0,
    inSync: 0,
    moving: 0,
    waiting: 0,
    held: 0,
    failing: 0,
    needsYou: 0,
    excluded: 0,
  };
  readonly #reasons = new Map<ReasonCode, Required<Line>>();

  add(reasons: readonly Reason[]): void {
    this.#counts.onDevice += 1;
    const primary = reasons[0];
    if (!primary) this.#counts.inSync += 1;
    else this.#counts[FIELD[classOf(primary.code)]] += 1;
    this.list(reasons);
  }

  addInSync(items: number): void {
    this.#counts.onDevice += items;
    this.#counts.inSync += items;
  }

  /** Lists reasons of something that is not on the device (an asset not yet here). */
  list(reasons: readonly Reason[]): void {
    for (const [at, { code, since, evidence }] of reasons.entries()) {
      const line = this.#reasons.get(code) ?? { count: 0, primary: 0, since, evidence, needed: 0, paths: new Set() };
      line.count += 1;
      const path = pathOf({ code, evidence });
      if (path !== null) line.paths.add(path);
      if (typeof evidence['needed'] === 'number') line.needed += evidence['needed'];
      if (at === 0) line.primary += 1;
      if (since < line.since) Object.assign(line, { since, evidence });
      this.#reasons.set(code, line);
    }
  }

  counts(): Counts {
    return { ...this.#counts };
  }

  reasons(): ReasonCount[] {
    return [...this.#reasons.entries()].sort(([a], [b]) => rankOf(a) - rankOf(b)).map(([code, line]) => countOf(code, line));
  }
}
