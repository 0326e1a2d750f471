import { fileUnit, judgeVouched, vouchingLine, type LocalFile } from '@rollcall/core';
import type { Resource } from '@rollcall/protocol';
import { Refused } from '../server/refused.ts';
import { isOfState } from '../state-trouble.ts';
import { troubleFile, type Work } from '../work/work.ts';

/**
 * Has the cloud hash its own bytes of what a file here is, just before that is taken away or written over. False: it stays, and its
 * row says why, or what stands in the way says it. What the cloud finds damaged it asks back.
 * @param by what takes the place of the file; null: nothing does
 */
export async function isSoundThere(work: Work, file: LocalFile, by: Resource | null): Promise<boolean> {
  const line = vouchingLine(work.store, file, by);
  if (line === null) return true;
  work.progress(fileUnit(file.key), { phase: 'verifying', offset: file.size, size: file.size });
  try {
    const answer = await work.connection.call('rollCall', { body: { lines: [line] } });
    if (!answer.ok) throw new Refused(answer.refusal);
    const failure = judgeVouched(line, answer.value.found[0] ?? null);
    if (failure === null) return true;
    await troubleFile(work, file, failure.code, failure.evidence, failure.pause);
    work.wanted();
  } catch (error) {
    if (work.signal.aborted || work.failed(error)) return false;
    if (isOfState(error)) throw error;
    await troubleFile(work, file, 'refused', { error: (error as Error).message }, 'keep-trying');
  }
  return false;
}
