import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Bytes } from '../bytes.ts';
import { readLibrary } from '../photos-library/rows.ts';
import { isLibrary, openPhotosLibrary } from '../photos-library/source.ts';
import { sourcesOf, type Given, type GivenFile, type GivenLibrary, type Sources } from '../sources.ts';
import { bytesOfFile } from './bytes.ts';
import { nodePlatform } from './platform.ts';
import { listTree } from '../disk/tree.ts';

/**
 * Opens folders, libraries of Photos and ZIP archives, and the archives and libraries that lie in folders. Nothing but `spool` is written to.
 * Throws what the system says of a path that cannot be read, and with the code `ENOLIBRARY` why a library cannot.
 */
export async function openSources(
  paths: readonly string[],
  spool: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<Sources> {
  const given: Given[] = [];
  const libraries: GivenLibrary[] = [];
  const opening: OpeningLibraries = { spool, signal, opened: libraries };
  try {
    for (const path of paths) {
      const real = await realpath(path);
      const its = await stat(real);
      if (isLibrary(real)) given.push(await libraryAt(real, null, opening));
      else if (!its.isDirectory()) given.push({ is: 'archive', file: fileAt(real, basename(real), its) });
      else given.push(await folderAt(real, opening));
    }
  } catch (error) {
    for (const library of libraries) library.close();
    throw error;
  }
  return sourcesOf(given, nodePlatform(spool));
}

interface OpeningLibraries {
  readonly spool: string;
  readonly signal: AbortSignal;
  readonly opened: GivenLibrary[];
}

/** Throws with the code `ENOLIBRARY`, and why. @param label where it lies in what was given; null: it was given itself */
async function libraryAt(given: string, label: string | null, { spool, signal, opened }: OpeningLibraries): Promise<GivenLibrary> {
  const opening = await openPhotosLibrary(given, spool, signal);
  if (!opening.ok) throw Object.assign(new Error(opening.words), { code: 'ENOLIBRARY' });
  const { library, files, left } = opening;
  const { root } = library.place;
  const its: GivenLibrary = {
    is: 'library',
    label: label ?? basename(root),
    identity: root,
    files: files.map(({ path, ...each }) => fileAt(join(root, path), path, each)),
    left,
    read: (of, until) => readLibrary({ ...of, library }, Date.now(), until),
    close: () => library.close(),
  };
  opened.push(its);
  return its;
}

async function folderAt(root: string, opening: OpeningLibraries): Promise<Given> {
  const { files, links, libraries: found, left: away } = await listTree(root);
  const left = [...away];
  const libraries: GivenLibrary[] = [];
  for (const path of found)
    try {
      libraries.push(await libraryAt(join(root, path), path, opening));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOLIBRARY') throw error;
      left.push({ path, why: 'no-library', more: (error as Error).message });
    }
  return {
    is: 'folder',
    label: basename(root),
    identity: root,
    files: files.map(({ path, at, ...its }) => fileAt(at, path, its)),
    links,
    libraries,
    left,
  };
}

function fileAt(real: string | Buffer, path: string, { size, mtimeMs }: Pick<GivenFile, 'size' | 'mtimeMs'>): GivenFile {
  return {
    path,
    size,
    mtimeMs,
    identity: `${typeof real === 'string' ? real : real.toString('latin1')} ${size} ${mtimeMs}`,
    open: () => openFile(real),
  };
}

/** Not through a link that came there meanwhile. */
async function openFile(path: string | Buffer): Promise<Bytes> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  const { size } = await handle.stat();
  return bytesOfFile(handle, size, () => handle.close());
}
