import type { Family, Sample } from './family.ts';

/** Combinations of labels that one figure keeps apart; what comes beyond counts as `other`. */
const MOST_SERIES = 1000;
const OTHER = 'other';

/** A key for some values of labels, and the values again. */
const BETWEEN = '\u0000';

/** Something that only grows, counted by its labels. */
export class Tally {
  readonly #name: string;
  readonly #help: string;
  readonly #labels: readonly string[];
  readonly #counts = new Map<string, number>();

  constructor(name: string, help: string, labels: readonly string[]) {
    this.#name = name;
    this.#help = help;
    this.#labels = labels;
  }

  add(values: readonly string[], by = 1): void {
    const key = keyIn(this.#counts, values);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }

  family(): Family {
    const samples = [...this.#counts].map(([key, value]) => ({ labels: labelled(this.#labels, key), value }));
    return { name: this.#name, help: this.#help, type: 'counter', samples };
  }
}

interface Spread {
  /** How many were at most as large as each bound, and larger than the one before. */
  readonly within: number[];
  count: number;
  sum: number;
}

/** How something that is measured spreads, by its labels: a histogram. */
export class Spreads {
  readonly #name: string;
  readonly #help: string;
  readonly #labels: readonly string[];
  readonly #bounds: readonly number[];
  readonly #spreads = new Map<string, Spread>();

  /** @param bounds ascending */
  constructor(name: string, help: string, labels: readonly string[], bounds: readonly number[]) {
    this.#name = name;
    this.#help = help;
    this.#labels = labels;
    this.#bounds = bounds;
  }

  add(values: readonly string[], measured: number): void {
    const key = keyIn(this.#spreads, values);
    const spread = this.#spreads.get(key) ?? { within: this.#bounds.map(() => 0), count: 0, sum: 0 };
    this.#spreads.set(key, spread);
    spread.count += 1;
    spread.sum += measured;
    const at = this.#bounds.findIndex((bound) => measured <= bound);
    if (at >= 0) spread.within[at] = (spread.within[at] ?? 0) + 1;
  }

  family(): Family {
    const samples = [...this.#spreads].flatMap(([key, spread]) => this.#samplesOf(labelled(this.#labels, key), spread));
    return { name: this.#name, help: this.#help, type: 'histogram', samples };
  }

  #samplesOf(labels: Readonly<Record<string, string>>, { within, count, sum }: Spread): Sample[] {
    let below = 0;
    const buckets = this.#bounds.map((bound, at): Sample => {
      below += within[at] ?? 0;
      return { suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: below };
    });
    return [
      ...buckets,
      { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
      { suffix: '_sum', labels, value: sum },
      { suffix: '_count', labels, value: count },
    ];
  }
}

function keyIn(known: ReadonlyMap<string, unknown>, values: readonly string[]): string {
  const key = values.join(BETWEEN);
  return known.has(key) || known.size < MOST_SERIES ? key : values.map(() => OTHER).join(BETWEEN);
}

function labelled(names: readonly string[], key: string): Record<string, string> {
  const values = key.split(BETWEEN);
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
}
