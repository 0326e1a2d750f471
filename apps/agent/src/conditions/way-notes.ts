import { message, say } from '@rollcall/protocol';
import { slowSince, type DeviceStore } from '@rollcall/core';
import type { Reading } from './lookout.ts';
import { segmentsHere, type Segments } from './segments.ts';

/** What a device noted of the way to the server while it sent and fetched. */
export interface WayNotes {
  readonly throughput: Reading<number>;
  /** Of what is sent, in percent. */
  readonly loss: Reading<number>;
  readonly 'proxy-limit': Reading<number>;
}

const NOTE = 'way-seen';
const NOTHING: WayNotes = {
  throughput: { unseen: message('nothing was sent or fetched yet') },
  loss: { unseen: message('too little was sent yet, or this system does not count what is lost') },
  'proxy-limit': { unseen: message('nothing on the way has refused a piece for its size') },
};

export function readWayNotes(store: DeviceStore): WayNotes {
  const text = store.note(NOTE);
  return text === null ? NOTHING : { ...NOTHING, ...(JSON.parse(text) as Partial<WayNotes>) };
}

/** A rate is told of stretches that were busy for so long; milliseconds. */
const STRETCH_MS = 3000;
/** What was measured says nothing of a link that has had nothing to carry for so long: longer than between two photos. */
const STALE_MS = 5000;

/** Of fewer no percentage says anything. */
const SEGMENTS = 20;
/** What is lost is lost in bursts: each stretch counts so much of what the one after it does. */
const KEPT = 0.8;

/** Measures, while photos move, how many bytes a second get through, how much is sent in vain, and which sizes do not. */
export class WayMeter {
  readonly #store: DeviceStore;
  #notes: WayNotes;
  #moved = 0;
  #from: number | null = null;
  #rate: { readonly is: number; readonly slowSince: number | null } | null = null;
  #busyAt = 0;
  readonly #segments: () => Segments | null;
  #counted: Segments | null = null;
  #sent = 0;
  #again = 0;
  #loss: number | null = null;

  constructor(store: DeviceStore, segments: () => Segments | null = segmentsHere) {
    this.#store = store;
    this.#segments = segments;
    this.#notes = readWayNotes(store);
  }

  /**
   * Called every second or so.
   * @param moved bytes of photos so far, both ways
   * @param refused size of the smallest piece that something on the way refused; null: none was
   * @param busy something is being sent or fetched: that nothing moves is the link's fault
   */
  tick(moved: number, refused: number | null, busy: boolean, now: number): void {
    if (refused !== null && !('is' in this.#notes['proxy-limit'] && this.#notes['proxy-limit'].is <= refused))
      this.#keep({
        ...this.#notes,
        'proxy-limit': { is: refused, source: say('a piece of that size was refused on the way (HTTP 413)'), since: now },
      });
    if (busy) this.#busyAt = now;
    if (!busy) this.#from = null;
    else if (this.#from === null) {
      this.#from = now;
      this.#counted = this.#segments();
      this.#moved = moved;
    } else if (now - this.#from >= STRETCH_MS) {
      const rate = Math.round(((moved - this.#moved) * 1000) / (now - this.#from));
      this.#keep({ ...this.#notes, throughput: { is: rate, source: say('what was sent and fetched'), since: now } });
      this.#rate = { is: rate, slowSince: slowSince(this.#rate?.slowSince ?? null, rate, now) };
      this.#from = now;
      this.#moved = moved;
      this.#countLost(now);
    }
  }

  #countLost(now: number): void {
    const [before, counted] = [this.#counted, this.#segments()];
    if (before === null || counted === null) return;
    this.#counted = counted;
    this.#sent = this.#sent * KEPT + counted.sent - before.sent;
    this.#again = this.#again * KEPT + counted.again - before.again;
    if (this.#sent < SEGMENTS) return;
    this.#loss = Math.min(100, Math.round((this.#again * 100) / this.#sent));
    const source = say('what this system had to send again, over all its connections');
    this.#keep({ ...this.#notes, loss: { is: this.#loss, source, since: now } });
  }

  /** The last rate, since when it is slow, and how much is lost; null: nothing is carried, or it was not measured yet. Bytes a second. */
  rate(now: number): { readonly is: number; readonly slowSince: number | null; readonly loss: number | null } | null {
    if (this.#rate !== null && now - this.#busyAt > STALE_MS) {
      this.#rate = null;
      this.#loss = null;
      this.#sent = 0;
      this.#again = 0;
    }
    return this.#rate && { ...this.#rate, loss: this.#loss };
  }

  #keep(notes: WayNotes): void {
    this.#notes = notes;
    this.#store.setNote(NOTE, JSON.stringify(notes));
  }
}
