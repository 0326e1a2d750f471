import { monthTitle } from '../words.ts';
import { dayStart } from './capture.ts';
import type { Item } from './item.ts';
import type { Timeline } from './timeline.ts';

/** A year or a month in which photos were taken. */
export interface Period {
  readonly key: string;
  readonly title: string;
  readonly photos: number;
  /** The photo that stands for it: a favourite, or else one of the middle. */
  readonly cover: Item;
  /** The newest one, with which it begins on the page of all photos. */
  readonly first: Item;
}

/** The timeline by years or by months, newest first. */
export function periodsOf({ days }: Timeline, by: 'years' | 'months'): readonly Period[] {
  const found = new Map<string, { readonly at: number; readonly items: Item[] }>();
  for (const { day, items } of days) {
    const at = dayStart(day);
    const date = new Date(at);
    const key = by === 'years' ? String(date.getUTCFullYear()) : `${date.getUTCFullYear()}-${date.getUTCMonth()}`;
    const period = found.get(key);
    if (period) period.items.push(...items);
    else found.set(key, { at, items: [...items] });
  }
  return [...found].map(([key, { at, items }]) => ({
    key,
    title: by === 'years' ? key : monthTitle(at),
    photos: items.length,
    cover: coverOf(items),
    first: items[0]!,
  }));
}

function coverOf(items: readonly Item[]): Item {
  const seen = items.filter(({ picture }) => picture.state === 'ready');
  const among = seen.length > 0 ? seen : items;
  return among.find(({ favourite }) => favourite) ?? among[among.length >> 1]!;
}
