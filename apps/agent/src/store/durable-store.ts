import type { DeviceStore } from '@rollcall/core';
import type { LibrarySummary } from '@rollcall/protocol';

export type LibrarySums = Pick<LibrarySummary, 'assets' | 'bytes' | 'trashed'>;

/** A device's rows on a disk. */
export interface DurableStore extends DeviceStore {
  /** Resolves when all that was written until now outlives a loss of power. What is written outlives the end of the process in any case. */
  synced(): Promise<void>;
  close(): void;
  /** Keys of files that are not plainly in sync; of all others the planner has nothing to say while the folder is there. */
  toPlan(): number[];
  /** What the library holds, as far as this device has been told: the same bytes count once. */
  librarySums(): LibrarySums;
}
