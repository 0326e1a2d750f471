import { message, planted } from '@rollcall/protocol';
import type { Action, Plan } from './plan.ts';
import type { Direction, LocalFile } from './rows.ts';

/** Where the bytes of a file are in the cloud: they are a part of the photo that it shows, or of another one. */
export type Whereabouts = 'its-own' | 'another' | 'nowhere';

type OneWay = Exclude<Direction, 'both'>;

/** What is not done with a file, for it goes the other way than the person wants photos to go. */
type Verdict = 'forget' | 'as-it-is' | 'left-out';

/**
 * Where photos go one way only, what goes the other way is left out. On a device that only backs up nothing of the cloud changes a
 * file, and on one that only downloads no file changes the cloud. That a file is deleted is then no wish to delete the photo:
 * whoever only backs up keeps in the cloud what goes here, and whoever only downloads gets it again.
 * Null: the plan goes the right way.
 * @param bytes where the bytes of the file are in the cloud
 */
export function leftOut(file: LocalFile, plan: Plan, direction: OneWay, bytes: Whereabouts): Plan | null {
  const held = plan.reasons.some(({ code }) => code === 'mass-delete-held');
  const verdict = held ? 'forget' : plan.actions.map((action) => verdictOf(action, direction, bytes)).find((each) => each !== null);
  switch (verdict) {
    case undefined:
    case null:
      return null;
    case 'forget':
      return {
        actions: [{ do: 'forget-file' }],
        reasons: [{ code: 'applying', since: file.missingSince ?? file.firstSeen, evidence: {} }],
      };
    case 'as-it-is':
      return { actions: [], reasons: [] };
    case 'left-out':
      return {
        actions: [],
        reasons: [{ code: 'not-in-this-direction', since: file.firstSeen, evidence: { direction: WORDS[direction] } }],
      };
    default:
      return verdict satisfies never;
  }
}

/** Which way, in words. */
export const WORDS = { 'backup-only': message('back up only'), 'download-only': message('download only') } as const;

/** Null: it goes the right way, or stays here. */
function verdictOf(action: Action, direction: OneWay, bytes: Whereabouts): Verdict | null {
  const backs = direction === 'backup-only';
  switch (action.do) {
    case 'trash':
      return planted('one-way-trashes') ? null : 'forget';
    case 'send-change':
      // Written over with a photo that the library has: it is only known as that one.
      return backs || (bytes === 'another' && !planted('written-over-for-ever')) ? null : 'left-out';
    case 'send-new':
    case 'send-sidecar':
    case 'mend':
      return backs ? null : 'left-out';
    // Names may differ: each side keeps its own.
    case 'rename-asset':
      return backs ? null : 'as-it-is';
    case 'rename-file':
      return backs ? 'as-it-is' : null;
    // Its bytes are safe, and the edit that was made elsewhere does not come here; or what is here was a part of what was completed elsewhere.
    case 'fetch':
      if (!backs) return null;
      return bytes === 'its-own' || planted('one-way-in-sync') ? 'as-it-is' : 'left-out';
    case 'remove-file':
      return backs ? 'left-out' : null;
    case 'hash':
    case 'bind':
    case 'take-over':
    case 'forget-file':
    case 'let-go':
    case 'drop-stand-in':
      return null;
    default:
      return action satisfies never;
  }
}
