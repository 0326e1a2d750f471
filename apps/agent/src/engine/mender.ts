import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { endKeptFor, fileUnit, mayHave, stampOf, type LocalFile } from '@rollcall/core';
import type { RouteOutput } from '@rollcall/protocol';
import { sendBytes } from '../actions/send.ts';
import { hashFile } from '../folder/read.ts';
import type { Work } from '../work/work.ts';

/** How often the cloud is asked what it lacks, whatever the pokes say. */
const ASK_MS = 10 * 60_000;
/** After a poke or a failure; what is found damaged is mostly found in numbers. */
const SOON_MS = 500;
const LATER_MS = 30_000;
/** Rounds in a row for files here that are being read just now. */
const MOST_AGAIN = 5;
/** Pages that are asked for in one round; the next round goes on. */
const PAGES = 20;

type Wanted = RouteOutput<'wanted'>['blobs'][number];

/** Gives back to the cloud what it found damaged or missing, from files here that have these very bytes. One at a time. */
export class Mender {
  readonly #work: Work;
  readonly #broke: (error: unknown) => void;
  #running: Promise<void> | null = null;
  #dueAt = 0;
  /** Rounds that follow on each other, since a file that may have the bytes was not read yet; 0: none is due for that. */
  #again = 0;
  /** Where the next round goes on, when one round could not see all that is wanted. */
  #after: string | undefined;

  constructor(work: Work, broke: (error: unknown) => void) {
    this.#work = work;
    this.#broke = broke;
  }

  get busy(): boolean {
    return this.#running !== null || (this.#again > 0 && !this.#work.signal.aborted);
  }

  /** The cloud says that it lacks something. */
  soon(): void {
    this.#dueAt = Math.min(this.#dueAt, performance.now() + SOON_MS);
  }

  /** Called every second or so. */
  whenDue(): void {
    const { server, folder, held = [] } = this.#work.conditions();
    if (this.#work.signal.aborted || server.length + folder.length + held.length > 0) this.#again = 0;
    else if (this.#running === null && performance.now() >= this.#dueAt) this.#begin();
  }

  #begin(): void {
    this.#dueAt = performance.now() + ASK_MS;
    this.#running = this.#round()
      .catch((error: unknown) => {
        this.#again = 0;
        this.#dueAt = Math.min(this.#dueAt, performance.now() + LATER_MS);
        if (!this.#work.failed(error)) this.#broke(error);
      })
      .finally(() => (this.#running = null));
  }

  async #round(): Promise<void> {
    let after = this.#after;
    let unread = false;
    for (let page = 0; page < PAGES; page += 1) {
      const answer = await this.#work.connection.call('wanted', { query: after === undefined ? {} : { after } });
      if (!answer.ok) {
        // A server that is too old to know the question wants nothing.
        this.#again = 0;
        return;
      }
      for (const wanted of answer.value.blobs) {
        if (this.#work.signal.aborted) return;
        unread = (await this.#mend(wanted)) === 'unread' || unread;
      }
      after = answer.value.next ?? undefined;
      if (after === undefined) break;
    }
    this.#after = after;
    this.#again = unread && this.#again < MOST_AGAIN ? this.#again + 1 : 0;
    if (this.#again > 0) this.soon();
    else if (after !== undefined) this.#dueAt = performance.now() + LATER_MS;
  }

  /** `unread`: a file here belongs to the photo, and is being read just now. */
  async #mend({ hash, assetIds }: Wanted): Promise<'mended' | 'not-here' | 'unread'> {
    let unread = false;
    const files = mayHave(this.#work.store, hash, assetIds);
    for (const file of files) {
      if (file.hash === hash && (await this.#send(file, hash))) {
        await this.#goOn(files);
        return 'mended';
      }
      unread ||= file.hash === null;
    }
    return unread ? 'unread' : 'not-here';
  }

  /** What stayed here until the cloud has it may go now. */
  async #goOn(files: readonly LocalFile[]): Promise<void> {
    const { store, settlement } = this.#work;
    await settlement.settle(() => endKeptFor(store, files));
    this.#work.touch(files.map(({ key }) => fileUnit(key)));
  }

  async #send(file: LocalFile, hash: string): Promise<boolean> {
    const unit = fileUnit(file.key);
    try {
      return (await this.#isSound(file, hash)) && (await sendBytes(this.#work, file, hash));
    } finally {
      this.#work.progress(unit, null);
      this.#work.touch([unit]);
    }
  }

  /** The file is hashed first: what is here may have rotted as well. */
  async #isSound(file: LocalFile, hash: string): Promise<boolean> {
    const path = join(this.#work.root, file.path);
    try {
      const found = await hashFile(path, this.#work.signal);
      return found.hash === hash && found.stampAfter === file.stamp && stampOf(await lstat(path, { bigint: true })) === file.stamp;
    } catch (error) {
      // Gone, unreadable or a link by now: the next look at the folder says what that means.
      if (this.#work.signal.aborted || (error as NodeJS.ErrnoException).syscall !== undefined) return false;
      throw error;
    }
  }
}
