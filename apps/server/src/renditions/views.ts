import { VIEW_KINDS, type Resource, type ViewKind } from '@rollcall/protocol';
import { rm, stat } from 'node:fs/promises';
import { unfinishedView, viewFile } from './files.ts';
import type { RenditionContext } from './make.ts';
import { openViewRows, type ViewRows } from './view-rows.ts';
import { openWorker, type Worker, type WorkerLimits } from './workers.ts';

/** How a view stands: its file is there; somebody works on it; or there is none, and why in a person's words. */
export type ViewStanding =
  | { readonly state: 'ready'; readonly file: string }
  | { readonly state: 'being-made' }
  | { readonly state: 'unavailable'; readonly words: string };

export interface Views {
  /** Has it made when it is not there, one after the other. */
  ask(resource: Pick<Resource, 'id' | 'hash' | 'modifiedAt'>, kind: ViewKind, name: string): Promise<ViewStanding>;
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
};

const FAILED = 'No such version is made of it: making one made the program that does it fail. The file itself is kept.';

interface Wanted {
  readonly resource: Parameters<Views['ask']>[0];
  readonly kind: ViewKind;
  readonly name: string;
}

export function openViews(
  context: Pick<RenditionContext, 'dataDir' | 'database' | 'write' | 'blobs' | 'clock' | 'log'>,
  isMissing: (tool: string) => boolean,
  mostBytes = MOST_BYTES,
  worker: Worker = openWorker(VIEW_LIMITS),
): Views {
  const rows = openViewRows(context.database, context.write);
  const waiting = new Map<string, Wanted>();
  const restful: (() => void)[] = [];
  let working: Promise<void> | null = null;
  const stop = new AbortController();

  const workOn = async (): Promise<void> => {
    for (let [key, wanted] = [...waiting][0] ?? []; wanted !== undefined && !stop.signal.aborted; [key, wanted] = [...waiting][0] ?? []) {
      try {
        await make(wanted);
      } catch (error) {
        context.log('a view cannot be made now', { error: error instanceof Error ? error.message : String(error) });
      }
      waiting.delete(key!);
    }
    working = null;
    for (const tell of restful.splice(0)) tell();
  };

  const make = async ({ resource, kind, name }: Wanted): Promise<void> => {
    const path = context.blobs.path(resource.hash);
    if (path === null) return;
    const file = viewFile(context.dataDir, resource.id, kind);
    await rows.start(resource.id, kind, context.clock.now());
    const ended = await worker.run({ task: 'view', path, name, mtimeMs: resource.modifiedAt, kind, file });
    if (ended.end === 'stopped') return rows.undo(resource.id, kind);
    if (ended.end === 'worker-lost') {
      context.log('no view', { resource: resource.id, kind, why: ended.why });
      await rm(unfinishedView(file), { force: true });
      return rows.unavailable(resource.id, kind, FAILED, null);
    }
    const { answer } = ended;
    switch (answer.state) {
      case 'view-ready':
        await rows.ready(resource.id, kind, (await stat(file)).size);
        return drop(context.dataDir, rows, rows.beyond(mostBytes));
      case 'unavailable':
        context.log('no view', { resource: resource.id, kind, why: answer.detail });
        return rows.unavailable(resource.id, kind, answer.words, answer.lacks);
      case 'fault':
        await rows.undo(resource.id, kind);
        throw new Error(answer.detail);
      case 'sidecar-read':
      case 'ready':
        await rows.undo(resource.id, kind);
        throw new Error('something else came where a view was asked for');
      default:
        return answer satisfies never;
    }
  };

  return {
    ask: async (resource, kind, name) => {
      const key = `${resource.id} ${kind}`;
      if (waiting.has(key)) return { state: 'being-made' };
      const row = rows.find(resource.id, kind);
      const installed = row?.lacks != null && !isMissing(row.lacks);
      if (row?.state === 'unavailable' && !installed) return { state: 'unavailable', words: row.words ?? FAILED };
      if (row?.state === 'started' && row.attempts >= MOST_ATTEMPTS) return { state: 'unavailable', words: FAILED };
      const file = viewFile(context.dataDir, resource.id, kind);
      if (row?.state === 'ready' && (await stat(file).catch(() => null)) !== null) {
        const now = context.clock.now();
        if (Math.abs(now - row.used) > NOTED_ENOUGH) await rows.use(resource.id, kind, now);
        return { state: 'ready', file };
      }
      if (!stop.signal.aborted && waiting.size < MOST_WAITING) {
        waiting.set(key, { resource, kind, name });
        working ??= workOn();
      }
      return { state: 'being-made' };
    },
    forget: async (resourceId) => {
      const there = VIEW_KINDS.filter((kind) => rows.find(resourceId, kind) !== null);
      await drop(
        context.dataDir,
        rows,
        there.map((kind) => ({ resource: resourceId, kind })),
      );
    },
    settled: () => (working === null ? Promise.resolve() : new Promise((resolve) => restful.push(resolve))),
    close: async () => {
      stop.abort();
      worker.stop();
      await working;
    },
  };
}

/** Files first: a row without its file is made anew, a file without its row would stay for ever. */
async function drop(dataDir: string, rows: ViewRows, views: ReturnType<ViewRows['beyond']>): Promise<void> {
  for (const { resource, kind } of views) {
    await rm(viewFile(dataDir, resource, kind), { force: true });
    await rows.forget(resource, kind);
  }
}
