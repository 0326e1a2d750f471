import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import {
  addPin,
  askFreeUp,
  endWantFull,
  fileUnit,
  freeUpAsked,
  isWantedFull,
  noteEvicted,
  stampOf,
  USUAL_POLICY,
  wantFull,
  type Policy,
  type Unit,
} from '@rollcall/core';
import { assetEntity, originalOf } from '@rollcall/core/testing';
import type { Evicted } from '../actions/evict.ts';
import { BY_HAND } from '../conditions/overrides.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { DeviceRoom, freeInFull } from './device-room.ts';
import { answerEvict, askEvict, takeEvictAnswer } from './evict-orders.ts';
import { Keeper } from './keeper.ts';

const SIZE = 10_000;
const SMALL = 1000;
const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A folder with photos of ten thousand bytes, each of which is compressed to one thousand when it makes room. */
class House {
  readonly root = mkdtempSync(join(tmpdir(), 'rollcall-keeper-'));
  readonly store = openDeviceStore(join(this.root, 'device.sqlite'));
  readonly folder = join(this.root, 'photos');
  readonly stop = new AbortController();
  readonly evicted: number[] = [];
  readonly touched: Unit[] = [];
  policy: Policy = { ...USUAL_POLICY, storage: 'optimise', diskBudget: { of: 'folder', bytes: 1 } };
  reachable = true;
  closes = false;
  /** The cloud says so when it is asked, and this device has not heard it before. */
  closing = false;
  /** Happens while a photo makes room. */
  during: (n: number) => void = () => undefined;
  /** How often an original was to make room. */
  asked = 0;
  /** Photos that the cloud does not let go. */
  kept = new Set<number>();
  most = 0;
  readonly room: DeviceRoom;
  readonly keeper: Keeper;

  constructor(t: TestContext) {
    mkdirSync(this.folder);
    this.room = new DeviceRoom({
      store: this.store,
      folder: this.folder,
      policy: () => this.policy,
      overrides: () => ({}),
      transfers: () => new Map(),
      make: (bytes, signal) => this.keeper.make(bytes, signal),
      came: () => this.keeper.came(),
    });
    this.keeper = new Keeper({
      store: this.store,
      folder: this.folder,
      signal: this.stop.signal,
      policy: () => this.policy,
      room: () => this.room.now(),
      mayAsk: () => this.reachable,
      closes: () => this.closes,
      evict: (assetId) => this.#evict(assetId),
      touch: (units) => this.touched.push(...units),
      broke: (error) => assert.fail(String(error)),
    });
    t.after(async () => {
      this.stop.abort();
      await this.keeper.stopped();
      this.store.close();
      rmSync(this.root, { recursive: true });
    });
  }

  budget(bytes: number): void {
    this.policy = { ...this.policy, diskBudget: { of: 'folder', bytes } };
  }

  /** A photo that is in the cloud and here, which came at this hour. */
  add(n: number, hour: number, over: Parameters<typeof assetEntity>[1] = {}): void {
    const bytes = Buffer.alloc(SIZE, n);
    const path = join(this.folder, `${n}.jpg`);
    writeFileSync(path, bytes);
    // Opened when it came: a disk notes that by itself.
    utimesSync(path, new Date(hour * 3_600_000), new Date());
    const hash = createHash('sha256').update(bytes).digest('hex');
    const entities = [assetEntity(id(n), { fileName: `${n}.jpg`, addedAt: 1, ...over }), { ...originalOf(id(n), hash), size: SIZE }];
    this.store.applyPage(
      entities.map((entity) => ({ seq: n, entity })),
      'e.g.2',
      true,
      null,
      1,
    );
    const stats = lstatSync(path, { bigint: true });
    const file = { path: `${n}.jpg`, size: SIZE, mtimeMs: 1, stamp: stampOf(stats), newHere: false, firstSeen: 1 };
    this.store.addFile({ ...file, hash, baseHash: hash, assetId: id(n), agreedAt: hour * 3_600_000 });
    this.#measure();
  }

