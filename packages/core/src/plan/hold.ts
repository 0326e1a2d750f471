import { planted } from '@rollcall/protocol';

/** A photo that went missing here, and where its file was. */
export interface Removal {
  readonly assetId: string;
  /** Below the device's folder. */
  readonly path: string;
}

/** A deletion that was sent on without asking. */
export interface LetThrough extends Removal {
  /** Device's clock, milliseconds. */
  readonly at: number;
}

export interface HoldFacts {
  readonly now: number;
  /** Photos that are here: in all, and by the folder at the top (files at the top itself are in none). */
  readonly here: number;
  readonly hereByTop: ReadonlyMap<string, number>;
  /** Gone by two looks: these would be deleted everywhere now. */
  readonly gone: readonly Removal[];
  /** Not seen by one look: they are about to be gone, and count as suspects. */
  readonly settling: readonly Removal[];
  /** What was let through before; older than a day does not count. */
  readonly letThrough: readonly LetThrough[];
  /** Some wait for the person's answer already. */
  readonly asked: boolean;
}

/** What is done with all that is gone, at once; `inADay` is how many photos went within the day, these included. */
export interface Verdict {
  readonly hold: HoldCause | null;
  readonly inADay: number;
}
export type HoldCause = 'asked-already' | 'many' | 'half' | 'folder';

export const HOLD_DAY_MS = 86_400_000;
/** As many go in a day without a question, and as many of a hundred. */
const FEW = 10;
const SHARE = 0.1;
/** Half of fewer photos than this is a photo or two: nobody is asked about that. */
const HALF_OF = 4;
const FOLDER_OF = 3;

/** The folder at the top that a path lies in; `''` for a file at the top. */
export function topFolder(path: string): string {
  const end = path.indexOf('/');
  return end === -1 ? '' : path.slice(0, end);
}

/**
 * Are these deletions a person's few, or is something wrong? Counted over a rolling day, so that many small batches are
 * seen for what they are together; a photo counts once. A clock that was set back makes the day longer, never shorter.
 */
export function judgeRemovals(facts: HoldFacts): Verdict {
  const recent = planted('batches-pass') ? [] : facts.letThrough.filter(({ at }) => at > facts.now - HOLD_DAY_MS);
  const went = new Map([...recent, ...facts.settling, ...facts.gone].map((removal) => [removal.assetId, topFolder(removal.path)]));
  const inADay = went.size;
  return { hold: causeOf(facts, went), inADay };
}

function causeOf(facts: HoldFacts, went: ReadonlyMap<string, string>): HoldCause | null {
  if (facts.asked) return 'asked-already';
  const before = facts.here + went.size;
  if (went.size > Math.max(FEW, before * SHARE)) return 'many';
  if (before >= HALF_OF && went.size * 2 >= before) return 'half';
  const byTop = new Map<string, number>();
  for (const top of went.values()) byTop.set(top, (byTop.get(top) ?? 0) + 1);
  for (const [top, count] of byTop) {
    if (top !== '' && count >= FOLDER_OF && (facts.hereByTop.get(top) ?? 0) === 0) return 'folder';
  }
  return null;
}
