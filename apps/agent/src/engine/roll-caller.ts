import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  askedRollCall,
  fileUnit,
  keepReceipt,
  receiptOf,
  stampOf,
  type Census,
  type LocalFile,
  type RollCall,
  type SafetyFacts,
} from '@rollcall/core';
import { callItem, callStored } from '../work/call-items.ts';
import type { Work } from '../work/work.ts';

/** How long, after the call, it is waited for what the last look found to be planned. */
const SETTLE_MS = 10_000;

export interface RollCallerEvents {
  /** Looks at the folder and hears the library to its end; resolves also when neither could be done. */
  lookAgain(): Promise<void>;
  /** Everything that was seen has been planned. */
  settled(): boolean;
  upToDate(): boolean;
  /** A receipt is there to be told. */
  made(): void;
  broke(error: unknown): void;
}

interface CalledFile {
  readonly file: LocalFile;
  readonly size: number;
}

interface Made {
  readonly call: RollCall;
  readonly files: readonly CalledFile[];
  readonly leftOut: number;
}

/** Makes the roll calls that a person asks for from elsewhere, one at a time. What is not known, or not now, is no. */
export class RollCaller {
  readonly #work: Work;
  readonly #census: Census;
  readonly #events: RollCallerEvents;
  #running: Promise<void> | null = null;

  constructor(work: Work, census: Census, events: RollCallerEvents) {
    this.#work = work;
    this.#census = census;
    this.#events = events;
  }

  get busy(): boolean {
    return this.#running !== null;
  }

  /** Called every second or so, and when an order came. */
  whenDue(): void {
    if (this.#running !== null || this.#work.signal.aborted) return;
    const order = askedRollCall(this.#work.store);
    if (order === null) return;
    this.#running = this.#make(order)
      .catch((error: unknown) => {
        if (!this.#work.signal.aborted) this.#events.broke(error);
      })
      .finally(() => {
        this.#running = null;
      });
  }

  async #make(order: string): Promise<void> {
    const { store, settlement } = this.#work;
    await this.#look();
    const made = await this.#callAll();
    await this.#look();
    const facts = await this.#judge(made);
    const bytes = made.files.reduce((sum, { size }) => sum + size, 0);
    await settlement.settle(() => keepReceipt(store, receiptOf(order, facts, bytes)));
    this.#events.made();
  }

  async #look(): Promise<void> {
    await this.#events.lookAgain();
    const end = performance.now() + SETTLE_MS;
    while (!this.#events.settled() && performance.now() < end && !this.#work.signal.aborted)
      await new Promise((resolve) => setTimeout(resolve, 20));
    this.#work.signal.throwIfAborted();
  }

  /** Nobody is asked over a link that is not there, or not allowed: the answer is no already. */
  async #callAll(): Promise<Made> {
    const { store, root, signal, connection } = this.#work;
    if (this.#obstructed()) return { call: { items: [], there: [] }, files: [], leftOut: 0 };
    const items = [];
    const files: CalledFile[] = [];
    let leftOut = 0;
    for (const file of store.files()) {
      const item = await callItem({ root, store, signal }, file, this.#census.reasons(fileUnit(file.key))[0]);
      if (item === null) leftOut += 1;
      else {
        items.push(item);
        files.push({ file, size: item.size });
      }
    }
    let there: RollCall['there'] = [];
    try {
      there = await callStored(connection, items, () => undefined);
    } catch (error) {
      // Without the cloud's word nothing is proven: what it did not say counts as missing there.
      if (!this.#work.failed(error)) throw error;
    }
    return { call: { items, there }, files, leftOut };
  }

  /** The last word, after the cloud has answered: each item is still what was hashed, and nothing is on its way. */
  async #judge({ call, files, leftOut }: Made): Promise<SafetyFacts> {
    const madeAt = this.#work.now();
    let changed = 0;
    for (const { file } of files) if (!(await this.#isStill(file))) changed += 1;
    return { call, madeAt, now: this.#work.now(), upToDate: this.#events.upToDate(), obstructed: this.#obstructed(), changed, leftOut };
  }

  async #isStill({ path, stamp }: LocalFile): Promise<boolean> {
    try {
      return stampOf(await lstat(join(this.#work.root, path), { bigint: true })) === stamp;
    } catch {
      // Gone, or not to be looked at: it is not what it was.
      return false;
    }
  }

  #obstructed(): boolean {
    const { server, folder, held = [] } = this.#work.conditions();
    return server.length + folder.length + held.length > 0;
  }
}
