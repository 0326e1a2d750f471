import { dayOf } from './capture.ts';
import { newestFirst, type Item } from './item.ts';

/** The photos of one day, newest first. Immutable: a day that is the same value shows the same thing. */
export interface Day {
  /** Days since 1970. */
  readonly day: number;
  readonly items: readonly Item[];
}

/** Every live photo and video by day, newest day first. */
export interface Timeline {
  readonly days: readonly Day[];
  readonly count: number;
}

export const EMPTY_TIMELINE: Timeline = { days: [], count: 0 };

/**
 * The timeline after some items left it and others joined it (a changed item does both).
 * Days that nothing touched are the same values as before, so what follows (rows, tiles) is not made again.
 * The cost follows the change and the number of days, not the number of photos.
 */
export function changeTimeline(before: Timeline, left: readonly Item[], joined: readonly Item[]): Timeline {
  if (left.length === 0 && joined.length === 0) return before;
  const leftByDay = new Map<number, Set<string>>();
  for (const item of left) {
    const day = dayOf(item.at);
    const ids = leftByDay.get(day);
    if (ids) ids.add(item.id);
    else leftByDay.set(day, new Set([item.id]));
  }
  const joinedByDay = new Map<number, Item[]>();
  for (const item of joined) {
    const day = dayOf(item.at);
    const items = joinedByDay.get(day);
    if (items) items.push(item);
    else joinedByDay.set(day, [item]);
  }
  const days: Day[] = [];
  for (const day of before.days) {
    const gone = leftByDay.get(day.day);
    const come = joinedByDay.get(day.day);
    joinedByDay.delete(day.day);
    if (!gone && !come) {
      days.push(day);
      continue;
    }
    const items = changeDay(day.items, gone, come);
    if (items.length > 0) days.push({ day: day.day, items });
  }
  if (joinedByDay.size > 0) {
    for (const [day, items] of joinedByDay) days.push({ day, items: items.sort(newestFirst) });
    days.sort((a, b) => b.day - a.day);
  }
  let count = 0;
  for (const day of days) count += day.items.length;
  return { days, count };
}

function changeDay(items: readonly Item[], gone: ReadonlySet<string> | undefined, come: readonly Item[] | undefined): readonly Item[] {
  const kept = gone ? items.filter((item) => !gone.has(item.id)) : items;
  return come ? [...kept, ...come].sort(newestFirst) : kept;
}
