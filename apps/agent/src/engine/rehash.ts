import { join } from 'node:path';
import { fileUnit, isTimeFor, nextRehash, noteRehashed, noteUnreadable, type LocalFile } from '@rollcall/core';
import { hashFile } from '../folder/read.ts';
import { isGone } from '../folder/entry.ts';
import { isOfState } from '../state-trouble.ts';
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
  readonly #broke: (error: unknown) => void;
  #last = 0;
  #next = 0;
  #running: Promise<void> | null = null;

  constructor(work: Work, idle: () => boolean, broke: (error: unknown) => void) {
    this.#work = work;
    this.#idle = idle;
    this.#broke = broke;
  }

  /** Hashes one file again, if it is time and nothing else is to be done. */
  whenDue(now: number): void {
    const { store, conditions, signal } = this.#work;
    if (
      this.#running !== null ||
      !isTimeFor(this.#next, now, ASK_AGAIN_MS) ||
      signal.aborted ||
      conditions().folder.length > 0 ||
      !this.#idle()
    )
      return;
    const oldest = store.hashedLongestAgo();
    this.#next =
      oldest === null ? now + ASK_AGAIN_MS : nextRehash({ oldest: oldest.hashedAt, files: store.countFiles(), last: this.#last, now });
    if (oldest === null || this.#next > now) {
      this.#next = Math.min(this.#next, now + ASK_AGAIN_MS);
      return;
    }
    this.#last = now;
    this.#running = this.#again(oldest.file)
      .catch((error: unknown) => this.#broke(error))
      .finally(() => {
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
      await settlement.settle(() => noteRehashed(store, file, found, now()));
      this.#work.touch([fileUnit(file.key)]);
    } catch (error) {
      if (!signal.aborted) await this.#failed(file, error);
    }
  }

  /** A file that cannot be read says so; a look at the folder clears that when it changes. */
  async #failed(file: LocalFile, error: unknown): Promise<void> {
    if (isOfState(error)) throw error;
    const { store, settlement, now } = this.#work;
    const found = isGone(error) ? null : fileTrouble(error);
    await settlement.settle(() => noteUnreadable(store, file, found, now()));
    this.#work.touch([fileUnit(file.key)]);
  }
}
