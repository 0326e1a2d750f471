import { basename } from 'node:path';
import type { Left } from '../found.ts';
import type { Library } from '../apple-photos/library.ts';
import { openLibrary } from '../apple-photos/library.ts';
import { notOpenedWords } from '../apple-photos/not-opened.ts';
import { findPlace } from '../apple-photos/place.ts';
import type { TreeFile } from '../disk/tree.ts';
import { listFiles } from './files.ts';

export type OpenedLibrary =
  | { readonly ok: true; readonly library: Library; readonly files: readonly TreeFile[]; readonly left: readonly Left[] }
  /** Why not, in words. */
  | { readonly ok: false; readonly words: string };

/** Whether a path is a library of Photos, or of an iPhone's: then it is none of files. Also one that cannot be opened is, and a database alone. */
export function isLibrary(path: string): boolean {
  const found = findPlace(path);
  // Any file may be a database, and a folder may hold one beside photos.
  if (found.ok) return found.place.kind !== 'database' || basename(path) === 'Photos.sqlite';
  const { is } = found.why;
  // Without a database only its name says so: anybody may call a folder of photos `originals`, or `PhotoData`.
  return is === 'too-old' || ((is === 'no-database' || is === 'not-allowed') && /\.photoslibrary$/i.test(path));
}

/** @param spool where the copy of its database goes */
export async function openPhotosLibrary(folder: string, spool: string, signal: AbortSignal): Promise<OpenedLibrary> {
  const opened = await openLibrary(folder, { signal, within: spool });
  if (!opened.ok) return { ok: false, words: notOpenedWords(folder, opened.why) };
  const { library } = opened;
  try {
    if (library.place.kind === 'database') {
      library.close();
      return { ok: false, words: `${folder} is only a database: the photos are not in it. Give the library that it belongs to.` };
    }
    if (!library.place.originals) {
      library.close();
      return { ok: false, words: `${folder} has no originals: of an iPhone give the folder that holds both DCIM and PhotoData.` };
    }
    return { ok: true, library, ...(await listFiles(library.place)) };
  } catch (error) {
    library.close();
    throw error;
  }
}
