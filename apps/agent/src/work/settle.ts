import { open } from 'node:fs/promises';
import type { DeviceStore } from '@rollcall/core';

interface Waiting {
  readonly step: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes steps that end at about the same time in one transaction. A step outlives the end of the process when its
 * promise resolves; what must also outlive a loss of power before something else happens waits for the store's `synced`.
 * The folders that a step names are on disk before it is written: a row never tells of a file that a loss of power took.
 */
export class Settlement {
  readonly #store: DeviceStore;
  #waiting: Waiting[] = [];
  #folders = new Set<string>();
  #running = false;

  constructor(store: DeviceStore) {
    this.#store = store;
  }

  settle<T>(step: () => T, folder?: string): Promise<T> {
    if (folder !== undefined) this.#folders.add(folder);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ step, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#waiting;
      const folders = [...this.#folders];
      this.#waiting = [];
      this.#folders = new Set();
      try {
        await Promise.all(folders.map(syncFolder));
      } catch (error) {
        for (const each of batch) each.reject(error);
        continue;
      }
      this.#write(batch);
    }
    this.#running = false;
  }

  #write(batch: readonly Waiting[]): void {
    let values: unknown[];
    try {
      values = this.#store.transact(() => batch.map(({ step }) => step()));
    } catch (error) {
      // One bad step must not take the others with it.
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const each of batch) this.#write([each]);
      return;
    }
    for (const [at, each] of batch.entries()) each.resolve(values[at] as never);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
  } finally {
    await handle.close();
  }
}
