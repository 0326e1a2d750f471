import { Stopped, type Cloud } from '@rollcall/importers/portable';
import { LIMITS, say, type Change, type MutationResult } from '@rollcall/protocol';
import { ask, refusalCode } from '../../api/call.ts';
import { newId } from '../../library/id.ts';
import { failureOf } from '../../upload/failure.ts';
import { browserPace } from '../../upload/transport.ts';
import { HeardLibrary } from './heard.ts';
import { byteSender } from './send-bytes.ts';

/** What nobody answers is asked again so often, and after so many milliseconds, or when the link is back. */
const TRIES = 30;
const WAIT = 10_000;
/** A server that forgets where the feed was this often is given up. */
const RESTARTS = 5;
/** Bytes that the cloud is to read for one answer, where the parts are not each larger. */
const READ_AGAIN = 2_000_000_000;

/** Asks until somebody answers, for some minutes. Throws `Stopped`. */
export async function patiently<T>(question: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted();
    try {
      return await unless(signal, question());
    } catch (error) {
      signal.throwIfAborted();
      const { words, final, passes } = failureOf(error);
      if (!passes || tries >= TRIES) throw new Stopped(words, final ? 'person' : 'retry');
      await browserPace.wait(WAIT, signal);
    }
  }
}

/** Rejects as soon as it is stopped: an answer may take minutes, and nobody waits for it any more. */
async function unless<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => stopped.reject(signal.reason);
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([answer, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The library as a page has it. It hears the feed by itself: what the page shows of it may be behind, or not all. */
export function pageCloud(libraryId: string, signal: AbortSignal): Cloud {
  let heard = new HeardLibrary(libraryId);
  let cursor: string | undefined;
  const asked = <T>(question: () => Promise<T>): Promise<T> => patiently(question, signal);
  const page = () => ask('changes', { query: { limit: LIMITS.changesPage, ...(cursor === undefined ? {} : { cursor }) } });

  const hear = async (): Promise<void> => {
    for (let restarts = 0; ;) {
      const told = await asked(async () => {
        try {
          return await page();
        } catch (error) {
          if (refusalCode(error) === 'cursor-expired') return null;
          throw error;
        }
      });
      if (told === null) {
        if ((restarts += 1) > RESTARTS) throw new Stopped(say('The server forgets where it was, again and again.'), 'retry');
        heard = new HeardLibrary(libraryId);
        cursor = undefined;
        continue;
      }
      heard.apply(told.changes);
      cursor = told.cursor;
      if (told.complete) return;
    }
  };

  return {
    libraryId,
    match: (hash) => heard.match(hash),
    purgedBefore: (hash) => heard.purgedBefore(hash),
    remote: (assetId) => heard.remote(assetId),
    resolve: (assetId) => heard.resolve(assetId),
    hear,
    room: async () => {
      const { id, quota, bytes, reserved } = await asked(() => ask('library', {}));
      // In another tab of this browser.
      if (id !== libraryId) throw new Stopped(say('Somebody else is signed in now. Load the page again.'), 'person');
      return Math.max(0, quota - bytes - reserved);
    },
    bring: byteSender(signal),
    carry: async (changes) => {
      const results = await carried(changes, asked);
      if (changes.length > 0) await hear();
      return results;
    },
    historyOf: async (assetId) => (await ask('assetHistory', { params: { assetId } }).catch(() => null))?.entries ?? null,
    shelf: async () => {
      await hear();
      return heard.shelf();
    },
    readAgain: async (lines) => {
      const found = [];
      for (const some of portions(lines)) {
        const body = { lines: some.map(({ assetId, role, hash }) => ({ assetId, role, hash })) };
        found.push(...(await asked(() => ask('rollCall', { body }))).found);
      }
      return found;
    },
  };
}

/** Each change has an id that stays, so that asking again for an answer that was lost makes nothing twice. */
async function carried(
  changes: readonly Change[],
  asked: <T>(question: () => Promise<T>) => Promise<T>,
): Promise<(MutationResult | null)[]> {
  const results: (MutationResult | null)[] = [];
  for (let at = 0; at < changes.length; at += LIMITS.mutations) {
    const actions = changes.slice(at, at + LIMITS.mutations).map((change) => ({ id: newId(), change }));
    const answer = await asked(() => ask('actions', { body: { actions } }));
    const byId = new Map(answer.results.map(({ id, result }) => [id, result]));
    results.push(...actions.map(({ id }) => byId.get(id) ?? null));
  }
  return results;
}

function portions<L extends { readonly size: number }>(lines: readonly L[]): L[][] {
  const all: L[][] = [];
  let sum = 0;
  for (const line of lines) {
    if (all.length === 0 || sum + line.size > READ_AGAIN) {
      all.push([]);
      sum = 0;
    }
    all.at(-1)!.push(line);
    sum += line.size;
  }
  return all;
}
