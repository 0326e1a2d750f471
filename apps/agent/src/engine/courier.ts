import { CHAIN_START, LIMITS, type Acknowledged, type ChangesPage, type MutationResult, type Poke, type Refusal } from '@rollcall/protocol';
import type { LocalFile } from '@rollcall/core';
import { noteLastPlace } from '../actions/last-place.ts';
import type { Connection } from '../server/connection.ts';
import type { DeviceStore, OutboxEntry } from '../store/device-store.ts';
import { assetUnit, fileUnit, type Unit } from '../work/desk.ts';
import type { Settlement } from '../work/settle.ts';

export interface CourierEvents {
  touched(units: Iterable<Unit>): void;
  /** Something stands between here and the server; the courier is told to try again later. */
  refused(refusal: Refusal): void;
  broke(error: unknown): void;
  reached(): void;
}

/** Milliseconds between requests of one kind while changes keep coming; the first one does not wait. */
const BREATH = 60;
/** Pages of the feed written in one transaction at most. */
const PAGES = 10;

/** Carries the outbox to the server and what the server says back: one of each at a time. */
export class Courier {
  readonly #store: DeviceStore;
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

  constructor(store: DeviceStore, settlement: Settlement, connection: Connection, events: CourierEvents, now: () => number) {
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
        if (!(await this.#rechain(answer.refusal))) {
          if (answer.refusal.code === 'device-forked') await this.#hearOfShared(entries, Number(answer.refusal.details['n']));
          this.#events.refused(answer.refusal);
          return;
        }
        continue;
      }
      await this.#noteAnswers(entries, answer.value.results);
      this.#events.reached();
      void this.pull();
      await breathe();
    }
  }

  async #noteAnswers(entries: readonly OutboxEntry[], answers: readonly { n: number; result: MutationResult }[]): Promise<void> {
    const results = new Map(answers.map(({ n, result }) => [n, result]));
    const touched = await this.#settlement.settle(() => entries.flatMap((entry) => this.#noteAnswer(entry, results.get(entry.n))));
    this.#events.touched(touched);
  }

  /** This is a copy of another device. What both had queued when they parted was taken once, and must not be sent under a new identity. */
  async #hearOfShared(entries: readonly OutboxEntry[], parted: number): Promise<void> {
    const shared = entries.filter((entry) => entry.n < parted);
    if (shared.length === 0) return;
    const answer = await this.#connection.call('mutations', { body: { mutations: shared.map((entry) => entry.mutation) } });
    if (answer.ok) await this.#noteAnswers(shared, answer.value.results);
  }

  #noteAnswer(entry: OutboxEntry, result: MutationResult | undefined): Unit[] {
    if (!result) return [];
    this.#store.answer(entry.n, result);
    const assetId = this.#store.resolve(entry.assetId);
    // Before a rejection parts them.
    const files = this.#store.filesOf(assetId);
    if (result.status === 'rejected') this.#noteRejection(entry, result);
    return [...files.map((file) => fileUnit(file.key)), assetUnit(assetId)];
  }

  #noteRejection(entry: OutboxEntry, result: Extract<MutationResult, { status: 'rejected' }>): void {
    const now = this.#now();
    for (const file of this.#store.filesOf(entry.assetId)) {
      if (entry.hash === null || file.hash !== entry.hash) continue;
      if (result.code === 'too-many-resources' && entry.name === 'asset.edit') {
        this.#becomesItsOwn(file);
        continue;
      }
      // The bytes have to be sent again, or the person decides; the file is as it was before it was committed.
      const bound = entry.name === 'asset.create' ? { assetId: null, baseHash: null, agreedAt: null } : {};
      const code = result.code === 'deleted-before' ? ('deleted-before' as const) : ('refused' as const);
      const tries = file.trouble?.code === 'refused' ? file.trouble.tries + 1 : 1;
      const again = code === 'refused' && tries < 4 ? now + 1000 * 4 ** tries : null;
      this.#store.patchFile(file.key, {
        ...bound,
        trouble: { code, evidence: { error: result.words }, tries, since: now, nextTry: again },
      });
    }
  }

  /** Its photo takes no further edit, and will not: the bytes are safe only as another photo. The one before is placed again. */
  #becomesItsOwn(file: LocalFile): void {
    if (file.assetId !== null) noteLastPlace(this.#store, file.assetId, file, this.#now());
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    this.#store.patchFile(file.key, {
      assetId: null,
      baseHash: null,
      agreedAt: null,
      newHere: true,
      trouble: null,
      wantedName: name,
      writtenName: name,
    });
  }

  /** The server does not know where this device's chain stood: the changes go on from where the server says. */
  async #rechain(refusal: Refusal): Promise<boolean> {
    if (refusal.code !== 'wrong-epoch' && refusal.code !== 'mutation-gap') return false;
    const info = await this.#connection.call('server', {});
    const page = await this.#connection.call('changes', { query: { limit: 1 } });
    if (!info.ok || !page.ok) return false;
    const from = page.value.acknowledged ?? { n: 0, hash: CHAIN_START };
    const { takenHash } = refusal.details;
    await this.#settlement.settle(() => {
      if (typeof takenHash === 'string') this.#store.dropTaken(takenHash, this.#now());
      this.#store.rechain(info.value.epoch, from);
    });
    return true;
  }

  /** While some pages are written the next one is on its way: a new device hears of a hundred thousand photos at once. */
  async #pullAll(): Promise<void> {
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
        if (answer.refusal.code !== 'cursor-expired' || this.#store.cursor() === null) return this.#events.refused(answer.refusal);
        const why = answer.refusal.details['why'] === 'compacted' ? 'compacted' : 'put-back';
        await this.#settlement.settle(() => {
          this.#store.restartFeed(why);
          // The server may have been put back to before it took them; one that still knows them answers as it did.
          this.#store.forgetAnswers();
        });
        coming = this.#ask(null);
        continue;
      }
      const page = answer.value;
      if (page.acknowledged && isAhead(page.acknowledged, this.#store.chainEnd()) && this.#store.unanswered(1).length === 0) {
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
      return;
    }
  }

  #ask(cursor: string | null) {
    return this.#connection.call('changes', { query: { limit: LIMITS.changesPage, ...(cursor === null ? {} : { cursor }) } });
  }

  /** Pages that follow one another, in one transaction. */
  async #write(pages: readonly ChangesPage[]): Promise<void> {
    const news = pages.filter(
      ({ changes, cursor }) => changes.length > 0 || cursor !== this.#store.cursor() || this.#store.outboxSize() > 0,
    );
    if (news.length === 0) return;
    const effects = await this.#settlement.settle(() =>
      news.map((page) => this.#store.applyPage(page.changes, page.cursor, page.complete, page.acknowledged, this.#now())),
    );
    const empty = this.#store.countFiles() === 0;
    for (const { files, assets } of effects) {
      const units = [...assets].flatMap((assetId) => (empty ? [assetUnit(assetId)] : this.#unitsOf(assetId)));
      this.#events.touched([...[...files].map(fileUnit), ...units]);
    }
  }

  #unitsOf(assetId: string): Unit[] {
    return [assetUnit(assetId), ...this.#store.filesOf(assetId).map((file) => fileUnit(file.key))];
  }
}

/** The chain of this device went on without it: there is a copy of it, or it is one, or its state was put back from a copy. */
function isAhead(taken: Acknowledged, own: Acknowledged): boolean {
  return taken.n > own.n || (taken.n === own.n && taken.hash !== own.hash);
}

const FORKED: Refusal = { code: 'device-forked', words: 'Another device goes by this identity.', details: {}, status: 409 };

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, BREATH));
}
