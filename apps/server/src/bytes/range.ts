/** Bytes from `start` up to, but not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A single byte range (RFC 9110 section 14.1.2). Null: no range, or one that is ignored (several ranges,
 * another unit, not well-formed), so that the whole is answered; `unsatisfiable` is answered with 416.
 */
export function parseRange(value: string | null, size: number): Range | 'unsatisfiable' | null {
  const match = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i.exec(value ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  if (match[1] === '') {
    const last = Number(match[2]);
    return last === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - last), end: size };
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size : Number(match[2]) + 1;
  if (match[2] !== '' && Number(match[2]) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end: Math.min(end, size) };
}

/** `If-Range` (RFC 9110 section 13.1.5): only a strong tag that is the same lets the range stand. Dates are never the same. */
export function rangeStands(ifRange: string | null, tag: string): boolean {
  return ifRange === null || ifRange.trim() === tag;
}

/** `If-None-Match` (RFC 9110 section 13.1.2), compared weakly. */
export function isKnown(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
