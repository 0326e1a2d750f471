import { LIMITS, type Poke, type RouteOutput } from '@rollcall/protocol';
import { useMemo, useSyncExternalStore } from 'react';
import { askAgain } from '../api/ask-again.ts';
import { ask, onSignedOut, refusalCode } from '../api/call.ts';
import { forgetPassword } from '../api/password.ts';
import { queries, sessionQuery } from '../api/queries.ts';
import type { WaitingChange } from '../kept/changes.ts';
import { openHere } from '../kept/here.ts';
import type { FeedKeeper } from '../kept/kept-feed.ts';
import type { Outbox, OutboxView } from '../kept/outbox.ts';
import { askAhead } from './ahead.ts';
import { newId } from './id.ts';
import { listen } from './pokes.ts';
import type { Replica } from './replica.ts';
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

let store: LibraryStore = newStore(null);
/** Of the account whose library is open; null: none is. */
let open: { readonly account: string; readonly outbox: Outbox } | null = null;

function newStore(kept: FeedKeeper | null): LibraryStore {
  return createLibraryStore({
    pullPage: askAhead(pullPage),
    newest: async () => (await ask('newest', {})).changes,
    now: Date.now,
    showEvery: 300,
    ...(kept === null ? {} : { kept }),
  });
}

/** Opens the library of who is signed in: what this browser keeps of it, and the changes that wait here. */
export async function openLibrary(session: RouteOutput<'session'>): Promise<void> {
  const account = session.account.id;
  if (open?.account === account) return;
  const { feed, outbox } = await openHere(session, newId);
  store = newStore(feed);
  open = { account, outbox };
  showChanges(store, outbox);
}

/** What the server makes of the library is asked again: photos have changed. */
function askAfterChange(): void {
  for (const key of ['library', 'storage', 'space', 'history', 'devices']) askAgain(queries, [key]);
}

/** Changes are shown from when they are made until the library has them. */
function showChanges(shownIn: LibraryStore, outbox: Outbox): void {
  let settling: readonly WaitingChange[] = [];
  const show = (): void => {
    const { waiting, held } = outbox.view();
    const all = [...settling, ...waiting].sort((a, b) => a.n - b.n);
    shownIn.showWaiting(all.map(({ change, at }) => ({ change, at, marked: held })));
  };
  outbox.onMade((made) => {
    // What was asked when they were shown was answered without them.
    askAfterChange();
    settling = [...settling, ...made];
    void shownIn.pull().then(function drop(): void {
      if (shownIn.view().status.state === 'current') {
        settling = settling.filter((each) => !made.includes(each));
        return show();
      }
      // Nobody answers any more: they stay until somebody does.
      const stop = shownIn.subscribe(() => {
        if (shownIn.view().status.state !== 'current') return;
        stop();
        drop();
      });
    });
  });
  outbox.subscribe(show);
  shownIn.subscribe(() => {
    if (shownIn.view().status.state === 'current' && outbox.view().held) void outbox.look();
  });
  void outbox.look();
}

const NOTHING_WAITS: OutboxView = { waiting: [], refused: [], held: false };
const nobody = (): (() => void) => () => undefined;

/** The changes that wait in this browser. */
export function useOutbox(): OutboxView {
  return useSyncExternalStore(open?.outbox.subscribe ?? nobody, open?.outbox.view ?? (() => NOTHING_WAITS));
}

/** Where changes are put that can wait; null: no library is open. */
export function outbox(): Outbox | null {
  return open?.outbox ?? null;
}

export function library(): LibraryStore {
  return store;
}

/** Forgets the library: another person may sign in. */
export function forgetLibrary(): void {
  forgetPassword();
  store = newStore(null);
  open?.outbox.close();
  open = null;
  queries.clear();
}

export function useLibrary(): LibraryView {
  return useSyncExternalStore(store.subscribe, store.view);
}

/**
 * What is made of the library, made anew when anything that a page shows of it has changed: the replica itself is one and the same.
 * @param make the same function as long as it makes the same
 */
export function useMadeOf<T>(make: (replica: Replica) => T): T {
  const { replica } = useLibrary();
  const { timeline, shelf } = replica;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is in the replica changes with these
  return useMemo(() => make(replica), [make, replica, timeline, shelf.version]);
}

/** Pulls when the server says that there is something, and every half minute in case that was not heard. Returns how to stop. */
export function keepCurrent(ended: (code: string) => void): () => void {
  onSignedOut(ended);
  const pull = (): void => void store.pull();
  const refresh = (...key: string[]): void => askAgain(queries, key);
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
    const before = known;
    const now = [replica.timeline, replica.trash];
    // What else the page asks at its start is asked beside the feed: where nothing came since the library was kept, it is asked once.
    if (status.state === 'kept') known = now;
    // What was asked in a silence was not answered, either.
    if (status.state === 'behind') known = [];
    if (status.state !== 'current') return;
    // Where the page began without a network, who is signed in was told by what was kept.
    if (queries.getQueryState(sessionQuery.queryKey)?.dataUpdatedAt === 0) refresh(...sessionQuery.queryKey);
    if (now.every((each, at) => each === before[at])) return;
    known = now;
    askAfterChange();
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
