import { message } from '@rollcall/protocol';
import type { Trouble } from '@rollcall/core';
import { sinceSeen } from '../store/since-seen.ts';
import type { Device } from '../device.ts';
import { originalHome } from '../folder/copied-home.ts';
import { folderState } from '../folder/marker.ts';

/** As `folderTrouble`, since it was first found so; and the folder belongs to this state folder, and not to one of which it is a copy. */
export function deviceFolderTrouble(device: Pick<Device, 'identity' | 'home' | 'store'>): Trouble | null {
  const now = Date.now();
  const found = troubleNow(device, now);
  const since = sinceSeen(device.store, 'folder', found?.code ?? 'there', now);
  return found && { ...found, since };
}

function troubleNow({ identity, home }: Pick<Device, 'identity' | 'home'>, now: number): Trouble | null {
  const { folder, deviceId, email } = identity;
  const trouble = folderTrouble(folder, deviceId, email, now);
  const original = trouble === null ? originalHome(identity, home) : null;
  if (original === null) return trouble;
  const evidence = { folderAccount: email, account: email, home: original };
  return { code: 'wrong-account', evidence, tries: 0, nextTry: null, since: now };
}

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
      return {
        code: 'permission-missing',
        evidence: { needed: message('read'), whole: true, path, error: state.why },
        tries: 0,
        nextTry: null,
        since: now,
      };
    default:
      return state satisfies never;
  }
}