  async #evict(assetId: string): Promise<Evicted> {
    this.asked += 1;
    await wait(2);
    if (this.closing) return { kept: 'library-closes' };
    const [file] = this.store.filesOf(assetId);
    assert.ok(file);
    const n = Number(file.path.split('.')[0]);
    this.during(n);
    if (this.kept.has(n)) return { kept: 'not-in-backup' };
    writeFileSync(join(this.folder, file.path), Buffer.alloc(SMALL, n));
    const stats = lstatSync(join(this.folder, file.path), { bigint: true });
    noteEvicted(
      this.store,
      file,
      { standIn: { assetId, of: String(file.hash) }, hash: 'f'.repeat(64), path: file.path },
      { before: stats, stats },
      1,
    );
    this.evicted.push(n);
    return { freed: SIZE - SMALL };
  }

  bytes(): number {
    return readdirSync(this.folder).reduce((sum, name) => sum + statSync(join(this.folder, name)).size, 0);
  }

  #measure(): void {
    this.most = Math.max(this.most, this.bytes());
  }

  async rest(): Promise<void> {
    do {
      this.keeper.whenDue();
      await wait(1);
    } while (this.keeper.busy);
  }

  /** Writes a file that was fetched, with room taken for it. */
  async fetch(n: number): Promise<void> {
    const unit: Unit = `a:${id(n)}`;
    await this.room.take(unit, SIZE, 0, this.stop.signal);
    await wait(1);
    this.add(n, n);
    this.room.give(unit);
  }
}

test('OS-9: over its budget, the folder lets those make room that were not used for longest, and no more than it takes', async (t) => {
  const house = new House(t);
  for (const n of [1, 2, 3, 4, 5, 6]) house.add(n, n);
  house.budget(40_000);
  // The second was opened since.
  utimesSync(join(house.folder, '2.jpg'), new Date(), new Date());
  await house.rest();
  assert.deepEqual(house.evicted.toSorted(), [1, 3, 4]);
  assert.equal(house.store.storage.bytesHere(), 3 * SIZE + 3 * SMALL);
  await house.rest();
  assert.equal(house.evicted.length, 3);
});

test('OS-9: nothing makes room where originals are kept, where the cloud cannot be asked, or without a budget', async (t) => {
  const house = new House(t);
  for (const n of [1, 2, 3]) house.add(n, n);
  house.budget(5000);
  house.reachable = false;
  await house.rest();
  house.reachable = true;
  house.policy = { ...house.policy, storage: 'keep-originals' };
  await house.rest();
  house.policy = { ...house.policy, storage: 'optimise', diskBudget: { of: 'nothing' } };
  await house.rest();
  assert.deepEqual(house.evicted, []);
});

test('OS-9: what is kept is passed over, and not asked about again and again; what is pinned goes last', async (t) => {
  const house = new House(t);
  for (const n of [1, 2, 3, 4]) house.add(n, n);
  house.kept.add(1);
  addPin(house.store, { kind: 'photo', id: id(2) });
  house.budget(3 * SIZE);
  await house.rest();
  assert.deepEqual(house.evicted.toSorted(), [3, 4]);
  house.kept.delete(1);
  house.add(5, 5);
  await house.rest();
  assert.deepEqual(house.evicted.toSorted(), [3, 4, 5], 'the first was kept a moment ago');
  house.budget(1000);
  await house.rest();
  assert.deepEqual(house.evicted, [...house.evicted.filter((n) => n !== 2), 2]);
  assert.equal(house.evicted.length, 4);
});

test('OS-10: what comes takes its room first, and waits while others make it; the folder never exceeds its budget, however many come at once', async (t) => {
  const house = new House(t);
  house.budget(10 * SIZE);
  const left = Array.from({ length: 60 }, (_, at) => at + 1);
  const one = async (): Promise<void> => {
    for (let n = left.shift(); n !== undefined; n = left.shift()) await house.fetch(n);
  };
  await Promise.all([one(), one(), one(), one(), one(), one()]);
  assert.ok(house.most <= 10 * SIZE, `${house.most} bytes`);
  assert.ok(house.evicted.length >= 50);
});

test('OS-10: where nothing more can make room, what is to come is told how much it needs, what is free, and that it is the budget', async (t) => {
  const house = new House(t);
  house.budget(3 * SIZE);
  for (const n of [1, 2, 3]) house.add(n, n);
  for (const n of [1, 2, 3]) house.kept.add(n);
  const take = (n: number): Promise<void> => house.room.take(`a:${id(n)}`, SIZE, 0, house.stop.signal);
  await assert.rejects(take(4), { code: 'device-disk-full', evidence: { needed: SIZE, free: 0, budget: 3 * SIZE } });
  house.budget(4 * SIZE);
  await take(4);
  // Whoever comes next waits for what is on its way, which may make room when it is here.
  let took = false;
  const waits = take(5).then(() => (took = true));
  await wait(20);
  assert.equal(took, false);
  house.room.give(`a:${id(4)}`);
  await waits;
  house.policy = { ...house.policy, storage: 'keep-originals' };
  await take(6);
});

