import type { AssetKind } from '@rollcall/protocol';
import type { Whereabouts } from './direction.ts';
import type { Action, Plan } from './plan.ts';
import type { LocalFile } from './rows.ts';

/** What a person has left out of sync on a device. */
export interface LeaveOut {
  /** Patterns: without a slash of a name at any depth, else of the path in the folder. `*` is part of a name, `**` any folders. */
  readonly names: readonly string[];
  readonly kinds: readonly AssetKind[];
}

export const NOTHING_LEFT_OUT: LeaveOut = { names: [], kinds: [] };

const LONGEST = 200;

/** The pattern as its parts, or null when it is none. */
export function readPattern(text: string): readonly string[] | null {
  if (text === '' || text.length > LONGEST || text.includes('\\')) return null;
  const parts = text.toLowerCase().normalize('NFC').split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || (part.includes('**') && part !== '**'))) return null;
  return parts.length === 1 ? ['**', ...parts] : parts;
}

/**
 * Which rule leaves a file out, as the person wrote it; null: none. Capitals do not matter. A rule that names a folder leaves out all
 * that is in it.
 */
export function leftOutBy({ names, kinds }: LeaveOut, path: string, kind: AssetKind | null): string | null {
  if (kind !== null && kinds.includes(kind)) return kind;
  if (names.length === 0) return null;
  const parts = path.toLowerCase().normalize('NFC').split('/');
  const found = names.find((name) => {
    const pattern = readPattern(name);
    return pattern !== null && parts.some((_, at) => matches(pattern, parts.slice(0, at + 1)));
  });
  return found ?? null;
}

/**
 * What becomes of a file that a rule leaves out: it is read, and known for what it is, and otherwise left alone; that it is gone says
 * nothing. Null: its plan goes on.
 */
export function leaveAlone(file: LocalFile, plan: Plan, rule: string, bytes: Whereabouts): Plan | null {
  // It shows a photo of the library already, or is about to be known as one.
  const learns = (action: Action): boolean => LEARNING.has(action.do) || (action.do === 'send-change' && bytes === 'another');
  if (plan.actions.some(learns)) return null;
  if (file.missingSince !== null) {
    const actions: readonly Action[] = file.gone || file.held ? [{ do: 'forget-file' }] : [];
    return { actions, reasons: [{ code: 'applying', since: file.missingSince, evidence: { missing: true } }] };
  }
  return { actions: [], reasons: [{ code: 'excluded-by-rule', since: file.firstSeen, evidence: { rule } }] };
}

const LEARNING: ReadonlySet<Action['do']> = new Set<Action['do']>(['hash', 'bind', 'take-over', 'forget-file']);

function matches(pattern: readonly string[], parts: readonly string[]): boolean {
  return fits(pattern, parts, '**', isLike);
}

/** One name and one part of a pattern. */
function isLike(pattern: string, name: string): boolean {
  return fits(Array.from(pattern), Array.from(name), '*', (wanted, letter) => wanted === '?' || wanted === letter);
}

/** Whether a pattern, in which `many` stands for any number of items, fits them all. Takes time that grows with the product of both. */
function fits(pattern: readonly string[], items: readonly string[], many: string, fit: (wanted: string, item: string) => boolean): boolean {
  let [at, from] = [0, 0];
  // The last `many`, and how far it reaches so far: to give it more is all that can help.
  let [star, reach] = [-1, 0];
  while (from < items.length) {
    const [wanted, item] = [pattern[at], items[from]];
    if (wanted === many) {
      star = at;
      reach = from;
      at += 1;
    } else if (wanted !== undefined && item !== undefined && fit(wanted, item)) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      reach += 1;
      at = star + 1;
      from = reach;
    } else return false;
  }
  return pattern.slice(at).every((wanted) => wanted === many);
}
