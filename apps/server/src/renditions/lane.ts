import type { Worker } from './workers.ts';

/** Work that is done one after the other, or as many at a time as there are workers, each under a key of its own. */
export interface Lane<T> {
  /** It waits, or is being done. */
  has(key: string): boolean;
  /** Does it when its turn comes. Nothing happens where it is here already, or too many others wait. */
  add(key: string, wanted: T): void;
  /** Resolves when it is neither waiting nor being done; it may have failed. */
  left(key: string): Promise<void>;
  /** How many wait for their turn. */
  waiting(): number;
  /** Resolves when there is nothing to do. */
  settled(): Promise<void>;
  /** Ends the workers; what waits is dropped. */
  close(): Promise<void>;
}

export interface LaneShape<T> {
  readonly workers: readonly Worker[];
  /** More wait for nobody: who asks then asks again. */
  readonly mostWaiting: number;
  /** What was asked for last comes first: somebody looks at it now. Else those who asked first have their turn first. */
  readonly lastFirst: boolean;
  /** Errors are the lane's to tell. */
  readonly work: (worker: Worker, wanted: T) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

export function openLane<T>({ workers, mostWaiting, lastFirst, work, failed }: LaneShape<T>): Lane<T> {
  const waiting = new Map<string, T>();
  const underWay = new Map<string, Promise<void>>();
  const free = [...workers];
  const listening = new Map<string, (() => void)[]>();
  const restful: (() => void)[] = [];
  let closed = false;

  const has = (key: string): boolean => waiting.has(key) || underWay.has(key);
  const tell = (key: string): void => {
    for (const hear of listening.get(key) ?? []) hear();
    listening.delete(key);
  };
  const resting = (): boolean => waiting.size === 0 && underWay.size === 0;
  const next = (): readonly [string, T] | undefined => {
    const [first] = waiting;
    return lastFirst ? [...waiting].at(-1) : first;
  };
  const goOn = (): void => {
    for (let chosen = next(); chosen !== undefined && free.length > 0; chosen = next()) {
      const [key, wanted] = chosen;
      waiting.delete(key);
      underWay.set(key, doOne(free.pop()!, key, wanted));
    }
    if (resting()) for (const hear of restful.splice(0)) hear();
  };
  const doOne = async (worker: Worker, key: string, wanted: T): Promise<void> => {
    try {
      await work(worker, wanted);
    } catch (error) {
      failed(error);
    }
    underWay.delete(key);
    free.push(worker);
    tell(key);
    goOn();
  };

  return {
    has,
    add: (key, wanted) => {
      if (closed || has(key) || waiting.size >= mostWaiting) return;
      waiting.set(key, wanted);
      goOn();
    },
    left: (key) =>
      has(key) ? new Promise((resolve) => void listening.set(key, [...(listening.get(key) ?? []), resolve])) : Promise.resolve(),
    waiting: () => waiting.size,
    settled: () => (resting() ? Promise.resolve() : new Promise((resolve) => void restful.push(resolve))),
    close: async () => {
      closed = true;
      const dropped = [...waiting.keys()];
      waiting.clear();
      for (const key of dropped) tell(key);
      for (const worker of workers) worker.stop();
      await Promise.all(underWay.values());
    },
  };
}
