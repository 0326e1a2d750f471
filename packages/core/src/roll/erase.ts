import { message, rollCallText, say, sayMany, tellReason, type Reason, type RollCallLine } from '@rollcall/protocol';
import type { Called, FoundThere } from './call.ts';

/** What lacks for a device as a whole is said of this. */
export const THIS_DEVICE = 'This device';

/** Something for which a device may not be erased, in a person’s words. */
export interface Lack {
  /** The path of a file here; or `THIS_DEVICE`, for it as a whole. */
  readonly what: string;
  /** Where it is missing. */
  readonly where: 'here' | 'cloud';
  readonly why: string;
  /** What to do. */
  readonly cure: string;
}

/** A file that is here and was not called. */
export interface Uncalled {
  readonly path: string;
  readonly why: string;
}

/** What became of an item while the roll was called. */
export interface Touched {
  readonly path: string;
  readonly how: 'new' | 'changed' | 'gone';
}

/** All that may stand between a device and the word that it may be erased. */
export interface EraseCall {
  readonly items: readonly Called[];
  /** For each item that answered, in order; null: the cloud did not say. */
  readonly there: readonly (FoundThere | null)[];
  /** Files that nobody keeps and that are somebody’s: they would be gone. */
  readonly leftOut: readonly Uncalled[];
  readonly changed: readonly Touched[];
  /** Why the cloud could not be asked about all of them; null: it could. */
  readonly trouble: Lack | null;
  /** What bars the device as a whole: its folder, its server, its settings. */
  readonly barred: readonly Reason[];
  /** Changes of this device that the cloud has not acknowledged. */
  readonly queued: number;
  /** Photos that went missing here, and of which nobody has said whether they are to be deleted. */
  readonly removals: number;
}

const THERE: Record<Exclude<FoundThere['state'], 'stored'>, readonly [why: string, cure: string]> = {
  damaged: [
    message('The cloud’s own copy is damaged.'),
    message('It is sent again from here: rollcall sync --once. Then call the roll again.'),
  ],
  missing: [
    message('The cloud has lost its copy.'),
    message('It is sent again from here: rollcall sync --once. Then call the roll again.'),
  ],
  'not-in-library': [message('The library does not have it any more.'), message('See what became of it: rollcall why FILE')],
  trashed: [
    message('It is in Recently Deleted, and goes for good after its 30 days.'),
    message('Bring it back: rollcall trash restore. Or delete it here, too.'),
  ],
};
const CHANGED: Record<Touched['how'], string> = {
  new: message('It came while the roll was called.'),
  changed: message('It changed while the roll was called.'),
  gone: message('It went while the roll was called.'),
};
const AGAIN = message('Call the roll again when it is in sync.');

/** Everything that is lacking, each by its name; empty: nothing is. */
export function lacksOf({ items, there, trouble, leftOut, changed, barred, queued, removals }: EraseCall): Lack[] {
  const whole = barred.map((reason): Lack => {
    const { words, cure } = tellReason(reason);
    return { what: THIS_DEVICE, where: 'here', why: words, cure };
  });
  if (trouble !== null) whole.push(trouble);
  if (queued > 0)
    whole.push({
      what: THIS_DEVICE,
      where: 'cloud',
      why: sayMany(queued, 'A change of it was not taken by the cloud yet.', '{count} changes of it were not taken by the cloud yet.'),
      cure: say('Have it done: rollcall sync --once'),
    });
  if (removals > 0)
    whole.push({
      what: THIS_DEVICE,
      where: 'here',
      why: sayMany(
        removals,
        'A photo went missing here, and it is not decided what becomes of it.',
        '{count} photos went missing here, and it is not decided what becomes of them.',
      ),
      cure: say('See: rollcall held ls'),
    });
  let at = 0;
  const called = items.flatMap((item): Lack[] => {
    const { path: what, line, where = 'here', why, cure = say(AGAIN) } = item;
    if (line === null) return [{ what, where, why, cure }];
    const found = there.at(at) ?? null;
    at += 1;
    // Why it did not is told already.
    if (found === null && trouble !== null) return [];
    if (found === null)
      return [{ what, where: 'cloud', why: say('The cloud did not say whether it has it.'), cure: say('Call the roll again.') }];
    if (found.state === 'stored')
      return found.hash === line.hash ? [] : [{ what, where: 'cloud', why: say(THERE.damaged[0]), cure: say(THERE.damaged[1]) }];
    const [words, help] = THERE[found.state];
    return [{ what, where: 'cloud', why: say(words), cure: say(help) }];
  });
  return [
    ...whole,
    ...called,
    ...leftOut.map(({ path, why }): Lack => ({
      what: path,
      where: 'cloud',
      why,
      cure: say('Put it somewhere else, or delete it: no cloud has it.'),
    })),
    ...changed.map(({ path, how }): Lack => ({ what: path, where: 'here', why: say(CHANGED[how]), cure: say(AGAIN) })),
  ];
}

/** What systems write beside a person’s files for themselves; nobody misses it. */
const OF_NOBODY = /^(\.DS_Store|\._.*|\.directory|\.nomedia|Thumbs\.db|ehthumbs\.db|desktop\.ini)$/i;

/** The file is of the system’s making, and no person’s. */
export function isOfNobody(path: string): boolean {
  return OF_NOBODY.test(path.slice(path.lastIndexOf('/') + 1));
}

/** Each line once: two files here may hold the same bytes of one photo. */
export function distinctLines(lines: readonly RollCallLine[]): RollCallLine[] {
  return [...new Map(lines.map((line) => [rollCallText(line), line])).values()];
}

/** What a receipt cannot say: whether there is one copy more than the cloud's own. Decision 68. */
export const NO_BACKUP_WORDS = message(
  'The cloud makes no backup of itself: what is on no other device lies on the server’s disk alone then, unless whoever looks after the server copies its data folder.',
);
