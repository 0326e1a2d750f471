import type { Day } from '../library/timeline.ts';

/** Which photos of a day are meant, by their index, asked in their order; true: all, false: none. */
export type Among = boolean | ((index: number) => boolean);

export function allOf(of: readonly Among[]): Among {
  if (of.includes(false)) return false;
  const asked = of.filter((each) => typeof each === 'function');
  return asked.length === 0 ? true : asked.length === 1 ? asked[0]! : (index) => asked.every((each) => each(index));
}

export function anyOf(of: readonly Among[]): Among {
  if (of.includes(true)) return true;
  const asked = of.filter((each) => typeof each === 'function');
  return asked.length === 0 ? false : asked.length === 1 ? asked[0]! : (index) => asked.some((each) => each(index));
}

export function noneOf(of: Among): Among {
  return typeof of === 'function' ? (index) => !of(index) : !of;
}

/** What was found of a day. */
export interface Hit {
  /** With all its photos. */
  readonly whole: Day;
  /** Which of them; null: all. */
  readonly at: readonly number[] | null;
  /** With those alone. */
  readonly day: Day;
}

/** Those of a hit that are meant, too; the very same where all are. Null: none is. */
export function narrowed(hit: Hit, among: Among): Hit | null {
  if (among === true) return hit;
  if (among === false) return null;
  const { whole } = hit;
  const at: number[] = [];
  if (hit.at === null) for (let index = 0; index < whole.items.length; index += 1) if (among(index)) at.push(index);
  if (hit.at !== null) for (const index of hit.at) if (among(index)) at.push(index);
  if (at.length === hit.day.items.length) return hit;
  return at.length === 0 ? null : { whole, at, day: { day: whole.day, items: at.map((index) => whole.items[index]!) } };
}

export function wholeDay(whole: Day): Hit {
  return { whole, at: null, day: whole };
}
