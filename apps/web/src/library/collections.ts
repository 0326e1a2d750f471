import { say } from '@rollcall/protocol';
import type { IconName } from '../parts/Icon.tsx';
import { isLive, type Item } from './item.ts';
import type { Day, Timeline } from './timeline.ts';

/** Photos of one kind, found by what is known of each. */
export interface Collection {
  /** In the address. */
  readonly name: string;
  readonly title: string;
  readonly icon: IconName;
  readonly holds: (item: Item) => boolean;
  /** Said while there is none. */
  readonly nothing: string;
}

export const COLLECTIONS: readonly Collection[] = [
  {
    name: 'favourites',
    title: say('Favourites'),
    icon: 'heart',
    holds: (item) => item.favourite,
    nothing: say('Press the heart on a photo that you like, or the key F, and you find it here.'),
  },
  {
    name: 'videos',
    title: say('Videos'),
    icon: 'play',
    holds: (item) => item.kind === 'video',
    nothing: say('The videos of your library are shown here.'),
  },
  {
    name: 'live-photos',
    title: say('Live Photos'),
    icon: 'live',
    holds: isLive,
    nothing: say('Photos that come with the moments around them are shown here.'),
  },
  {
    name: 'screenshots',
    title: say('Screenshots'),
    icon: 'screen',
    holds: (item) => item.screenshot,
    nothing: say('Pictures of a screen are shown here.'),
  },
  {
    name: 'bursts',
    title: say('Bursts'),
    icon: 'burst',
    holds: (item) => item.burst !== null,
    nothing: say('Photos that were taken many a second are shown here.'),
  },
  {
    name: 'panoramas',
    title: say('Panoramas'),
    icon: 'panorama',
    holds: (item) => item.panorama,
    nothing: say('Photos that are much wider than they are high are shown here.'),
  },
  {
    name: 'raw',
    title: say('RAW'),
    icon: 'camera',
    holds: (item) => item.raw,
    nothing: say('Photos with a camera’s raw data are shown here.'),
  },
];

// By collection and day: a day that did not change is not looked through again.
const kept = new Map<string, WeakMap<Day, Day | null>>();

/** The days of the library with only what a collection holds; a day that did not change is the same value as before. */
export function daysOf(timeline: Timeline, { name, holds }: Collection): readonly Day[] {
  const known = kept.get(name) ?? new WeakMap<Day, Day | null>();
  kept.set(name, known);
  return timeline.days.flatMap((day) => {
    let found = known.get(day);
    if (found === undefined) {
      const items = day.items.filter(holds);
      found = items.length === 0 ? null : items.length === day.items.length ? day : { day: day.day, items };
      known.set(day, found);
    }
    return found ?? [];
  });
}

/** How many a collection holds. */
export function countOf(days: readonly Day[]): number {
  return days.reduce((sum, { items }) => sum + items.length, 0);
}
