import { sayMany } from '@rollcall/protocol';
import type { Section } from '../grid/layout.ts';
import { holdBursts } from '../library/bursts.ts';
import { dayStart, todayOf } from '../library/capture.ts';
import { newestFirst, type Item } from '../library/item.ts';
import type { Replica } from '../library/replica.ts';
import { fullDay, plainDay } from '../words.ts';

/** What came on one day by one device. */
export interface Import {
  readonly section: Section;
  /** The same photos, of each burst all frames. */
  readonly items: readonly Item[];
}

interface Came {
  /** Days since 1970, by this browser's clock. */
  readonly day: number;
  readonly by: string | null;
  /** When the last of them came. */
  last: number;
  readonly items: Item[];
}

/**
 * Photos by the day on which they came to the library and by the device that brought them, what came last first. Hidden ones are not
 * among them.
 * @param nameOf what a device is called; undefined: it is not among the devices any more. Null stands for the server itself.
 */
export function importsOf(replica: Replica, nameOf: (deviceId: string) => string | undefined): readonly Import[] {
  const found = new Map<string, Came>();
  for (const item of replica.live.values()) {
    const asset = replica.assets.get(item.id)?.asset;
    if (!asset || item.hidden) continue;
    const { addedAt, addedBy } = asset;
    const day = todayOf(addedAt);
    const key = `${day} ${addedBy ?? ''}`;
    const came = found.get(key);
    if (came) {
      came.items.push(item);
      came.last = Math.max(came.last, addedAt);
    } else found.set(key, { day, by: addedBy, last: addedAt, items: [item] });
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.last - one.last || (a < b ? -1 : 1))
    .map(([key, { day, by, items }]) => {
      items.sort(newestFirst);
      const device = by === null ? null : nameOf(by);
      const section: Section = {
        key,
        title: cameWords(plainDay(dayStart(day)), device, items.length),
        fullTitle: cameWords(fullDay(dayStart(day)), device, items.length),
        ...holdBursts(items),
      };
      return { section, items };
    });
}

/** @param device null: the server itself; undefined: one that is not among the devices any more */
function cameWords(day: string, device: string | null | undefined, photos: number): string {
  if (device === null)
    return sayMany(photos, 'Added on {day} by the server: {count} photo', 'Added on {day} by the server: {count} photos', { day });
  if (device === undefined)
    return sayMany(
      photos,
      'Added on {day} by a device that is no longer linked: {count} photo',
      'Added on {day} by a device that is no longer linked: {count} photos',
      { day },
    );
  return sayMany(photos, 'Added on {day} by {device}: {count} photo', 'Added on {day} by {device}: {count} photos', { day, device });
}
