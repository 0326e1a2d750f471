import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UNLIMITED } from '@rollcall/protocol';
import { levelWords, percentTaken, roomLevel } from './room-level.ts';

test('QP-18: a cloud that holds more than it has room for says both numbers, each as what it is', () => {
  assert.match(levelWords({ taken: 6e9, quota: 5e9 }) ?? '', /^The cloud is full: it holds 6 GB, and there is room for 5 GB\./);
  assert.match(levelWords({ taken: 5e9, quota: 5e9 }) ?? '', /^The cloud is full: 5 GB of 5 GB is taken\./);
});

test('QP-8: from 80, 95 and 100 % on it is said that the cloud fills up, each time with what it means; a quota without a limit is never full', () => {
  const quota = 5e9;
  const levels = [0, 0.799, 0.8, 0.949, 0.95, 0.9999, 1, 1.4].map((part) => roomLevel({ taken: quota * part, quota }));
  assert.deepEqual(levels, ['roomy', 'roomy', 'filling', 'filling', 'nearly-full', 'nearly-full', 'full', 'full']);
  assert.equal(levelWords({ taken: 3e9, quota }), null);
  assert.equal(levelWords({ taken: 4e9, quota }), 'The cloud is 80 % full: 1 GB of 5 GB is free.');
  assert.match(
    levelWords({ taken: 4.8e9, quota }) ?? '',
    /^The cloud is 96 % full: 200 MB of 5 GB is free\. When it is full, .* not safe\.$/,
  );
  assert.match(levelWords({ taken: 6e9, quota }) ?? '', /^The cloud is full: .* until there is room\. Everything else goes on\.$/);
  assert.equal(roomLevel({ taken: 0, quota: 0 }), 'full');
  assert.equal(levelWords({ taken: 5e14, quota: UNLIMITED }), null);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (taken, all) => {
      const room = { taken, quota: all };
      if (roomLevel(room) !== 'full') assert.ok(percentTaken(room) < 100);
      assert.equal(levelWords(room) === null, roomLevel(room) === 'roomy');
    }),
  );
});
