import type { Section } from '../grid/layout.ts';
import { dayTitle, fullDay } from '../words.ts';
import { holdBursts } from '../library/bursts.ts';
import { dayStart } from '../library/capture.ts';
import type { Day } from '../library/timeline.ts';

// The section of a day that did not change is the same value, and so is all that is made of it.
const known = new WeakMap<Day, Section>();

function sectionOf(day: Day, today: number): Section {
  const title = dayTitle(day.day, today);
  const before = known.get(day);
  if (before?.title === title) return before;
  const section: Section = { key: String(day.day), title, fullTitle: fullDay(dayStart(day.day)), ...holdBursts(day.items) };
  known.set(day, section);
  return section;
}

/** Days as a grid shows them, of each burst one photo. @param today days since 1970 */
export function daySections(days: readonly Day[], today: number): readonly Section[] {
  return days.map((day) => sectionOf(day, today));
}
