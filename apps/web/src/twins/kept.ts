import { remember, remembered } from '../parts/remember.ts';

/** How many groups are remembered in this browser; the oldest are forgotten first. */
const MOST = 500;

/** Groups of which a person has kept all, by their keys, the latest last. */
export function keptGroups(): readonly string[] {
  try {
    const read: unknown = JSON.parse(remembered('kept-twins') ?? '[]');
    return Array.isArray(read) ? read.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

export function keepGroup(key: string, on: boolean): readonly string[] {
  const rest = keptGroups().filter((each) => each !== key);
  const now = on ? [...rest, key].slice(-MOST) : rest;
  remember('kept-twins', JSON.stringify(now));
  return now;
}
