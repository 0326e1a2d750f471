/*
 * Places in an order, as numbers in letters (base 62: 0-9, A-Z, a-z, in the order of their codes). The first letter tells how many
 * digits the whole part has: `a` one, `b` two … `z` 26; downwards `Z` one, `Y` two … `A` 26. What follows is a fraction, which never
 * ends in `0`. So a thing that is put last or first costs a letter now and then only, however many there are.
 */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST = 'a0';

/** True for what `between` could have given. */
export function isPosition(text: string): boolean {
  const digits = digitsOf(text);
  return (
    digits !== null && /^[A-Za-z][0-9A-Za-z]*$/.test(text) && text.length > digits && !(text.length > digits + 1 && text.endsWith('0'))
  );
}

/**
 * A place after `before` and before `after`; null: there is nothing on that side.
 * Throws RangeError where there is no place between them, for they are not in that order.
 */
export function between(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) throw new RangeError(`no place between ${before} and ${after}`);
  if (before === null) return after === null ? FIRST : beforeAll(after);
  const whole = wholeOf(before);
  if (after === null) return next(whole) ?? whole + middle(before.slice(whole.length), null);
  const other = wholeOf(after);
  if (whole === other) return whole + middle(before.slice(whole.length), after.slice(whole.length));
  const up = next(whole);
  return up !== null && up < after ? up : whole + middle(before.slice(whole.length), null);
}

function beforeAll(after: string): string {
  const whole = wholeOf(after);
  // A whole number is before its own fractions.
  if (whole < after) return whole;
  return previous(whole) ?? whole + middle('', after.slice(whole.length));
}

/** How many digits the whole part of a position has after its first letter; null: it is none. */
function digitsOf(text: string): number | null {
  const head = text.charCodeAt(0);
  if (head >= 97 && head <= 122) return head - 96;
  return head >= 65 && head <= 90 ? 91 - head : null;
}

function wholeOf(position: string): string {
  const digits = digitsOf(position);
  if (digits === null || position.length <= digits) throw new RangeError(`not a position: ${position}`);
  return position.slice(0, digits + 1);
}

/** The whole number after one; null: there is none. */
function next(whole: string): string | null {
  const digits = Array.from(whole.slice(1));
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const value = DIGITS.indexOf(digits[at] ?? '') + 1;
    if (value < DIGITS.length)
      return whole.slice(0, 1) + [...digits.slice(0, at), DIGITS.charAt(value), ...zeros(digits.length - at - 1)].join('');
  }
  if (whole.startsWith('z')) return null;
  if (whole.startsWith('Z')) return FIRST;
  const head = String.fromCharCode(whole.charCodeAt(0) + 1);
  return head + zeros(head > 'Z' ? digits.length + 1 : digits.length - 1).join('');
}

/** The whole number before one; null: there is none. */
function previous(whole: string): string | null {
  const digits = Array.from(whole.slice(1));
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const value = DIGITS.indexOf(digits[at] ?? '') - 1;
    if (value >= 0)
      return (
        whole.slice(0, 1) +
        [...digits.slice(0, at), DIGITS.charAt(value), ...Array.from({ length: digits.length - at - 1 }, () => 'z')].join('')
      );
  }
  if (whole.startsWith('A')) return null;
  if (whole.startsWith('a')) return 'Zz';
  const head = String.fromCharCode(whole.charCodeAt(0) - 1);
  return head + 'z'.repeat(head < 'a' ? digits.length + 1 : digits.length - 1);
}

function zeros(count: number): readonly string[] {
  return Array.from({ length: count }, () => '0');
}

/** A fraction between two; `''` is nothing, null is one. Neither ends in `0`. */
function middle(low: string, high: string | null): string {
  if (high !== null) {
    let same = 0;
    while (same < high.length && (low.charAt(same) || '0') === high.charAt(same)) same += 1;
    if (same > 0) return high.slice(0, same) + middle(low.slice(same), high.slice(same));
  }
  const from = low === '' ? 0 : DIGITS.indexOf(low.charAt(0));
  const to = high === null ? DIGITS.length : DIGITS.indexOf(high.charAt(0));
  if (to - from > 1) return DIGITS.charAt(Math.round((from + to) / 2));
  if (high !== null && high.length > 1) return high.charAt(0);
  return DIGITS.charAt(from) + middle(low.slice(1), null);
}
