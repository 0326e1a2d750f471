import type { Clock, Pokes } from '../context.ts';

/** Milliseconds. */
export interface PresenceTimes {
  /** A device that says nothing for so long after it was asked does not answer; for three times as long as its last answer took, if that is longer. */
  readonly quietMs: number;
  /** One that says nothing for so long is not there any more. */
  readonly answerMs: number;
  /** Who spoke within this is not asked; and who pays for each word, within that. */
  readonly latelyMs: number;
  readonly dearMs: number;
  /** So long after somebody looked it is looked on for them. */
  readonly watchMs: number;
  readonly tickMs: number;
}
export const TIMES: PresenceTimes = { quietMs: 2_500, answerMs: 8_000, latelyMs: 1_500, dearMs: 2_000, watchMs: 7_000, tickMs: 250 };
/** Devices that are remembered; far more than look at pages at once. */
const REMEMBERED = 10_000;

/** A device whose stream of pokes may be open though nobody is there: one that sleeps, or lost its link without a word. */
export interface Listener {
  readonly id: string;
  readonly libraryId: string;
  /** It told that each byte may cost. */
  readonly dear: boolean;
}

/** Whether those who listen are there, asked only while somebody looks: words cost a device on mobile data. */
export interface Presence {
  /** Somebody looks at these devices. Each that listens, and was not heard just now, is asked; whoever does not answer listens no more. */
  look(devices: readonly Listener[]): void;
  /** A request of this device came. */
  spoke(deviceId: string): void;
  /** It asked for its orders: that is how it answers, so it is one that can. */
  answers(deviceId: string): void;
  /** Its last stream ended. */
  left(deviceId: string): void;
  /**
   * Since when a device that listened does not answer, or listens no more; server's clock, milliseconds since 1970. Null: it is there, or
   * spoke since, or was not heard since the server began.
   */
  goneAt(deviceId: string): number | null;
  close(): void;
}

/** A question that is open. */
interface Asked {
  readonly at: number;
  readonly ends: () => void;
}
interface Heard {
  /** By the clock that never jumps, and by the server's. */
  readonly at: number;
  readonly told: number;
  /** How long its last answer took. */
  readonly took: number;
}

export function openPresence(
  pokes: Pick<Pokes, 'connected' | 'orders' | 'drop' | 'devices'>,
  clock: Clock,
  times: PresenceTimes = TIMES,
): Presence {
  const asked = new Map<string, Asked>();
  const heard = new Map<string, Heard>();
  const able = new Set<string>();
  const gone = new Map<string, { readonly at: number; readonly libraryId: string | null }>();
  const watched = new Map<string, { readonly device: Listener; readonly until: number }>();
  let ticking: NodeJS.Timeout | null = null;
  const after = (ms: number, then: () => void): NodeJS.Timeout => setTimeout(then, ms).unref();
  const mark = (id: string, libraryId: string | null, at: number): void => {
    if (gone.size >= REMEMBERED) gone.clear();
    gone.set(id, { at, libraryId });
    if (libraryId !== null) pokes.devices(libraryId);
  };
  const ask = ({ id, libraryId }: Listener): void => {
    const before = heard.get(id);
    const patience = Math.min(times.answerMs, Math.max(times.quietMs, 3 * (before?.took ?? 0)));
    const quiet = after(patience, () => mark(id, libraryId, before?.told ?? clock.now()));
    const late = after(times.answerMs, () => {
      asked.delete(id);
      pokes.drop(libraryId, id);
    });
    const ends = (): void => {
      clearTimeout(quiet);
      clearTimeout(late);
      asked.delete(id);
    };
    asked.set(id, { at: performance.now(), ends });
    pokes.orders(libraryId, id);
  };
  const askIfDue = (device: Listener, now: number): void => {
    const { id, dear } = device;
    if (!able.has(id) || asked.has(id) || !pokes.connected(id)) return;
    const silent = now - (heard.get(id)?.at ?? Number.NEGATIVE_INFINITY);
    if (silent > (dear ? times.dearMs : times.latelyMs)) ask(device);
  };
  const tick = (): void => {
    const now = performance.now();
    for (const [id, { device, until }] of watched) {
      if (now > until) watched.delete(id);
      else askIfDue(device, now);
    }
    if (watched.size > 0 || ticking === null) return;
    clearInterval(ticking);
    ticking = null;
  };
  return {
    look(devices) {
      const now = performance.now();
      for (const device of devices) {
        watched.set(device.id, { device, until: now + times.watchMs });
        askIfDue(device, now);
      }
      if (watched.size > 0) ticking ??= setInterval(tick, times.tickMs).unref();
    },
    spoke(deviceId) {
      const question = asked.get(deviceId);
      question?.ends();
      const at = performance.now();
      const took = question === undefined ? (heard.get(deviceId)?.took ?? 0) : at - question.at;
      if (heard.size >= REMEMBERED && !heard.has(deviceId)) heard.clear();
      heard.set(deviceId, { at, told: clock.now(), took });
      const was = gone.get(deviceId);
      gone.delete(deviceId);
      if (was !== undefined && was.libraryId !== null) pokes.devices(was.libraryId);
    },
    answers(deviceId) {
      if (able.size >= REMEMBERED && !able.has(deviceId)) able.clear();
      able.add(deviceId);
    },
    left(deviceId) {
      asked.get(deviceId)?.ends();
      // One that did not answer is gone since it was last heard.
      if (!gone.has(deviceId)) mark(deviceId, null, clock.now());
    },
    goneAt: (deviceId) => gone.get(deviceId)?.at ?? null,
    close() {
      for (const { ends } of asked.values()) ends();
      if (ticking !== null) clearInterval(ticking);
      ticking = null;
    },
  };
}
