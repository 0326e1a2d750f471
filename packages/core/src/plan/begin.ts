import { planted } from '@rollcall/protocol';
import type { Action } from './plan.ts';

/** What a device knows of its folder and of the cloud at a moment. */
export interface Known {
  /** The folder was seen whole since the device began to look, or since it came back, and all that was in it was read. */
  readonly folder: boolean;
  /** Files whose bytes nobody has read yet. */
  readonly unread: number;
  /** The server was asked what happened meanwhile, and has told, or does not answer. */
  readonly asked: boolean;
  /** The server has told all that it has just now (see `isVouched`). */
  readonly vouched: boolean;
}

/** How long the word of a server counts that may be put back to an older state at any time. */
export const VOUCHED_MS = 2000;

/**
 * What a device knows of the cloud is what the server says at this moment, too. A server that was put back unsaid in the meantime may know
 * nothing of a photo whose deletion is known here, and this device may have the last copy.
 * @param heard when the feed was last heard to its end, by the same clock; null: not since the device began, or since its folder is back
 */
export function isVouched(heard: number | null, now: number): boolean {
  return heard !== null && heard <= now && now - heard <= VOUCHED_MS;
}

/** Some actions are right only with all the facts; until then they wait, and are planned again. */
export function mayBegin(action: Action, known: Known): boolean {
  switch (action.do) {
    case 'fetch':
    case 'drop-stand-in':
      // It may be here already, placed when the device was stopped, or copied by hand.
      return known.folder;
    case 'remove-file':
      // A file that is still to be read may be a copy of this one; it would be taken for a new photo, and bring the deleted one back.
      // And what was deleted elsewhere goes on a fresh word only.
      return known.folder && known.unread === 0 && (known.vouched || planted('removes-on-old-word'));
    case 'bind':
      // A copy made here of a photo that was deleted elsewhere is asked about.
      return known.asked;
    case 'hash':
    case 'take-over':
    case 'send-new':
    case 'send-change':
    case 'send-sidecar':
    case 'mend':
    case 'trash':
    case 'rename-asset':
    case 'rename-file':
    case 'forget-file':
    case 'let-go':
      return true;
    default:
      return action satisfies never;
  }
}
