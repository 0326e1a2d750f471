import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CHAIN_START, knowsOrder, LATER_ORDERS, Order as OrderType, type Order, type Refusal, type WaitingOrder } from '@rollcall/protocol';
import type { Connection } from '../server/connection.ts';
import { ASSET, OTHER, assetEntity, originalOf } from '@rollcall/core/testing';
import {
  carryOut,
  countRefusal,
  fileUnit,
  freeUpAsked,
  isWantedFull,
  leaveFreeUp,
  readPins,
  readSettings,
  type Unit,
} from '@rollcall/core';
import type { DurableStore } from '../store/durable-store.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { Settlement } from '../work/settle.ts';
import { Answers, noteAnswered } from './answers.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-answers-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let stores = 0;
const H1 = '1'.repeat(64);

function withHeld(): DurableStore {
  const store = openDeviceStore(join(folder, `${++stores}.sqlite`));
  store.setIdentity({ deviceId: OTHER, name: 'd', server: 'x', folder: '/f', accountId: 'x', email: 'e@x.org', libraryId: OTHER });
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const feed = [assetEntity(ASSET), originalOf(ASSET, H1)].map((entity, at) => ({ seq: at + 1, entity }));
  store.applyPage(feed, 'e.g.1', true, null, 1);
  const file = { path: 'a.jpg', size: 5, mtimeMs: 7, stamp: 's', newHere: false, firstSeen: 1, hash: H1, assetId: ASSET };
  store.addFile({ ...file, missingSince: 5, gone: true, held: true });
  return store;
}

/** A server that has these orders, and breaks off as often as it is told when one is reported done. */
function serverWith(orders: readonly WaitingOrder[], breaks: number): { connection: Connection; asked: string[]; left: WaitingOrder[] } {
  const asked: string[] = [];
  const left = [...orders];
  const call = async (name: string, input: { params?: { orderId: string } }): Promise<unknown> => {
    asked.push(name);
    if (name === 'deviceOrders') return { ok: true, value: { orders: [...left], defaults: {}, closing: null } };
    if (breaks-- > 0) throw new Error('the link broke');
    left.splice(
      left.findIndex(({ id }) => id === input.params?.orderId),
      1,
    );
    return { ok: true, value: {} };
  };
  return { connection: { call } as unknown as Connection, asked, left };
}
const waiting = (order: Order): WaitingOrder => ({ id: OTHER, at: 1, order });

function answering(
  store: DurableStore,
  connection: Connection,
): { answers: Answers; touched: Unit[]; refused: Refusal[]; broke: unknown[] } {
  const [touched, refused, broke]: [Unit[], Refusal[], unknown[]] = [[], [], []];
  const answers = new Answers(store, new Settlement(store), connection, {
    touched: (units) => touched.push(...units),
    refused: (refusal) => refused.push(refusal),
    closing: () => undefined,
    obeyed: () => undefined,
    broke: (error) => broke.push(error),
  });
  return { answers, touched, refused, broke };
}

test('OR-7: an order that was carried out, but could not be reported done, is not carried out twice', async () => {
  const store = withHeld();
  const server = serverWith([waiting({ kind: 'held-trash', which: { all: 1 } })], 1);
  const { answers, broke } = answering(store, server.connection);
  await answers.fetch();
  assert.deepEqual([broke.length, store.outboxSize(), server.left.length], [1, 1, 1]);
  // Meanwhile another one is held, which nobody was asked about.
  const file = { path: 'b.jpg', size: 5, mtimeMs: 7, stamp: 's', newHere: false, firstSeen: 1, hash: H1, assetId: ASSET };
  store.addFile({ ...file, missingSince: 5, gone: true, held: true });
  await answers.fetch();
  assert.deepEqual([store.outboxSize(), store.held().length, server.left.length], [1, 1, 0]);
  store.close();
});

test('OR-8: an order names what it is for; a key that is no longer held, and all of fewer than are held by now, change nothing', async () => {
  for (const which of [{ keys: ['99'] }, { keys: ['1'] }, { all: 1 }]) {
    const store = withHeld();
    const key = store.held()[0]?.key ?? 0;
    if ('all' in which) store.addFile({ ...store.file(key)!, path: 'c.jpg' });
    const server = serverWith([waiting({ kind: 'held-keep', which })], 0);
    const { answers, touched } = answering(store, server.connection);
    await answers.fetch();
    const kept = 'keys' in which && which.keys.includes(String(key));
    assert.deepEqual([store.file(key) === null, touched.includes(`a:${ASSET}`)], [kept, kept], JSON.stringify(which));
    assert.deepEqual(server.left, [], 'done all the same');
    store.close();
  }
});

