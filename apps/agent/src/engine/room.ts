import { inOrderOfRoom, type DeviceStore, type Unit } from '@rollcall/core';
import type { Settlement } from '../work/settle.ts';

/** How often a library that changes is asked whether there is room now. */
const ROOM_MS = 2000;

export interface RoomEvents {
  touched(units: Iterable<Unit>): void;
  /** Bytes that are free in the cloud; null: nobody knows just now. */
  free(): Promise<number | null>;
  broke(error: unknown): void;
}

/**
 * Lets what waits for room in the cloud ask again: soon after the library changed, for something may have been deleted; when the
 * cloud says that there is another quota; and when the time of one of them has come. Whichever it is, all ask, in the order that
 * finishes most.
 */
export class Room {
  readonly #store: DeviceStore;
  readonly #settlement: Settlement;
  readonly #waiting: () => readonly Unit[];
  readonly #events: RoomEvents;
  #checkedAt = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(store: DeviceStore, settlement: Settlement, waiting: () => readonly Unit[], events: RoomEvents) {
    this.#store = store;
    this.#settlement = settlement;
    this.#waiting = waiting;
    this.#events = events;
  }

  mayHaveGrown(): void {
    this.#ask().catch((error: unknown) => this.#events.broke(error));
  }

  async #ask(): Promise<void> {
    const now = Date.now();
    if (now - this.#checkedAt < ROOM_MS) {
      // What changed since the last check must not wait for the next change.
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.mayHaveGrown();
      }, ROOM_MS);
      return;
    }
    const waiting = this.#waiting();
    if (waiting.length === 0) return;
    this.#checkedAt = now;
    const free = await this.#events.free();
    const sized = await this.#settlement.settle(() =>
      waiting.map((unit) => {
        const file = this.#store.file(Number(unit.slice(2)));
        if (file?.trouble?.code === 'quota-full') this.#store.patchFile(file.key, { trouble: { ...file.trouble, nextTry: now } });
        return { unit, size: file?.size ?? 0 };
      }),
    );
    this.#events.touched(inOrderOfRoom(sized, free).map(({ unit }) => unit));
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}
