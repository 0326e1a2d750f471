import { LIMITS, type ChangesPage, type MutationResult, type Poke, type Refusal } from '@rollcall/protocol';
import type { Connection } from '../server/connection.ts';
import {
  goOnFrom,
  isForked,
  isLearning,
  isNews,
  judgeRefusal,
  learn,
  noteAnswers,
  readAnew,
  takePages,
  type OutboxEntry,
  type Unit,
} from '@rollcall/core';
import type { DurableStore } from '../store/durable-store.ts';
import type { Settlement } from '../work/settle.ts';

export interface CourierEvents {
  touched(units: Iterable<Unit>): void;
  /** Something stands between here and the server; the courier is told to try again later. */
  refused(refusal: Refusal): void;
  broke(error: unknown): void;
  reached(): void;
  /** The feed was heard to its end. */
  heard?(): void;
}

/** Milliseconds between requests of one kind while changes keep coming; the first one does not wait. */
const BREATH = 60;
/** Pages of the feed written in one transaction at most. */
const PAGES = 10;

/** Carries the outbox to the server and what the server says back: one of each at a time. */
export class Courier {
  readonly #store: DurableStore;
  readonly #settlement: Settlement;
  readonly #connection: Connection;
  readonly #events: CourierEvents;
  readonly #now: () => number;
  #pushing: Promise<void> | null = null;
  #pulling: Promise<void> | null = null;
  #pullAgain = false;
  /** The last pull reached the head, and nothing was pushed since. */
  #atHead = false;
  #heard = false;

  constructor(store: DurableStore, settlement: Settlement, connection: Connection, events: CourierEvents, now: () => number) {
    this.#store = store;
    this.#settlement = settlement;
    this.#connection = connection;
    this.#events = events;
    this.#now = now;
  }

  /** The server has said something that is meant for this device, and not for a copy of it. */
  get heard(): boolean {
    return this.#heard;
  }

  get atHead(): boolean {
    return this.#atHead && this.#pulling === null;
  }

  get busy(): boolean {
    return this.#pushing !== null || this.#pulling !== null;
  }

  push(): Promise<void> {
    this.#pushing ??= this.#guard(() => this.#pushAll()).finally(() => {
      this.#pushing = null;
    });
    return this.#pushing;
  }

  pull(): Promise<void> {
    if (this.#pulling) {
      this.#pullAgain = true;
      return this.#pulling;
    }
    this.#atHead = false;
    this.#pulling = this.#guard(async () => {
      for (;;) {
        this.#pullAgain = false;
        await this.#pullAll();
        if (!this.#pullAgain) break;
        await breathe();
      }
    }).finally(() => {
      this.#pulling = null;
    });
    return this.#pulling;
  }

  poked(poke: Poke): void {
    if (poke.type === 'library') void this.pull();
    if (poke.type === 'revoked') void this.pull();
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#atHead = false;
      this.#events.broke(error);
    }
  }

  async #pushAll(): Promise<void> {
    for (;;) {
      const entries = this.#store.unanswered(LIMITS.mutations);
      if (entries.length === 0) return;
      // What the server has seen must never be forgotten here: the next change would be taken for that of a copy.
      await this.#store.synced();
      const answer = await this.#connection.call('mutations', { body: { mutations: entries.map((entry) => entry.mutation) } });
      if (!answer.ok) {
        if (await this.#goOn(entries, answer.refusal)) continue;
        this.#events.refused(answer.refusal);
        return;
      }
      await this.#noteAnswers(entries, answer.value.results);
      this.#events.reached();
      void this.pull();
      await breathe();
    }
  }

  async #noteAnswers(entries: readonly OutboxEntry[], answers: readonly { n: number; result: MutationResult }[]): Promise<void> {
    this.#events.touched(await this.#settlement.settle(() => noteAnswers(this.#store, entries, answers, this.#now())));
  }

  /** Does what a refusal leads to; true: the rest of the outbox can be sent. */
  async #goOn(entries: readonly OutboxEntry[], refusal: Refusal): Promise<boolean> {
    const refused = judgeRefusal(refusal);
    switch (refused.next) {
      case 'rechain':
        return this.#rechain(refused.taken);
      case 'hear-of-shared':
        await this.#hearOf(entries.filter((entry) => entry.n < refused.before));
        return false;
      case 'stop':
        return false;
      default:
        return refused satisfies never;
    }
  }

  /** What this device and the one that it is a copy of had both queued must not be sent under a new identity. */
  async #hearOf(shared: readonly OutboxEntry[]): Promise<void> {
    if (shared.length === 0) return;
    const answer = await this.#connection.call('mutations', { body: { mutations: shared.map((entry) => entry.mutation) } });
    if (answer.ok) await this.#noteAnswers(shared, answer.value.results);
  }

  async #rechain(taken: string | null): Promise<boolean> {
    const info = await this.#connection.call('server', {});
    const page = await this.#connection.call('changes', { query: { limit: 1 } });
    if (!info.ok || !page.ok) return false;
    const { epoch } = info.value;
    this.#events.touched(await this.#settlement.settle(() => goOnFrom(this.#store, epoch, page.value.acknowledged, taken, this.#now())));
    return true;
  }

  /** While some pages are written the next one is on its way: a new device hears of a hundred thousand photos at once. */
  async #pullAll(): Promise<void> {
    if (isLearning(this.#store) && !(await this.#learn())) return;
    let held: ChangesPage[] = [];
    let coming = this.#ask(this.#store.cursor());
    for (;;) {
      let answer: Awaited<typeof coming>;
      try {
        answer = await coming;
      } catch (error) {
        await this.#write(held);
        throw error;
      }
      if (!answer.ok) {
        await this.#write(held);
        held = [];
        const { refusal } = answer;
        if (!(await this.#settlement.settle(() => readAnew(this.#store, refusal)))) return this.#events.refused(refusal);
        coming = this.#ask(null);
        continue;
      }
      const page = answer.value;
      if (isForked(this.#store, page)) {
        await this.#write(held);
        return this.#events.refused(FORKED);
      }
      this.#heard = true;
      held.push(page);
      this.#events.reached();
      if (!page.complete) {
        coming = this.#ask(page.cursor);
        // Heard when it is waited for.
        coming.catch(() => undefined);
        if (held.length < PAGES) continue;
      }
      await this.#write(held);
      held = [];
      if (!page.complete) continue;
      this.#atHead = true;
      this.#events.heard?.();
      return;
    }
  }

  /** True: the feed is read anew from here on. */
  async #learn(): Promise<boolean> {
    const answer = await this.#ask(this.#store.cursor());
    const begun = await this.#settlement.settle(() => (answer.ok ? learn(this.#store) : readAnew(this.#store, answer.refusal)));
    if (!begun && !answer.ok) this.#events.refused(answer.refusal);
    return begun;
  }

  #ask(cursor: string | null) {
    return this.#connection.call('changes', { query: { limit: LIMITS.changesPage, ...(cursor === null ? {} : { cursor }) } });
  }

  /** Pages that follow one another, in one transaction. */
  async #write(pages: readonly ChangesPage[]): Promise<void> {
    const news = pages.filter((page) => isNews(this.#store, page));
    if (news.length === 0) return;
    this.#events.touched(await this.#settlement.settle(() => takePages(this.#store, news, this.#now())));
  }
}

const FORKED: Refusal = { code: 'device-forked', words: 'Another device goes by this identity.', details: {}, status: 409 };

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, BREATH));
}
