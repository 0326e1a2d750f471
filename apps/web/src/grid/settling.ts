/** Milliseconds: what is another page so soon was not looked at; and so long it stays the same until it is. */
const SOON = 300;
export const SETTLE = 150;
/** Where it never rests, as while a thousand photos come one by one, it is looked at so often all the same; milliseconds. */
const LONGEST = 1_500;

/** A page as it came, by any clock of milliseconds. */
export interface Turn {
  readonly page: object;
  readonly at: number;
  /** So soon after the one before that somebody goes on changing it. */
  readonly soon: boolean;
  /** When there was one that did not come so. */
  readonly since: number;
}

/** The very same where it is the same page. Pure. */
export function turnTo(page: object, before: Turn | null, now: number): Turn {
  if (before?.page === page) return before;
  const soon = before !== null && now - before.at < SOON && now - before.since < LONGEST;
  return { page, at: now, soon, since: soon ? before.since : now };
}