test('OS-42: what is on its way has its room on the disk already, whatever else looks how much is free there', async (t) => {
  const { store, folder, stop } = new House(t);
  const room = new DeviceRoom({
    store,
    folder,
    policy: () => USUAL_POLICY,
    overrides: () => ({ 'free-space': { is: 20_000, since: 1 } }),
    transfers: () => new Map([['a:x', { phase: 'downloading', offset: 5000, size: 15_000 }]]),
    make: () => Promise.resolve(false),
    came: () => undefined,
  });
  await room.take('a:x', 15_000, 0, stop.signal);
  assert.equal(room.onDisk(), 10_000);
  room.give('a:x');
  assert.equal(room.onDisk(), 20_000);
});

/** Two files of one photo, both compressed: what they were before they became one does not matter. */
async function compressedPair(house: House): Promise<[Unit, Unit]> {
  for (const n of [1, 2]) house.add(n, n);
  house.budget(1);
  await house.rest();
  assert.equal(house.evicted.length, 2);
  const [still, film] = house.store.files().map(({ key }) => key);
  assert.ok(still !== undefined && film !== undefined);
  house.store.patchFile(film, { assetId: id(1) });
  return [fileUnit(still), fileUnit(film)];
}

test('OS-60: what comes with a photo has its room kept: nobody else takes it, its halves make room once, and who is not wanted keeps none', async (t) => {
  const house = new House(t);
  const { store, folder, stop } = house;
  const pair = await compressedPair(house);
  for (const { key } of store.files()) wantFull(store, key);
  const asked: number[] = [];
  let free = 25_000;
  const room = new DeviceRoom({
    store,
    folder,
    policy: () => USUAL_POLICY,
    overrides: () => ({ 'free-space': { is: free, since: 1 } }),
    transfers: () => new Map(),
    make: async (bytes) => {
      asked.push(bytes);
      await wait(1);
      free = 30_000;
      return true;
    },
    came: () => undefined,
  });
  const take = (unit: Unit, size: number): Promise<void> => room.take(unit, size, 0, stop.signal);
  await take('a:x', 8000);
  await Promise.all(pair.map((unit) => take(unit, SIZE)));
  assert.deepEqual([asked, room.onDisk()], [[2 * SIZE], 2000]);
  for (const unit of pair) room.give(unit);
  assert.equal(room.onDisk(), 22_000);
  // One of them alone is on its way.
  await take(pair[0], SIZE);
  assert.equal(room.onDisk(), 2000);
  room.give(pair[0]);
  assert.equal(room.onDisk(), 12_000);
  endWantFull(store, Number(pair[1].slice(2)));
  assert.equal(room.onDisk(), 22_000);
});

test('OS-41: what is kept is free for originals that come back; what is simulated is as it was said', (t) => {
  const { folder: root } = new House(t);
  mkdirSync(join(root, '.rollcall'));
  const path = join(root, '.rollcall', 'reserve');
  writeFileSync(path, '');
  // More than anybody else writes to this disk meanwhile.
  truncateSync(path, 2 ** 40);
  const before = freeInFull(root, {}, 1);
  rmSync(path);
  const after = freeInFull(root, {}, 1);
  assert.ok('is' in before && 'is' in after && before.is - after.is > 2 ** 39);
  assert.deepEqual(freeInFull(root, { 'free-space': { is: 5, since: 2 } }, 1), { is: 5, source: BY_HAND, since: 2 });
});

test('OS-3: pinned photos that are compressed are wanted in full again, the newest first, while there is room to spare', async (t) => {
  const house = new House(t);
  // Added the other way round: which is the newest is told by when it was taken.
  for (const n of [3, 1, 2]) house.add(n, n, { capturedAt: `2024-05-0${n}T10:00:00.000Z` });
  house.budget(10_000);
  await house.rest();
  assert.equal(house.evicted.length, 3);
  addPin(house.store, { kind: 'folder', path: '' });
  const wanted = (): number[] => house.store.files().flatMap(({ key, path }) => (isWantedFull(house.store, key) ? [Number(path[0])] : []));
  await house.rest();
  assert.deepEqual(wanted(), []);
  // A tenth of it stays: what is left is enough for two.
  house.budget(25_000);
  addPin(house.store, { kind: 'photo', id: id(1) });
  await house.rest();
  const units = (...photos: number[]): Unit[] => photos.flatMap((n) => house.store.filesOf(id(n)).map(({ key }) => fileUnit(key)));
  assert.deepEqual([wanted().toSorted(), house.touched], [[2, 3], units(3, 2)]);
  house.budget(100_000);
  addPin(house.store, { kind: 'photo', id: id(2) });
  await house.rest();
  assert.deepEqual([wanted().length, house.touched], [3, units(3, 2, 1)]);
});

