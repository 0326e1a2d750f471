import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedEntry } from '@rollcall/protocol';
import { createLibraryStore, type PullResult } from './store.ts';
import { asset, feed } from './testing.ts';

/** A feed as a server keeps it: pages of two. */
function cloud(entries: FeedEntry[]) {
  const state = { entries, epoch: 'e', asked: [] as (string | undefined)[], down: false };
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
  return { state, store: createLibraryStore({ pullPage, now: () => 1, showEvery: 0 }) };
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
