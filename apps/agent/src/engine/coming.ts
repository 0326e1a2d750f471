import { type Census, ComingPace, comingTold, noteComingRate, type DeviceStore, type Transfer, type Unit } from '@rollcall/core';
import type { ComingTold } from '@rollcall/protocol';

/** How old what is told elsewhere may be of what is to come. */
const COMING_MS = 2000;

/** What is to come to this device, and how fast it comes. */
export class Coming {
  readonly #store: DeviceStore;
  readonly #pace = new ComingPace();
  /** Photos, and parts of them, that came since the engine began. */
  #arrived = 0;
  #said: { readonly at: number; readonly told: ComingTold } | null = null;

  constructor(store: DeviceStore) {
    this.#store = store;
  }

  /** A photo, or a part of one, is here that was to come. */
  arrived(): void {
    this.#arrived += 1;
  }

  /** Called every second or so. @param bytes that came since the engine began */
  tick(fetches: boolean, bytes: number): void {
    this.#pace.tick(fetches, { at: performance.now(), bytes, photos: this.#arrived });
    noteComingRate(this.#store, this.#pace.rate);
  }

  /** It changes with every piece that comes: told anew every few seconds, and at once when all is there. */
  told(census: Census, transfers: ReadonlyMap<Unit, Transfer>): ComingTold | null {
    const now = performance.now();
    const told = comingTold(census.coming(transfers), this.#pace.rate);
    const said = this.#said;
    if (told === null || said === null || now - said.at > COMING_MS) this.#said = told === null ? null : { at: now, told };
    return this.#said?.told ?? null;
  }
}
