import type { Found } from './dropped.ts';
import type { Picking } from './picks.ts';
import type { Unfinished } from './unfinished.ts';

interface PickerWindow {
  showDirectoryPicker?: (options: { readonly id: string; readonly mode: 'read' }) => Promise<FileSystemDirectoryHandle>;
}
interface Permitted {
  queryPermission?: (how: { readonly mode: 'read' }) => Promise<PermissionState>;
  requestPermission?: (how: { readonly mode: 'read' }) => Promise<PermissionState>;
}

/** Files read from a folder before they are handed on. */
const AT_A_TIME = 100;
/** A folder inside a folder, this deep, is not a photo folder any more. */
const DEEPEST = 32;

/** Whether this browser can open a chosen folder again after the page was closed. */
export function keepsFolders(): boolean {
  return (window as PickerWindow).showDirectoryPicker !== undefined;
}

/** Lets the person choose a folder; null: they did not. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (window as PickerWindow).showDirectoryPicker?.({ id: 'photos', mode: 'read' })) ?? null;
  } catch {
    return null;
  }
}

/** All files of a folder and of those inside it. */
export async function takeFolder(folder: FileSystemDirectoryHandle, found: Found): Promise<void> {
  let files: File[] = [];
  const paths = new Map<File, string>();
  const taken: Promise<void>[] = [];
  const all = Promise.withResolvers<void>();
  const pick: Picking<File> = { pathOf: (file) => paths.get(file) ?? file.name, whole: all.promise, folder };
  const walk = async (from: FileSystemDirectoryHandle, path: string, depth: number): Promise<void> => {
    for await (const handle of from.values()) {
      const here = `${path}/${handle.name}`;
      if (handle.kind === 'directory') {
        if (depth < DEEPEST) await walk(handle, here, depth + 1);
        continue;
      }
      const file = await handle.getFile().catch(() => null);
      if (file === null) continue;
      files.push(file);
      paths.set(file, here);
      if (files.length < AT_A_TIME) continue;
      taken.push(found(files, pick));
      files = [];
    }
  };
  try {
    await walk(folder, folder.name, 0);
    if (files.length > 0) taken.push(found(files, pick));
    await Promise.all(taken);
  } finally {
    all.resolve();
  }
}

/** The folders in which all that was not finished lies; null: some of it has to be chosen again. */
export function foldersOf(unfinished: readonly Unfinished[]): readonly FileSystemDirectoryHandle[] | null {
  const folders: FileSystemDirectoryHandle[] = [];
  for (const { folder } of unfinished) {
    if (folder === undefined) return null;
    if (!folders.some((each) => each.name === folder.name)) folders.push(folder);
  }
  return folders;
}

/** Asks the person to let the page read the folder again; call it when a button is pressed. */
export async function mayRead(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const asked = folder as Permitted;
  const how = { mode: 'read' } as const;
  if ((await asked.queryPermission?.(how).catch(() => 'denied')) === 'granted') return true;
  return (await asked.requestPermission?.(how).catch(() => 'denied')) === 'granted';
}
