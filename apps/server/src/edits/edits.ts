import { say, type RouteInput, type RouteOutput } from '@rollcall/protocol';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asker } from '../context.ts';
import { Refused } from '../refused.ts';
import { counted } from '../renditions/counted.ts';
import { openWorker, WORKER_LIMITS, type Worker, type WorkerLimits } from '../renditions/workers.ts';
import { makeEdit, type EditContext, type Saved } from './make-edit.ts';

export type EditAsked = { readonly assetId: string } & RouteInput<'saveEdit'>['body'];

export interface Edits {
  /**
   * Has an edit made and shown, one after the other. Asked again with the same id it tells how that stands, and waits for it for a while. Throws
   * `Refused` for what cannot be edited, and where there is no room.
   */
  save(asker: Pick<Asker, 'libraryId' | 'deviceId'>, asked: EditAsked): Promise<RouteOutput<'saveEdit'>>;
  close(): Promise<void>;
}

const LIMITS: WorkerLimits = {
  jobTime: 180_000,
  patience: 30 * 60_000,
  asleep: WORKER_LIMITS.asleep,
  memory: 2048 * 1024 * 1024,
  memoryAtRest: 320 * 1024 * 1024,
  idle: 30_000,
  waitedFor: 'by-a-person',
};
/** The longest that an answer waits for what is being made, in milliseconds: less than any proxy's patience. */
const PATIENCE = 15_000;
/** Edits that wait at a time. */
const MOST_WAITING = 32;
/** Edits whose outcome is remembered, so that asking again tells it. */
const REMEMBERED = 200;

type Outcome = { readonly saved: Saved } | { readonly error: unknown };

interface UnderWay {
  readonly ended: Promise<Outcome>;
  over: boolean;
}

export function openEdits(context: EditContext, worker: Worker = counted(openWorker(LIMITS), context.figures), patience = PATIENCE): Edits {
  const folder = join(context.dataDir, 'renditions', 'edits');
  const known = new Map<string, UnderWay>();
  // What an earlier run was at is made anew when it is asked for again.
  let last: Promise<unknown> = rm(folder, { recursive: true, force: true }).catch((error: unknown) =>
    context.log('what an earlier run left of edits could not be removed', { error }),
  );

  const begin = (key: string, asker: Pick<Asker, 'libraryId' | 'deviceId'>, asked: EditAsked): UnderWay => {
    if ([...known.values()].filter(({ over }) => !over).length >= MOST_WAITING)
      throw new Refused('server-busy', say('Very many edits are being saved now. Try again in a minute.'));
    const made = last.then(() => makeEdit(context, worker, join(folder, `${asked.id}.jpg`), asker, asked));
    const entry: UnderWay = {
      over: false,
      ended: made.then(
        (saved): Outcome => ({ saved }),
        (error: unknown): Outcome => ({ error }),
      ),
    };
    last = entry.ended.then(() => void (entry.over = true));
    known.set(key, entry);
    for (const [old, { over }] of known) if (known.size > REMEMBERED && over) known.delete(old);
    return entry;
  };

  return {
    async save(asker, asked) {
      const key = `${asker.libraryId} ${asked.assetId} ${asked.id}`;
      const entry = known.get(key) ?? begin(key, asker, asked);
      const outcome = await atMost(entry.ended, patience);
      if (outcome === null) return { state: 'being-made' };
      if ('saved' in outcome) return { state: 'saved', ...outcome.saved };
      throw outcome.error;
    },
    close: async () => {
      worker.stop();
      await last;
    },
  };
}

async function atMost<T>(event: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => void (timer = setTimeout(() => resolve(null), milliseconds)));
  try {
    return await Promise.race([event, over]);
  } finally {
    clearTimeout(timer);
  }
}
