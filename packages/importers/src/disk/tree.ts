import { existsSync } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Left } from '../found.ts';
import { isOwn, MOST_FILES, type TreeLink } from '../folder/given.ts';

/** A file of a folder that is imported. */
export interface TreeFile {
  readonly path: string;
  /** Where it is: a name may be written in letters that no text has. */
  readonly at: string | Buffer;
  readonly size: number;
  readonly mtimeMs: number;
}

export interface Tree {
  readonly files: readonly TreeFile[];
  /** Links that stay inside. */
  readonly links: readonly TreeLink[];
  /** Folders below it that are libraries of Photos: not looked into, for what lies in one is no photo by being there. */
  readonly libraries: readonly string[];
  readonly left: readonly Left[];
}

/**
 * All files below a folder, each once; links are told and not followed, and those that lead out are left out. Throws where the folder itself cannot be read.
 * @param root as the system resolves it
 */
export async function listTree(root: string): Promise<Tree> {
  const files: TreeFile[] = [];
  const links: TreeLink[] = [];
  const libraries: string[] = [];
  const left: Left[] = [];
  const waiting: Place[] = [{ path: '', at: root }];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const { path: above, at } = folder;
    const entries = await readdir(at, { withFileTypes: true, encoding: 'buffer' }).catch((error: unknown) => {
      if (above === '') throw error;
      left.push({ path: `${above}/`, why: 'unreadable', more: (error as Error).message });
      return [];
    });
    const named = entries.map((entry) => ({ entry, ...placeIn(folder, entry.name) }));
    for (const { entry, ...place } of named.sort((a, b) => (a.path < b.path ? -1 : 1))) {
      const { path } = place;
      if (isOwn(path.slice(path.lastIndexOf('/') + 1))) continue;
      if (entry.isDirectory()) {
        if (typeof place.at === 'string' && isLibrary(place.at)) libraries.push(path);
        else waiting.push(place);
      } else if (entry.isSymbolicLink()) await noteLink(root, place, links, left);
      else if (entry.isFile()) await noteFile(place, files, left);
      else left.push({ path, why: 'unreadable', more: 'it is a pipe, a device or the like' });
      if (files.length > MOST_FILES) throw new RangeError(`there are more than ${MOST_FILES} files`);
    }
  }
  return { files, links, libraries, left };
}

interface Place {
  /** Below the root, as text. */
  readonly path: string;
  /** As the system knows it. */
  readonly at: string | Buffer;
}

/** Names of old disks are written in one byte a letter; what is no UTF-8 is read so, and opened as it is written. */
function placeIn({ path, at }: Place, name: Buffer): Place {
  const text = name.toString();
  const isText = Buffer.from(text).equals(name);
  const its = isText ? text : name.toString('latin1');
  const below = path === '' ? its : `${path}/${its}`;
  if (isText && typeof at === 'string') return { path: below, at: join(at, text) };
  return { path: below, at: Buffer.concat([typeof at === 'string' ? Buffer.from(at) : at, Buffer.from(sep), name]) };
}

/** It may be gone since its folder was listed. */
async function noteFile({ path, at }: Place, files: TreeFile[], left: Left[]): Promise<void> {
  try {
    const { size, mtimeMs } = await lstat(at);
    files.push({ path, at, size, mtimeMs });
  } catch (error) {
    left.push({ path, why: 'unreadable', more: (error as Error).message });
  }
}

function isLibrary(folder: string): boolean {
  return /\.photoslibrary$/i.test(folder) || ['database', 'PhotoData'].some((name) => existsSync(join(folder, name, 'Photos.sqlite')));
}

async function noteLink(root: string, { path, at }: Place, links: TreeLink[], left: Left[]): Promise<void> {
  try {
    const to = relative(root, await realpath(at));
    if (to === '' || to === '..' || to.startsWith(`..${sep}`)) left.push({ path, why: 'link', more: 'it leads out of the folder' });
    else links.push({ path, to: to.split(sep).join('/') });
  } catch {
    left.push({ path, why: 'link', more: 'it leads nowhere' });
  }
}
