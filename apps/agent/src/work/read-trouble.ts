import type { LocalFile } from '@rollcall/core';
import { isGone } from '../folder/entry.ts';
import { fileTrouble } from './trouble.ts';
import { troubleFile, type Work } from './work.ts';

/** Notes why the bytes of a file could not be read. One that went away is looked for: the next look will say so. */
export function troubleRead(work: Work, file: LocalFile, error: unknown): Promise<void> {
  if (isGone(error)) return troubleFile(work, file, 'file-changing', {}, 'keep-trying');
  const trouble = fileTrouble(error) ?? { code: 'file-unreadable' as const, evidence: { error: (error as Error).message } };
  return troubleFile(work, file, trouble.code, { ...trouble.evidence, path: file.path }, 'few-tries');
}
