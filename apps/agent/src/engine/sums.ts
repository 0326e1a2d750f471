import { pinsTold } from '@rollcall/core';
import type { StorageTold } from '@rollcall/protocol';
import type { DurableStore } from '../store/durable-store.ts';

/** How old the sums of what is here in full may be that are told elsewhere. */
const SUMS_MS = 15_000;
/** Where the bytes here are others than those. */
const CHANGED_MS = 3_000;

/** What is here in full and what is compressed, as it is told elsewhere: counted anew a few times a minute at most. */
export class Sums {
  readonly #store: DurableStore;
  #counted: { readonly at: number; readonly bytes: number; readonly sums: StorageTold } | null = null;

  constructor(store: DurableStore) {
    this.#store = store;
  }

  /** Null: nothing is compressed, and nothing may be. */
  told(optimises: boolean): StorageTold | null {
    const { storage } = this.#store;
    const now = performance.now();
    const bytes = storage.bytesHere();
    const keeps = bytes === this.#counted?.bytes ? SUMS_MS : CHANGED_MS;
    if (this.#counted === null || now - this.#counted.at > keeps) this.#counted = { at: now, bytes, sums: storage.sums() };
    const { sums } = this.#counted;
    if (sums.compressed.files === 0 && !optimises) return null;
    const pins = pinsTold(this.#store);
    return pins === null ? sums : { ...sums, pins };
  }
}
