import type { Change, MutationResult } from '@rollcall/protocol';
import { gone, settle, type RefusedChange, type Settled, type WaitingChange } from './changes.ts';

/** Where changes are kept that wait, in order. Each rejects when it cannot be done, and then nothing of it was. */
export interface OutboxStore {
  /** Takes changes at the end, all or none. Rejects with `ForPerson` when there are too many. */
  readonly add: (changes: readonly Omit<WaitingChange, 'n'>[]) => Promise<void>;
  readonly all: () => Promise<{ readonly waiting: readonly WaitingChange[]; readonly refused: readonly RefusedChange[] }>;
  /** Takes away what was made, and notes what was refused, in one. */
  readonly settle: (settled: Settled) => Promise<void>;
  readonly dismiss: () => Promise<void>;
}

/** `no`: the question as a whole is refused, for good. `stop`: nobody is signed in. */
export type SendAnswer =
  | { readonly is: 'answered'; readonly results: readonly { readonly id: string; readonly result: MutationResult }[] }
  | { readonly is: 'no'; readonly words: string }
  | { readonly is: 'silent' | 'stop' };

export interface OutboxNeeds {
  readonly store: OutboxStore;
  /** Sends changes in order. Never rejects. */
  readonly send: (changes: readonly WaitingChange[]) => Promise<SendAnswer>;
  /** Changes in one question. */
  readonly most: number;
  /** Does the work while no other page of this browser does: one sends at a time. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Tells the other pages of this browser that something changed. */
  readonly tellOthers: () => void;
  /** Resolves when it is worth trying again. */
  readonly pause: () => Promise<void>;
  /** Resolves when a person should not wait any longer for what comes of it. */
  readonly soon: () => Promise<void>;
  readonly newId: () => string;
  readonly now: () => number;
}

/** What is known of a change a moment after it was made: what came of it, or that it waits for the network. */
export type Fate = MutationResult | 'waits';

export interface OutboxView {
  readonly waiting: readonly WaitingChange[];
  readonly refused: readonly RefusedChange[];
  /** The last question was not answered. */
  readonly held: boolean;
}

export interface Outbox {
  readonly view: () => OutboxView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Hears of changes that wait no more, for they were made. */
  readonly onMade: (listener: (made: readonly WaitingChange[]) => void) => void;
  /** Keeps the changes and sends them. Resolves with what became of each when that is known, at the latest when nobody answers. */
  readonly put: (changes: readonly Change[]) => Promise<readonly Fate[]>;
  /** Looks again at what is kept, and sends it. Never rejects. */
  readonly look: () => Promise<void>;
  /** The person has read what was refused. */
  readonly dismiss: () => Promise<void>;
  /** Sends nothing any more: somebody else may sign in. What waits stays where it is. */
  readonly close: () => void;
}

/** The changes that wait, of all pages of this browser. */
export function createOutbox(needs: OutboxNeeds): Outbox {
  const post = new Post(needs);
  return {
    view: () => post.view,
    subscribe: (listener) => {
      post.listeners.add(listener);
      return () => post.listeners.delete(listener);
    },
    onMade: (listener) => void post.made.push(listener),
    put: (changes) => post.put(changes),
    look: () => post.look(),
    dismiss: async () => {
      await needs.store.dismiss();
      await post.read();
      needs.tellOthers();
    },
    close: () => {
      post.closed = true;
    },
  };
}

class Post {
  view: OutboxView = { waiting: [], refused: [], held: false };
  closed = false;
  readonly listeners = new Set<() => void>();
  readonly made: ((changes: readonly WaitingChange[]) => void)[] = [];
  readonly #needs: OutboxNeeds;
  /** Who wants to know what came of a change, by its id. */
  readonly #asked = new Map<string, (fate: Fate) => void>();
  #reading: Promise<void> = Promise.resolve();
  #sending: Promise<void> | null = null;
  #again = false;
  #pausing = false;

