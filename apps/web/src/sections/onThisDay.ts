import { sayMany } from '@rollcall/protocol';
import type { Section } from '../grid/layout.ts';
import { fullDay } from '../words.ts';
import { dayStart } from '../library/capture.ts';
import type { Timeline } from '../library/timeline.ts';

/** What was taken on this day of the year, in years before this one; the latest year first. @param today days since 1970 */
export function onThisDay({ days }: Timeline, today: number): readonly Section[] {
  const now = new Date(dayStart(today));
  return days.flatMap(({ day, items }) => {
    const date = new Date(dayStart(day));
    const years = now.getUTCFullYear() - date.getUTCFullYear();
    if (years <= 0 || date.getUTCMonth() !== now.getUTCMonth() || date.getUTCDate() !== now.getUTCDate()) return [];
    return [{ key: String(day), title: sayMany(years, '{count} year ago', '{count} years ago'), fullTitle: fullDay(dayStart(day)), items }];
  });
}
