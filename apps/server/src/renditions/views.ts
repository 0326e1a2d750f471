import { VIEW_KINDS, type ViewKind } from '@rollcall/protocol';
import { stat } from 'node:fs/promises';
import { viewFile } from './files.ts';
import type { RenditionContext } from './make.ts';
import { dropViews, makeView, NOT_MADE, type Wanted } from './make-view.ts';
import { openViewRows } from './view-rows.ts';
import { openWorker, type Worker, type WorkerLimits } from './workers.ts';

/** How a view stands: its file is there; somebody works on it; or there is none, and why in a person's words. */
export type ViewStanding =
  | { readonly state: 'ready'; readonly file: string }
  | { readonly state: 'being-made' }
  | { readonly state: 'unavailable'; readonly words: string };

export interface Views {
  /** Has it made when it is not there: one film after the other, and the rest beside them, what was asked for last before the others. */
  ask(resource: Wanted['resource'], kind: ViewKind, name: string): Promise<ViewStanding>;
  /** Of what was purged. */
  forget(resourceId: string): Promise<void>;
  /** Resolves when nothing is being made. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Bytes that views may take together; beyond, those that nobody looked at for longest are deleted. */
const MOST_BYTES = 4 * 1024 ** 3;
/** More wait for nobody: who asks then asks again. */
const MOST_WAITING = 64;
/** A view that ended its worker, or during which the server ended, this often is not made. */
const MOST_ATTEMPTS = 2;
/** Milliseconds: looked at within this, a view is not noted as looked at again. */
const NOTED_ENOUGH = 10 * 60_000;

/** A film takes its time, which `ffmpeg` itself is given limits of; the worker only waits for it. */
const VIEW_LIMITS: WorkerLimits = {
  jobTime: 120_000,
  patience: 4 * 3_600_000,
  memory: 1536 * 1024 * 1024,
  memoryAtRest: 320 * 1024 * 1024,
  idle: 10_000,
  waitedFor: false,
};

/** What is made one after the other. */
interface Lane {
  readonly worker: Worker;
  readonly waiting: Map<string, Wanted>;
  working: Promise<void> | null;
}

function openLane(worker: Worker): Lane {
  return { worker, waiting: new Map(), working: null };
}

/** What was asked for last: somebody looks at it now. */
function last(waiting: ReadonlyMap<string, Wanted>): { readonly key: string; readonly wanted: Wanted } | null {
  const found = [...waiting].at(-1);
  return found === undefined ? null : { key: found[0], wanted: found[1] };
}

export function openViews(
  context: Pick<RenditionContext, 'dataDir' | 'database' | 'write' | 'blobs' | 'clock' | 'log'>,
  isMissing: (tool: string) => boolean,
  mostBytes = MOST_BYTES,
  open: (waitedFor: boolean) => Worker = (waitedFor) => openWorker({ ...VIEW_LIMITS, waitedFor }),
): Views {
  const rows = openViewRows(context.database, context.write);
  const making = { ...context, rows, mostBytes };
  // A film takes minutes and much work, which can wait for uploads and answers; nobody who looks at a photo waits for it.
  const lanes: Readonly<Record<'films' | 'others', Lane>> = { films: openLane(open(false)), others: openLane(open(true)) };
  const restful: (() => void)[] = [];
  const stop = new AbortController();

  const workOn = async (lane: Lane): Promise<void> => {
    for (let next = last(lane.waiting); next !== null && !stop.signal.aborted; next = last(lane.waiting)) {
      try {
        await makeView(making, lane.worker, next.wanted);
      } catch (error) {
        context.log('a view cannot be made now', { error: error instanceof Error ? error.message : String(error) });
      }
      lane.waiting.delete(next.key);
    }
    lane.working = null;
    if (resting()) for (const tell of restful.splice(0)) tell();
  };
  const resting = (): boolean => Object.values(lanes).every(({ working }) => working === null);

  return {
    ask: async (resource, kind, name) => {
      const key = `${resource.id} ${kind}`;
      const lane = lanes[kind === 'stream' ? 'films' : 'others'];
      if (lane.waiting.has(key)) return { state: 'being-made' };
      const row = rows.find(resource.id, kind);
      const installed = row?.lacks != null && !isMissing(row.lacks);
      if (row?.state === 'unavailable' && !installed) return { state: 'unavailable', words: row.words ?? NOT_MADE };
      if (row?.state === 'started' && row.attempts >= MOST_ATTEMPTS) return { state: 'unavailable', words: NOT_MADE };
      const file = viewFile(context.dataDir, resource.id, kind);
      if (row?.state === 'ready' && (await stat(file).catch(() => null)) !== null) {
        const now = context.clock.now();
        if (Math.abs(now - row.used) > NOTED_ENOUGH) await rows.use(resource.id, kind, now);
        return { state: 'ready', file };
      }
      // Asked for at the same time as this one was looked for.
      if (!stop.signal.aborted && lane.waiting.size < MOST_WAITING && !lane.waiting.has(key)) {
        lane.waiting.set(key, { resource, kind, name });
        lane.working ??= workOn(lane);
      }
      return { state: 'being-made' };
    },
    forget: async (resourceId) => {
      const there = VIEW_KINDS.filter((kind) => rows.find(resourceId, kind) !== null);
      await dropViews(
        context.dataDir,
        rows,
        there.map((kind) => ({ resource: resourceId, kind })),
      );
    },
    settled: () => (resting() ? Promise.resolve() : new Promise((resolve) => restful.push(resolve))),
    close: async () => {
      stop.abort();
      for (const { worker } of Object.values(lanes)) worker.stop();
      for (const { working } of Object.values(lanes)) await working;
    },
  };
}
