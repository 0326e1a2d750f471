import type { Action } from '../plan/index.ts';

/** What an item can be busy with; each lane runs a few at a time. */
export type LaneName = 'read' | 'send' | 'fetch' | 'disk';

/**
 * It is not begun before all that is in the folder is known by its bytes: what is to be fetched may be here already, and of what is to
 * be removed there may be a copy, or a file that it was moved to, of which the person is asked instead.
 */
export function waitsForFolder(action: Action): boolean {
  return action.do === 'fetch' || action.do === 'remove-file';
}

/** Null: it only writes rows, and needs no lane. */
export function laneOf(action: Action): LaneName | null {
  switch (action.do) {
    case 'hash':
      return 'read';
    case 'send-new':
    case 'send-change':
    case 'mend':
      return 'send';
    case 'fetch':
      return 'fetch';
    case 'remove-file':
    case 'rename-file':
      return 'disk';
    case 'bind':
    case 'take-over':
    case 'trash':
    case 'forget-file':
    case 'rename-asset':
    case 'let-go':
      return null;
    default:
      return action satisfies never;
  }
}
