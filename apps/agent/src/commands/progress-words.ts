import { sizeWords } from '@rollcall/protocol';

/** How far one spell of work has come. */
export interface Spell {
  /** Photos and videos in sync, and all of them. */
  readonly done: number;
  readonly total: number;
  /** How many of them were in sync when the spell began. */
  readonly doneBefore: number;
  /** Bytes sent and fetched in this spell. */
  readonly moved: number;
  /** Since the spell began. */
  readonly seconds: number;
}

/** Sooner than this a rate says nothing. Seconds. */
const TELLING = 2;

/** One line: how many are in sync, what was moved and how fast, and how long it will take if it goes on like this. */
export function progressWords({ done, total, doneBefore, moved, seconds }: Spell): string {
  const parts = [`${done} of ${total} in sync`];
  if (moved > 0) parts.push(`${sizeWords(moved)} moved`);
  if (moved > 0 && seconds >= TELLING) parts.push(`${sizeWords(Math.round(moved / seconds))}/s`);
  const newly = done - doneBefore;
  if (newly > 0 && seconds >= TELLING) parts.push(`${timeWords((seconds / newly) * (total - done))} to go`);
  return parts.join(', ');
}

function timeWords(seconds: number): string {
  if (seconds < 5) return 'a few seconds';
  if (seconds < 90) return `about ${Math.round(seconds)} seconds`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes`;
  return `about ${Math.round(seconds / 3600)} hours`;
}
