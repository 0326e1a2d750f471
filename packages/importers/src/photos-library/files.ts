import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { keyOf } from '../apple-photos/tree.ts';
import type { Place } from '../apple-photos/place.ts';
import type { Left } from '../found.ts';
import { listTree, type TreeFile } from '../disk/tree.ts';

/** The files of a library that are photos, or made of photos by hand: its previews are none. */
export interface ListedFiles {
  readonly files: readonly TreeFile[];
  readonly left: readonly Left[];
}

/** Lists where originals and edits lie, and nothing else: not what Photos makes for itself, nor copies of shared albums. Throws what the system says. */
export async function listFiles({ kind, root, data }: Place): Promise<ListedFiles> {
  const below = kind === 'ios' ? ['DCIM', `${data}/CPLAssets`, `${data}/Mutations`] : ['originals', 'resources/renders'];
  const files: TreeFile[] = [];
  const left: Left[] = [];
  for (const folder of below) {
    const tree = (await isOwn(join(root, folder))) ? await listTree(join(root, folder)) : null;
    files.push(...(tree?.files ?? []).map((each) => ({ ...each, path: `${folder}/${each.path}` })));
    left.push(...(tree?.left ?? []).map((each) => ({ ...each, path: `${folder}/${each.path}` })));
    left.push(...(tree?.links ?? []).map(({ path, to }): Left => ({ path: `${folder}/${path}`, why: 'link', more: `it leads to ${to}` })));
  }
  return { files, left };
}

/** Nothing that a link leads to is in a library; that it could not be looked into is told where the library is opened. */
async function isOwn(folder: string): Promise<boolean> {
  try {
    return (await realpath(folder)) === folder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Files by their paths as a database writes them, which differs from how a disk does. */
export function byPath<F extends { readonly path: string }>(files: readonly F[]): (path: string) => F | null {
  const found = new Map(files.map((file) => [keyOf(file.path), file]));
  return (path) => found.get(keyOf(path)) ?? null;
}
