import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from '@rollcall/core';
import { exists, isSameFile } from './place.ts';

/** The device's folder, as steps that only write rows ask it. */
export function folderAtOnce(root: string): Folder {
  return {
    has: (path) => exists(join(root, path)),
    isSameFile: (one, other) => isSameFile(join(root, one), join(root, other)),
    remove: (path) => unlinkSync(join(root, path)),
  };
}
