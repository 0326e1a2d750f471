/**
 * Milliseconds: what is another page so soon was not looked at; and so long it stays the same until it is. Both are longer than people take from
 * one key to the next: pictures that are asked for between two keys are decoded while the second one is to be shown.
 */
const SOON = 600;
export const SETTLE = 400;
/** Where it never rests, as while a thousand photos come one by one, it is looked at so often all the same; milliseconds. */
const LONGEST = 1_500;
/** The same while somebody types, who looks at pictures when that is done. */
const TYPING = 6_000;

/** A page as it came, by any clock of milliseconds. */
export interface Turn {
  readonly page: object;
  readonly at: number;
  /** So soon after the one before that somebody goes on changing it. */
  readonly soon: boolean;
  /** When there was one that did not come so. */
  readonly since: number;
}

/** The very same where it is the same page. Pure. @param changing it is known that another one comes in a moment */
export function turnTo(page: object, before: Turn | null, now: number, changing = false): Turn {
  if (before === null) return { page, at: now, soon: changing, since: now };
  if (before.page === page) return before;
  const soon = changing ? now - before.since < TYPING : now - before.at < SOON && now - before.since < LONGEST;
  return { page, at: now, soon, since: soon ? before.since : now };
}