test('OS-59: a pinned pair with room for one of its halves does not come back by halves', async (t) => {
  const house = new House(t);
  await compressedPair(house);
  addPin(house.store, { kind: 'photo', id: id(1) });
  house.budget(15_000);
  await house.rest();
  assert.deepEqual(house.touched, []);
  house.budget(25_000);
  addPin(house.store, { kind: 'folder', path: '' });
  await house.rest();
  assert.equal(house.touched.length, 2);
});

test('EV-21: while the library closes nobody is asked for an original, and what was wanted waits; once it is kept, all goes on at once', async (t) => {
  const house = new House(t);
  for (const n of [1, 2, 3]) house.add(n, n);
  house.budget(1000);
  house.closes = true;
  askFreeUp(house.store, SIZE);
  await house.rest();
  assert.deepEqual([house.asked, house.evicted, freeUpAsked(house.store)], [0, [], SIZE]);
  house.closes = false;
  house.budget(1_000_000);
  await house.rest();
  assert.deepEqual([house.evicted.length, freeUpAsked(house.store)], [2, null]);
});

test('EV-21: what was asked in the moment in which the library began to close is asked again soon after it is kept', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const house = new House(t);
  house.add(1, 1);
  house.budget(1000);
  house.closing = true;
  await house.rest();
  house.closing = false;
  assert.deepEqual([house.asked, house.evicted], [1, []]);
  t.mock.timers.tick(31_000);
  house.keeper.came();
  await house.rest();
  assert.deepEqual(house.evicted, [1]);
});

test('OS-44: what came while the last ones made room makes room as well: nobody is told that nothing more can', async (t) => {
  const house = new House(t);
  house.add(1, 1);
  house.budget(SIZE / 2);
  house.during = (n) => {
    if (n !== 1) return;
    house.add(2, 2);
    house.keeper.came();
  };
  await house.rest();
  assert.deepEqual(house.evicted, [1, 2]);
});

test('OS-11: photos that a person wants compressed are, whatever the budget, and of each that stays it is told why', async (t) => {
  const house = new House(t);
  for (const n of [1, 2, 3]) house.add(n, n);
  house.budget(1_000_000);
  house.kept.add(2);
  askEvict(house.store, { id: 'a', assetIds: [id(1), id(2)] });
  await house.rest();
  assert.deepEqual(takeEvictAnswer(house.store, 'a'), [
    { assetId: id(1), freed: SIZE - SMALL },
    { assetId: id(2), kept: 'not-in-backup' },
  ]);
  assert.equal(takeEvictAnswer(house.store, 'b'), null);
  house.reachable = false;
  askEvict(house.store, { id: 'b', assetIds: [id(3)] });
  await house.rest();
  assert.deepEqual(takeEvictAnswer(house.store, 'b'), [{ assetId: id(3), kept: 'not-known-there' }]);
});

test('OS-26: of several commands that want photos compressed at once each gets its own answer, once, and nobody keeps what was answered long ago', async (t) => {
  const house = new House(t);
  for (const n of [1, 2, 3]) house.add(n, n);
  house.budget(1_000_000);
  askEvict(house.store, { id: 'a', assetIds: [id(1), id(2)] });
  assert.equal(askEvict(house.store, { id: 'b', assetIds: [id(3)] }), 3, 'so many are answered by then');
  await house.rest();
  const freed = SIZE - SMALL;
  assert.deepEqual(takeEvictAnswer(house.store, 'a'), [
    { assetId: id(1), freed },
    { assetId: id(2), freed },
  ]);
  assert.deepEqual(takeEvictAnswer(house.store, 'b'), [{ assetId: id(3), freed }]);
  assert.equal(takeEvictAnswer(house.store, 'b'), null);
  answerEvict(house.store, 'c', [], 1000);
  answerEvict(house.store, 'd', [], 1000 + 3_600_001);
  assert.deepEqual([takeEvictAnswer(house.store, 'c'), takeEvictAnswer(house.store, 'd')], [null, []]);
});
