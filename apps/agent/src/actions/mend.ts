import { noteMended, type LocalFile } from '@rollcall/core';
import type { Work } from '../work/work.ts';
import { sendBytes } from './send.ts';

/** The disk gave other bytes than were written: they are sent, to be kept as a version, and then the good ones come back. */
export async function mend(work: Work, file: LocalFile, assetId: string, found: string): Promise<void> {
  if (file.hash === null || !(await sendBytes(work, file, found))) return;
  await work.settlement.settle(() => noteMended(work.store, file, assetId, found, work.now()));
}
