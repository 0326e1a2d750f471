import { say } from '@rollcall/protocol';
import { statfsSync } from 'node:fs';
import type { Reading } from './lookout.ts';
import { BY_HAND, type Overrides } from './overrides.ts';

/** Bytes that are free for this user where a folder is. */
export function freeSpace(folder: string, { 'free-space': said }: Overrides, now: number): Reading<number> {
  if (said !== undefined) return { is: said.is, source: BY_HAND, since: said.since };
  try {
    const { bavail, bsize } = statfsSync(folder);
    return { is: bavail * bsize, source: say('the file system'), since: now };
  } catch (error) {
    return { unseen: say('the file system does not tell ({error})', { error: (error as NodeJS.ErrnoException).code ?? 'unknown error' }) };
  }
}
