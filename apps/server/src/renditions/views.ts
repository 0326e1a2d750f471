import { STREAM_MOST_TIME } from '@rollcall/media/film-limits';
import { VIEW_KINDS, type ViewKind } from '@rollcall/protocol';
import { rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { openAttempts } from './attempts.ts';
import { counted } from './counted.ts';
import { viewFile } from './files.ts';
import { openLane, type Lane, type LaneShape } from './lane.ts';
import type { RenditionContext } from './make.ts';
import { dropViews, makeView, NOT_MADE, noteReady, type Wanted } from './make-view.ts';
import { openViewRows } from './view-rows.ts';
import { openWorker, WORKER_LIMITS, type WaitedFor, type Worker, type WorkerLimits } from './workers.ts';

/** How a view stands: its file is there; somebody works on it; or there is none, and why in a person's words. */
export type ViewStanding =
  | { readonly state: 'ready'; readonly file: string }
  | { readonly state: 'being-made' }
  | { readonly state: 'unavailable'; readonly words: string };

export interface Views {
  /**
   * Has it made when it is not there: one film after the other; what somebody looks at beside them, what was asked for last before the others;
   * and compressed versions, as many at a time as there are cores, in the order in which devices asked.
   */
  ask(resource: Wanted['resource'], kind: ViewKind, name: string): Promise<ViewStanding>;
  /** Resolves when nobody works on it, or nobody did. */
  left(resourceId: string, kind: ViewKind): Promise<void>;
  /**
   * Has a worker make what nobody asked for yet, where none is there or was tried. False: what is there takes nearly all the room that there
   * is, and more would push out what somebody asked for. Throws as an ask would be told.
   */
  ahead(worker: Worker, wanted: Wanted): Promise<boolean>;
  /** Its file is there, though nobody asked: it was made together with something else. */
  made(resourceId: string, kind: ViewKind): Promise<void>;
  /** Its file is not what was made: the next who asks has it made anew. */
  drop(resourceId: string, kind: ViewKind): Promise<void>;
  /** Of what was purged. */
  forget(resourceId: string): Promise<void>;
  /** How many wait, of each sort. */
  waiting(): Readonly<Record<'films' | 'compressed' | 'others', number>>;
  /** Resolves when nothing is being made. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Bytes that views may take together; beyond, those that nobody looked at for longest are deleted. */
const MOST_BYTES = 4 * 1024 ** 3;
/** Of these, what nobody asked for yet is made until so much is taken. */
const AHEAD = 0.75;
/** More wait for nobody: who asks then asks again. */
const MOST_WAITING = 64;
/** Devices ask for many at a time. */
const MOST_COMPRESSED_WAITING = 256;
/** Compressed versions that are made at a time, at most: each worker takes memory of its own. */
const MOST_ABREAST = 8;
/** A view that ended its worker, or during which the server ended, this often is not made. */
const MOST_ATTEMPTS = 2;
/** Milliseconds: looked at within this, a view is not noted as looked at again. */
const NOTED_ENOUGH = 10 * 60_000;

const VIEW_LIMITS: WorkerLimits = {
  jobTime: 120_000,
  patience: 4 * 3_600_000,
  asleep: WORKER_LIMITS.asleep,
  memory: 1536 * 1024 * 1024,
  memoryAtRest: 320 * 1024 * 1024,
  idle: 10_000,
  waitedFor: 'by-nobody',
};

/** A film takes its time, which `ffmpeg` itself is given limits of; the worker only waits for it. */
const STREAM_LIMITS = { patience: STREAM_MOST_TIME + 3_600_000 } as const;

/** A worker that is to make many is not ended after each that took much. */
const COMPRESSED_LIMITS = { memoryAtRest: 640 * 1024 * 1024 } as const;

const OWN_LIMITS: Readonly<Record<WaitedFor, Partial<WorkerLimits>>> = {
  'by-nobody': STREAM_LIMITS,
  'by-a-device': COMPRESSED_LIMITS,
  'by-a-person': {},
};

export function openViews(
  context: Pick<RenditionContext, 'dataDir' | 'database' | 'write' | 'blobs' | 'clock' | 'log' | 'figures'>,
  isMissing: (tool: string) => boolean,
  mostBytes = MOST_BYTES,
  open: (waitedFor: WaitedFor) => Worker = (waitedFor) =>
    counted(openWorker({ ...VIEW_LIMITS, ...OWN_LIMITS[waitedFor], waitedFor }), context.figures),
  abreast = Math.min(MOST_ABREAST, availableParallelism()),
): Views {
  const rows = openViewRows(context.database, context.write);
  const attempts = openAttempts(context.database, context.write);
  const making = { ...context, rows, mostBytes };
  const shape: Omit<LaneShape<Wanted>, 'workers'> = {
    mostWaiting: MOST_WAITING,
    lastFirst: true,
    work: (worker, wanted) => makeView(making, worker, wanted),
    failed: (error) => context.log('a view cannot be made now', { error }),
  };
  // A film takes minutes and much work, which can wait for uploads and answers, as devices can; nobody who looks at a photo waits for either.
  const lanes: Readonly<Record<'films' | 'compressed' | 'others', Lane<Wanted>>> = {
    films: openLane({ ...shape, workers: [open('by-nobody')] }),
    compressed: openLane({
      ...shape,
      workers: Array.from({ length: abreast }, () => open('by-a-device')),
      mostWaiting: MOST_COMPRESSED_WAITING,
      lastFirst: false,
    }),
    others: openLane({ ...shape, workers: [open('by-a-person')] }),
  };
  const laneOf = (kind: ViewKind): Lane<Wanted> => lanes[kind === 'stream' ? 'films' : kind === 'compressed' ? 'compressed' : 'others'];
  const unasked = new Map<string, Promise<void>>();
  const keyOf = (resourceId: string, kind: ViewKind): string => `${resourceId} ${kind}`;

  return {
    ask: async (resource, kind, name) => {
      const key = keyOf(resource.id, kind);
      const lane = laneOf(kind);
      if (lane.has(key) || unasked.has(key)) return { state: 'being-made' };
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
      // What ended a worker once is not opened again for something else.
      const hurt = attempts.hurt(resource.id);
      if (hurt !== null) return { state: 'unavailable', words: hurt };
      lane.add(key, { resource, kind, name });
      return { state: 'being-made' };
    },
    left: async (resourceId, kind) => {
      const key = keyOf(resourceId, kind);
      await (unasked.get(key)?.catch(() => undefined) ?? laneOf(kind).left(key));
    },
    ahead: async (worker, wanted) => {
      const { resource, kind } = wanted;
      const key = keyOf(resource.id, kind);
      if (laneOf(kind).has(key) || rows.find(resource.id, kind) !== null || attempts.hurt(resource.id) !== null) return true;
      if (rows.bytes() >= mostBytes * AHEAD) return false;
      const made = makeView(making, worker, wanted).finally(() => unasked.delete(key));
      unasked.set(key, made);
      await made;
      return true;
    },
    made: async (resourceId, kind) => {
      await rows.start(resourceId, kind, context.clock.now());
      await noteReady(making, resourceId, kind);
    },
    drop: (resourceId, kind) => dropViews(context.dataDir, rows, [{ resource: resourceId, kind }]),
    forget: async (resourceId) => {
      const there = VIEW_KINDS.filter((kind) => rows.find(resourceId, kind) !== null);
      await dropViews(
        context.dataDir,
        rows,
        there.map((kind) => ({ resource: resourceId, kind })),
      );
      // Of what was made unasked nothing is noted yet, where the server ended just then.
      await rm(viewFile(context.dataDir, resourceId, 'compressed'), { force: true });
    },
    waiting: () => ({ films: lanes.films.waiting(), compressed: lanes.compressed.waiting(), others: lanes.others.waiting() }),
    settled: async () => void (await Promise.all(Object.values(lanes).map((lane) => lane.settled()))),
    close: async () => void (await Promise.all(Object.values(lanes).map((lane) => lane.close()))),
  };
}
