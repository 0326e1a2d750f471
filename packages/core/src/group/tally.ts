import type { Unclear } from './file.ts';

/** Values by a key that several may share. */
export function byKey<T>(values: Iterable<T>, keyOf: (value: T) => string | null): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    const others = found.get(key);
    if (others === undefined) found.set(key, [value]);
    else others.push(value);
  }
  return found;
}

/** What was left apart, each with its reason; at most so many are told. */
export const MOST_UNCLEAR = 1000;

export function leaveApart(unclear: Unclear[], paths: readonly string[], why: string): void {
  if (unclear.length < MOST_UNCLEAR) unclear.push({ paths: [...paths].sort(), why });
}
