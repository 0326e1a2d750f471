import type { ChangesPage } from '@rollcall/protocol';
import type { Item } from './item.ts';
import { applyChanges, emptyReplica, type Replica } from './replica.ts';

export type PullResult = { readonly ok: true; readonly page: ChangesPage } | { readonly ok: false; readonly why: 'cursor-expired' };

/** Asks for one page of the change feed; rejects when there was no answer. */
export type PullPage = (cursor: string | undefined) => Promise<PullResult>;

export type LibraryStatus =
  | { readonly state: 'loading'; readonly loaded: number }
  /** Everything up to the head of the feed, as of `at`. */
  | { readonly state: 'current'; readonly at: number }
  | { readonly state: 'behind'; readonly since: number; readonly error: unknown };

export interface LibraryView {
  readonly replica: Replica;
  readonly status: LibraryStatus;
  /** Counts up with every change, so that a reader knows that it must look again. */
  readonly version: number;
}

export interface LibraryStore {
  readonly view: () => LibraryView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks for everything since the last time; asked again while it runs, it runs once more. Never rejects. */
  readonly pull: () => Promise<void>;
  /** Hears of photos that came after the first look at the library. */
  readonly onJoined: (listener: (items: readonly Item[]) => void) => () => void;
}

export interface StoreNeeds {
  readonly pullPage: PullPage;
  readonly now: () => number;
  /** While a whole library loads, what there is so far is shown at most this often; milliseconds. */
  readonly showEvery: number;
}

/** A load that was interrupted by restarts of the server this often is given up until the next pull. */
const RESTARTS = 5;

export function createLibraryStore(needs: StoreNeeds): LibraryStore {
  let view: LibraryView = { replica: emptyReplica(), status: { state: 'loading', loaded: 0 }, version: 0 };
  let cursor: string | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  const listeners = new Set<() => void>();
  const joinedListeners = new Set<(items: readonly Item[]) => void>();

  const show = (next: Partial<LibraryView>): void => {
    view = { ...view, ...next, version: view.version + 1 };
    for (const listener of listeners) listener();
  };

  /** From the first row, into a new replica; the old one stays on the screen until the new one is whole. */
  const loadAll = async (tries = 1): Promise<void> => {
    const replica = emptyReplica();
    const first = view.replica.assets.size === 0;
    let at: string | undefined;
    let shown = 0;
    for (;;) {
      const result = await needs.pullPage(at);
      // A restart of the server in the middle of the load: begin again.
      if (!result.ok) {
        if (tries >= RESTARTS) throw new Error('The server forgets where it was, again and again.');
        return loadAll(tries + 1);
      }
      applyChanges(replica, result.page.changes);
      at = result.page.cursor;
      if (result.page.complete) break;
      if (first && needs.now() - shown >= needs.showEvery) {
        shown = needs.now();
        show({ replica, status: { state: 'loading', loaded: replica.live.size } });
      }
    }
    cursor = at;
    show({ replica, status: { state: 'current', at: needs.now() } });
  };

  const catchUp = async (): Promise<void> => {
    const joined: Item[] = [];
    for (;;) {
      const result = await needs.pullPage(cursor);
      if (!result.ok) {
        cursor = undefined;
        return loadAll();
      }
      const { touched, joined: some } = applyChanges(view.replica, result.page.changes);
      joined.push(...some);
      cursor = result.page.cursor;
      if (touched.size > 0 || result.page.complete) {
        show(result.page.complete ? { status: { state: 'current', at: needs.now() } } : {});
      }
      if (result.page.complete) break;
    }
    if (joined.length > 0) for (const listener of joinedListeners) listener(joined);
  };

  const run = async (): Promise<void> => {
    do {
      again = false;
      try {
        await (cursor === undefined ? loadAll() : catchUp());
      } catch (error) {
        const since = view.status.state === 'behind' ? view.status.since : needs.now();
        show({ status: { state: 'behind', since, error } });
        return;
      }
    } while (again);
  };

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pull: () => {
      if (running) {
        again = true;
        return running;
      }
      running = run().finally(() => {
        running = null;
      });
      return running;
    },
    onJoined: (listener) => {
      joinedListeners.add(listener);
      return () => joinedListeners.delete(listener);
    },
  };
}
