import { rmSync } from 'node:fs';
import type { Pause } from '@rollcall/core';
import { say, type Evidence, type ReasonCode } from '@rollcall/protocol';
import { FileFailure } from '@rollcall/transfer';
import { isGone } from '../folder/entry.ts';
import { PlaceFailure } from '../folder/place.ts';
import { fileTrouble } from './trouble.ts';

/** How often it is tried again to write where the disk was full or read-only: room and permission come without a sign. */
const RECHECK_MS = 5000;

/** Why something could not be written below the device's folder; null: for no reason that a disk gives. */
export function writeTrouble(error: unknown, path: string): [code: ReasonCode, evidence: Evidence] | null {
  if (error instanceof FileFailure) return [error.code, error.evidence];
  if (error instanceof PlaceFailure) return ['permission-missing', { needed: say('write to'), path, error: error.message }];
  const trouble = fileTrouble(error);
  if (trouble === null) return null;
  if (trouble.code === 'permission-missing')
    return [trouble.code, { needed: say('write to'), path, error: trouble.evidence['error'] ?? null }];
  return [trouble.code, trouble.evidence];
}

/** Takes away a file of this program below the device's folder. False: the disk does not let it, and it stays. */
export function removeOwn(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch (error) {
    if (!isGone(error) && writeTrouble(error, path) === null) throw error;
    return false;
  }
}

/** When a failed writing is tried again. */
export function pauseOf(code: ReasonCode): Extract<Pause, 'few-tries' | number> {
  return code === 'permission-missing' || code === 'device-disk-full' ? RECHECK_MS : 'few-tries';
}
