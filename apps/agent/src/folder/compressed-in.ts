import { join } from 'node:path';
import { nameOf } from '@rollcall/core';
import { readStandIn } from '@rollcall/media';
import { withSource } from './read.ts';
import { walk } from './walk.ts';

/** How many files of a folder are compressed versions, as they say themselves. */
export interface CompressedIn {
  readonly files: number;
  /** All files were looked at, and could be read. */
  readonly all: boolean;
}

/** Looks into the files of a folder, at most so many. Rejects with the system's error where the folder itself cannot be listed. */
export async function compressedIn(folder: string, most: number): Promise<CompressedIn> {
  const { files, unknown } = await walk(folder, '');
  let found = 0;
  let unread = 0;
  for (const { path } of files.slice(0, most)) {
    try {
      const mark = await withSource(join(folder, path), nameOf(path), readStandIn);
      if (mark?.intact === true) found += 1;
    } catch {
      unread += 1;
    }
  }
  return { files: found, all: files.length <= most && unread === 0 && unknown.length === 0 };
}
