import type { ChangesPage, FeedEntry } from '@rollcall/protocol';
import { isLoose, type FeedKeeper } from '../kept/kept-feed.ts';
import { Overlay, type Shown } from './overlay.ts';
import type { Item } from './item.ts';
import { applyChanges, emptyReplica, rowsOf, type Replica, type ReplicaNews } from './replica.ts';

export type PullResult = { readonly ok: true; readonly page: ChangesPage } | { readonly ok: false; readonly why: 'cursor-expired' };

/** Asks for one page of the change feed; rejects when there was no answer. */
export type PullPage = (cursor: string | undefined) => Promise<PullResult>;

export type LibraryStatus =
  | { readonly state: 'loading'; readonly loaded: number }
  /** As this browser kept it; the server was not heard yet. */
  | { readonly state: 'kept' }
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
  /** Changes that were made here and are not in the cloud yet, in order: they are shown as done. */
  readonly showWaiting: (waiting: readonly Shown[]) => void;
  /** Hears of photos that came after the first look at the library. */
  readonly onJoined: (listener: (items: readonly Item[]) => void) => () => void;
}

export interface StoreNeeds {
  readonly pullPage: PullPage;
  /** The end of the feed, for a first look; rejects when there was no answer. */
  readonly newest: () => Promise<readonly FeedEntry[]>;
  readonly now: () => number;
  /** While a whole library loads, what there is so far is shown at most this often; milliseconds. */
  readonly showEvery: number;
  /** Keeps the library in this browser; absent: it does not. */
  readonly kept?: FeedKeeper;
}

/** A library that is still being loaded: what came so far, and from where to go on. */
interface Begun {
  readonly replica: Replica;
  readonly at: string | undefined;
}

/** A load that was interrupted by restarts of the server this often is given up until the next pull. */
const RESTARTS = 5;

/** The library as this browser kept it; null: it did not, or it cannot be read. */
async function readKept(keeper: FeedKeeper | undefined): Promise<(Begun & { readonly complete: boolean }) | null> {
  const kept = await keeper?.read();
  if (!keeper || !kept) return null;
  const replica = emptyReplica();
  const entries = kept.pages.flat();
  try {
    applyChanges(replica, entries);
  } catch {
    await keeper.drop();
    return null;
  }
  const rows = rowsOf(replica);
  if (kept.complete && isLoose(entries.length, rows.length)) void keeper.replace(kept.cursor, rows);
  return { replica, at: kept.cursor, complete: kept.complete };
}

/**
 * What came last, to be shown until all is there: a feed begins with what is oldest. It is another replica, and is dropped then, since
 * what it says may have changed meanwhile. Null: there was no answer.
 */
async function lookAtNewest({ newest }: Pick<StoreNeeds, 'newest'>): Promise<Replica | null> {
  const replica = emptyReplica();
  try {
    applyChanges(replica, await newest());
    return replica;
  } catch {
    return null;
  }
}

/** Shows a library while it is loaded: what came last, or, where nobody tells that, now and then what came so far. */
function showLoading(needs: StoreNeeds, show: (replica: Replica) => void): (soFar: Replica) => Promise<void> {
  let asked = false;
  let looked = false;
  let shown = 0;
  return async (soFar) => {
    const newest = asked ? null : await lookAtNewest(needs);
    asked = true;
    if (newest) {
      looked = true;
      show(newest);
    }
    if (looked || needs.now() - shown < needs.showEvery) return;
    shown = needs.now();
    show(soFar);
  };
}

/** All pages up to the head. Rejects when there is no answer. */
async function loadWhole(needs: StoreNeeds, from: Begun | null, part: (replica: Replica) => Promise<void>, tries = 1): Promise<Begun> {
  const replica = from?.replica ?? emptyReplica();
  let at = from?.at;
  for (;;) {
    const result = await needs.pullPage(at);
    // A restart of the server in the middle of the load: begin again.
    if (!result.ok) {
      if (tries >= RESTARTS) throw new Error('The server forgets where it was, again and again.');
      return loadWhole(needs, null, part, tries + 1);
    }
    applyChanges(replica, result.page.changes);
    void needs.kept?.append(at, result.page);
    at = result.page.cursor;
    if (result.page.complete) return { replica, at };
    await part(replica);
  }
}

