import type { PlaceName, Town } from '@rollcall/protocol';
import { Worker } from 'node:worker_threads';
import type { Point } from './gazetteer.ts';
import type { Area } from './within.ts';

export interface Question {
  readonly n: number;
  readonly ask:
    | { readonly what: 'name'; readonly at: Point }
    | { readonly what: 'named'; readonly name: string; readonly near: Point | null }
    | { readonly what: 'within'; readonly area: Area };
}
/** `told` null: there is none, or the towns are not installed. */
export type Answer = { readonly n: number } & ({ readonly told: PlaceName | Town[] | null } | { readonly trouble: string });

export interface PlaceNames {
  /** The town near a place; null: none is near, or the towns are not installed. Rejects when they cannot be read. */
  of(at: Point): Promise<PlaceName | null>;
  /** Towns that are called so, the nearest first where a place is given; none where they are not installed. Rejects as `of`. */
  named(name: string, near: Point | null): Promise<Town[]>;
  /** Towns of an area, spread over it; as above. */
  within(area: Area): Promise<Town[]>;
  /** Whether the towns are held in memory now. */
  awake(): boolean;
  close(): Promise<void>;
}

/** Milliseconds without a question after which the towns are forgotten, and their memory is free. */
const IDLE = 120_000;
const MOST_MEGABYTES = 384;

interface Waiting {
  readonly resolve: (told: PlaceName | Town[] | null) => void;
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
      if ('told' in answer) asked?.resolve(answer.told);
      else asked?.reject(new Error(answer.trouble));
      if (waiting.size === 0) rest();
    });
    started.on('error', (error: Error) => fail(started, error));
    started.on('exit', () => fail(started, new Error('the thread of place names ended')));
    return started;
  };
  const put = (ask: Question['ask']): Promise<PlaceName | Town[] | null> => {
    if (sleep !== null) clearTimeout(sleep);
    thread ??= start();
    n += 1;
    const own = n;
    return new Promise((resolve, reject) => {
      waiting.set(own, { resolve, reject });
      thread?.postMessage({ n: own, ask } satisfies Question);
    });
  };
  const towns = async (ask: Question['ask']): Promise<Town[]> => {
    const told = await put(ask);
    return Array.isArray(told) ? told : [];
  };
  return {
    of: async (at) => {
      const told = await put({ what: 'name', at });
      return Array.isArray(told) ? null : told;
    },
    named: (name, near) => towns({ what: 'named', name, near }),
    within: (area) => towns({ what: 'within', area }),
    awake: () => thread !== null,
    close: async () => {
      if (sleep !== null) clearTimeout(sleep);
      await end();
    },
  };
}
