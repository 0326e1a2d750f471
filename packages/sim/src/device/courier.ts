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
} from '@rollcall/core';
import { LIMITS, planted, type ChangesPage, type MutationResult, type Refusal } from '@rollcall/protocol';
import type { Routine } from '../world/routine.ts';
import { settle, synced, type Answer, type Work } from './work.ts';

/** Milliseconds between requests of one kind while changes keep coming. */
const BREATH = 60;

export interface CourierEvents {
  refused(answer: Answer): void;
  reached(): void;
  /** The pull that wrote these pages. */
  pulled(pages: readonly ChangesPage[]): void;
  /** A pull has reached the end of the feed. */
  heard(): void;
  /** A pull has ended, however. */
  rested(): void;
}

/** Carries the outbox to the server and what the server says back: one of each at a time. */
export class Courier {
  readonly #work: Work;
  readonly #events: CourierEvents;
  /** Entities on one page. */
  readonly #page: number;
  #pushing = false;
  #pulling = false;
  #pullAgain = false;
  #atHead = false;

  constructor(work: Work, events: CourierEvents, page: number) {
    this.#work = work;
    this.#events = events;
    this.#page = page;
  }

  get atHead(): boolean {
    return this.#atHead && !this.#pulling;
  }

  get busy(): boolean {
    return this.#pushing || this.#pulling;
  }

  push(): void {
    if (this.#pushing) return;
    this.#pushing = true;
    this.#work.process.start('pushes', this.#pushAll(), () => {
      this.#pushing = false;
    });
  }

  pull(): void {
    if (this.#pulling) {
      this.#pullAgain = true;
      return;
    }
    this.#atHead = false;
    this.#pulling = true;
    this.#work.process.start('pulls', this.#pullOften(), () => {
      this.#pulling = false;
      this.#events.rested();
    });
  }

  *#pushAll(): Routine {
    const { store } = this.#work;
    for (;;) {
      const entries = store.unanswered(LIMITS.mutations);
      if (entries.length === 0) return;
      // What the server has seen must never be forgotten here: the next change would be taken for that of a copy.
      if (!planted('sent-before-synced')) yield* synced(this.#work);
      const answer = yield* this.#work.call({ route: 'mutations', mutations: entries.map(({ mutation }) => mutation) });
      if (answer.is === 'answer') {
        yield* this.#note(entries, answer);
        this.#events.reached();
        this.pull();
        yield BREATH;
        continue;
      }
      if (answer.is === 'refusal' && (yield* this.#goOn(entries, answer))) continue;
      this.#atHead = false;
      this.#events.refused(answer);
      return;
    }
  }

  *#note(entries: readonly OutboxEntry[], { response }: Extract<Answer, { is: 'answer' }>): Routine {
    const { results } = response.json as { results: readonly { readonly n: number; readonly result: MutationResult }[] };
    const work = this.#work;
    work.touch(yield* settle(work, () => noteAnswers(work.store, entries, results, work.now())));
  }

  /** Does what a refusal leads to; true: the rest of the outbox can be sent. */
  *#goOn(entries: readonly OutboxEntry[], refused: Extract<Answer, { is: 'refusal' }>): Routine<boolean> {
    const judged = judgeRefusal(refusalOf(refused));
    switch (judged.next) {
      case 'rechain':
        return yield* this.#rechain(judged.taken);
      case 'hear-of-shared': {
        const shared = entries.filter((entry) => entry.n < judged.before);
        if (shared.length === 0) return false;
        const answer = yield* this.#work.call({ route: 'mutations', mutations: shared.map(({ mutation }) => mutation) });
        if (answer.is === 'answer') yield* this.#note(shared, answer);
        return false;
      }
      case 'stop':
        return false;
      default:
        return judged satisfies never;
    }
  }

  *#rechain(taken: string | null): Routine<boolean> {
    const work = this.#work;
    const info = yield* work.call({ route: 'server' });
    const page = yield* work.call({ route: 'changes', cursor: null, limit: 1 });
    if (info.is !== 'answer' || page.is !== 'answer') return false;
    const { epoch } = info.response.json as { epoch: string };
    const { acknowledged } = page.response.json as ChangesPage;
    work.touch(yield* settle(work, () => goOnFrom(work.store, epoch, acknowledged, taken, work.now())));
    return true;
  }

  *#pullOften(): Routine {
    for (;;) {
      this.#pullAgain = false;
      yield* this.#pullAll();
      if (!this.#pullAgain) return;
      yield BREATH;
    }
  }

  /** True: the feed is read anew from here on. */
  *#learn(): Routine<boolean> {
    const work = this.#work;
    const { store } = work;
    const answer = yield* work.call({ route: 'changes', cursor: store.cursor(), limit: this.#page });
    if (answer.is === 'answer') return yield* settle(work, () => learn(store));
    const refused = answer.is === 'refusal' ? refusalOf(answer) : null;
    const begun = refused !== null && (yield* settle(work, () => readAnew(store, refused)));
    if (!begun) this.#events.refused(answer);
    return begun;
  }

  *#pullAll(): Routine {
    const work = this.#work;
    const { store } = work;
    if (isLearning(store) && !(yield* this.#learn())) return;
    for (;;) {
      const answer = yield* work.call({ route: 'changes', cursor: store.cursor(), limit: this.#page });
      if (answer.is !== 'answer') {
        this.#atHead = false;
        const refused = answer.is === 'refusal' ? refusalOf(answer) : null;
        if (refused === null || !(yield* settle(work, () => readAnew(store, refused)))) return this.#events.refused(answer);
        continue;
      }
      const page = answer.response.json as ChangesPage;
      if (isForked(store, page)) return this.#events.refused({ is: 'refusal', code: 'device-forked', details: {} });
      this.#events.reached();
      if (isNews(store, page)) {
        if (planted('cursor-before-changes')) yield* settle(work, () => store.setNote('cursor', page.cursor));
        work.touch(yield* settle(work, () => takePages(store, [page], work.now())));
        this.#events.pulled([page]);
      }
      if (!page.complete) continue;
      this.#atHead = true;
      this.#events.heard();
      return;
    }
  }
}

function refusalOf({ code, details }: Extract<Answer, { is: 'refusal' }>): Refusal {
  return { code: code as Refusal['code'], details, words: code, status: 409 };
}
