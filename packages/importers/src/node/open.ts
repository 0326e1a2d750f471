import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Bytes } from '../bytes.ts';
import { sourcesOf, type Given, type GivenFile, type Sources } from '../sources.ts';
import { bytesOfFile } from './bytes.ts';
import { nodePlatform } from './platform.ts';
import { listTree } from './tree.ts';

/**
 * Opens folders and ZIP archives, and the archives that lie in them. Nothing but `spool` is written to.
 * Throws what the system says of a path that cannot be read.
 */
export async function openSources(paths: readonly string[], spool: string): Promise<Sources> {
  const given: Given[] = [];
  for (const path of paths) {
    const real = await realpath(path);
    const its = await stat(real);
    if (its.isDirectory()) given.push(await folderAt(real));
    else given.push({ is: 'archive', file: fileAt(real, basename(real), its) });
  }
  return sourcesOf(given, nodePlatform(spool));
}

async function folderAt(root: string): Promise<Given> {
  const { files, links, left } = await listTree(root);
  return {
    is: 'folder',
    label: basename(root),
    identity: root,
    files: files.map(({ path, ...its }) => fileAt(join(root, path), path, its)),
    links,
    left,
  };
}

function fileAt(real: string, path: string, { size, mtimeMs }: Pick<GivenFile, 'size' | 'mtimeMs'>): GivenFile {
  return { path, size, mtimeMs, identity: `${real} ${size} ${mtimeMs}`, open: () => openFile(real) };
}

/** Not through a link that came there meanwhile. */
async function openFile(path: string): Promise<Bytes> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  const { size } = await handle.stat();
  return bytesOfFile(handle, size, () => handle.close());
}
