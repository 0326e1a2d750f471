/** Files read from a dropped folder before they are handed on. */
const AT_A_TIME = 100;
/** A folder inside a folder, this deep, is not a photo folder any more. */
const DEEPEST = 32;

/**
 * The files of a drop, those inside dropped folders included.
 * The entries must be taken at once: the browser forgets them when the event ends.
 */
export function takeDropped(items: DataTransferItemList): (found: (files: readonly File[]) => void) => Promise<void> {
  const entries: FileSystemEntry[] = [];
  const loose: File[] = [];
  for (const item of items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    if (entry) entries.push(entry);
    else {
      const file = item.getAsFile();
      if (file) loose.push(file);
    }
  }
  return async (found) => {
    let files: File[] = loose;
    const walk = async (entry: FileSystemEntry, depth: number): Promise<void> => {
      if (isFile(entry)) {
        const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
        if (file) files.push(file);
        if (files.length >= AT_A_TIME) {
          found(files);
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
    for (const entry of entries) await walk(entry, 0);
    if (files.length > 0) found(files);
  };
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
