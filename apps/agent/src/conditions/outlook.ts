import { hindrances, kindsOf, type DeviceStore, type Trouble, type WaySeen } from '@rollcall/core';
import type { Knocked } from '../server/knock.ts';
import type { Lookout } from './lookout.ts';
import { segmentsHere, type Segments } from './segments.ts';
import { WayMeter } from './way-notes.ts';
import { answeredAt, noteAnswered, noteHindered, waySeen } from './way-seen.ts';

/** How often the moment of an answer is written down while they keep coming. */
const NOTE_MS = 60_000;

/** What a running device sees of its way to the server: what the system says of the link, and what was measured on it. */
export class Outlook {
  readonly #store: DeviceStore;
  readonly #lookout: Lookout;
  readonly #server: string;
  readonly #now: () => number;
  readonly meter: WayMeter;
  #answeredAt: number | null;
  #notedAt = 0;
  #skew: WaySeen['skew'] = null;
  #knocked: Knocked | null = null;
  #hindered: readonly Trouble[] = [];
  /** What was said of it last, beside numbers. */
  #kinds = '';

  constructor(store: DeviceStore, lookout: Lookout, server: string, now: () => number, segments: () => Segments | null = segmentsHere) {
    this.#store = store;
    this.#lookout = lookout;
    this.#server = server;
    this.#now = now;
    this.meter = new WayMeter(store, segments);
    this.#answeredAt = answeredAt(store);
  }

  seen(): WaySeen {
    const now = this.#now();
    const rate = this.meter.rate(now);
    const { handshake = null, answer = null } = this.#knocked ?? {};
    return waySeen(this.#lookout.readings, this.#server, {
      lastSuccess: this.#answeredAt,
      skew: this.#skew,
      pace: rate === null ? null : { rate: rate.is, slowSince: rate.slowSince, loss: rate.loss, handshake, answer },
    });
  }

  /** What makes the way bad, and bars nothing; as of the last tick. */
  get hindered(): readonly Trouble[] {
    return this.#hindered;
  }

  /** Called every second or so. True: something else makes the way bad than before, or nothing does any more; other numbers are no news. */
  tick(): boolean {
    const before = this.#hindered;
    this.#hindered = hindrances(this.seen());
    if (JSON.stringify(before) !== JSON.stringify(this.#hindered)) noteHindered(this.#store, this.#hindered);
    const kinds = kindsOf(this.#hindered);
    const news = kinds !== this.#kinds;
    this.#kinds = kinds;
    return news;
  }

  /** What a run before noted, and could not take back, says nothing of now. */
  start(): void {
    noteHindered(this.#store, []);
  }

  stop(): void {
    noteHindered(this.#store, []);
  }

  /** The server answered something. */
  answered(): void {
    this.#answeredAt = this.#now();
    if (Math.abs(this.#answeredAt - this.#notedAt) >= NOTE_MS) this.noteAnswered();
  }

  /** Writes down when it last did: somebody may ask soon. */
  noteAnswered(): void {
    if (this.#answeredAt === null || this.#answeredAt === this.#notedAt) return;
    this.#notedAt = this.#answeredAt;
    noteAnswered(this.#store, this.#answeredAt);
  }

  /** How an answer came that was asked for only to see that. */
  knocked(knocked: Knocked): void {
    this.answered();
    this.#knocked = knocked;
    if (knocked.date === null) return;
    const now = this.#now();
    // The server's clock was read about half an answer ago, and tells whole seconds.
    const seconds = Math.round((now - (knocked.answer - knocked.handshake) / 2 - knocked.date - 500) / 1000);
    const same = this.#skew !== null && Math.abs(this.#skew.seconds - seconds) <= 5;
    this.#skew = { seconds, since: same && this.#skew !== null ? this.#skew.since : now };
  }
}
