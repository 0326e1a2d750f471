import type { PlaceName } from '@rollcall/protocol';
import { Worker } from 'node:worker_threads';

export interface Question {
  readonly n: number;
  readonly at: { readonly lat: number; readonly lon: number };
}
export type Answer = { readonly n: number } & ({ readonly place: PlaceName | null } | { readonly trouble: string });

export interface PlaceNames {
  /** The town near a place; null: none is near, or the towns are not installed. Rejects when they cannot be read. */
  of(at: Question['at']): Promise<PlaceName | null>;
  /** Whether the towns are held in memory now. */
  awake(): boolean;
  close(): Promise<void>;
}

/** Milliseconds without a question after which the towns are forgotten, and their memory is free. */
const IDLE = 120_000;
const MOST_MEGABYTES = 384;

interface Waiting {
  readonly resolve: (place: PlaceName | null) => void;
  readonly reject: (error: Error) => void;
}

/** Towns are read when first asked for, in a thread of their own: nobody else waits for it. */
export function openPlaceNames(idle: number = IDLE): PlaceNames {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let sleep: NodeJS.Timeout | null = null;
  let n = 0;

  const fail = (ended: Worker, error: Error): void => {
    if (thread !== ended) return;
    thread = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const rest = (): void => {
    if (sleep !== null) clearTimeout(sleep);
    sleep = setTimeout(() => void end(), idle).unref();
  };
  const end = async (): Promise<void> => {
    const ending = thread;
    if (ending === null) return;
    fail(ending, new Error('the server stops'));
    await ending.terminate();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
    started.unref();
    started.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.n);
      waiting.delete(answer.n);
      if ('place' in answer) asked?.resolve(answer.place);
      else asked?.reject(new Error(answer.trouble));
      if (waiting.size === 0) rest();
    });
    started.on('error', (error: Error) => fail(started, error));
    started.on('exit', () => fail(started, new Error('the thread of place names ended')));
    return started;
  };
  return {
    of: (at) => {
      if (sleep !== null) clearTimeout(sleep);
      thread ??= start();
      n += 1;
      const own = n;
      return new Promise((resolve, reject) => {
        waiting.set(own, { resolve, reject });
        thread?.postMessage({ n: own, at } satisfies Question);
      });
    },
    awake: () => thread !== null,
    close: async () => {
      if (sleep !== null) clearTimeout(sleep);
      await end();
    },
  };
}
