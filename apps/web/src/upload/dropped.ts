import type { Picking } from './picks.ts';

/** Files read from a dropped folder before they are handed on. */
const AT_A_TIME = 100;
/** A folder inside a folder, this deep, is not a photo folder any more. */
const DEEPEST = 32;

/** Takes some of the files of a drop; resolves when they are taken. */
export type Found = (files: readonly File[], pick: Picking<File>) => Promise<void>;

/**
 * The files of a drop, those inside dropped folders included.
 * The entries must be taken at once: the browser forgets them when the event ends.
 */
export function takeDropped(items: DataTransferItemList): (found: Found) => Promise<void> {
  const folders: FileSystemEntry[] = [];
  const loose: File[] = [];
  const paths = new Map<File, string>();
  for (const item of items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    // Not by its entry: of a file that lies on no disk, WebKit gives an entry that cannot be read.
    const file = entry && isFolder(entry) ? null : item.getAsFile();
    if (entry && isFolder(entry)) folders.push(entry);
    else if (file) {
      loose.push(file);
      if (entry) paths.set(file, entry.fullPath);
    }
  }
  return async (found) => {
    let files: File[] = loose;
    const taken: Promise<void>[] = [];
    const all = Promise.withResolvers<void>();
    const pick: Picking<File> = { pathOf: (file) => paths.get(file) ?? file.name, whole: all.promise };
    const walk = async (entry: FileSystemEntry, depth: number): Promise<void> => {
      if (isFile(entry)) {
        const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
        if (file) {
          files.push(file);
          paths.set(file, entry.fullPath);
        }
        if (files.length >= AT_A_TIME) {
          taken.push(found(files, pick));
          files = [];
        }
      } else if (isFolder(entry) && depth < DEEPEST) {
        const reader = entry.createReader();
        for (;;) {
          // A reader gives a hundred at a time, and an empty list at the end.
          const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
          if (some.length === 0) break;
          for (const each of some) await walk(each, depth + 1);
        }
      }
    };
    try {
      for (const folder of folders) await walk(folder, 0);
      if (files.length > 0) taken.push(found(files, pick));
      await Promise.all(taken);
    } finally {
      all.resolve();
    }
  };
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
