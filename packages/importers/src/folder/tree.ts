import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Left } from '../found.ts';

/** A file of a folder that is imported. */
export interface TreeFile {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** A name that leads to another file, or folder, of the same folder. */
export interface TreeLink {
  readonly path: string;
  readonly to: string;
}

export interface Tree {
  readonly files: readonly TreeFile[];
  /** Links that stay inside. */
  readonly links: readonly TreeLink[];
  readonly left: readonly Left[];
}

/** Files of one folder that are looked at. */
export const MOST_FILES = 1_000_000;

/** What systems and programs keep for themselves. */
const OWN = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.osxphotos_export\.db(-.*)?|@eaDir|\.rollcall(-export)?)$/i;

/**
 * All files below a folder, each once; links are told and not followed, and those that lead out are left out. Throws where the folder itself cannot be read.
 * @param root as the system resolves it
 */
export async function listTree(root: string): Promise<Tree> {
  const files: TreeFile[] = [];
  const links: TreeLink[] = [];
  const left: Left[] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      if (folder === '') throw error;
      left.push({ path: `${folder}/`, why: 'unreadable', more: (error as Error).message });
      return [];
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (OWN.test(entry.name)) continue;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isSymbolicLink()) await noteLink(root, path, links, left);
      else if (entry.isFile()) {
        const { size, mtimeMs } = await lstat(join(root, path));
        files.push({ path, size, mtimeMs });
      } else left.push({ path, why: 'unreadable', more: 'it is a pipe, a device or the like' });
      if (files.length > MOST_FILES) throw new RangeError(`there are more than ${MOST_FILES} files`);
    }
  }
  return { files, links, left };
}

async function noteLink(root: string, path: string, links: TreeLink[], left: Left[]): Promise<void> {
  try {
    const to = relative(root, await realpath(join(root, path)));
    if (to === '' || to === '..' || to.startsWith(`..${sep}`)) left.push({ path, why: 'link', more: 'it leads out of the folder' });
    else links.push({ path, to: to.split(sep).join('/') });
  } catch {
    left.push({ path, why: 'link', more: 'it leads nowhere' });
  }
}
