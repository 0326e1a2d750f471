import { askedRollCall, keepReceipt, receiptOf, type Census, type Conditions } from '@rollcall/core';
import { keepOutcome, outcomeOf } from '../receipts/outcome.ts';
import { prove, type Seen } from '../receipts/prove.ts';
import type { Work } from '../work/work.ts';

/** How long, after the call, it is waited for what the last look found to be planned. */
const SETTLE_MS = 10_000;

export interface RollCallerEvents {
  /** Looks at the folder and hears the library to its end; resolves also when neither could be done. */
  lookAgain(): Promise<void>;
  /** Everything that was seen has been planned. */
  settled(): boolean;
  /** The library was heard to its end. */
  heard(): boolean;
  /** Photos that are missing here, and whose deletion is not done. */
  removals(): number;
  /** A receipt is there to be told. */
  made(): void;
  broke(error: unknown): void;
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
    const { store, settlement, root, connection, signal, identity, now } = this.#work;
    const proof = await prove({
      deviceId: identity.deviceId,
      root,
      store,
      connection,
      signal,
      now,
      look: () => this.#look(),
      failed: (error) => this.#work.failed(error),
    });
    await settlement.settle(() => {
      keepOutcome(store, order, outcomeOf(proof, now()));
      keepReceipt(store, receiptOf(order, proof));
    });
    this.#events.made();
  }

  async #look(): Promise<Seen> {
    await this.#events.lookAgain();
    const end = performance.now() + SETTLE_MS;
    while (!this.#events.settled() && performance.now() < end && !this.#work.signal.aborted)
      await new Promise((resolve) => setTimeout(resolve, 20));
    this.#work.signal.throwIfAborted();
    return {
      heard: this.#events.heard(),
      barred: barredBy(this.#work.conditions()),
      removals: this.#events.removals(),
      reasonsOf: (unit) => this.#census.reasons(unit),
    };
  }
}

/** What stands between a device and its server, or before its folder, what its settings hold back, and that its library closes. */
function barredBy({
  server,
  folder,
  held = [],
  closing = null,
}: Pick<Conditions, 'server' | 'folder' | 'held' | 'closing'>): Seen['barred'] {
  return [...folder, ...server, ...(closing === null ? [] : [closing]), ...held].map(({ code, since, evidence }) => ({
    code,
    since,
    evidence,
  }));
}
