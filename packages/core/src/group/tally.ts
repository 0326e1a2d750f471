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

/** At most so much that was left apart is told. */
const MOST_UNCLEAR = 1000;

/** Tells what was left apart, and why; once. */
export function leaveApart(unclear: Unclear[], paths: readonly string[], why: string): void {
  const sorted = [...paths].sort();
  if (unclear.length < MOST_UNCLEAR && !unclear.some((each) => each.why === why && each.paths.join('\0') === sorted.join('\0')))
    unclear.push({ paths: sorted, why });
}