  constructor(needs: OutboxNeeds) {
    this.#needs = needs;
  }

  async put(changes: readonly Change[]): Promise<readonly Fate[]> {
    const at = this.#needs.now();
    const minted = changes.map((change) => ({ id: this.#needs.newId(), change, at }));
    const fates = minted.map(({ id }) => new Promise<Fate>((told) => this.#asked.set(id, told)));
    try {
      await this.#needs.store.add(minted);
    } catch (error) {
      for (const { id } of minted) this.#asked.delete(id);
      throw error;
    }
    this.#needs.tellOthers();
    // Shown before anything is asked of anybody.
    await this.read();
    void this.look();
    void this.#needs.soon().then(() => minted.forEach(({ id }) => this.#tell(id, 'waits')));
    return Promise.all(fates);
  }

  look(): Promise<void> {
    if (this.closed) return Promise.resolve();
    if (this.#sending) this.#again = true;
    return (this.#sending ??= this.#lookNow());
  }

  /** What is kept now. One after another, so that an older look never comes after a newer one. */
  read(): Promise<void> {
    return (this.#reading = this.#reading.catch(() => undefined).then(() => this.#readNow()));
  }

  #show(next: Partial<OutboxView>): void {
    this.view = { ...this.view, ...next };
    for (const listener of this.listeners) listener();
  }

  #tell(id: string, fate: Fate): void {
    this.#asked.get(id)?.(fate);
    this.#asked.delete(id);
  }

  #allWait(): void {
    for (const told of this.#asked.values()) told('waits');
    this.#asked.clear();
  }

  /** Of what went meanwhile those are told who asked for it. */
  async #readNow(): Promise<void> {
    const { waiting, refused } = await this.#needs.store.all();
    if (this.closed) return;
    const went = gone(this.view.waiting, waiting);
    const no = new Map(refused.map((each) => [each.n, each]));
    for (const { n, id } of went) {
      const why = no.get(n);
      this.#tell(id, why === undefined ? { status: 'applied' } : { status: 'rejected', code: why.code ?? 'invalid', words: why.words });
    }
    const done = went.filter(({ n }) => !no.has(n));
    if (done.length > 0) for (const listener of this.made) listener(done);
    this.#show({ waiting, refused });
  }

  async #lookNow(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.read();
        if (this.view.waiting.length > 0) await this.#sendAll();
      } while (this.#again);
    } catch {
      // The browser’s own store failed: nothing is lost, and nothing is known.
      this.#allWait();
    } finally {
      // At once, not a moment later: who looks in between would be told of a look that is over.
      this.#sending = null;
    }
  }

  async #sendAll(): Promise<void> {
    await this.#needs.alone(async () => {
      while (!this.closed && (await this.#sendSome())) {
        await this.read();
        this.#needs.tellOthers();
      }
    });
    await this.read();
    if (!this.view.held) return;
    this.#allWait();
    if (this.#pausing) return;
    this.#pausing = true;
    void this.#needs.pause().then(() => {
      this.#pausing = false;
      return this.look();
    });
  }

  /** True: something was settled, and more can be sent. */
  async #sendSome(): Promise<boolean> {
    const { store, send, most } = this.#needs;
    let some = (await store.all()).waiting.slice(0, most);
    for (;;) {
      if (some.length === 0) return false;
      const answer = await send(some);
      if (answer.is === 'answered') {
        const settled = settle(some, answer.results);
        await store.settle(settled);
        this.#show({ held: false });
        return settled.done.length + settled.refused.length > 0;
      }
      if (answer.is !== 'no') {
        this.#show({ held: true });
        return false;
      }
      // One of them cannot be asked for: each alone, until it is found which.
      if (some.length > 1) some = some.slice(0, 1);
      else {
        const [{ n, change }] = some as [WaitingChange];
        await store.settle({ done: [], refused: [{ n, change, code: null, words: answer.words }] });
        return true;
      }
    }
  }
}
