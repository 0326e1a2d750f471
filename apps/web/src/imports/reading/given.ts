import { isOwn, MOST_FILES, type Given, type GivenFile, type Left } from '@rollcall/importers/portable';
import { say } from '@rollcall/protocol';
import type { Picked } from './messages.ts';
import { bytesOfBlob } from './browser-platform.ts';

/** Folders in one another at most so deep. */
const DEEPEST = 64;

/** What was chosen, as an import takes it. Rejects when there are too many files, or a folder cannot be read. */
export async function givenBy(picked: readonly Picked[], signal: AbortSignal): Promise<Given[]> {
  const given: Given[] = [];
  for (const each of picked) {
    switch (each.is) {
      case 'archive':
        given.push({ is: 'archive', file: givenFile(each.file, each.file.name) });
        break;
      case 'folder':
        given.push(folderOf(each.label, inOrder(each.files), []));
        break;
      case 'open-folder':
        given.push(await walk(each.folder, signal));
        break;
      default:
        each satisfies never;
    }
  }
  return given;
}

interface Found {
  readonly path: string;
  readonly file: File;
}

function folderOf(label: string, files: readonly Found[], left: readonly Left[]): Given {
  const its = files.filter(({ path }) => !path.split('/').some(isOwn));
  if (its.length > MOST_FILES) throw tooMany();
  // A browser follows no links, and tells of none.
  return { is: 'folder', label, identity: label, files: its.map(({ path, file }) => givenFile(file, path)), links: [], left };
}

async function walk(root: FileSystemDirectoryHandle, signal: AbortSignal): Promise<Given> {
  const files: Found[] = [];
  const left: Left[] = [];
  const waiting: { readonly folder: FileSystemDirectoryHandle; readonly path: string; readonly depth: number }[] = [
    { folder: root, path: '', depth: 0 },
  ];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    signal.throwIfAborted();
    const { folder, path, depth } = at;
    try {
      for await (const handle of folder.values()) {
        const its = path === '' ? handle.name : `${path}/${handle.name}`;
        if (isOwn(handle.name)) continue;
        if (handle.kind === 'file') files.push({ path: its, file: await handle.getFile() });
        else if (depth < DEEPEST) waiting.push({ folder: handle, path: its, depth: depth + 1 });
        else left.push({ path: `${its}/`, why: 'unreadable', more: say('it lies too deep in other folders') });
        if (files.length > MOST_FILES) throw tooMany();
      }
    } catch (error) {
      if (path === '' || error instanceof RangeError) throw error;
      left.push({ path: `${path}/`, why: 'unreadable', more: (error as Error).message });
    }
  }
  return folderOf(root.name, inOrder(files), left);
}

const inOrder = (files: readonly Found[]): Found[] => files.toSorted((a, b) => (a.path < b.path ? -1 : 1));

function tooMany(): RangeError {
  return new RangeError(say('There are more than {most} files in it: choose a part of it.', { most: MOST_FILES }));
}

function givenFile(file: File, path: string): GivenFile {
  const { size, lastModified: mtimeMs } = file;
  return { path, size, mtimeMs, identity: `${path} ${size} ${mtimeMs}`, open: () => Promise.resolve(bytesOfBlob(file)) };
}
