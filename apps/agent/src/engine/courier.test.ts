import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { CHAIN_START, type ChangesPage, type Entity } from '@rollcall/protocol';
import { Settlement } from '../work/settle.ts';
import type { Connection } from '../server/connection.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { Courier } from './courier.ts';

const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const alias = (n: number): Entity => ({ type: 'alias', from: id(n), to: id(0) });
const page = (n: number, last: number): ChangesPage => ({
  changes: [{ seq: n, entity: alias(n) }],
  cursor: `e.g.${n}`,
  complete: n === last,
  acknowledged: null,
});

/** A device, and a feed of `last` pages with one row each; `answer` may say something else to a cursor. */
function courierOf(t: TestContext, last: number, answer: (cursor: string | null, store: DurableStore) => unknown = () => null) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-courier-'));
  const store = openDeviceStore(join(folder, 'device.sqlite'));
  t.after(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  const asked: (string | null)[] = [];
  const call = async (_name: string, { query }: { query?: { cursor?: string } }): Promise<unknown> => {
    const cursor = query?.cursor ?? null;
    asked.push(cursor);
    return answer(cursor, store) ?? { ok: true, value: page(Number(cursor?.split('.')[2] ?? 0) + 1, last) };
  };
  const troubles: unknown[] = [];
  const note = (trouble: unknown): void => void troubles.push(trouble);
  const events = { touched: () => undefined, refused: note, broke: note, reached: () => undefined };
  const courier = new Courier(store, new Settlement(store), { call } as unknown as Connection, events, () => 1);
  const known = (): number => Array.from({ length: last }, (_, at) => store.resolve(id(at + 1))).filter((to) => to === id(0)).length;
  return { store, courier, asked, troubles, known };
}

test('SZ-1: a long feed is heard to its end, each page once and in order, and pages are written while the next one comes', async (t) => {
  let written: string | null | undefined;
  const { store, courier, asked, known } = courierOf(t, 25, (cursor, at) => {
    if (cursor === 'e.g.10') written = at.cursor();
    return null;
  });
  await courier.pull();
  assert.deepEqual(asked, [null, ...Array.from({ length: 24 }, (_, at) => `e.g.${at + 1}`)]);
  assert.deepEqual([store.cursor(), known(), courier.atHead], ['e.g.25', 25, true]);
  assert.equal(written, null, 'the eleventh page was asked for before the first ten were written');
});

test('SZ-1: what came before a break is kept, and the next pull goes on from there', async (t) => {
  let broken = true;
  const { store, courier, asked, troubles, known } = courierOf(t, 5, (cursor) => {
    if (cursor === 'e.g.3' && broken) throw new Error('the line is cut');
    return null;
  });
  await courier.pull();
  assert.deepEqual([store.cursor(), known(), courier.atHead, troubles.length], ['e.g.3', 3, false, 1]);
  broken = false;
  asked.length = 0;
  await courier.pull();
  assert.deepEqual([asked, store.cursor(), known(), courier.atHead], [['e.g.3', 'e.g.4'], 'e.g.5', 5, true]);
});

test('SZ-1: a cursor that expires on the way begins the feed again, and a refusal keeps what came', async (t) => {
  let refusals = ['cursor-expired', 'server-busy'];
  const { store, courier, asked, troubles, known } = courierOf(t, 4, (cursor) => {
    const code = cursor === 'e.g.2' ? refusals.shift() : undefined;
    return code === undefined ? null : { ok: false, refusal: { code, words: '', details: {}, status: 400 } };
  });
  await courier.pull();
  assert.deepEqual(asked, [null, 'e.g.1', 'e.g.2', null, 'e.g.1', 'e.g.2']);
  assert.deepEqual([store.cursor(), troubles.length], ['e.g.2', 1]);
  refusals = [];
  await courier.pull();
  assert.deepEqual([store.cursor(), known(), courier.atHead], ['e.g.4', 4, true]);
});

test('PL-19: an edit for which its photo has no room left becomes a photo of its own; the one that it was made of comes back', async (t) => {
  const edited = 'e'.repeat(64);
  const { store, courier } = courierOf(t, 1, () => ({
    ok: true,
    value: { results: [{ n: 1, result: { status: 'rejected', code: 'too-many-resources', words: 'A photo can have 64 files.' } }] },
  }));
  store.setIdentity({ deviceId: id(9), name: 'd', server: 's', folder: '/f', accountId: 'a', email: 'e@example.org', libraryId: id(8) });
  store.rechain('e', { n: 0, hash: CHAIN_START });
  const key = store.addFile({
    path: '2024/05/a.jpg',
    size: 5,
    mtimeMs: 1,
    stamp: 's',
    newHere: false,
    firstSeen: 0,
    assetId: id(1),
    hash: edited,
    baseHash: 'b'.repeat(64),
    agreedAt: 1,
  });
  const rendering = { role: 'edited', hash: edited, size: 5, mime: 'image/jpeg', fileName: null, modifiedAt: null };
  store.queue({ name: 'asset.edit', args: { assetId: id(1), rendering }, expect: null }, edited, 1);
  await courier.push();
  const file = store.file(key);
  assert.deepEqual([file?.assetId, file?.baseHash, file?.agreedAt, file?.trouble, file?.hash], [null, null, null, null, edited]);
  assert.equal(store.lastPath(id(1)), '2024/05/a.jpg');
});
