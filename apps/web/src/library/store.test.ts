import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedEntry } from '@rollcall/protocol';
import { createLibraryStore, type PullResult } from './store.ts';
import type { FeedKeeper } from '../kept/kept-feed.ts';
import { asset, feed, idOf, keeper } from './testing.ts';

/** A feed as a server keeps it: pages of two. */
function cloud(entries: FeedEntry[], kept?: FeedKeeper) {
  const state = { entries, epoch: 'e', asked: [] as (string | undefined)[], down: false, peeked: 0, blind: false };
  const pullPage = async (cursor: string | undefined): Promise<PullResult> => {
    state.asked.push(cursor);
    if (state.down) throw new TypeError('no answer');
    if (cursor !== undefined && !cursor.startsWith(state.epoch)) return { ok: false, why: 'cursor-expired' };
    const from = cursor === undefined ? 0 : Number(cursor.split('.')[2]);
    const rest = state.entries.filter(({ seq }) => seq > from).sort((a, b) => a.seq - b.seq);
    const changes = rest.slice(0, 2);
    const last = changes.at(-1)?.seq ?? from;
    return { ok: true, page: { changes, cursor: `${state.epoch}.g.${last}`, complete: rest.length <= 2, acknowledged: null } };
  };
  const newest = async (): Promise<FeedEntry[]> => {
    state.peeked += 1;
    if (state.blind || state.down) throw new TypeError('no answer');
    return state.entries.slice(-2);
  };
  const open = () => createLibraryStore({ pullPage, newest, now: () => 1, showEvery: 0, ...(kept === undefined ? {} : { kept }) });
  return { state, open, store: open() };
}

test('WE-9: the library loads page by page, then only what is new is asked for', async () => {
  const { state, store } = cloud(feed([asset(1), asset(2), asset(3)]));
  await store.pull();
  assert.equal(store.view().replica.timeline.count, 3);
  assert.equal(store.view().status.state, 'current');
  const joined: number[] = [];
  store.onJoined((items) => joined.push(items.length));
  state.entries.push(...feed([asset(4)], 4));
  state.asked.length = 0;
  await store.pull();
  assert.deepEqual(state.asked, ['e.g.3']);
  assert.deepEqual(joined, [1]);
});

test('WE-9: an expired cursor leads to a fresh load that shows exactly what the cloud has now', async () => {
  const { state, store } = cloud(feed([asset(1), asset(2), asset(3)]));
  await store.pull();
  state.epoch = 'f';
  state.entries = feed([asset(2), asset(5)]);
  await store.pull();
  assert.deepEqual([...store.view().replica.live.keys()].sort(), [asset(2).id, asset(5).id]);
  assert.equal(store.view().status.state, 'current');
});

test('WE-9: a pull that is asked for while one runs is not forgotten', async () => {
  const { state, store } = cloud(feed([asset(1)]));
  const first = store.pull();
  const second = store.pull();
  await Promise.all([first, second]);
  assert.equal(state.asked.length, 2);
});

test('WE-10: without an answer what was there stays, is called behind, and is caught up later', async () => {
  const { state, store } = cloud(feed([asset(1)]));
  await store.pull();
  state.down = true;
  await store.pull();
  assert.equal(store.view().status.state, 'behind');
  assert.equal(store.view().replica.timeline.count, 1);
  state.down = false;
  state.entries.push(...feed([asset(2)], 2));
  await store.pull();
  assert.equal(store.view().status.state, 'current');
  assert.equal(store.view().replica.timeline.count, 2);
});

test('WE-10: a server that forgets where it was again and again is given up until the next pull', async () => {
  let asked = 0;
  const store = createLibraryStore({
    newest: async () => [],
    pullPage: async () => {
      asked += 1;
      return { ok: false, why: 'cursor-expired' };
    },
    now: () => 1,
    showEvery: 0,
  });
  await store.pull();
  assert.equal(store.view().status.state, 'behind');
  assert.ok(asked <= 10, String(asked));
});

test('PF-6: what came last is shown first, and stays so until all is there; a library of one page is shown at once', async () => {
  const { state, store } = cloud(feed([asset(1), asset(2), asset(3), asset(4), asset(5)]));
  const seen: string[][] = [];
  store.subscribe(() => seen.push([...store.view().replica.live.keys()].sort()));
  const ids = (...numbers: number[]): string[] => numbers.map((number) => asset(number).id);
  await store.pull();
  assert.deepEqual(seen, [ids(4, 5), ids(1, 2, 3, 4, 5)]);
  assert.equal(state.peeked, 1);
  const small = cloud(feed([asset(1), asset(2)]));
  await small.store.pull();
  assert.equal(small.state.peeked, 0);
});

test('PF-6: what the first look said and is no more true when all is there is gone; without an answer what came so far is shown', async () => {
  const { state, store } = cloud(feed([asset(1), asset(2), asset(3), asset(4), asset(5)]));
  let loaded = 0;
  store.subscribe(() => {
    if (store.view().status.state !== 'loading') return;
    loaded = store.view().replica.live.size;
    // It goes for good while the rest is read, and its tombstone is not kept.
    state.entries = state.entries.filter(({ entity }) => entity.type !== 'asset' || entity.id !== asset(5).id);
  });
  await store.pull();
  assert.equal(loaded, 2);
  assert.deepEqual(
    [...store.view().replica.live.keys()].sort(),
    [1, 2, 3, 4].map((number) => asset(number).id),
  );
  const blind = cloud(feed([asset(1), asset(2), asset(3)]));
  blind.state.blind = true;
  const sizes: number[] = [];
  blind.store.subscribe(() => sizes.push(blind.store.view().replica.live.size));
  await blind.store.pull();
  assert.deepEqual(sizes, [2, 3]);
});

