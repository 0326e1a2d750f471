import { chooseFolder, keepsFolders } from '../upload/folder.ts';
import type { Picked } from './reading/messages.ts';

/** Lets the person choose ZIP files. */
export async function pickArchives(): Promise<readonly Picked[]> {
  const files = await pick((input) => {
    input.accept = '.zip,application/zip';
  });
  return files.map((file) => ({ is: 'archive', file }));
}

/** Lets the person choose a folder, with all that lies in it. */
export async function pickFolder(): Promise<readonly Picked[]> {
  if (keepsFolders()) {
    const folder = await chooseFolder();
    return folder === null ? [] : [{ is: 'open-folder', folder }];
  }
  const files = await pick((input) => {
    input.webkitdirectory = true;
  });
  const byFolder = Map.groupBy(files, ({ webkitRelativePath }) => webkitRelativePath.split('/')[0] ?? '');
  return [...byFolder].map(([label, its]) => ({
    is: 'folder',
    label,
    files: its.map((file) => ({ path: file.webkitRelativePath.slice(label.length + 1), file })),
  }));
}

function pick(prepare: (input: HTMLInputElement) => void): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    prepare(input);
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
