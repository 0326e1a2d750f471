import { notSafeOf, type Policy } from '@rollcall/core';
import { areWords, countWords, type CountsTold } from '@rollcall/protocol';
import { allSafeWords } from './counted-words.ts';

/** What the first line of a status rests on. */
export interface Headline {
  readonly counts: CountsTold;
  readonly upToDate: boolean;
  /** The folder cannot be looked at: what is told of it is as it was last seen. */
  readonly away: boolean;
  readonly policy: Pick<Policy, 'direction' | 'leaveOut'>;
}

/** Photos here that are in the cloud, in sync or not. */
export function safeOf(counts: CountsTold): number {
  return counts.inSync + (counts.alsoSafe ?? 0);
}

/** What is safe, what is not yet, and whether all of the library is here. */
export function headlineWords({ counts, upToDate, away, policy }: Headline): string {
  const safe = safeOf(counts);
  const open = notSafeOf(counts);
  const words =
    open > 0
      ? `${countWords(safe)} here ${areWords(safe)} safe; ${countWords(open)} ${areWords(open)} not yet`
      : `${allSafeWords(safe)}${upToDate ? showsWords(policy) : ''}`;
  return away ? `As last seen: ${words.charAt(0).toLowerCase()}${words.slice(1)}.` : `${words}.`;
}

/** A device that goes one way, or leaves something out, does not show all of the library, however much in sync it is. */
function showsWords({ direction, leaveOut }: Headline['policy']): string {
  if (direction === 'backup-only') return '; this device only sends: what others add does not come here';
  const all = leaveOut.names.length + leaveOut.kinds.length > 0 ? 'all of the library but what its rules leave out' : 'all of the library';
  return `, and this device shows ${all}`;
}

/** @param waiting how many photos go on as soon as an agent runs */
export function restWords(waiting: number): string | null {
  if (waiting === 0) return null;
  return `Nothing syncs here just now: ${countWords(waiting, 'photo')} ${waiting === 1 ? 'goes' : 'go'} on once you start it: rollcall sync.`;
}
