/** How many snapshots a backup keeps: the newest `last`, and one of each of so many days, weeks, months and years that have any. */
export interface Retention {
  readonly last: number;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
}

export interface SnapshotMoment {
  readonly id: string;
  /** What it shows; milliseconds since 1970. */
  readonly at: number;
  /** It has every file that its database names. */
  readonly whole: boolean;
}

const DAY = 86_400_000;

/** The day, week (from Monday), month and year of a moment, in UTC. */
const PERIODS: Readonly<Record<Exclude<keyof Retention, 'last'>, (at: number) => number>> = {
  daily: (at) => Math.floor(at / DAY),
  weekly: (at) => Math.floor((at / DAY + 3) / 7),
  monthly: (at) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth(),
  yearly: (at) => new Date(at).getUTCFullYear(),
};

/**
 * Which snapshots stay. Of each period the newest one stands for it that is whole, or the newest where none is. Whatever is
 * asked for, the newest stays, and so does the newest that is whole: a backup that just lacked something never costs the last good one.
 */
export function keptSnapshots(snapshots: readonly SnapshotMoment[], retention: Retention): ReadonlySet<string> {
  const newestFirst = [...snapshots].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const kept = new Set(newestFirst.slice(0, Math.max(1, retention.last)).map(({ id }) => id));
  const whole = newestFirst.find((each) => each.whole);
  if (whole) kept.add(whole.id);
  for (const [name, periodOf] of Object.entries(PERIODS) as [keyof typeof PERIODS, (at: number) => number][]) {
    const stands = new Map<number, SnapshotMoment>();
    for (const each of newestFirst) {
      const period = periodOf(each.at);
      const before = stands.get(period);
      if (!before || (each.whole && !before.whole)) stands.set(period, each);
    }
    for (const { id } of [...stands.values()].slice(0, retention[name])) kept.add(id);
  }
  return kept;
}
