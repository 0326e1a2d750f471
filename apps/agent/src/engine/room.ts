import type { DeviceStore, Unit } from '@rollcall/core';
import type { Settlement } from '../work/settle.ts';

/** How often a library that changes is asked whether there is room now. */
const ROOM_MS = 2000;

export interface RoomEvents {
  touched(units: Iterable<Unit>): void;
  broke(error: unknown): void;
}

/** Lets what waits for room in the cloud ask again, soon after the library changed: something may have been deleted. */
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
    await this.#settlement.settle(() => {
      for (const unit of waiting) {
        const file = this.#store.file(Number(unit.slice(2)));
        if (file?.trouble?.code === 'quota-full') this.#store.patchFile(file.key, { trouble: { ...file.trouble, nextTry: now } });
      }
    });
    this.#events.touched(waiting);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}
