import { LIMITS, type Poke } from '@rollcall/protocol';
import { useSyncExternalStore } from 'react';
import { ask, onSignedOut, refusalCode } from '../api/call.ts';
import { forgetPassword } from '../api/password.ts';
import { queries } from '../api/queries.ts';
import { listen } from './pokes.ts';
import { createLibraryStore, type LibraryStore, type LibraryView, type PullPage } from './store.ts';

const POLL_EVERY = 30_000;

const pullPage: PullPage = async (cursor) => {
  try {
    const page = await ask('changes', { query: { ...(cursor === undefined ? {} : { cursor }), limit: LIMITS.changesPage } });
    return { ok: true, page };
  } catch (error) {
    if (refusalCode(error) === 'cursor-expired') return { ok: false, why: 'cursor-expired' };
    throw error;
  }
};

let store: LibraryStore = newStore();

function newStore(): LibraryStore {
  return createLibraryStore({ pullPage, now: Date.now, showEvery: 300 });
}

export function library(): LibraryStore {
  return store;
}

/** Forgets the library: another person may sign in. */
export function forgetLibrary(): void {
  forgetPassword();
  store = newStore();
  queries.clear();
}

export function useLibrary(): LibraryView {
  return useSyncExternalStore(store.subscribe, store.view);
}

/** Pulls when the server says that there is something, and every half minute in case that was not heard. Returns how to stop. */
export function keepCurrent(ended: (code: string) => void): () => void {
  onSignedOut(ended);
  const pull = (): void => void store.pull();
  const refresh = (...key: string[]): void => void queries.invalidateQueries({ queryKey: key });
  const hear = (poke: Poke): void => {
    switch (poke.type) {
      case 'library':
        return pull();
      case 'devices':
        for (const key of ['devices', 'places', 'device-items', 'orders', 'defaults', 'receipts']) refresh(key);
        return;
      case 'wanted':
        return refresh('places');
      case 'room':
        for (const key of ['library', 'storage', 'plans', 'closing']) refresh(key);
        return;
      case 'revoked':
        return ended('device-revoked');
      case 'orders':
        // For folders; a page has nothing to be ordered.
        return;
      default:
        poke satisfies never;
    }
  };
  const stopListening = listen(hear, pull);
  const poll = setInterval(pull, POLL_EVERY);
  window.addEventListener('online', pull);
  const seen = (): void => {
    if (document.visibilityState === 'visible') pull();
  };
  document.addEventListener('visibilitychange', seen);
  let known: readonly unknown[] = [];
  const unsubscribe = store.subscribe(() => {
    const { status, replica } = store.view();
    const now = [replica.timeline, replica.trash];
    if (status.state !== 'current' || now.every((each, at) => each === known[at])) return;
    known = now;
    refresh('library');
    refresh('storage');
    refresh('space');
    refresh('history');
    refresh('devices');
  });
  pull();
  return () => {
    stopListening();
    clearInterval(poll);
    window.removeEventListener('online', pull);
    document.removeEventListener('visibilitychange', seen);
    unsubscribe();
  };
}
