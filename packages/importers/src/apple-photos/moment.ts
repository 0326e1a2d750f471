/** Seconds from 1970 to 2001, from which these databases count. */
const EPOCH = 978_307_200;
const EARLIEST = Date.UTC(1800, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** Milliseconds since 1970 of a number in the database; null: none, or one that no photo can be of. */
export function momentOf(value: unknown): number | null {
  if (typeof value !== 'number') return null;
  const at = Math.round((value + EPOCH) * 1000);
  return at >= EARLIEST && at < LATEST ? at : null;
}

/** `2020-01-05T21:09:53Z`: whole seconds, what is left over goes. */
export function utcText(at: number | null): string | null {
  return at === null ? null : new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