const NOTHING: ReplicaNews = { touched: new Set(), joined: [] };

/** Takes what comes after the cursor, page by page. False: the server does not know the cursor any more. */
async function follow(needs: StoreNeeds, from: string, take: (page: ChangesPage) => void): Promise<boolean> {
  for (let at = from; ;) {
    const result = await needs.pullPage(at);
    if (!result.ok) return false;
    take(result.page);
    if (result.page.cursor !== at) void needs.kept?.append(at, result.page);
    at = result.page.cursor;
    if (result.page.complete) return true;
  }
}

interface Hearers<T> {
  /** Returns how to hear no more. */
  readonly add: (hearer: (told: T) => void) => () => void;
  readonly tell: (told: T) => void;
}

function createHearers<T>(): Hearers<T> {
  const hearers = new Set<(told: T) => void>();
  return {
    add: (hearer) => {
      hearers.add(hearer);
      return () => hearers.delete(hearer);
    },
    tell: (told) => hearers.forEach((hearer) => hearer(told)),
  };
}

export function createLibraryStore(needs: StoreNeeds): LibraryStore {
  let view: LibraryView = { replica: emptyReplica(), status: { state: 'loading', loaded: 0 }, version: 0 };
  let cursor: string | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let restored = needs.kept === undefined;
  let begun: Begun | null = null;
  let overlay = new Overlay();
  let waiting: readonly Shown[] = [];
  const hearers = createHearers<void>();
  const joinedHearers = createHearers<readonly Item[]>();

  const show = (next: Partial<LibraryView>): void => {
    view = { ...view, ...next, version: view.version + 1 };
    hearers.tell();
  };

  /** Shows a replica in which nothing stands yet but what the cloud said. */
  const showWhole = (replica: Replica, status: LibraryStatus): void => {
    overlay = new Overlay();
    overlay.apply(replica, [], waiting);
    show({ replica, status });
  };

  /** What this browser has kept is shown at once, and gone on from. */
  const restore = async (): Promise<void> => {
    restored = true;
    const kept = await readKept(needs.kept);
    if (kept?.complete !== true) {
      begun = kept;
      return;
    }
    cursor = kept.at;
    showWhole(kept.replica, { state: 'kept' });
  };

  /** From the first row, into a new replica; the old one stays on the screen until the new one is whole. */
  const loadAll = async (from: Begun | null): Promise<void> => {
    const first = view.replica.assets.size === 0;
    const showPart = showLoading(needs, (replica) => show({ replica, status: { state: 'loading', loaded: replica.live.size } }));
    const whole = await loadWhole(needs, from, async (replica) => {
      if (first) await showPart(replica);
    });
    cursor = whole.at;
    showWhole(whole.replica, { state: 'current', at: needs.now() });
  };

  const catchUp = async (from: string): Promise<void> => {
    const joined: Item[] = [];
    const known = await follow(needs, from, ({ changes, complete, cursor: at }) => {
      const { touched, joined: some } = changes.length === 0 ? NOTHING : overlay.apply(view.replica, changes, waiting);
      joined.push(...some);
      cursor = at;
      if (complete) show({ status: { state: 'current', at: needs.now() } });
      else if (touched.size > 0) show({});
    });
    if (!known) {
      cursor = undefined;
      return loadAll(null);
    }
    if (joined.length > 0) joinedHearers.tell(joined);
  };

  const run = async (): Promise<void> => {
    do {
      again = false;
      try {
        if (!restored) await restore();
        const from = begun;
        begun = null;
        await (cursor === undefined ? loadAll(from) : catchUp(cursor));
      } catch (error) {
        const since = view.status.state === 'behind' ? view.status.since : needs.now();
        show({ status: { state: 'behind', since, error } });
        return;
      }
    } while (again);
  };

  return {
    view: () => view,
    subscribe: hearers.add,
    pull: () => {
      if (running) again = true;
      return (running ??= run().finally(() => {
        running = null;
      }));
    },
    showWaiting: (changes) => {
      if (changes.length === 0 && waiting.length === 0) return;
      waiting = changes;
      // What is still being loaded is shown with them when it is whole.
      if (cursor === undefined) return;
      overlay.apply(view.replica, [], waiting);
      show({});
    },
    onJoined: joinedHearers.add,
  };
}
