import { fileUnit, judgeVouched, vouchingLine, type FoundThere, type LocalFile } from '@rollcall/core';
import type { Resource } from '@rollcall/protocol';
import type { Routine } from '../world/routine.ts';
import { troubleFile, type Work } from './work.ts';

/** Has the cloud hash its own bytes of what a file here is, just before that is taken away or written over. False: it stays. */
export function* isSoundThere(work: Work, file: LocalFile, by: Resource | null): Routine<boolean> {
  const line = vouchingLine(work.store, file, by);
  if (line === null) return true;
  work.progress(fileUnit(file.key), { phase: 'verifying', offset: file.size, size: file.size });
  const answer = yield* work.call({ route: 'roll-call', lines: [line] });
  if (answer.is !== 'answer') {
    if (!work.failed(answer)) yield* troubleFile(work, file, { code: 'refused', evidence: {}, pause: 'keep-trying' });
    return false;
  }
  const failure = judgeVouched(line, (answer.response.json as { found: readonly FoundThere[] }).found[0] ?? null);
  if (failure === null) return true;
  yield* troubleFile(work, file, failure);
  work.wanted();
  return false;
}
