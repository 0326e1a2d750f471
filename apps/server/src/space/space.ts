import type { SpaceFound } from '@rollcall/core';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DATABASE_FILE } from '../database.ts';
import type { Room } from './read.ts';

export interface Question {
  /** Of the database. */
  readonly file: string;
  readonly libraryId: string;
}
/** What would free room in a library as it was when its feed ended at `head`. */
export type Found = SpaceFound & Pick<Room, 'head' | 'deleted'>;

/** What would free room in each library. */
export interface Space {
  /** As it is now, or as it was a moment ago; null: there is no such library. */
  of(libraryId: string): Promise<Found | null>;
  close(): Promise<void>;
}

/** So many libraries are remembered. */
const REMEMBERED = 16;
/** Milliseconds for which an answer holds that lacks what is still being measured: that changes without the feed. */
const HOLDS = 5000;
const MOST_MEGABYTES = 1024;

interface Known {
  readonly found: Found;
  /** `performance.now()` */
  readonly at: number;
}

/** Looks when somebody asks and the library has changed, at one library at a time, in a thread of its own. */
export function openSpace(dataDir: string, headOf: (libraryId: string) => number, look = inThread): Space {
  const known = new Map<string, Known>();
  const looking = new Map<string, Promise<Found | null>>();
  const running = new Set<Worker>();
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  const lookAt = async (libraryId: string): Promise<Found | null> => {
    if (closed) throw new Error('the server stops');
    const found = await look({ file: join(dataDir, DATABASE_FILE), libraryId }, running);
    known.delete(libraryId);
    if (found !== null) known.set(libraryId, { found, at: performance.now() });
    for (const oldest of [...known.keys()].slice(0, -REMEMBERED)) known.delete(oldest);
    return found;
  };
  const shared = (libraryId: string): Promise<Found | null> => {
    const already = looking.get(libraryId);
    if (already !== undefined) return already;
    const found = turn.then(() => lookAt(libraryId)).finally(() => looking.delete(libraryId));
    turn = found.catch(() => undefined);
    looking.set(libraryId, found);
    return found;
  };
  return {
    async of(libraryId) {
      const head = headOf(libraryId);
      const before = known.get(libraryId);
      if (before?.found.head === head && (before.found.unmeasured === 0 || performance.now() - before.at < HOLDS)) return before.found;
      for (;;) {
        const found = await shared(libraryId);
        // A look that began before may not have seen what made this one ask.
        if (found === null || found.head >= head) return found;
      }
    },
    async close() {
      closed = true;
      await Promise.all([...running].map((thread) => thread.terminate()));
    },
  };
}

function inThread(question: Question, running: Set<Worker>): Promise<Found | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: question,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    running.add(thread);
    thread.unref();
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      running.delete(thread);
      reject(new Error('the thread that looks for room ended'));
    });
  });
}
