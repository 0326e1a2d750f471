import type { Action } from './plan.ts';

/** What a device knows of its folder and of the cloud at a moment. */
export interface Known {
  /** The folder was seen whole since the device began to look, or since it came back, and all that was in it was read. */
  readonly folder: boolean;
  /** Files whose bytes nobody has read yet. */
  readonly unread: number;
  /** The server was asked what happened meanwhile, and has told, or does not answer. */
  readonly asked: boolean;
}

/** Some actions are right only with all the facts; until then they wait, and are planned again. */
export function mayBegin(action: Action, known: Known): boolean {
  switch (action.do) {
    case 'fetch':
      // It may be here already, placed when the device was stopped, or copied by hand.
      return known.folder;
    case 'remove-file':
      // A file that is still to be read may be a copy of this one; it would be taken for a new photo, and bring the deleted one back.
      return known.folder && known.unread === 0;
    case 'bind':
      // A copy made here of a photo that was deleted elsewhere is asked about.
      return known.asked;
    case 'hash':
    case 'take-over':
    case 'send-new':
    case 'send-change':
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
