import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextRehash, REHASH_PERIOD_MS } from './rehash.ts';

test('RH-1: every file is hashed again within a month, a little at a time, however many there are', () => {
  for (const files of [1, 40, 3000]) {
    const hashed = Array.from({ length: files }, () => 0);
    let now = 0;
    let last = 0;
    let most = 0;
    // Two months of a device that is always on, all its files read at the same moment.
    for (let turn = 0; turn < files * 3; turn++) {
      const at = hashed.indexOf(Math.min(...hashed));
      const next = nextRehash({ oldest: hashed[at] ?? 0, files, last, now });
      assert.ok(next >= last + 1000, 'one after the other');
      now = Math.max(now, next);
      most = Math.max(most, now - (hashed[at] ?? 0));
      hashed[at] = now;
      last = now;
    }
    assert.ok(most <= REHASH_PERIOD_MS, `${files} files: one waited ${most / 86_400_000} days`);
    assert.ok(most >= REHASH_PERIOD_MS / 2, 'and none is read all the time');
  }
});

test('RH-1: what was never hashed that is known has its turn at once, and what is overdue comes as fast as it may', () => {
  const now = 100 * 86_400_000;
  assert.ok(nextRehash({ oldest: null, files: 10, last: 0, now }) <= now);
  assert.equal(nextRehash({ oldest: now - REHASH_PERIOD_MS, files: 10, last: now, now }), now + 1000);
  assert.equal(nextRehash({ oldest: now - REHASH_PERIOD_MS + 1, files: 10, last: now, now }), now + 600_000);
});
