import {
  bytesToGo,
  evictionOrder,
  freeUpAsked,
  fileUnit,
  isWantedFull,
  keptFor,
  leaveFreeUp,
  pinnedBy,
  pinnedToComeBack,
  wantFull,
  type Evictable,
  type Policy,
  type RoomHere,
  type Unit,
} from '@rollcall/core';
import type { Evicted } from '../actions/evict.ts';
import { usedAt } from '../folder/last-use.ts';
import type { DurableStore } from '../store/durable-store.ts';
import type { EvictableRows, StandInRow } from '../store/storage-rows.ts';
import { answerEvict, evictsAsked, type EvictOutcome } from './evict-orders.ts';

/** How many photos make room at once: most of the time each waits for the server. */
const AT_ONCE = 6;
/** Photos of which the rows are read before other work gets its turn. */
const PIECE = 2000;
/** How often it is looked whether pinned photos can come back. */
const PINNED_MS = 60_000;
/** When nothing more could go, it is looked again after this, and after longer where that look took long. Milliseconds. */
const EXHAUSTED_MS = 5000;
const EXHAUSTED_LOOKS = 50;

export interface KeeperFacts {
  readonly store: DurableStore;
  readonly folder: string;
  readonly signal: AbortSignal;
  policy(): Policy;
  room(): RoomHere;
  /** Nothing stands between this device and the cloud, and the folder is there. */
  mayAsk(): boolean;
  /** The library closes: until it is kept, no original makes room. */
  closes(): boolean;
  evict(assetId: string): Promise<Evicted>;
  touch(units: Iterable<Unit>): void;
  broke(error: unknown): void;
}

/**
 * Keeps what is here within its budget: lets originals make room when it is short, and brings pinned photos back in full when there is some again. Who
 * waits for room asks `make`.
 */
export class Keeper {
  readonly #facts: KeeperFacts;
  /** Photos that were kept, until when. */
  readonly #kept = new Map<string, number>();
  /** Who waits for room, and how much. */
  readonly #waiting = new Set<{ readonly bytes: number; readonly done: (more: boolean) => void }>();
  /** Bytes of originals that are making room just now. */
  #going = 0;
  #running: Promise<void> | null = null;
  /** Nothing more can go before this, by `performance.now()`. */
  #exhausted = 0;
  /** Photos that came in full since the start: those that came during a look are not among its candidates. */
  #arrivals = 0;
  /** How long the last look at all candidates took. */
  #lookMs = 0;
  #pinnedAt = 0;
  #pins: string | null = null;

  constructor(facts: KeeperFacts) {
    this.#facts = facts;
  }

  /** Something makes room, or is to. */
  get busy(): boolean {
    return this.#running !== null || this.#isShort();
  }

