import type { Trouble } from '@rollcall/core';
import { folderState } from '../folder/marker.ts';

/** What is wrong with the device's folder as a whole; null: nothing. Nothing is inferred from a folder with a trouble. */
export function folderTrouble(path: string, deviceId: string, email: string, now: number): Trouble | null {
  const state = folderState(path, deviceId);
  switch (state.state) {
    case 'ready':
      return null;
    case 'missing':
      return { code: 'folder-missing', evidence: { why: state.why, path }, tries: 0, nextTry: null, since: now };
    case 'foreign':
      return {
        code: 'wrong-account',
        evidence: { folderAccount: state.marker.email, account: email },
        tries: 0,
        nextTry: null,
        since: now,
      };
    case 'unreadable':
      return { code: 'permission-missing', evidence: { needed: 'read', path, error: state.why }, tries: 0, nextTry: null, since: now };
    default:
      return state satisfies never;
  }
}
