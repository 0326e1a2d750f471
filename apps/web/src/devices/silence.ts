import { say, sayMany, type Device } from '@rollcall/protocol';
import { moment } from '../words.ts';

/** That nothing was heard of a device for days, and what was not safe there then; null: it was heard from. */
export function silentWords({ name, silent }: Pick<Device, 'name' | 'silent'>): string | null {
  if (silent === null) return null;
  const values = { name, time: moment(silent.since) };
  if (silent.notSafe === null) return say('{name} was not heard from since {time}; what it holds is not known.', values);
  return silent.notSafe === 0
    ? say('{name} was not heard from since {time}; all that was there then is safe.', values)
    : sayMany(
        silent.notSafe,
        '{name} was not heard from since {time}; {count} photo there is not safe.',
        '{name} was not heard from since {time}; {count} photos there are not safe.',
        values,
      );
}

/** What a person can do. */
export const SILENT_CURE = say(
  'See that it is on, connected, and that Rollcall runs there (rollcall sync). If it stays silent, rollcall doctor says there what is in the way.',
);