test('OR-9: a server that knows of no orders is no trouble; other refusals are passed on', async () => {
  const store = withHeld();
  const refusal = (code: Refusal['code']): Refusal => ({ code, words: '', details: {}, status: 400 });
  for (const code of ['not-found', 'device-revoked'] as const) {
    const { answers, refused, broke } = answering(store, { call: async () => ({ ok: false, refusal: refusal(code) }) } as never);
    await answers.fetch();
    assert.deepEqual([refused.map((each) => each.code), broke], [code === 'not-found' ? [] : [code], []]);
  }
  store.close();
});

test('HD-21: what a command answered is planned again by the agent that runs, once', () => {
  const store = withHeld();
  const { answers, touched } = answering(store, serverWith([], 0).connection);
  answers.heed(['f:1']);
  assert.deepEqual(touched, []);
  store.dropFile(store.held()[0]?.key ?? 0);
  noteAnswered(store);
  answers.heed(['f:1']);
  answers.heed(['f:1']);
  assert.deepEqual(touched, ['f:1', `a:${ASSET}`]);
  store.close();
});

test('OR-11: what was chosen elsewhere is taken by name, once, and what this version does not know stays as it is', () => {
  const store = withHeld();
  const order = (id: string, its: Order): void => void carryOut(store, { id, at: 1, order: its }, 1000);
  order(ASSET, { kind: 'settings-set', values: { 'mobile-data': 'off', moon: 'full', direction: 'sideways' } });
  assert.deepEqual(readSettings(store), { chosen: { 'mobile-data': 'off' }, defaults: {}, paused: null, syncNowUntil: null, since: 1000 });
  order(ASSET, { kind: 'settings-set', values: { 'mobile-data': 'on' } });
  assert.equal(readSettings(store).chosen['mobile-data'], 'off', 'this order was carried out before');
  order('p', { kind: 'pause', until: 5000 });
  assert.deepEqual(readSettings(store).paused, { since: 1000, until: 5000 });
  order('s', { kind: 'sync-now', forMs: 60_000 });
  assert.deepEqual([readSettings(store).paused, readSettings(store).syncNowUntil], [null, 61_000]);
  order('q', { kind: 'pause', until: null });
  order('r', { kind: 'resume' });
  assert.equal(readSettings(store).paused, null);
  assert.equal(store.held().length, 1, 'nothing else was touched');
  store.close();
});

test('DS-10: an order that this version does not know is answered with that and dropped, and those after it are carried out', async () => {
  const store = withHeld();
  const asked: unknown[] = [];
  const orders = [
    { id: ASSET, at: 1, order: { kind: 'paint-it-green' } },
    { id: 'b', at: 1, order: { kind: 'pause' } },
    { id: OTHER, at: 2, order: { kind: 'pause', until: null } },
  ];
  const call = async (name: string, input: { params?: { orderId: string }; query?: { answer?: string } }): Promise<unknown> => {
    if (name === 'deviceOrders') return { ok: true, value: { orders, defaults: { 'only-charging': 'on' }, closing: null } };
    asked.push([input.params?.orderId, input.query?.answer]);
    return { ok: true, value: {} };
  };
  const { answers, broke } = answering(store, { call } as unknown as Connection);
  await answers.fetch();
  assert.deepEqual(asked, [
    [ASSET, 'unknown'],
    ['b', 'unknown'],
    [OTHER, 'done'],
  ]);
  assert.deepEqual(broke, []);
  const { paused, defaults } = readSettings(store);
  assert.deepEqual([paused?.until, defaults], ['resumed', { 'only-charging': 'on' }]);
  store.close();
});

test('DS-11: by the order to try again, what waits for its next try, or was given up, is tried now', () => {
  const store = withHeld();
  const trouble = { code: 'refused' as const, evidence: {}, tries: 3, since: 5, nextTry: null };
  const file = { path: 'b.jpg', size: 5, mtimeMs: 7, stamp: 's', newHere: false, firstSeen: 1, hash: H1 };
  const given = store.addFile({ ...file, trouble });
  const later = store.addFile({ ...file, path: 'c.jpg', trouble: { ...trouble, nextTry: 99_000 } });
  const last = store.addFile({ ...file, path: 'd.jpg', trouble: { ...trouble, code: 'given-up' as const } });
  for (let tries = 1; tries <= 3; tries += 1) countRefusal(store, H1, 10);
  const touched = carryOut(store, { id: ASSET, at: 1, order: { kind: 'retry' } }, 1000);
  assert.deepEqual(touched.toSorted(), [fileUnit(given), fileUnit(later), fileUnit(last)].toSorted());
  assert.equal(store.file(last)?.trouble, null, 'it is as if it had never been tried');
  assert.equal(countRefusal(store, H1, 1000).tries, 1, 'nor are its bytes held against it');
  for (const key of [given, later]) assert.deepEqual(store.file(key)?.trouble, { ...trouble, tries: 0, nextTry: 1000 });
  store.close();
});

