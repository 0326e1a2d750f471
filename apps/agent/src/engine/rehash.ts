import { join } from 'node:path';
import { fileUnit, type LocalFile, nextRehash } from '@rollcall/core';
import { hashFile } from '../folder/read.ts';
import { isGone } from '../folder/walk.ts';
import { fileTrouble } from '../work/trouble.ts';
import { sleep, type Work } from '../work/work.ts';

/** How long a device rests after each mebibyte: at most some 20 MB a second, whatever the disk can do. */
const REST_MS = 50;
/** When nothing is there to be hashed, it is asked again after this. */
const ASK_AGAIN_MS = 60_000;

/** Reads what is long read again, file by file, while the device has nothing else to do: what a disk forgets is noticed in time. */
export class Rehash {
  readonly #work: Work;
  readonly #idle: () => boolean;
  #last = 0;
  #next = 0;
  #running: Promise<void> | null = null;

  constructor(work: Work, idle: () => boolean) {
    this.#work = work;
    this.#idle = idle;
  }

  /** Hashes one file again, if it is time and nothing else is to be done. */
  whenDue(now: number): void {
    const { store, conditions, signal } = this.#work;
    if (this.#running !== null || now < this.#next || signal.aborted || conditions().folder.length > 0 || !this.#idle()) return;
    const oldest = store.hashedLongestAgo();
    this.#next =
      oldest === null ? now + ASK_AGAIN_MS : nextRehash({ oldest: oldest.hashedAt, files: store.countFiles(), last: this.#last, now });
    if (oldest === null || this.#next > now) {
      this.#next = Math.min(this.#next, now + ASK_AGAIN_MS);
      return;
    }
    this.#last = now;
    this.#running = this.#again(oldest.file).finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when nothing is read any more. */
  async stopped(): Promise<void> {
    await this.#running;
  }

  async #again(file: LocalFile): Promise<void> {
    const { root, store, settlement, signal, now } = this.#work;
    try {
      const found = await hashFile(join(root, file.path), signal, () => sleep(REST_MS, signal));
      await settlement.settle(() => {
        const current = store.file(file.key);
        if (current === null || current.hash !== file.hash || current.stamp !== file.stamp) return;
        // Whoever looks at the folder next finds it changed; this is only about what nobody changed.
        const touched = found.stampBefore !== file.stamp || found.stampAfter !== file.stamp;
        if (touched || found.hash === file.hash) store.patchFile(file.key, { hashedAt: now(), rotted: null });
        else store.patchFile(file.key, { hashedAt: now(), ...unlike(file, found.hash) });
      });
      this.#work.touch([fileUnit(file.key)]);
    } catch (error) {
      if (!signal.aborted) await this.#failed(file, error);
    }
  }

  /** A file that cannot be read says so; a look at the folder clears that when it changes. */
  async #failed(file: LocalFile, error: unknown): Promise<void> {
    const { store, settlement, now } = this.#work;
    const found = isGone(error) ? null : fileTrouble(error);
    await settlement.settle(() => {
      if (store.file(file.key) === null) return;
      const trouble = found && { ...found, evidence: { ...found.evidence, path: file.path }, tries: 1, nextTry: null, since: now() };
      store.patchFile(file.key, { hashedAt: now(), ...(trouble ? { trouble } : {}) });
    });
    this.#work.touch([fileUnit(file.key)]);
  }
}

/**
 * What becomes of bytes that nobody wrote: those that are safe in the cloud come back, and what was found is kept as a version.
 * Bytes that were never agreed on have no others: they are taken as they are.
 */
export function unlike(file: LocalFile, found: string): { rotted: string } | { hash: null } {
  return file.assetId !== null && file.baseHash === file.hash ? { rotted: found } : { hash: null };
}
