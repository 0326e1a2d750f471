import type { DeviceStore } from '@rollcall/core';

/** What is found anew at every look, and is not kept by the lookout. */
type Kept = 'folder' | 'free-space' | 'server' | 'tls' | 'version' | 'server-version';
interface Noted {
  readonly is: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Since when a thing is as it is: kept over the end of each program, until one of them finds it otherwise. Milliseconds since 1970. */
export function sinceSeen(store: DeviceStore, name: Kept, is: string, now: number): number {
  const key = `${name}-since`;
  const note = store.note(key);
  const before = note === null ? null : (JSON.parse(note) as Noted);
  // A clock that was set back makes nothing begin in the future.
  if (before !== null && before.is === is && before.since <= now) return before.since;
  const noted: Noted = { is, since: now };
  store.setNote(key, JSON.stringify(noted));
  return now;
}
