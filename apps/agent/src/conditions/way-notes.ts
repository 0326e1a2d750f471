import type { DeviceStore } from '@rollcall/core';
import type { Reading } from './lookout.ts';

/** What a device noted of the way to the server while it sent and fetched. */
export interface WayNotes {
  readonly throughput: Reading<number>;
  readonly 'proxy-limit': Reading<number>;
}

const NOTE = 'way-seen';
const NOTHING: WayNotes = {
  throughput: { unseen: 'nothing was sent or fetched yet' },
  'proxy-limit': { unseen: 'nothing on the way has refused a piece for its size' },
};

export function readWayNotes(store: DeviceStore): WayNotes {
  const text = store.note(NOTE);
  return text === null ? NOTHING : { ...NOTHING, ...(JSON.parse(text) as Partial<WayNotes>) };
}

/** A rate is told of stretches that were busy for so long; milliseconds. */
const STRETCH_MS = 2000;

/** Measures, while photos move, how many bytes a second get through, and which sizes do not. */
export class WayMeter {
  readonly #store: DeviceStore;
  #notes: WayNotes;
  #moved = 0;
  #last = 0;
  #from: number | null = null;

  constructor(store: DeviceStore) {
    this.#store = store;
    this.#notes = readWayNotes(store);
  }

  /**
   * Called every second or so.
   * @param moved bytes of photos so far, both ways
   * @param refused size of the smallest piece that something on the way refused; null: none was
   */
  tick(moved: number, refused: number | null, now: number): void {
    if (refused !== null && !('is' in this.#notes['proxy-limit'] && this.#notes['proxy-limit'].is <= refused))
      this.#keep({
        ...this.#notes,
        'proxy-limit': { is: refused, source: 'a piece of that size was refused on the way (HTTP 413)', since: now },
      });
    if (moved === this.#last) this.#from = null;
    this.#last = moved;
    if (this.#from === null) {
      this.#from = now;
      this.#moved = moved;
    } else if (now - this.#from >= STRETCH_MS) {
      const rate = Math.round(((moved - this.#moved) * 1000) / (now - this.#from));
      this.#keep({ ...this.#notes, throughput: { is: rate, source: 'what was sent and fetched', since: now } });
      this.#from = now;
      this.#moved = moved;
    }
  }

  #keep(notes: WayNotes): void {
    this.#notes = notes;
    this.#store.setNote(NOTE, JSON.stringify(notes));
  }
}
