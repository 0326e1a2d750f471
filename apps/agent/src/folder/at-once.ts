import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from '@rollcall/core';
import { isSameFile, isSurelyGone } from './place.ts';

/** The device's folder, as steps that only write rows ask it. */
export function folderAtOnce(root: string): Folder {
  return {
    has: (path) => !isSurelyGone(join(root, path)),
    isSameFile: (one, other) => isSameFile(join(root, one), join(root, other)),
    remove: (path) => unlinkSync(join(root, path)),
  };
}
