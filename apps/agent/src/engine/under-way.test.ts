import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readUnderWay } from '@rollcall/core';
import { openDeviceStore } from '../store/sqlite.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { Lane } from './lanes.ts';
import { UnderWay } from './under-way.ts';

function storeOf(t: TestContext): DurableStore {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-under-way-'));
  const store = openDeviceStore(join(folder, 'device.sqlite'));
  t.after(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  return store;
}

test('WD-2: work that stands still is ended and counted, but not what the person’s own limit slows, and whoever looks beside the agent sees how far it is and how often', (t) => {
  const store = storeOf(t);
  let now = 1000;
  const underWay = new UnderWay(store, () => now);
  const first = underWay.signal('f:1');
  underWay.progress('f:1', { phase: 'sending', offset: 5, size: 10 });
  now += 15_000;
  underWay.progress('f:1', { phase: 'sending', offset: 6, size: 10 });
  now += 15_000;
  assert.deepEqual(underWay.tick(), { ended: [], deaf: [] });
  assert.deepEqual([first.aborted, readUnderWay(store).transfers.get('f:1')?.movedAt], [false, 16_000]);
  now += 15_000;
  assert.deepEqual(underWay.tick(true).ended, [], 'what is slowed by the person’s own limit does not stand still');
  assert.deepEqual(underWay.tick().ended, ['f:1']);
  assert.equal(first.aborted, true);
  underWay.progress('f:1', null);
  underWay.signal('f:1');
  underWay.progress('f:1', { phase: 'sending', offset: 6, size: 10 });
  underWay.tick();
  assert.equal(readUnderWay(store).transfers.get('f:1')?.restarts, 1);
  // An agent that is started again goes on counting, until it is done.
  const later = new UnderWay(store, () => now);
  later.progress('f:1', { phase: 'sending', offset: 7, size: 10 });
  assert.equal(later.transfers.get('f:1')?.restarts, 1);
  later.progress('f:1', null);
  later.done('f:1');
  later.tick();
  assert.deepEqual([readUnderWay(store).restarts.size, readUnderWay(store).transfers.size], [0, 0]);
});

test('WD-3: work that does not end though it was told to gives its place to others, and begins again only when it has ended', async (t) => {
  let now = 1000;
  const underWay = new UnderWay(storeOf(t), () => now);
  underWay.progress('f:1', { phase: 'hashing', offset: 0, size: 10 });
  now += 61_000;
  assert.deepEqual(underWay.tick().ended, ['f:1']);
  now += 6000;
  assert.deepEqual(underWay.tick(), { ended: [], deaf: ['f:1'] });

  const begun: string[] = [];
  const hang = Promise.withResolvers<void>();
  const lane = new Lane(1, (unit) => {
    begun.push(unit);
    return unit === 'f:1' ? hang.promise : Promise.resolve();
  });
  lane.add('f:1');
  lane.add('f:2');
  lane.giveUp('f:1');
  assert.deepEqual(begun, ['f:1', 'f:2']);
  lane.add('f:1');
  assert.equal(begun.length, 2);
  hang.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  lane.add('f:1');
  assert.equal(begun.length, 3);
});

test('WD-4: what has not got on since the way was barred begins anew when it is free, and what has got on goes on', (t) => {
  let now = 1000;
  const underWay = new UnderWay(storeOf(t), () => now);
  const [hung, moved, read] = [underWay.signal('f:1'), underWay.signal('f:2'), underWay.signal('f:3')];
  underWay.progress('f:1', { phase: 'sending', offset: 5, size: 10 });
  underWay.progress('f:2', { phase: 'sending', offset: 5, size: 10 });
  underWay.progress('f:3', { phase: 'hashing', offset: 5, size: 10 });
  now = 5000;
  underWay.progress('f:2', { phase: 'sending', offset: 6, size: 10 });
  underWay.beginAnew(4000);
  assert.deepEqual([hung.aborted, moved.aborted, read.aborted], [true, false, false]);
  underWay.tick();
  assert.equal(underWay.transfers.get('f:1')?.restarts, 0, 'the link was at fault, and not the work');
});

test('WY-60: what takes long is told anew when it got on, for whoever looks from elsewhere; what is quick, stands still or is read here is not', (t) => {
  const underWay = new UnderWay(storeOf(t), () => 1000);
  const at = (unit: 'f:1' | 'f:2' | 'a:x' | 'f:3', phase: 'sending' | 'downloading' | 'hashing', offset: number): void =>
    void underWay.progress(unit, { phase, offset, size: 10 });
  at('f:1', 'sending', 1);
  at('f:2', 'sending', 1);
  at('a:x', 'downloading', 1);
  at('f:3', 'hashing', 1);
  assert.deepEqual(underWay.gotOn(), [], 'that they began is told by their phase');
  for (const [unit, phase] of [
    ['f:1', 'sending'],
    ['a:x', 'downloading'],
    ['f:3', 'hashing'],
  ] as const)
    at(unit, phase, 5);
  assert.deepEqual(underWay.gotOn(), ['f:1', 'a:x']);
  assert.deepEqual(underWay.gotOn(), [], 'they stand still');
  underWay.progress('f:1', null);
  at('f:1', 'sending', 7);
  underWay.progress('a:x', null);
  assert.deepEqual(underWay.gotOn(), ['f:1']);
});
