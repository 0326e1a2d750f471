import { useSyncExternalStore } from 'react';
import { readUnfinished } from './notes.ts';
import type { Picking } from './picks.ts';

// What uploading needs is fetched with the first file: most visits only look.
let started = false;
const listeners = new Set<() => void>();

/** Takes files for upload. */
export async function addFiles(files: readonly File[], pick: Picking<File> = wholePick()): Promise<void> {
  if (files.length === 0) return;
  const { uploads } = await import('./ports.ts');
  uploads.add(files, pick);
  started = true;
  listeners.forEach((listener) => listener());
}

/** Files that were chosen at once, alone or with their folder. */
function wholePick(): Picking<File> {
  return { pathOf: ({ webkitRelativePath, name }) => webkitRelativePath || name, whole: Promise.resolve() };
}

let owner: string | null = null;

/** What one person chose is not another's to send; whoever signs in again after a session ended goes on with it. */
export function uploadsBelongTo(account: string): void {
  if (owner !== null && owner !== account) forgetUploads();
  owner = account;
  void readUnfinished();
}

export function forgetUploads(): void {
  if (started) void import('./ports.ts').then(({ uploads }) => uploads.forget());
}

/** So many bytes are free in the cloud now. */
export function roomIs(free: number): void {
  if (started) void import('./ports.ts').then(({ uploads }) => uploads.roomIs(free));
}

/** Whether anything was ever taken for upload since the page was opened. */
export function useStarted(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => started,
  );
}
