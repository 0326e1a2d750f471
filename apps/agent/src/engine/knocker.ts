import type { Connection } from '../server/connection.ts';
import type { Knocked } from '../server/knock.ts';

export interface KnockerEvents {
  /** Somebody is there, and it is the server. */
  answered(knocked: Knocked): void;
  /** Nobody is, or not yet, or somebody else. */
  failed(error: unknown): void;
  /** What was heard could not be noted. */
  broke(error: unknown): void;
}

/** When nothing was heard for so long, nobody seems to be there; the answer may still come, over a link that is very slow. */
const ALARM_MS = 2500;
const PATIENCE_MS = 12_000;
/** Knocks at once; over a link that swallows all, each waits for its time. */
const AT_ONCE = 4;
/** So long nothing moves though something should, before somebody knocks. */
const STILL_MS = 1000;
/** An answer holds for so long: the server may take its time for what was sent. Doubled each time, up to the longest. */
const HOLDS_MS = 3000;
const LONGEST_HOLD_MS = 30_000;

/** Knocks at the server's door while nothing is heard from there, so that a silent link is noticed within seconds, and its return too. */
export class Knocker {
  readonly #connection: Connection;
  readonly #events: KnockerEvents;
  readonly #open = new Set<AbortController>();
  #traffic = 0;
  #movedAt = 0;
  #holdsUntil = 0;
  #hold = HOLDS_MS;
  /** How long the last answer took: a link that is always so slow gives no alarm for it. */
  #usual = 0;
  #answeredAt = 0;
  readonly #stop = new AbortController();

  constructor(connection: Connection, events: KnockerEvents) {
    this.#connection = connection;
    this.#events = events;
  }

  /**
   * Called several times a second.
   * @param waits something is expected of the server now
   */
  tick(waits: boolean, traffic: number, now: number): void {
    if (!waits || traffic !== this.#traffic) {
      this.#traffic = traffic;
      this.#movedAt = now;
      if (!waits) {
        this.#hold = HOLDS_MS;
        this.#holdsUntil = 0;
      }
      return;
    }
    if (now - this.#movedAt < STILL_MS || now < this.#holdsUntil || this.#open.size > 0) return;
    this.knock();
  }

  /** Knocks now. */
  knock(): void {
    if (this.#open.size >= AT_ONCE) return;
    const own = new AbortController();
    this.#open.add(own);
    const from = performance.now();
    // A later knock that was answered knows better.
    const fail = (error: unknown): void => {
      if (this.#answeredAt <= from) this.#events.failed(error);
    };
    const alarm = setTimeout(() => fail(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), Math.max(ALARM_MS, 3 * this.#usual));
    const end = (): void => {
      clearTimeout(alarm);
      this.#open.delete(own);
    };
    const knocking = this.#connection.knock(PATIENCE_MS, AbortSignal.any([this.#stop.signal, own.signal]));
    const heard = knocking.then(
      (knocked) => {
        end();
        this.#usual = Math.min(knocked.answer, PATIENCE_MS / 3);
        this.#answeredAt = performance.now();
        // What older ones were sent on leads nowhere.
        for (const older of this.#open) older.abort();
        this.#holdsUntil = this.#answeredAt + this.#hold;
        this.#hold = Math.min(LONGEST_HOLD_MS, 2 * this.#hold);
        this.#events.answered(knocked);
      },
      (error: unknown) => {
        end();
        if (!this.#stop.signal.aborted) fail(error);
      },
    );
    heard.catch((error: unknown) => this.#events.broke(error));
  }

  stop(): void {
    this.#stop.abort();
  }
}