  /** Looks whether something is to be done, and does it. A look costs little. */
  whenDue(): void {
    if (this.#running !== null || this.#facts.signal.aborted) return;
    const pinned = this.#isTimeForPinned();
    const asked = evictsAsked(this.#facts.store).length > 0 || (this.#isOpen() && freeUpAsked(this.#facts.store) !== null);
    if (!asked && !this.#isShort() && !pinned) return this.#tellAll(false);
    this.#running = this.#run(pinned)
      .catch((error: unknown) => this.#facts.broke(error))
      .finally(() => {
        this.#running = null;
        this.#tellAll(this.#isOpen() && !this.#isExhausted());
      });
  }

  /** Makes room for so many bytes. True: some went, and it may be there now; false: nothing more can go. */
  make(bytes: number, signal: AbortSignal): Promise<boolean> {
    return new Promise<boolean>((resolve) => {
      const end = (more: boolean): void => {
        this.#waiting.delete(waiting);
        signal.removeEventListener('abort', stop);
        resolve(more);
      };
      const stop = (): void => end(false);
      const waiting = { bytes, done: end };
      if (signal.aborted || !this.#isOpen()) return end(false);
      signal.addEventListener('abort', stop);
      this.#waiting.add(waiting);
      this.whenDue();
    });
  }

  /** A photo came in full: it may make room again. */
  came(): void {
    this.#exhausted = 0;
    this.#arrivals += 1;
  }

  /** Resolves when nothing makes room any more. */
  async stopped(): Promise<void> {
    await this.#running;
    this.#tellAll(false);
  }

  /** Originals may make room, and the cloud can be asked whether it has them. */
  #isOpen(): boolean {
    return this.#isOptimised() && !this.#facts.closes();
  }

  #isOptimised(): boolean {
    const { policy, mayAsk } = this.#facts;
    return policy().storage === 'optimise' && mayAsk();
  }

  /** Bytes that have to go, beyond those that are going. */
  #need(): number {
    return bytesToGo(
      this.#facts.room(),
      [...this.#waiting].map(({ bytes }) => bytes),
      this.#going,
    );
  }

  #isExhausted(): boolean {
    return performance.now() < this.#exhausted;
  }

  #isShort(): boolean {
    return this.#isOpen() && this.#need() > 0 && !this.#isExhausted();
  }

  /** Whoever waits looks what there is now. */
  #tellAll(more: boolean): void {
    for (const { done } of this.#waiting) done(more);
  }

  async #run(pinned: boolean): Promise<void> {
    for (const { id, assetIds } of evictsAsked(this.#facts.store)) {
      answerEvict(this.#facts.store, id, await this.#evictEach(assetIds), Date.now());
    }
    const wanted = this.#isOpen() ? freeUpAsked(this.#facts.store) : null;
    if (wanted !== null) await this.#freeUp(wanted);
    if (this.#isShort()) await this.#makeRoom();
    if (pinned && this.#isOptimised()) this.#bringBack();
  }

  /** What a person wants compressed, a few at once. */
  async #evictEach(assetIds: readonly string[]): Promise<EvictOutcome[]> {
    const outcomes: EvictOutcome[] = [];
    const left = [...assetIds];
    const one = async (): Promise<void> => {
      for (let assetId = left.shift(); assetId !== undefined; assetId = left.shift()) {
        const evicted = this.#facts.mayAsk() ? await this.#facts.evict(assetId) : { kept: 'not-known-there' as const };
        outcomes.push({ assetId, ...evicted });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return outcomes;
  }

  /** A person wants so many bytes free: least recently used first, and nothing that is pinned. */
  async #freeUp(bytes: number): Promise<void> {
    let left = bytes;
    const gone = await this.#evictWhile(
      () => left - this.#going > 0,
      ({ pinned }) => !pinned,
      (freed) => {
        left -= freed;
      },
    );
    leaveFreeUp(this.#facts.store, gone ? null : left);
  }

  async #makeRoom(): Promise<void> {
    const arrivals = this.#arrivals;
    const gone = await this.#evictWhile(
      () => this.#need() > 0,
      () => true,
      () => this.#tellThoseWithRoom(),
    );
    if (gone && this.#need() > 0 && arrivals === this.#arrivals)
      this.#exhausted = performance.now() + Math.max(EXHAUSTED_MS, this.#lookMs * EXHAUSTED_LOOKS);
  }

  /** Lets one photo after the other make room, a few at once. True: there are no more. */
  async #evictWhile(isNeeded: () => boolean, may: (candidate: Evictable) => boolean, done: (freed: number) => void): Promise<boolean> {
    const { signal, folder } = this.#facts;
    const rows = new Map<string, EvictableRows>();
    const candidates = (await this.#candidates(rows)).filter(may);
    const order = evictionOrder(candidates, Date.now(), (each) => usedAt(folder, rows.get(each.assetId) ?? { ...each, files: [] }));
    let gone = false;
    const one = async (): Promise<void> => {
      while (!signal.aborted && this.#isOpen() && isNeeded()) {
        const next = order.next();
        if (next.done === true) {
          gone = true;
          return;
        }
        const { assetId, bytes } = next.value;
        this.#going += bytes;
        let freed = 0;
        try {
          const evicted = await this.#facts.evict(assetId);
          if ('kept' in evicted) this.#kept.set(assetId, Date.now() + keptFor(evicted.kept));
          else freed = evicted.freed;
        } finally {
          this.#going -= bytes;
        }
        done(freed);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return gone;
  }

  /** Who waits for less than there is goes on before all is done. */
  #tellThoseWithRoom(): void {
    let { free } = this.#facts.room();
    for (const { bytes, done } of this.#waiting) {
      if (bytes > free) continue;
      free -= bytes;
      done(true);
    }
  }

  async #candidates(rows: Map<string, EvictableRows>): Promise<Evictable[]> {
    const { store, signal } = this.#facts;
    const now = Date.now();
    const began = performance.now();
    for (const [assetId, until] of this.#kept) if (until <= now) this.#kept.delete(assetId);
    const isPinned = pinnedBy(store, (albumId) => store.storage.photosOf(albumId));
    const all: Evictable[] = [];
    for (let from: string | null = ''; from !== null && !signal.aborted;) {
      const { photos, next } = store.storage.evictable(from, PIECE);
      for (const photo of photos) {
        if (this.#kept.has(photo.assetId)) continue;
        rows.set(photo.assetId, photo);
        const paths = photo.files.map(({ path }) => path);
        all.push({ ...photo, pinned: isPinned(photo.assetId, paths) });
      }
      from = next;
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#lookMs = performance.now() - began;
    return all;
  }

  #isTimeForPinned(): boolean {
    const pins = this.#facts.store.note('pins');
    const isTime = pins !== this.#pins || Date.now() - this.#pinnedAt >= PINNED_MS;
    if (!isTime) return false;
    this.#pins = pins;
    this.#pinnedAt = Date.now();
    return pins !== null;
  }

  /** Pinned photos that are compressed here are wanted in full, the newest first, as far as there is room to spare. */
  #bringBack(): void {
    const { store, touch, room } = this.#facts;
    const isPinned = pinnedBy(store, (albumId) => store.storage.photosOf(albumId));
    const isOnItsWay = ({ key }: StandInRow): boolean => isWantedFull(store, key);
    const back = pinnedToComeBack(store.storage.standIns(), { isPinned, isOnItsWay }, room());
    for (const { key } of back) wantFull(store, key);
    touch(back.map(({ key }) => fileUnit(key)));
  }
}
