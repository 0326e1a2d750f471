import type { DeviceStore, LocalFile } from '@rollcall/core';
import type { LibrarySummary } from '@rollcall/protocol';
import type { StorageRows } from './storage-rows.ts';

export type LibrarySums = Pick<LibrarySummary, 'assets' | 'bytes' | 'trashed'>;

/** A device's rows on a disk. */
export interface DurableStore extends DeviceStore {
  /** Resolves when all that was written until now outlives a loss of power. What is written outlives the end of the process in any case. */
  synced(): Promise<void>;
  close(): void;
  /** Keys of all files. */
  fileKeys(): number[];
  /** Keys of files that are not plainly in sync; of all others the planner has nothing to say while the folder is there. */
  toPlan(): number[];
  /** Files here, and photos and parts of the library, of this name in whatever case; at most `limit` of each. */
  named(name: string, limit: number): { readonly files: readonly LocalFile[]; readonly assetIds: readonly string[] };
  /** What the library holds, as far as this device has been told: the same bytes count once. */
  librarySums(): LibrarySums;
  /** What is here in full, what is compressed, and how much it all is. */
  readonly storage: StorageRows;
}
