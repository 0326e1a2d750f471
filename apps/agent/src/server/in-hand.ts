import { randomBytes } from 'node:crypto';
import { MOST_ASKED, readInHand } from '@rollcall/protocol';

/** A request that runs. */
export interface Running {
  /** Bytes of its body. */
  readonly body: number;
  /** Bytes that its connection took and brought so far. */
  readonly moved: () => number;
  /** It waits for this device itself: for a connection, for what is to be sent, or for what came to be taken. */
  readonly held: () => boolean;
  /** Ends it: it is lost. */
  readonly end: () => void;
}

interface Watched extends Running {
  count: number;
  readonly begun: number;
  /** Bytes a second at which bodies came by until it began. */
  readonly pace: number;
  movedAt: number;
  askAt: number;
  gap: number;
  /** How far it was by the last answer about it; `nowhere`: the server did not have it. Null: it works at it, or was not asked since. */
  far: number | 'nowhere' | null;
  /** When that answer came. */
  farAt: number;
  /** The server has had it in hand. */
  seen: boolean;
}

/** So long nothing moves on a request before the server is asked about it. Milliseconds. */
const STILL_MS = 1000;
/** And so long until it is asked again; where it works on the request, twice as long each time, up to the longest. */
const GAP_MS = 1000;
const LONGEST_GAP_MS = 30_000;
/** A body up to this size is through before anybody asks. Bytes. */
const SMALL = 16 * 1024;
/** No more of a body is on the way at once, but of the largest files. Bytes. */
const MOST_UNDER_WAY = 8 * 1024 * 1024;
/** Bytes a second at which a body comes by as long as none was seen to; a link that is slower than that is called slow. */
const UNKNOWN_PACE = 40_000;
/** None is taken for faster. */
const FASTEST_PACE = 8_000_000;
/** A body may stand still for so many times as long as others took in all. */
const PATIENT = 2;
/** One that was given up was perhaps only slow: the next ones are waited for as if the way took only such a part of what it seemed to. */
const DOUBT = 1 / 16;

/**
 * Requests that run, each by the name under which the server can be asked about it. One on which nothing moves is lost when the server,
 * asked twice, does not have it in hand (it never came there, or its answer did not come back), or has it and waits for the way, on which
 * nothing came between the two. One at which the server works is waited for. A body that may only be slow, or that something on the way may
 * be keeping until it has it whole, is waited for as long as others took. Times by a clock that never jumps.
 */
export class InHand {
  readonly #running = new Map<string, Watched>();
  /** Bytes a second at which bodies came by until their answer; the slower ones count for more. */
  #pace = UNKNOWN_PACE;
  /** One came by since the way was doubted. */
  #known = false;

  /** Names a request that begins. */
  begin(running: Running, now: number): string {
    const name = randomBytes(16).toString('base64url');
    const times = { begun: now, movedAt: now, askAt: now + STILL_MS, farAt: now };
    this.#running.set(name, { ...running, ...times, pace: this.#pace, count: 0, gap: GAP_MS, far: null, seen: false });
    return name;
  }

  /** Its answer begins. */
  answered(name: string, now: number): void {
    const running = this.#running.get(name);
    if (running === undefined || running.body <= SMALL) return;
    const pace = Math.min(FASTEST_PACE, (running.body * 1000) / Math.max(1, now - running.begun));
    this.#pace = !this.#known || pace < this.#pace ? pace : 0.8 * this.#pace + 0.2 * pace;
    this.#known = true;
  }

  #doubt(pace: number): void {
    this.#pace = Math.min(this.#pace, pace);
    this.#known = false;
  }

  over(name: string): void {
    this.#running.delete(name);
  }

  /** Requests about which the server is to be asked now. */
  due(now: number): readonly string[] {
    const due: string[] = [];
    for (const [name, running] of this.#running) {
      look(running, now);
      if (now < running.askAt || due.length === MOST_ASKED) continue;
      running.askAt = now + GAP_MS;
      due.push(name);
    }
    return due;
  }

  /**
   * Takes what the server said to a question, and ends what is lost. True: something was.
   * @param said what it has in hand; null: it does not tell, being older
   * @param askedAt when the question went
   */
  heard(asked: readonly string[], said: string | null, askedAt: number, now: number): boolean {
    let lost = false;
    const inHand = said === null ? null : readInHand(said);
    for (const name of asked) {
      const running = this.#running.get(name);
      // Answers that come together are one: what is on its way may be there a moment later.
      if (running === undefined || look(running, now) || (running.far !== null && askedAt < running.farAt)) continue;
      const far = inHand === null ? null : inHand.has(name) ? (inHand.get(name) ?? null) : 'nowhere';
      if (far === null) {
        running.gap = Math.min(LONGEST_GAP_MS, 2 * running.gap);
        running.askAt = now + running.gap;
      } else if (far !== running.far) {
        // More of it came there.
        if (typeof running.far === 'number' && far !== 'nowhere') running.movedAt = askedAt;
      } else if (askedAt - running.movedAt > STILL_MS + patienceFor(running)) {
        // Perhaps it was only slow; those that began before it are judged as it was.
        if (patienceFor(running) > 0) this.#doubt(DOUBT * running.pace);
        running.end();
        lost = true;
      }
      running.far = far;
      running.farAt = now;
      running.seen ||= inHand?.has(name) === true;
    }
    return lost;
  }
}

/** Milliseconds for which it may stand still beyond the first ones. */
function patienceFor({ body, far, seen, pace }: Watched): number {
  // What the server has had in hand, and has no more, is over there.
  if (body <= SMALL || (seen && far === 'nowhere')) return 0;
  return (PATIENT * Math.min(body, MOST_UNDER_WAY) * 1000) / pace;
}

/** True: something moved since it was looked at last. */
function look(running: Watched, now: number): boolean {
  const count = running.moved();
  if (count === running.count && !running.held()) return false;
  running.count = count;
  running.movedAt = now;
  running.askAt = now + STILL_MS;
  running.gap = GAP_MS;
  running.far = null;
  return true;
}
