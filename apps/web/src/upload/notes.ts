import { useSyncExternalStore } from 'react';
import { answered } from '../worker/database.ts';
import { transact } from '../kept/store.ts';
import { newId } from '../library/id.ts';
import { Finder, leftBehind, type NotedUpload, type Unfinished, type UploadNotes } from './unfinished.ts';

/** A page that uploads holds a lock of this name and its own for as long as it lives. */
const PAGE = 'rollcall-uploads-';
const me = newId();
let holding = false;

/** What was not finished when the page was closed, and was not chosen again since. */
let left: readonly Unfinished[] = [];
let finder = new Finder([]);
const listeners = new Set<() => void>();

function show(now: readonly Unfinished[]): void {
  left = now;
  for (const listener of listeners) listener();
}

/** Looks what an earlier page of this browser did not finish. Never rejects. */
export async function readUnfinished(): Promise<void> {
  try {
    const noted = (await transact(['uploads'], 'readonly', (store) => answered(store('uploads').getAll()))) as NotedUpload[];
    const found = leftBehind(noted, new Set([me, ...(await pagesThatUpload())]));
    finder = new Finder(found);
    show(found);
  } catch {
    show([]);
  }
}

/** Nothing of it is to go on. Never rejects. */
export async function forgetUnfinished(): Promise<void> {
  const ids = left.map(({ assetId }) => assetId);
  finder = new Finder([]);
  show([]);
  await remove(ids);
}

export function useUnfinished(): readonly Unfinished[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => left,
  );
}

async function pagesThatUpload(): Promise<string[]> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.flatMap(({ name }) => (name?.startsWith(PAGE) ? [name.slice(PAGE.length)] : []));
}

/** Tells the other pages that this one is at what it notes. */
function hold(): void {
  if (holding) return;
  holding = true;
  void navigator.locks?.request(PAGE + me, () => new Promise(() => undefined));
}

async function remove(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await transact(['uploads'], 'readwrite', async (store) => {
    for (const id of ids) await answered(store('uploads').delete(id));
  }).catch(() => undefined);
}

/** Notes in the browser's own database. */
export const browserNotes: UploadNotes = {
  note: (files) => {
    hold();
    void transact(['uploads'], 'readwrite', async (store) => {
      for (const file of files) await answered(store('uploads').put({ ...file, by: me } satisfies NotedUpload));
    }).catch(() => undefined);
  },
  end: (ids) => void remove(ids),
  find: (file, path) => {
    const found = finder.take(file, path);
    if (found) show(left.filter((each) => each !== found));
    return found;
  },
};
