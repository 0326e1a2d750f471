import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CHAIN_START, type FeedEntry } from '@rollcall/protocol';
import { assetEntity, originalOf } from '@rollcall/core/testing';
import {
  answerHeld,
  heldCount,
  isRemoving,
  noteLook,
  noteRemoving,
  recountHeld,
  settleRemovals,
  EXACT_NAMES,
  fileUnit,
  planUnit,
  type DeviceStore,
  type WalkedFile,
} from '@rollcall/core';
import type { DurableStore } from '../store/durable-store.ts';
import { openDeviceStore } from '../store/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-removals-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let stores = 0;
const DEVICE = '01900000-0000-7000-8000-00000000000d';
const asset = (at: number): string => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const hash = (at: number): string => String(at).padStart(64, '0');

/** A device with photos that are all in the cloud, and here. */
function linked(count: number): { store: DurableStore; keys: number[]; miss: (at: number, gone?: boolean) => void } {
  const store = openDeviceStore(join(folder, `${++stores}.sqlite`));
  store.setIdentity({ deviceId: DEVICE, name: 'd', server: 'x', folder: '/f', accountId: 'x', email: 'e@x.org', libraryId: DEVICE });
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const entities = Array.from({ length: count }, (_, at) => [assetEntity(asset(at)), originalOf(asset(at), hash(at))]).flat();
  const feed: FeedEntry[] = entities.map((entity, at) => ({ seq: at + 1, entity }));
  store.applyPage(feed, 'e.g.1', true, null, 1);
  const keys = Array.from({ length: count }, (_, at) =>
    store.addFile({
      path: `in/${at}.jpg`,
      size: 5,
      mtimeMs: 7,
      stamp: 's',
      newHere: false,
      firstSeen: 1,
      hash: hash(at),
      baseHash: hash(at),
      assetId: asset(at),
    }),
  );
  return { store, keys, miss: (at, gone = true) => store.patchFile(keys[at] as number, { missingSince: 5, gone }) };
}
const queued = (store: DurableStore): string[] => store.outbox().map(({ name, assetId }) => `${name} ${assetId}`);

test('HD-17: a few are deleted everywhere, each once, and forgotten here at once; the next time they count', () => {
  const { store, keys, miss } = linked(100);
  store.addFile({ ...store.file(keys[0] as number)!, path: 'copy/0.jpg', missingSince: 5, gone: true });
  for (const at of [0, 1]) miss(at);
  settleRemovals(store, { now: 1000 });
  assert.deepEqual(queued(store), [`asset.trash ${asset(0)}`, `asset.trash ${asset(1)}`]);
  assert.deepEqual([store.missing(), store.countFiles()], [[], 98]);
  assert.equal(store.lastPath(asset(1)), 'in/1.jpg');
  assert.equal(store.letThrough(1000).length, 2);
  for (let at = 2; at < 11; at += 1) miss(at);
  settleRemovals(store, { now: 2000 });
  assert.equal(queued(store).length, 2, 'nine more are eleven in a day');
  assert.deepEqual(heldCount(store), { count: 9, inADay: 11 });
  store.close();
});

test('HD-18: what one look misses is a suspect, and held with the rest, unless it went elsewhere in the folder or out of the library', () => {
  const { store, miss } = linked(100);
  for (let at = 0; at < 4; at += 1) miss(at);
  for (let at = 4; at < 12; at += 1) miss(at, false);
  store.transact(() => {
    settleRemovals(store, { now: 1000 });
    assert.deepEqual(heldCount(store), { count: 12, inADay: 12 });
  });
  store.close();
  const other = linked(100);
  for (let at = 0; at < 4; at += 1) other.miss(at);
  for (let at = 4; at < 12; at += 1) other.miss(at, false);
  other.store.addFile({ path: 'new/4.jpg', size: 5, mtimeMs: 7, stamp: 's', newHere: true, firstSeen: 1, hash: hash(4) });
  other.store.applyPage([{ seq: 500, entity: assetEntity(asset(5), { state: 'trashed' }) }], 'e.g.2', true, null, 2);
  settleRemovals(other.store, { now: 1000 });
  assert.equal(queued(other.store).length, 4, 'ten in a day');
  other.store.close();
});

