import { MEDIA_TOOLS } from '@rollcall/media/tools';
import type { MissingTool } from '@rollcall/protocol';
import { availableParallelism } from 'node:os';
import { openAhead } from './ahead.ts';
import { openAttempts } from './attempts.ts';
import type { Want } from './attempts.ts';
import { counted } from './counted.ts';
import { makeOne, wantAgain, type Made, type RenditionContext } from './make.ts';
import { openMeasuring } from './measure.ts';
import { openQueue } from './queue.ts';
import { openRereading } from './read-again.ts';
import { openSidecars } from './read-beside.ts';
import { keepSweeping } from './sweep.ts';
import { openTools, type Tools } from './tools.ts';
import { openViews, type Views } from './views.ts';
import { openWorker, WORKER_LIMITS, type Worker, type WorkerLimits } from './workers.ts';

export interface RenditionWork {
  /** New photos, or an edit: look again, newest first. */
  wake(libraryId: string): void;
  /** Bytes that were damaged or missing may be whole again. */
  again(): void;
  /** Of how many photos of a library compressed versions are to be made before any device has asked; and that a device keeps no originals from now on. */
  readonly ahead: { left(libraryId: string): number; wake(): void };
  /** What is not installed here, and pictures are not made for want of it. */
  missing(): readonly MissingTool[];
  /** What somebody looks at in full: made when it is asked for. */
  readonly views: Pick<Views, 'ask' | 'left' | 'drop' | 'forget' | 'settled' | 'waiting'>;
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
/** While a tool is missing, milliseconds between looks whether it was installed. */
const TOOL_LOOK = 30_000;

/** Makes the pictures of all libraries, in processes of their own, as long as the server runs. */
export function startRenditions(
  context: RenditionContext,
  limits: WorkerLimits = WORKER_LIMITS,
  lanes = Math.min(MOST_WORKERS, availableParallelism()),
  toolLook = TOOL_LOOK,
): RenditionWork {
  const attempts = openAttempts(context.database, context.write);
  const tools = openTools(() => process.env['PATH'] ?? '');
  const views = openViews(context, (name) => tools.missing().some(({ tool }) => tool === name));
  const workers = Array.from({ length: lanes }, () => counted(openWorker(limits), context.figures));
  const queue = openQueue(context.libraries);
  // What is done while no picture is wanted, the first before the next.
  const ahead = openAhead(context, attempts, views);
  const meanwhile = [openSidecars(context), openRereading(context, attempts), openMeasuring(context, attempts), ahead];
  const stop = new AbortController();
  const waiting = new Set<() => void>();
  const restful: (() => void)[] = [];

  const ring = (): void => {
    for (const wake of waiting) wake();
    waiting.clear();
  };
  const wake = (): void => {
    queue.news();
    ring();
  };
  const resting = (): boolean => waiting.size === lanes && queue.upToDate();
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      if (stop.signal.aborted || !queue.upToDate()) return resolve();
      waiting.add(resolve);
      if (resting()) for (const tell of restful.splice(0)) tell();
    });
  const lane = async (worker: Worker, index: number): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        const began = performance.now();
        if (!(await workOnNext(worker))) await rest();
        else await giveWay(context, index === 0 ? (performance.now() - began) * GIVE_WAY : Number.POSITIVE_INFINITY, stop.signal);
      } catch (error) {
        if (stop.signal.aborted) return;
        context.log('pictures cannot be made now', { error });
        await pause(FAULT_PAUSE, stop.signal);
      }
    }
  };
  const workOnNext = async (worker: Worker): Promise<boolean> => {
    const wanted = await queue.next();
    if (wanted === null) return anyNext(meanwhile, worker);
    let made: Made | null = null;
    try {
      made = await makeOne(context, { attempts, tools, views }, worker, wanted);
    } finally {
      queue.done(wanted, made);
    }
    return true;
  };
  const remake = async (wants: readonly Want[]): Promise<void> => {
    try {
      if ((await wantAgain(context, attempts, wants)) > 0) wake();
    } catch (error) {
      context.log('pictures cannot be asked for again now', { error });
    }
  };
  const running = remake(wantsAtStart(tools)).then(() =>
    Promise.all([
      ...workers.map(lane),
      keepLooking(tools, toolLook, stop.signal, remake),
      keepSweeping(context, { attempts, views }, stop.signal),
    ]),
  );

  return {
    wake,
    again: () => {
      queue.again();
      for (const each of meanwhile) each.again();
      ring();
    },
    ahead: { left: (libraryId) => ahead.left(libraryId), wake },
    missing: () => tools.missing(),
    views,
    settled: () => (resting() ? Promise.resolve() : new Promise((resolve) => restful.push(resolve))),
    close: async () => {
      stop.abort();
      ring();
      for (const worker of workers) worker.stop();
      await views.close();
      await running;
      for (const tell of restful.splice(0)) tell();
    },
  };
}

/** Does one thing of the first of these that has one; false: none has. */
async function anyNext(meanwhile: readonly { next(worker: Worker): Promise<boolean> }[], worker: Worker): Promise<boolean> {
  for (const each of meanwhile) if (await each.next(worker)) return true;
  return false;
}

/** Waits while many photos come in; milliseconds at most. */
async function giveWay({ traffic }: Pick<RenditionContext, 'traffic'>, most: number, until: AbortSignal): Promise<void> {
  const end = performance.now() + most;
  while (traffic.heavy && performance.now() < end && !until.aborted) await pause(LOOK, until);
}

/** What an earlier run may have lacked, and this one has. */
function wantsAtStart(tools: Tools): Want[] {
  const absent = new Set(tools.missing().map(({ tool }) => tool));
  return ['newer', ...MEDIA_TOOLS.filter((tool) => !absent.has(tool))];
}

/** What is missing is looked for from time to time, until told to end. */
async function keepLooking(
  tools: Tools,
  every: number,
  until: AbortSignal,
  back: (found: readonly Want[]) => Promise<void>,
): Promise<void> {
  while (!until.aborted) {
    await pause(every, until);
    const found = until.aborted || tools.missing().length === 0 ? [] : tools.look();
    if (found.length > 0) await back(found);
  }
}

function pause(milliseconds: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    until.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
