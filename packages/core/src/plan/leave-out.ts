import type { AssetKind } from '@rollcall/protocol';
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
export function leaveAlone(file: LocalFile, plan: Plan, rule: string): Plan | null {
  // It shows a photo of the library already, or is about to be known as one.
  if (plan.actions.some((action) => LEARNING.has(action.do))) return null;
  if (file.missingSince !== null) {
    const actions: readonly Action[] = file.gone || file.held ? [{ do: 'forget-file' }] : [];
    return { actions, reasons: [{ code: 'applying', since: file.missingSince, evidence: { missing: true } }] };
  }
  return { actions: [], reasons: [{ code: 'excluded-by-rule', since: file.firstSeen, evidence: { rule } }] };
}

const LEARNING: ReadonlySet<Action['do']> = new Set<Action['do']>(['hash', 'bind', 'take-over', 'forget-file']);

function matches(pattern: readonly string[], parts: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return parts.length === 0;
  if (first === '**') return matches(rest, parts) || (parts.length > 0 && matches(pattern, parts.slice(1)));
  const [part, ...others] = parts;
  return part !== undefined && isLike(first, part) && matches(rest, others);
}

/** One name and one part of a pattern; in time that grows with their lengths only. */
function isLike(pattern: string, name: string): boolean {
  let [at, from] = [0, 0];
  let [star, held] = [-1, 0];
  while (from < name.length) {
    if (pattern[at] === '*') {
      star = at;
      held = from;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[from])) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      held += 1;
      at = star + 1;
      from = held;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
