import { say } from '@rollcall/protocol';
import type { Section } from '../grid/layout.ts';
import { dayTitle, fullDay } from '../words.ts';
import { dayStart, todayOf } from '../library/capture.ts';
import type { Item } from '../library/item.ts';
import type { Replica } from '../library/replica.ts';

/** How far back one looks, and how many are shown at most. */
const RECENT = { ms: 30 * 86_400_000, photos: 2_000 };

/** What came to the library in the last thirty days, the latest first, by the day on which it came. */
export function recentlyAdded(replica: Replica, now: number): readonly Section[] {
  const found: { readonly item: Item; readonly at: number }[] = [];
  for (const item of replica.live.values()) {
    const at = replica.assets.get(item.id)?.asset.addedAt ?? 0;
    if (at >= now - RECENT.ms) found.push({ item, at });
  }
  found.sort((a, b) => b.at - a.at || (a.item.id < b.item.id ? 1 : -1));
  const byDay = new Map<number, Item[]>();
  for (const { item, at } of found.slice(0, RECENT.photos)) {
    const day = todayOf(at);
    const items = byDay.get(day);
    if (items) items.push(item);
    else byDay.set(day, [item]);
  }
  const today = todayOf(now);
  return [...byDay].map(([day, items]) => ({
    key: String(day),
    title: addedTitle(day, today),
    fullTitle: say('Added on {day}', { day: fullDay(dayStart(day)) }),
    items,
  }));
}

function addedTitle(day: number, today: number): string {
  if (day === today) return say('Added today');
  return day === today - 1 ? say('Added yesterday') : say('Added {day}', { day: dayTitle(day, today) });
}
