import { availableParallelism } from 'node:os';
import { openAttempts } from './attempts.ts';
import { makeOne, type Made, type RenditionContext } from './make.ts';
import { openQueue } from './queue.ts';
import { keepSweeping } from './sweep.ts';
import { openWorker, WORKER_LIMITS, type Worker, type WorkerLimits } from './workers.ts';

export interface RenditionWork {
  /** New photos, or an edit: look again, newest first. */
  wake(libraryId: string): void;
  /** Bytes that were damaged or missing may be whole again. */
  again(): void;
  /** Resolves when everything that can be made is made. */
  settled(): Promise<void>;
  /** Ends the workers; what was being made is made after the next start. */
  close(): Promise<void>;
}

const MOST_WORKERS = 2;
/** While many photos come in, one worker goes on, and rests this many times as long as it worked: the first pictures show, and the photos are safe sooner. */
const GIVE_WAY = 4;
/** Milliseconds between looks whether that is over. */
const LOOK = 250;
/** After a fault of the server's own (no space, say), milliseconds until the next try. */
const FAULT_PAUSE = 5000;

/** Makes the pictures of all libraries, in processes of their own, as long as the server runs. */
export function startRenditions(
  context: RenditionContext,
  limits: WorkerLimits = WORKER_LIMITS,
  lanes = Math.min(MOST_WORKERS, availableParallelism()),
): RenditionWork {
  const attempts = openAttempts(context.database, context.write);
  const workers = Array.from({ length: lanes }, () => openWorker(limits));
  const queue = openQueue(context.libraries);
  const stop = new AbortController();
  const waiting = new Set<() => void>();
  const restful: (() => void)[] = [];

  const ring = (): void => {
    for (const wake of waiting) wake();
    waiting.clear();
  };
  const resting = (): boolean => waiting.size === lanes && queue.upToDate();
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      if (stop.signal.aborted || !queue.upToDate()) return resolve();
      waiting.add(resolve);
      if (resting()) for (const tell of restful.splice(0)) tell();
    });
  const giveWay = async (index: number, worked: number): Promise<void> => {
    const until = index === 0 ? performance.now() + worked * GIVE_WAY : Number.POSITIVE_INFINITY;
    while (context.traffic.heavy && performance.now() < until && !stop.signal.aborted) await pause(LOOK, stop.signal);
  };
  const lane = async (worker: Worker, index: number): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        const began = performance.now();
        if (!(await workOnNext(worker))) await rest();
        else await giveWay(index, performance.now() - began);
      } catch (error) {
        if (stop.signal.aborted) return;
        context.log('pictures cannot be made now', { error: error instanceof Error ? error.message : String(error) });
        await pause(FAULT_PAUSE, stop.signal);
      }
    }
  };
  const workOnNext = async (worker: Worker): Promise<boolean> => {
    const wanted = await queue.next();
    if (wanted === null) return false;
    let made: Made | null = null;
    try {
      made = await makeOne(context, attempts, worker, wanted);
    } finally {
      queue.done(wanted, made);
    }
    return true;
  };
  const running = [...workers.map(lane), keepSweeping(context, attempts, stop.signal)];

  return {
    wake: () => {
      queue.news();
      ring();
    },
    again: () => {
      queue.again();
      ring();
    },
    settled: () => (resting() ? Promise.resolve() : new Promise((resolve) => restful.push(resolve))),
    close: async () => {
      stop.abort();
      ring();
      for (const worker of workers) worker.stop();
      await Promise.all(running);
      for (const tell of restful.splice(0)) tell();
    },
  };
}

function pause(milliseconds: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    until.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
