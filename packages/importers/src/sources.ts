import { bytesInMemory, pieces, type Bytes } from './bytes.ts';
import type { FoundFile, Left } from './found.ts';
import type { TreeLink } from './folder/given.ts';
import type { LibraryFiles, LibraryReading } from './photos-library/reading.ts';
import type { Platform } from './platform.ts';
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
  /** It is a library of Photos. */
  readonly photos?: { read(its: Pick<LibraryFiles, 'label' | 'files'>, signal: AbortSignal): Promise<LibraryReading> };
}

export interface Sources {
  readonly all: readonly Source[];
  /** What was left out when they were opened, by label and path. */
  readonly left: readonly Left[];
  /** By which they are read. */
  readonly platform: Platform;
  /** Throws `Damaged`, and what reading throws. */
  open(file: FoundFile): Promise<Bytes>;
  /** How a file is called when a person is told of it. */
  nameOf(file: FoundFile): string;
  close(): Promise<void>;
}

/** A file that a person gave, alone or with its folder. */
export interface GivenFile {
  /** Below its folder, with `/` between segments; alone, its name. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtimeMs: number;
  /** Where it is, how large and how old. */
  readonly identity: string;
  open(): Promise<Bytes>;
}

/** A library of Photos, which whoever gave it has opened. */
export interface GivenLibrary {
  readonly is: 'library';
  readonly label: string;
  readonly identity: string;
  readonly files: readonly GivenFile[];
  /** By their paths below it. */
  readonly left: readonly Left[];
  read(its: LibraryFiles, signal: AbortSignal): Promise<LibraryReading>;
  close(): void;
}

/** What a person gave: an archive, a library, or a folder with all that lies below it. */
export type Given =
  | GivenLibrary
  | { readonly is: 'archive'; readonly file: GivenFile }
  | {
      readonly is: 'folder';
      readonly label: string;
      readonly identity: string;
      readonly files: readonly GivenFile[];
      readonly links: readonly TreeLink[];
      /** Libraries of Photos that lie below it, by their paths; none of their files is one of the folder's. */
      readonly libraries?: readonly GivenLibrary[];
      /** By their paths below it. */
      readonly left: readonly Left[];
    };

/** Archives lie in one another at most so deep. */
const DEEPEST = 2;

interface Opening {
  readonly platform: Platform;
  readonly all: Source[];
  readonly left: Left[];
  readonly opens: (() => Promise<Bytes>)[];
  readonly ends: (() => Promise<unknown>)[];
}

