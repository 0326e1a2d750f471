import type { Action } from '../plan/index.ts';

/** What an item can be busy with; each lane runs a few at a time. */
export type LaneName = 'read' | 'send' | 'fetch' | 'disk';

/** Null: it only writes rows, and needs no lane. */
export function laneOf(action: Action): LaneName | null {
  switch (action.do) {
    case 'hash':
      return 'read';
    case 'send-new':
    case 'send-change':
    case 'send-sidecar':
    case 'mend':
      return 'send';
    case 'fetch':
      return 'fetch';
    case 'remove-file':
    case 'rename-file':
    case 'drop-stand-in':
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
