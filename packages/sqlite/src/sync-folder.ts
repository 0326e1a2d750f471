import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Brings the names in a folder to disk. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