test('DS-18: by the order to end it, Sync now is over at once, and nothing else of what was set', () => {
  const store = withHeld();
  carryOut(store, { id: 'm', at: 1, order: { kind: 'settings-set', values: { 'mobile-data': 'off' } } }, 1000);
  carryOut(store, { id: 's', at: 1, order: { kind: 'sync-now', forMs: 60_000 } }, 1000);
  assert.equal(readSettings(store).syncNowUntil, 61_000);
  carryOut(store, { id: 'e', at: 1, order: { kind: 'sync-now-end' } }, 2000);
  assert.deepEqual([readSettings(store).syncNowUntil, readSettings(store).chosen], [null, { 'mobile-data': 'off' }]);
  carryOut(store, { id: 'p', at: 1, order: { kind: 'pause', until: null } }, 3000);
  carryOut(store, { id: 'f', at: 1, order: { kind: 'sync-now-end' } }, 4000);
  assert.equal(readSettings(store).paused?.until, 'resumed', 'a pause is another thing');
  store.close();
});

test('OS-13: by orders from elsewhere a photo that is compressed here is wanted in full, and room is wanted; a device that does not say it knows them is not told', () => {
  const store = withHeld();
  const file = { path: 'b.jpg', size: 5, mtimeMs: 7, stamp: 's', newHere: false, firstSeen: 1, hash: H1, assetId: OTHER };
  const key = store.addFile({ ...file, standIn: { assetId: OTHER, of: H1 } });
  const original = store.addFile({ ...file, path: 'c.mov' });
  const touched = carryOut(store, { id: 'd', at: 1, order: { kind: 'download-original', assetId: OTHER } }, 1000);
  assert.deepEqual([touched, isWantedFull(store, key), isWantedFull(store, original)], [[fileUnit(key)], true, false]);
  carryOut(store, { id: 'g', at: 1, order: { kind: 'free-up', bytes: 500 } }, 1000);
  carryOut(store, { id: 'h', at: 1, order: { kind: 'free-up', bytes: 200 } }, 1000);
  assert.equal(freeUpAsked(store), 500);
  leaveFreeUp(store, 100);
  assert.equal(freeUpAsked(store), 100);
  leaveFreeUp(store, null);
  assert.equal(freeUpAsked(store), null);
  for (const order of [{ kind: 'free-up', bytes: 1 } as const, { kind: 'download-original', assetId: OTHER } as const])
    assert.deepEqual([knowsOrder(order, undefined), knowsOrder(order, LATER_ORDERS)], [false, true]);
  store.close();
});

test('OS-54: by orders from elsewhere a photo, an album and a folder are pinned and unpinned here, once each; a device that does not say it knows them is not told', () => {
  const store = withHeld();
  const photo = { kind: 'photo', id: ASSET } as const;
  const folder = { kind: 'folder', path: '2024/05' } as const;
  const album = { kind: 'album', id: OTHER, title: 'Summer' } as const;
  let orders = 0;
  const order = (its: Order, id = `o${(orders += 1)}`): void => void carryOut(store, { id, at: 1, order: its }, 1000);
  for (const what of [photo, folder, album]) order({ kind: 'pin', what });
  assert.deepEqual(readPins(store), [photo, folder, album]);
  order({ kind: 'unpin', what: photo });
  order({ kind: 'pin', what: photo }, 'o1');
  assert.deepEqual(readPins(store), [folder, album], 'that one was carried out before');
  order({ kind: 'unpin', what: { ...album, title: 'As it was called then' } });
  order({ kind: 'unpin', what: folder });
  assert.deepEqual(readPins(store), []);
  for (const kind of ['pin', 'unpin'] as const)
    assert.deepEqual([knowsOrder({ kind, what: photo }, undefined), knowsOrder({ kind, what: photo }, LATER_ORDERS)], [false, true]);
  for (const path of ['/etc', '../up', 'a/../b', 'a//b', 'a/', './a'])
    assert.equal(OrderType.safeParse({ kind: 'pin', what: { kind: 'folder', path } }).success, false, path);
  assert.ok(OrderType.safeParse({ kind: 'pin', what: { kind: 'folder', path: '' } }).success, 'its whole folder');
  store.close();
});
