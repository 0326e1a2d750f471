import { isTimeFor, type DeviceStore, SECOND_LOOK_MS, type Unit, type Look } from '@rollcall/core';
import type { Looker } from './looker.ts';

/** How often the folder is looked at whole, whatever the watcher says; where a look takes long, a hundred times that. */
const LOOK_AROUND_MS = 60_000;

/** How often parts that could not be looked into are tried again. */
const CLOSED_MS = 5000;

export interface LookEvents {
  /** True: the folder is there and is this device's. */
  folderReady(): boolean;
  saw(units: Iterable<Unit>): void;
  broke(error: unknown): void;
  /** A look has ended; true: it saw the whole folder. */
  ended(sawAll: boolean): void;
}

/** When the folder is looked at: at the start, when told of a change, twice where something is missing, and now and then. */
export class Looks {
  readonly #looker: Looker;
  readonly #store: DeviceStore;
  readonly #events: LookEvents;
  readonly #written = new Set<string>();
  #looking = 0;
  #looked = false;
  #next = Number.POSITIVE_INFINITY;
  /** How far away it was when it was set: a clock that is set back does not put it off. */
  #wait = Number.POSITIVE_INFINITY;
  #nextClosed = 0;
  #second: NodeJS.Timeout | null = null;

  constructor(looker: Looker, store: DeviceStore, events: LookEvents) {
    this.#looker = looker;
    this.#store = store;
    this.#events = events;
  }

  /** Nothing is looked at, and no second look is due. */
  get idle(): boolean {
    return this.#looking === 0 && this.#second === null;
  }

  /** The whole folder was looked at since the engine began. */
  get looked(): boolean {
    return this.#looked;
  }

  async around(): Promise<void> {
    const began = performance.now();
    this.#next = Number.POSITIVE_INFINITY;
    await this.#look(() => this.#looker.lookAround(), true);
    this.#looked = true;
    this.#next = performance.now() + Math.max(LOOK_AROUND_MS, 100 * (performance.now() - began));
  }

  async at(paths: readonly string[]): Promise<void> {
    await this.#look(() => this.#looker.lookAt(paths), false);
  }

  /** A path that was just written here. */
  wrote(path: string): void {
    this.#written.add(path);
  }

  /** Looks at what was written here: the watcher drops what was made and removed at once. */
  atWritten(): void {
    const paths = [...this.#written];
    this.#written.clear();
    if (paths.length > 0) void this.at(paths);
  }

  /** Looks around when it is time again; into what was closed more often: a disk that is unplugged tells nobody. */
  whenDue(): void {
    // Not the clock of the day, which may be set back.
    const now = performance.now();
    if (now >= this.#nextClosed && this.#looking === 0 && this.#looker.closed.length > 0) {
      this.#nextClosed = now + CLOSED_MS;
      void this.at(this.#looker.closed);
    }
    if (isTimeFor(this.#next, now, this.#wait) && this.#looking === 0) void this.around();
  }

  stop(): void {
    if (this.#second) clearTimeout(this.#second);
  }

  async #look(look: () => Promise<Look>, whole: boolean): Promise<void> {
    if (!this.#events.folderReady()) return;
    this.#looking += 1;
    let sawAll = false;
    try {
      const { touched, missing } = await look();
      // A disk that went away while it was looked at must not count as an empty folder.
      if (!this.#events.folderReady()) return;
      sawAll = whole;
      this.#events.saw(touched);
      if (missing > 0) this.#again();
    } catch (error) {
      if (this.#events.folderReady()) this.#events.broke(error);
    } finally {
      this.#looking -= 1;
    }
    try {
      this.#events.ended(sawAll);
    } catch (error) {
      this.#events.broke(error);
    }
  }

  #again(): void {
    this.#second ??= setTimeout(
      () => {
        this.#second = null;
        // What is new must be read first: it may be what is missing, under another name.
        if (this.#store.unread() > 0) this.#again();
        else void this.around();
      },
      this.#store.unread() > 0 ? 500 : SECOND_LOOK_MS + 50,
    );
  }
}
