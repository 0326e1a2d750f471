import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assert as check, integer, property } from 'fast-check';
import { KeptFolder } from '../testing/kept.ts';
import { ReadingStopped } from './verified.ts';
import { begin, lastPass, scrubNow, scrubPart, steadyPace } from './scrub-nights.ts';

const HOUR = 3_600_000;

test('SB-2: a pass begins at night, goes on from where it was in the next night, and three days late it no longer waits for one', () => {
  const now = 1000 * HOUR;
  const ended = (ago: number): { begun: number; ended: number } => ({ begun: now - ago * HOUR - HOUR, ended: now - ago * HOUR });
  assert.equal(scrubNow(ended(20), now, 2), 'begin');
  assert.equal(scrubNow(ended(20), now, 14), 'rest');
  assert.equal(scrubNow(ended(2), now, 2), 'rest');
  assert.equal(scrubNow(ended(73), now, 14), 'begin');
  assert.equal(scrubNow({ begun: now - 20 * HOUR, ended: null }, now, 3), 'go-on');
  assert.equal(scrubNow({ begun: now - 20 * HOUR, ended: null }, now, 7), 'rest');
  assert.equal(scrubNow({ begun: now - 73 * HOUR, ended: null }, now, 7), 'go-on');
});

test('SB-2: whatever the clock does, a pass begins again within three days and an hour', () => {
  check(
    property(integer({ min: -1e13, max: 1e13 }), integer({ min: 0, max: 23 }), (jump, hour) => {
      const then = 1e13;
      let begun = false;
      for (let hours = 0; hours <= 73 && !begun; hours += 1)
        begun = scrubNow({ begun: then, ended: then }, then + jump + hours * HOUR, (hour + hours) % 24) === 'begin';
      assert.ok(begun);
    }),
  );
});

test('SB-2: a pass that was stopped, also by the end of the server, goes on after the last file that it finished, and ends once', async (t) => {
  const kept = await KeptFolder.open(t);
  const library = await kept.library();
  for (let n = 0; n < 5; n += 1) await kept.add(library, Buffer.from(`photo ${n}`));
  await kept.write(() => begin(kept.database, kept.now));
  const read: string[] = [];
  let ended = 0;
  const part = async (most: number): Promise<void> => {
    const { database, write, blobs } = kept;
    let left = most;
    await scrubPart(
      { database, write, blobs, clock: { now: () => kept.now }, log: (words) => read.push(words) },
      async () => void (left -= 1),
      () => left < 0,
      async () => void (ended += 1),
    );
  };
  await part(2);
  assert.deepEqual([lastPass(kept.database)?.blobs, lastPass(kept.database)?.ended, ended], [2, null, 0]);
  await kept.restart();
  const { database, write, blobs } = kept;
  const context = { database, write, blobs, clock: { now: () => kept.now }, log: () => undefined };
  const stop = steadyPace(
    { heavy: false },
    async () => undefined,
    () => true,
  );
  await assert.rejects(
    scrubPart(
      context,
      stop,
      () => true,
      async () => assert.fail(),
    ),
    ReadingStopped,
  );
  assert.deepEqual([lastPass(kept.database)?.blobs, lastPass(kept.database)?.bad], [2, 0]);
  await part(100);
  assert.deepEqual([lastPass(kept.database)?.blobs, lastPass(kept.database)?.bytes, ended], [5, 35, 1]);
  assert.equal(lastPass(kept.database)?.ended, kept.now);
  assert.deepEqual(read, ['all stored bytes were hashed again']);
});

test('SB-2: it reads at a bounded rate, and not at all while many photos come in', async () => {
  const traffic = { heavy: true };
  const waited: number[] = [];
  const pace = steadyPace(
    traffic,
    async (ms) => {
      waited.push(ms);
      if (waited.length === 3) traffic.heavy = false;
    },
    () => false,
  );
  await pace(40_000_000);
  assert.deepEqual(waited, [1000, 1000, 1000, 1000]);
  await pace(1_000_000);
  assert.equal(waited.at(-1), 25);
});
