import type { DeviceStore } from '@rollcall/core';

/** A device's rows on a disk. */
export interface DurableStore extends DeviceStore {
  /** Resolves when all that was written until now outlives a loss of power. What is written outlives the end of the process in any case. */
  synced(): Promise<void>;
  close(): void;
}