test('PW-7: who comes back sees the library as it was kept, before the server is asked, and only what is new is asked for', async () => {
  const kept = keeper();
  const { state, store, open } = cloud(feed([asset(1), asset(2), asset(3)]), kept);
  await store.pull();
  state.entries.push(...feed([asset(2, { title: 'Sea' })], 4));
  state.asked.length = 0;
  const next = open();
  const seen: string[] = [];
  next.subscribe(() => seen.push(`${next.view().status.state} ${next.view().replica.live.size}`));
  await next.pull();
  assert.deepEqual(state.asked, ['e.g.3']);
  assert.deepEqual([seen[0], seen.at(-1)], ['kept 3', 'current 3']);
  assert.equal(next.view().replica.assets.get(idOf(2))?.asset.title, 'Sea');
  state.down = true;
  const without = open();
  await without.pull();
  assert.equal(without.view().status.state, 'behind');
  assert.equal(without.view().replica.assets.get(idOf(2))?.asset.title, 'Sea', 'what came later was kept, too');
});

test('PW-7: a first load that was broken off goes on from where it was', async () => {
  const kept = keeper();
  const { state, store, open } = cloud(feed([asset(1), asset(2), asset(3), asset(4), asset(5)]), kept);
  const answers = [true, true, false];
  const broken = createLibraryStore({
    pullPage: async (cursor) => {
      if (!answers.shift()) throw new TypeError('no answer');
      const from = cursor === undefined ? 0 : Number(cursor.split('.')[2]);
      return {
        ok: true,
        page: { changes: state.entries.slice(from, from + 2), cursor: `e.g.${from + 2}`, complete: false, acknowledged: null },
      };
    },
    newest: async () => [],
    now: () => 1,
    showEvery: 0,
    kept,
  });
  await broken.pull();
  assert.equal(broken.view().status.state, 'behind');
  const next = open();
  await next.pull();
  assert.deepEqual(state.asked, ['e.g.4']);
  assert.equal(next.view().replica.live.size, 5);
  assert.notEqual(store, next);
});

test('PW-7: what is kept of a server that was put back, or cannot be read, is dropped, and all is fetched anew', async () => {
  const kept = keeper();
  const { state, store, open } = cloud(feed([asset(1), asset(2), asset(3)]), kept);
  await store.pull();
  state.epoch = 'f';
  state.entries = feed([asset(7)]);
  const next = open();
  await next.pull();
  assert.deepEqual([...next.view().replica.live.keys()], [idOf(7)]);
  assert.equal(kept.state.note?.cursor, 'f.g.1');
  assert.deepEqual(kept.state.pages.flat().length, 1, 'and what was before is not kept beside it');
  kept.state.pages = [[{ seq: 1, entity: { type: 'resource', assetId: null } } as unknown as FeedEntry, null as unknown as FeedEntry]];
  const last = open();
  await last.pull();
  assert.equal(kept.state.dropped, 1);
  assert.deepEqual([...last.view().replica.live.keys()], [idOf(7)]);
});

test('PW-7: what was said again and again is put together, and leads to the same library', async () => {
  const kept = keeper();
  const { state, store, open } = cloud(
    feed([asset(1), { type: 'alias', from: idOf(8), to: idOf(1) }, asset(2, { state: 'trashed', trashedAt: 1 })]),
    kept,
  );
  await store.pull();
  const again = Array.from({ length: 6_000 }, (_, index) => ({ seq: 4 + index, entity: asset(1, { title: String(index) }) }));
  await kept.append('e.g.3', { changes: again, cursor: 'e.g.6003', complete: true });
  state.entries = again.slice(-1);
  await open().pull();
  assert.equal(kept.state.pages.flat().length, 3);
  const { replica } = await (async () => {
    const next = open();
    await next.pull();
    return next.view();
  })();
  assert.deepEqual([replica.assets.get(idOf(1))?.asset.title, replica.aliases.get(idOf(8)), replica.trash.length], ['5999', idOf(1), 1]);
  assert.equal(replica.assets.get(idOf(1))?.seq, 6_003);
});

test('PW-5: what waits is shown over a library that was kept, and over one that is fetched anew', async () => {
  const kept = keeper();
  const { state, store, open } = cloud(feed([asset(1), asset(2)]), kept);
  await store.pull();
  state.down = true;
  const next = open();
  next.showWaiting([{ change: { name: 'asset.trash', args: { assetId: idOf(1) } }, at: 1, marked: true }]);
  await next.pull();
  assert.deepEqual([...next.view().replica.live.keys()], [idOf(2)]);
  state.down = false;
  state.epoch = 'f';
  await next.pull();
  assert.deepEqual([...next.view().replica.live.keys()], [idOf(2)]);
  next.showWaiting([]);
  assert.equal(next.view().replica.live.size, 2);
  assert.equal(
    kept.state.pages.flat().every(({ entity }) => entity.type === 'asset' && entity.state === 'live'),
    true,
    'what waits is not kept as the cloud’s word',
  );
});
