import type { Pokes } from '../context.ts';

/** A device that says nothing for so long after it was asked is not there any more. Milliseconds. */
const ANSWER_MS = 8_000;
/** Who spoke within this is not asked. Milliseconds. */
const LATELY_MS = 4_000;
/** Devices that are remembered; far more than look at pages at once. */
const REMEMBERED = 10_000;

/** A device whose stream of pokes may be open though nobody is there: one that sleeps, or lost its link without a word. */
export interface Listener {
  readonly id: string;
  readonly libraryId: string;
}

/** Whether those who listen are there, asked only while somebody looks: words cost a device on mobile data. */
export interface Presence {
  /** Somebody looks at these devices. Each that listens, and was not heard just now, is asked; whoever does not answer listens no more. */
  look(devices: readonly Listener[]): void;
  /** A request of this device came. */
  spoke(deviceId: string): void;
  /** It asked for its orders: that is how it answers, so it is one that can. */
  answers(deviceId: string): void;
  close(): void;
}

export function openPresence(
  pokes: Pick<Pokes, 'connected' | 'orders' | 'drop'>,
  { answerMs = ANSWER_MS, latelyMs = LATELY_MS }: { readonly answerMs?: number; readonly latelyMs?: number } = {},
): Presence {
  const asked = new Map<string, NodeJS.Timeout>();
  const heard = new Map<string, number>();
  const able = new Set<string>();
  const ask = ({ id, libraryId }: Listener): void => {
    const timer = setTimeout(() => {
      asked.delete(id);
      pokes.drop(libraryId, id);
    }, answerMs);
    timer.unref();
    asked.set(id, timer);
    pokes.orders(libraryId, id);
  };
  return {
    look(devices) {
      const now = performance.now();
      for (const device of devices) {
        if (!able.has(device.id) || asked.has(device.id) || !pokes.connected(device.id)) continue;
        if (now - (heard.get(device.id) ?? Number.NEGATIVE_INFINITY) > latelyMs) ask(device);
      }
    },
    spoke(deviceId) {
      clearTimeout(asked.get(deviceId));
      asked.delete(deviceId);
      if (heard.size >= REMEMBERED && !heard.has(deviceId)) heard.clear();
      heard.set(deviceId, performance.now());
    },
    answers(deviceId) {
      if (able.size >= REMEMBERED && !able.has(deviceId)) able.clear();
      able.add(deviceId);
    },
    close() {
      for (const timer of asked.values()) clearTimeout(timer);
      asked.clear();
    },
  };
}
