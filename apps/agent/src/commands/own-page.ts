import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { libraryRoot } from '@rollcall/importers';
import { complain, type Io } from './io.ts';

const leftAlone = (file: string): string => `${file} is there already, and is left as it is. Choose another name.`;

/** Why a page may not be put there, to be asked before anything is done; null: it may. @param looked paths that are looked at: nothing is written into a library */
export function mayNotWrite(file: string, looked: readonly string[]): string | null {
  if (existsSync(file)) return leftAlone(file);
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) return `${folder} is not there. Choose another folder for the page.`;
  const real = realpathSync(folder);
  const inside = /\.photoslibrary(?:\/|$)/i.test(real) || looked.some((path) => isWithin(libraryRoot(path), real));
  return inside ? 'The page must not be written into the library that is looked at. Choose another folder.' : null;
}

function isWithin(root: string | null, folder: string): boolean {
  if (root === null) return false;
  const way = relative(root, folder);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** A page that only its person may read, and that is written over nothing. False: it was not written, which was told. */
export function writePage(file: string, page: string, io: Io): boolean {
  try {
    writeFileSync(file, page, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    complain(io, there ? leftAlone(file) : `${file} cannot be written: ${(error as Error).message}`);
    return false;
  }
}
