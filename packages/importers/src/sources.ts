import { constants, createWriteStream } from 'node:fs';
import { open, realpath, stat, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { bytesOfFile, type Bytes } from './bytes.ts';
import type { FoundFile, Left } from './found.ts';
import { listTree, type TreeLink } from './folder/tree.ts';
import { readLibrary, type LibraryReading } from './photos-library/rows.ts';
import { bytesOfText, isLibrary, openPhotosLibrary } from './photos-library/source.ts';
import { openArchive, type Archive } from './zip/archive.ts';

/** One folder, or one archive, of what is imported. */
export interface Source {
  /** For people: its name, behind those of the archives that it lies in. */
  readonly label: string;
  readonly kind: 'folder' | 'zip';
  /** The same for as long as nothing changed: where it is, and of an archive how large and how old. */
  readonly identity: string;
  readonly files: readonly FoundFile[];
  /** Links inside a folder. */
  readonly links: readonly TreeLink[];
  /** Of a library of Photos, all that its database says. */
  readonly photos?: LibraryReading;
}

export interface Sources {
  readonly all: readonly Source[];
  /** What was left out when they were opened, by label and path. */
  readonly left: readonly Left[];
  /** Throws `Damaged`, and what reading throws. */
  open(file: FoundFile): Promise<Bytes>;
  /** How a file is called when a person is told of it. */
  nameOf(file: FoundFile): string;
  close(): Promise<void>;
}

/** Archives lie in one another at most so deep. */
const DEEPEST = 2;

interface Opening {
  readonly spool: string;
  readonly signal: AbortSignal;
  readonly all: Source[];
  readonly left: Left[];
  readonly opens: (() => Promise<Bytes>)[];
  readonly ends: (() => Promise<unknown>)[];
}

/**
 * Opens folders, libraries of Photos and ZIP archives, and the archives and libraries that lie in folders. Nothing but `spool` is written to.
 * Throws what the system says of a path that cannot be read, and with the code `ENOLIBRARY` why a library cannot.
 */
export async function openSources(
  paths: readonly string[],
  spool: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<Sources> {
  const opening: Opening = { spool, signal, all: [], left: [], opens: [], ends: [] };
  const close = async (): Promise<void> => {
    for (const end of opening.ends.toReversed()) await end();
  };
  try {
    for (const path of paths) {
      const real = await realpath(path);
      if ((await stat(real)).isDirectory()) {
        if (!isLibrary(real)) await openFolder(opening, real);
        else await openPhotos(opening, real, basename(real), refuseLibrary);
      } else await openZip(opening, real, await placeOf(real, basename(real)), 0);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const { all, left, opens } = opening;
  return {
    all,
    left,
    close,
    open: (file) => opens[file.key]!(),
    nameOf: (file) => nameIn(all[file.source]!, file.path),
  };
}

function nameIn({ label, kind }: Pick<Source, 'label' | 'kind'>, path: string): string {
  return kind === 'zip' ? `${label}!${path}` : `${label}/${path}`;
}

async function openFolder(opening: Opening, root: string): Promise<void> {
  const { all, left, opens } = opening;
  const tree = await listTree(root);
  const source = all.length;
  const label = basename(root);
  const archives = tree.files.filter(({ path }) => isArchive(path));
  const files = tree.files
    .filter(({ path }) => !isArchive(path))
    .map(({ path, size, mtimeMs }): FoundFile => {
      const key = opens.push(() => openFile(join(root, path))) - 1;
      return { key, source, path, size, mtimeMs };
    });
  all.push({ label, kind: 'folder', identity: root, files, links: tree.links });
  left.push(...tree.left.map((each) => ({ ...each, path: `${label}/${each.path}` })));
  for (const path of tree.libraries)
    await openPhotos(opening, join(root, path), `${label}/${path}`, (more) =>
      left.push({ path: `${label}/${path}`, why: 'no-library', more }),
    );
  for (const { path } of archives) await openZip(opening, join(root, path), await placeOf(join(root, path), `${label}/${path}`), 0);
}

function refuseLibrary(words: string): never {
  throw Object.assign(new Error(words), { code: 'ENOLIBRARY' });
}

/** @param refused what is done about one that cannot be opened */
async function openPhotos(opening: Opening, given: string, label: string, refused: (words: string) => void): Promise<void> {
  const { all, left, opens, spool, signal } = opening;
  const opened = await openPhotosLibrary(given, spool, signal);
  if (!opened.ok) return refused(opened.words);
  const { library } = opened;
  const { root } = library.place;
  const source = all.length;
  const files = opened.files.map(({ path, size, mtimeMs }): FoundFile => {
    const key = opens.push(() => openFile(join(root, path))) - 1;
    return { key, source, path, size, mtimeMs };
  });
  const noted = (path: string, text: () => string): FoundFile => {
    const key = opens.push(bytesOfText(text)) - 1;
    return { key, source, path, size: Buffer.byteLength(text()), mtimeMs: null };
  };
  try {
    const photos = await readLibrary({ label, files, library, noted }, Date.now(), signal);
    all.push({ label, kind: 'folder', identity: root, files, links: [], photos });
  } finally {
    library.close();
  }
  left.push(...opened.left.map((each) => ({ ...each, path: `${label}/${each.path}` })));
}

/** Not through a link that came there meanwhile. */
async function openFile(path: string): Promise<Bytes> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  const { size } = await handle.stat();
  return bytesOfFile(handle, 0, size, () => handle.close());
}

interface Place {
  readonly label: string;
  readonly identity: string;
}

async function placeOf(path: string, label: string): Promise<Place> {
  const { size, mtimeMs } = await stat(path);
  return { label, identity: `${path} ${size} ${mtimeMs}` };
}

async function openZip(opening: Opening, path: string, { label, identity }: Place, depth: number): Promise<void> {
  const { all, left, opens, ends, spool } = opening;
  let archive: Archive;
  try {
    archive = await openArchive(path, spool);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error;
    left.push({ path: label, why: 'not-an-archive', more: (error as Error).message });
    return;
  }
  ends.push(() => archive.close());
  const source = all.length;
  const files: FoundFile[] = [];
  const inner = archive.files.filter((each) => isArchive(each.path));
  for (const each of archive.files)
    if (!inner.includes(each)) files.push({ key: opens.push(each.open) - 1, source, path: each.path, size: each.size, mtimeMs: null });
  all.push({ label, kind: 'zip', identity, files, links: [] });
  left.push(...archive.left.map((each) => ({ ...each, path: `${label}!${each.path}` })));
  for (const [at, each] of inner.entries()) {
    const name = `${label}!${each.path}`;
    if (depth + 1 >= DEEPEST) {
      left.push({ path: name, why: 'too-deep' });
      continue;
    }
    const copy = join(spool, `inner-${process.pid}-${source}-${at}.zip`);
    try {
      await copyOut(each.open, copy);
    } catch (error) {
      left.push({ path: name, why: (error as Error).name === 'Damaged' ? 'damaged' : 'unreadable', more: (error as Error).message });
      continue;
    }
    ends.push(() => unlink(copy));
    await openZip(opening, copy, { label: name, identity: `${identity}!${each.path}` }, depth + 1);
  }
}

async function copyOut(bytesOf: () => Promise<Bytes>, to: string): Promise<void> {
  const bytes = await bytesOf();
  try {
    await pipeline(bytes.stream(0, bytes.size), createWriteStream(to, { flags: 'wx', mode: 0o600 }));
  } finally {
    await bytes.release();
  }
}

function isArchive(path: string): boolean {
  return /\.zip$/i.test(path);
}
