import type { Asset } from '@rollcall/protocol';
import type { Replica } from '../library/replica.ts';
import { saidOf } from '../library/said.ts';
import type { Day } from '../library/timeline.ts';
import { fold } from './fold.ts';

/** What is known in words of the photos of one day, folded, one after the other: a whole day is looked through at once. */
export interface DayWords {
  readonly text: string;
  /** Where the words of each photo begin in it; at the end, where the last one's end. */
  readonly starts: readonly number[];
}

// Once for each day: it is another value when anything that is known of its photos in words has changed.
const known = new WeakMap<Day, DayWords>();

export function wordsOf(replica: Replica, day: Day): DayWords {
  const before = known.get(day);
  if (before !== undefined) return before;
  const texts = day.items.map(({ id }) => textOf(replica.assets.get(id)?.asset));
  const starts = [0];
  for (const text of texts) starts.push(starts[starts.length - 1]! + text.length);
  const words = { text: texts.join(''), starts };
  known.set(day, words);
  return words;
}

function textOf(asset: Asset | undefined): string {
  // A line for each: no word is found that is half of one and half of another.
  return asset === undefined ? '' : fold(saidOf(asset).join('\n'));
}

/** Which photos of a day have some letters in their words. To be asked of one after the other, in their order. */
export function havingLetters({ text, starts }: DayWords, letters: string): (index: number) => boolean {
  let at = text.indexOf(letters);
  return (index) => {
    const start = starts[index]!;
    if (at >= 0 && at < start) at = text.indexOf(letters, start);
    // What ends in the words of the next photo is in neither.
    return at >= 0 && at + letters.length <= starts[index + 1]!;
  };
}

/** Puts together the words of days from one on, some photos at a time, so that the first search need not. @returns the next day; null: all are done */
export function prepare(replica: Replica, from: number, photos: number): number | null {
  const { days } = replica.timeline;
  let left = photos;
  for (let index = from; index < days.length; index += 1) {
    if (left <= 0) return index;
    const day = days[index]!;
    wordsOf(replica, day);
    left -= day.items.length;
  }
  return null;
}