test('HD-19: an answer takes what is still held and nothing else; a yes to the last of it begins the day anew', () => {
  const { store, keys, miss } = linked(20);
  for (let at = 0; at < 12; at += 1) miss(at);
  settleRemovals(store, { now: 1000 });
  const held = store.held();
  assert.equal(held.length, 12);
  // Back before the answer was taken.
  store.patchFile(keys[0] as number, { missingSince: null, gone: false });
  store.addLetThrough({ assetId: asset(19), path: 'x', at: 999 });
  answerHeld(store, held.slice(0, 2), 'trash', 2000);
  assert.deepEqual(queued(store), [`asset.trash ${asset(1)}`]);
  assert.equal(store.letThrough(2000).length, 1);
  answerHeld(
    store,
    held.filter(({ path }) => path === 'in/2.jpg'),
    'keep',
    2000,
  );
  assert.deepEqual([store.incoming().includes(asset(2)), store.lastPath(asset(2))], [true, 'in/2.jpg']);
  assert.deepEqual(heldCount(store), { count: 9, inADay: 12 });
  answerHeld(store, held, 'trash', 3000);
  assert.equal(queued(store).length, 10);
  assert.deepEqual([store.letThrough(3000), heldCount(store), store.held()], [[], null, []]);
  assert.notEqual(store.file(keys[0] as number), null);
  store.close();
});

test('HD-20: the number that is told follows what comes back', () => {
  const { store, keys, miss } = linked(20);
  for (let at = 0; at < 12; at += 1) miss(at);
  settleRemovals(store, { now: 1000 });
  assert.equal(recountHeld(store), false);
  store.patchFile(keys[0] as number, { missingSince: null, gone: false });
  assert.equal(recountHeld(store), true);
  assert.deepEqual(heldCount(store), { count: 11, inADay: 12 });
  for (const key of keys) store.patchFile(key, { missingSince: null, gone: false });
  recountHeld(store);
  assert.equal(heldCount(store), null);
  store.close();
});

test('PL-17: a file whose photo was deleted elsewhere is forgotten, though another one with its bytes waits for an answer', () => {
  const { store, keys, miss } = linked(4);
  const [key = 0] = keys;
  miss(0);
  const moved = { path: 'in/renamed.jpg', size: 5, mtimeMs: 7, stamp: 't', newHere: false, firstSeen: 1, hash: hash(0) };
  const renamed = store.addFile(moved);
  const plan = (each: number): string[] =>
    planUnit(store, fileUnit(each), { now: 1000, server: [], folder: [] }, new Map())?.plan.actions.map((action) => action.do) ?? [];
  assert.deepEqual([plan(key), plan(renamed)], [[], ['bind']], 'it went there');
  store.applyPage([{ seq: 500, entity: assetEntity(asset(0), { state: 'trashed' }) }], 'e.g.2', true, null, 2);
  assert.deepEqual([plan(key), plan(renamed)], [['forget-file'], []], 'nothing is about to be bound');
  store.close();
});

test('PL-27: a file that the device was about to remove, for its photo was deleted elsewhere, is not taken for deleted by its person when it is missed; one that was seen again is', () => {
  const seen = (path: string): WalkedFile => ({ path, size: 5, mtimeMs: 7, stamp: 's', what: 'image/jpeg', excluded: null });
  const look = (store: DeviceStore, at: readonly number[], now: number): unknown =>
    store.transact(() =>
      noteLook(store, {
        files: at.map((each) => seen(`in/${each}.jpg`)),
        unknown: [],
        still: true,
        covered: [''],
        rules: EXACT_NAMES,
        rereads: false,
        now,
      }),
    );
  const trash = (store: DurableStore, state: 'trashed' | 'live', at: number): unknown =>
    store.applyPage([{ seq: 500 + at, entity: assetEntity(asset(0), { state }) }], `e.g.${at}`, true, null, 2);
  const { store, keys } = linked(20);
  const [key = 0] = keys;
  trash(store, 'trashed', 1);
  noteRemoving(store, store.file(key)!, asset(0));
  // The power went before more than that was on disk, and it was restored elsewhere meanwhile.
  trash(store, 'live', 2);
  const others = Array.from({ length: 19 }, (_, at) => at + 1);
  look(store, others, 10_000);
  assert.deepEqual([store.file(key), store.lastPath(asset(0)), store.missing()], [null, 'in/0.jpg', []]);
  settleRemovals(store, { now: 20_000 });
  assert.deepEqual([queued(store), store.note('removing')], [[], null], 'it comes back');
  store.close();

  const again = linked(20);
  const [stayed = 0] = again.keys;
  noteRemoving(again.store, again.store.file(stayed)!, asset(0));
  look(again.store, [0, ...others], 10_000);
  assert.equal(isRemoving(again.store, again.store.file(stayed)!), false, 'it stayed');
  look(again.store, others, 20_000);
  assert.equal(again.store.missing().length, 1, 'its person took it');
  again.store.close();
});
