import { readRule, type Album, type SmartRule } from '@rollcall/protocol';
import type { Item } from '../library/item.ts';
import type { Replica } from '../library/replica.ts';
import type { Day, Timeline } from '../library/timeline.ts';
import { find, findAny } from '../search/find.ts';
import type { PlaceIndex } from '../search/places.ts';
import { readQuery } from '../search/query.ts';

type Places = Pick<PlaceIndex, 'textOf'>;

/** The photos that a rule finds, by day, newest first; hidden ones are not among them. @param today days since 1970 */
export function daysOfRule(replica: Replica, { match, searches }: SmartRule, today: number, places: Places): readonly Day[] {
  const read = searches.map((each) => readQuery(each, today));
  return match === 'any' ? findAny(replica, read, places) : find(replica, read.flat(), places);
}

interface Kept {
  readonly timeline: Timeline;
  readonly shelf: number;
  readonly today: number;
  readonly places: Places;
  readonly days: readonly Day[];
}

// By the album's row: what it found is found again only when anything has changed.
const kept = new WeakMap<Album, Kept>();

/** What a smart album holds now; null: its rule is not known here. */
export function daysOfAlbum(replica: Replica, album: Album, today: number, places: Places): readonly Day[] | null {
  const rule = readRule(album.rule);
  if (typeof rule === 'string') return null;
  const { timeline, shelf } = replica;
  const known = kept.get(album);
  if (known?.timeline === timeline && known.shelf === shelf.version && known.today === today && known.places === places) return known.days;
  const days = daysOfRule(replica, rule, today, places);
  kept.set(album, { timeline, shelf: shelf.version, today, places, days });
  return days;
}

/** The photo that stands for a smart album: the chosen one while it is among those found, or else the newest. */
export function coverAmong(days: readonly Day[], cover: string | null): Item | null {
  if (cover !== null) for (const { items } of days) for (const item of items) if (item.id === cover) return item;
  return days[0]?.items[0] ?? null;
}