/** Opens what was given, and the archives that lie in it. Throws what the system says of what may not be read. */
export async function sourcesOf(given: readonly Given[], platform: Platform): Promise<Sources> {
  const opening: Opening = { platform, all: [], left: [], opens: [], ends: [] };
  const close = async (): Promise<void> => {
    for (const end of opening.ends.toReversed()) await end();
    for (const library of given.flatMap(librariesOf)) library.close();
  };
  try {
    for (const each of given) {
      if (each.is === 'folder') await openFolder(opening, each);
      else if (each.is === 'library') openLibrary(opening, each, each.label);
      else await openZip(opening, each.file.open, { label: each.file.path, identity: each.file.identity }, 0);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const { all, left, opens } = opening;
  return {
    all,
    left,
    platform,
    close,
    open: (file) => opens[file.key]!(),
    nameOf: (file) => nameIn(all[file.source]!, file.path),
  };
}

function librariesOf(given: Given): readonly GivenLibrary[] {
  switch (given.is) {
    case 'library':
      return [given];
    case 'folder':
      return given.libraries ?? [];
    case 'archive':
      return [];
    default:
      return given satisfies never;
  }
}

function nameIn({ label, kind }: Pick<Source, 'label' | 'kind'>, path: string): string {
  return kind === 'zip' ? `${label}!${path}` : `${label}/${path}`;
}

async function openFolder(opening: Opening, folder: Extract<Given, { is: 'folder' }>): Promise<void> {
  const { all, left, opens } = opening;
  const { label, identity, links } = folder;
  const source = all.length;
  const files = folder.files
    .filter(({ path }) => !isArchive(path) && !isOtherArchive(path))
    .map(({ path, size, mtimeMs, open }): FoundFile => ({ key: opens.push(open) - 1, source, path, size, mtimeMs }));
  all.push({ label, kind: 'folder', identity, files, links });
  left.push(...folder.left.map((each) => ({ ...each, path: `${label}/${each.path}` })));
  left.push(
    ...folder.files
      .filter(({ path }) => isOtherArchive(path))
      .map(({ path }): Left => ({ path: `${label}/${path}`, why: 'other-archive' })),
  );
  for (const library of folder.libraries ?? []) openLibrary(opening, library, `${label}/${library.label}`);
  for (const { path, identity: its, open } of folder.files.filter((file) => isArchive(file.path)))
    await openZip(opening, open, { label: `${label}/${path}`, identity: its }, 0);
}

function openLibrary(opening: Opening, { identity, files: its, left: away, read }: GivenLibrary, label: string): void {
  const { all, left, opens } = opening;
  const source = all.length;
  const files = its.map(({ path, size, mtimeMs, open }): FoundFile => ({ key: opens.push(open) - 1, source, path, size, mtimeMs }));
  const noted = (path: string, text: () => string): FoundFile => {
    const bytes = (): Uint8Array => new TextEncoder().encode(text());
    const key = opens.push(() => Promise.resolve(bytesInMemory(bytes()))) - 1;
    return { key, source, path, size: bytes().length, mtimeMs: null };
  };
  all.push({ label, kind: 'folder', identity, files, links: [], photos: { read: (of, signal) => read({ ...of, noted }, signal) } });
  left.push(...away.map((each) => ({ ...each, path: `${label}/${each.path}` })));
}

interface Place {
  readonly label: string;
  readonly identity: string;
}

async function openZip(opening: Opening, open: () => Promise<Bytes>, { label, identity }: Place, depth: number): Promise<void> {
  const { all, left, opens, ends, platform } = opening;
  let archive: Archive;
  let bytes: Bytes | null = null;
  if (isOtherArchive(label)) {
    left.push({ path: label, why: 'other-archive' });
    return;
  }
  try {
    bytes = await open();
    archive = await openArchive(bytes, platform);
  } catch (error) {
    await bytes?.release();
    if ((error as { readonly code?: unknown }).code === 'EACCES') throw error;
    left.push({ path: label, why: 'not-an-archive', more: (error as Error).message });
    return;
  }
  ends.push(() => bytes.release());
  const source = all.length;
  const files: FoundFile[] = [];
  const inner = archive.files.filter((each) => isArchive(each.path));
  for (const each of archive.files)
    if (isOtherArchive(each.path)) left.push({ path: `${label}!${each.path}`, why: 'other-archive' });
    else if (!isArchive(each.path)) files.push({ key: opens.push(each.open) - 1, source, path: each.path, size: each.size, mtimeMs: null });
  all.push({ label, kind: 'zip', identity, files, links: [] });
  left.push(...archive.left.map((each) => ({ ...each, path: `${label}!${each.path}` })));
  for (const each of inner) {
    const name = `${label}!${each.path}`;
    if (depth + 1 >= DEEPEST) {
      left.push({ path: name, why: 'too-deep' });
      continue;
    }
    try {
      const held = await keptApart(each.open, platform);
      await openZip(opening, () => Promise.resolve(held), { label: name, identity: `${identity}!${each.path}` }, depth + 1);
    } catch (error) {
      left.push({ path: name, why: (error as Error).name === 'Damaged' ? 'damaged' : 'unreadable', more: (error as Error).message });
    }
  }
}

/** An archive in an archive is read for as long as the import goes on: it does not stay in memory. */
async function keptApart(open: () => Promise<Bytes>, platform: Platform): Promise<Bytes> {
  const bytes = await open();
  try {
    return await platform.keep(pieces(bytes, 0, bytes.size));
  } finally {
    await bytes.release();
  }
}

/** Google offers `.tgz`, too. */
function isOtherArchive(path: string): boolean {
  return /\.(tgz|tar|tar\.(gz|bz2|xz|zst)|tbz2?|txz|gz|7z|rar)$/i.test(path);
}

function isArchive(path: string): boolean {
  return /\.zip$/i.test(path);
}
