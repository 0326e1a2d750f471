import { readFileSync } from 'node:fs';

/**
 * The newest version of glibc that compiled files ask for, as `[2, 34]`: each function that such a file takes from glibc is named there
 * with the version that brought it. Null: they ask for none.
 */
export function glibcFor(files: readonly string[]): readonly [number, number] | null {
  let newest: readonly [number, number] | null = null;
  for (const file of files)
    for (const [, major, minor] of readFileSync(file)
      .toString('latin1')
      .matchAll(/\0GLIBC_(\d+)\.(\d+)(?=[.\0])/g)) {
      const version = [Number(major), Number(minor)] as const;
      if (newest === null || version[0] > newest[0] || (version[0] === newest[0] && version[1] > newest[1])) newest = version;
    }
  return newest;
}

export const isNative = (path: string): boolean => /\.node$|\.so(?:\.|$)|^runtime\/node$/.test(path);
