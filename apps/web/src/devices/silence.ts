import type { Device } from '@rollcall/protocol';
import { many, moment } from '../words.ts';

/** That nothing was heard of a device for days, and what was not safe there then; null: it was heard from. */
export function silentWords({ name, silent }: Pick<Device, 'name' | 'silent'>): string | null {
  if (silent === null) return null;
  const heard = `${name} was not heard from since ${moment(silent.since)}`;
  if (silent.notSafe === null) return `${heard}; what it holds is not known.`;
  if (silent.notSafe === 0) return `${heard}; all that was there then is safe.`;
  return `${heard}; ${many(silent.notSafe, 'photo')} there ${silent.notSafe === 1 ? 'is' : 'are'} not safe.`;
}

/** What a person can do. */
export const SILENT_CURE =
  'See that it is on, connected, and that Rollcall runs there (rollcall sync). If it stays silent, rollcall doctor says there what is in the way.';
