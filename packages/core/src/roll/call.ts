import { planted, rollCallText, say, sha256Text, type RollCallLine } from '@rollcall/protocol';

/** SHA-256 over the sorted lines, each ended by a newline. */
export function rollDigest(lines: readonly RollCallLine[]): string {
  const texts = lines.map(rollCallText);
  return sha256Text((planted('digest-by-order') ? texts : texts.sort()).map((text) => `${text}\n`).join(''));
}

/** One item of a device, at a roll call. */
export interface Called {
  readonly path: string;
  /** What it answered: its bytes, hashed again now, are this resource's. Null: it did not. */
  readonly line: RollCallLine | null;
  /** Where it is missing, when it did not answer; absent: here. */
  readonly where?: 'here' | 'cloud';
  /** Why it did not answer, in a person's words. */
  readonly why: string;
  /** What to do about it, where that is known. */
  readonly cure?: string;
}

/** What the cloud found when it hashed the stored bytes of one line again. */
export interface FoundThere {
  readonly state: 'stored' | 'missing' | 'damaged' | 'not-in-library' | 'trashed';
  readonly hash: string | null;
}

/** A roll call as it was made: both sides at one moment. */
export interface RollCall {
  readonly items: readonly Called[];
  /** For each item that answered, in order; null: the cloud did not say. */
  readonly there: readonly (FoundThere | null)[];
}

export interface Unanswered {
  readonly path: string;
  readonly where: 'here' | 'cloud';
  readonly why: string;
}

export interface CallVerdict {
  readonly digestHere: string;
  readonly digestThere: string;
  /** Everything that did not answer; empty exactly when both digests are of the same lines. */
  readonly missing: readonly Unanswered[];
}

/** Compares what answered here with what was found there, line by line. */
export function judgeRollCall({ items, there }: RollCall): CallVerdict {
  const missing: Unanswered[] = [];
  const here: RollCallLine[] = [];
  const found: RollCallLine[] = [];
  for (const { path, line, where = 'here', why } of items) {
    if (line === null) {
      missing.push({ path, where, why });
      continue;
    }
    const stored = there.at(here.length) ?? null;
    here.push(line);
    if (stored !== null && stored.state === 'stored' && stored.hash !== null) found.push({ ...line, hash: stored.hash });
    if (stored?.state !== 'stored' || stored.hash !== line.hash)
      missing.push({ path, where: 'cloud', why: say('stored bytes: {state}', { state: stored?.state ?? 'no answer' }) });
  }
  return { digestHere: rollDigest(here), digestThere: rollDigest(found), missing };
}

/** How long a roll call speaks for “safe to delete”. Milliseconds. */
export const SPEAKS_MS = 60_000;

export interface SafetyFacts {
  readonly call: RollCall;
  /** The last moment at which each item was seen to be as it was when it was hashed for this call, and now; device's clock. */
  readonly madeAt: number;
  readonly now: number;
  /** The library was heard to its end after that, and nothing is queued, or under way. */
  readonly upToDate: boolean;
  /** Something stands between here and the server, or before the folder. */
  readonly obstructed: boolean;
  /** Items here that are not as they were when they were hashed, or came since: the last word, after the cloud has answered. */
  readonly changed: number;
  /** Items here that were not called, for they are left out. */
  readonly leftOut: number;
}

export type Safety =
  | { readonly safe: true; readonly digest: string; readonly items: number }
  | {
      readonly safe: false;
      readonly why: readonly ('missing' | 'differs' | 'old' | 'not-up-to-date' | 'obstructed' | 'changed' | 'left-out' | 'nothing')[];
    };

/**
 * May what is here be deleted, for all of it is safe in the cloud? Only on a roll call made at this moment to which everything
 * answered on both sides. Whatever is not known, or not now, is no. A clock that ran back makes a roll call old.
 */
export function safeToDelete(facts: SafetyFacts): Safety {
  const { digestHere, digestThere, missing } = judgeRollCall(facts.call);
  const items = facts.call.items.length;
  const age = facts.now - facts.madeAt;
  const no = {
    missing: missing.length > 0,
    differs: digestHere !== digestThere,
    old: !(age >= 0 && age <= SPEAKS_MS),
    'not-up-to-date': !facts.upToDate,
    obstructed: facts.obstructed,
    changed: facts.changed > 0,
    // What nobody called would be deleted with the rest.
    'left-out': facts.leftOut > 0,
    nothing: items === 0,
  } as const;
  const why = (Object.keys(no) as (keyof typeof no)[]).filter((each) => no[each]);
  return why.length === 0 ? { safe: true, digest: digestHere, items } : { safe: false, why };
}
