import { notSafeOf, type Policy } from '@rollcall/core';
import { areWords, countWords, type CountsTold } from '@rollcall/protocol';

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
  const known = away ? 'As last seen, ' : '';
  if (open > 0) return `${known}${countWords(safe)} here ${areWords(safe)} safe; ${countWords(open)} ${areWords(open)} not yet.`;
  if (safe === 0) return `No photo or video is here${upToDate ? showsWords(policy) : ''}.`;
  const all =
    safe > 1
      ? `all ${countWords(safe)} photos and videos here are safe`
      : `${countWords(safe, 'photo or video', 'photos and videos')} here ${areWords(safe)} safe`;
  const words = `${known}${all}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${upToDate ? showsWords(policy) : ''}.`;
}

/** A device that goes one way, or leaves something out, does not show all of the library, however much in sync it is. */
function showsWords({ direction, leaveOut }: Headline['policy']): string {
  if (direction === 'backup-only') return '; this device only sends: what others add does not come here';
  const all = leaveOut.names.length + leaveOut.kinds.length > 0 ? 'all of the library but what its rules leave out' : 'all of the library';
  return `, and this device shows ${all}`;
}
