import type { Unit } from './unit.ts';

/** Something that waits for room on the disk of this device. */
export interface WaitsForDisk {
  readonly unit: Unit;
  /** Bytes; null: the disk said no without figures. */
  readonly needed: number | null;
}

/**
 * Of those whose time has come, the ones to try again: what fits, the first in rank before all, and that one in any case, so that what is told of it
 * is of now. The others wait on: a hundred thousand that do not fit are not asked every few seconds.
 * @param free bytes
 */
export function toTryInRoom(waiting: readonly WaitsForDisk[], free: number, rank: (unit: Unit) => number): Unit[] {
  const units: Unit[] = waiting.flatMap(({ unit, needed }) => (needed === null ? [unit] : []));
  const sized = waiting.flatMap(({ unit, needed }) => (needed === null ? [] : [{ unit, needed }]));
  const [any] = sized;
  if (any === undefined) return units;
  if (sized.every(({ needed }) => needed > free)) {
    const ranks = sized.map(({ unit }) => rank(unit));
    const first = ranks.reduce((best, each, at) => (each > (ranks[best] as number) ? at : best), 0);
    return [...units, (sized[first] ?? any).unit];
  }
  let left = free;
  const ranked = sized.map((each) => ({ ...each, rank: rank(each.unit) })).sort((a, b) => b.rank - a.rank);
  for (const [at, { unit, needed }] of ranked.entries()) {
    const fits = needed <= left;
    if (fits) left -= needed;
    if (fits || at === 0) units.push(unit);
  }
  return units;
}
