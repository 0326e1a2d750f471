import { setImmediate as othersTurn } from 'node:timers/promises';
import type { FoundPhoto, LibraryStore } from '../library/store.ts';
import { namesInFolder, type NamedFile } from './library-names.ts';
import type { FileNode } from './node.ts';

/** The photos of one folder. */
export interface FileSource {
  readonly libraryId: string;
  /** Of the folder, over all libraries. */
  readonly key: string;
  /** Changes with what lies in it. */
  readonly stamp: string;
  /** Their ids, in an order that stays. */
  pages(): AsyncIterable<readonly string[]>;
}

/** Names that are remembered, of all folders together; and for how long, in milliseconds. */
const REMEMBERED = 50_000;
const FRESH = 60_000;

interface Known {
  readonly stamp: string;
  readonly until: number;
  readonly files: ReadonlyMap<string, NamedFile>;
}
/** The files of photos in the folders of all libraries. */
export interface FolderFiles {
  all(folder: readonly string[], source: FileSource): AsyncIterable<FileNode>;
  /** One of them by its name; null: there is none. */
  find(folder: readonly string[], source: FileSource, name: string): Promise<FileNode | null>;
}

/** Whoever fetches a folder asks for each of its files: their names are not worked out anew for each. */
export function openFolderFiles(libraries: Pick<LibraryStore, 'photos'>): FolderFiles {
  const known = new Map<string, Known>();
  async function* named({ libraryId, pages }: FileSource): AsyncGenerator<NamedFile> {
    const namesOf = namesInFolder();
    for await (const ids of pages()) {
      for (const photo of await libraries.photos(libraryId, ids)) if (isShown(photo)) yield* namesOf(photo);
      await othersTurn();
    }
  }
  /** What is remembered says where a file was; whether it may be seen is asked each time. */
  const stillShown = async ({ libraryId }: FileSource, file: NamedFile): Promise<boolean> => {
    const [photo] = await libraries.photos(libraryId, [file.resource.assetId]);
    return photo !== undefined && isShown(photo) && photo.resources.some(({ id }) => id === file.resource.id);
  };
  return {
    async *all(folder, source) {
      for await (const file of named(source)) yield nodeOf(folder, file);
    },
    async find(folder, source, name) {
      const before = known.get(source.key);
      if (before?.stamp === source.stamp && before.until > performance.now()) {
        const file = before.files.get(name);
        return file && (await stillShown(source, file)) ? nodeOf(folder, file) : null;
      }
      const files = new Map<string, NamedFile>();
      for await (const file of named(source)) {
        if (files.size >= REMEMBERED) {
          // Too many to be remembered: the one that is looked for is found all the same.
          if (file.name === name) return nodeOf(folder, file);
        } else files.set(file.name, file);
      }
      remember(known, source, files);
      const file = files.get(name);
      return file ? nodeOf(folder, file) : null;
    },
  };
}

function isShown({ asset }: FoundPhoto): boolean {
  return asset.state === 'live' && !asset.hidden;
}

function remember(known: Map<string, Known>, { key, stamp }: FileSource, files: ReadonlyMap<string, NamedFile>): void {
  known.delete(key);
  if (files.size >= REMEMBERED) return;
  known.set(key, { stamp, until: performance.now() + FRESH, files });
  let names = 0;
  for (const [each, { files: its }] of [...known].toReversed()) {
    names += its.size;
    if (names > REMEMBERED) known.delete(each);
  }
}

function nodeOf(folder: readonly string[], { name, resource, addedAt }: NamedFile): FileNode {
  const { size, hash, mime, modifiedAt } = resource;
  return { is: 'file', segments: [...folder, name], size, hash, mime, modifiedAt: modifiedAt ?? addedAt, createdAt: addedAt };
}
