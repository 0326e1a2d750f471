import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Device } from '@rollcall/protocol';
import { backEverywhere, backInFull } from './back-in-full.ts';

const device = (files: number, free: number | null, value = 'optimise', from = 'account'): Device =>
  ({
    roll: {
      about: {
        settings: { storage: { value, from } },
        storage: { full: { files: 3, bytes: 9 }, compressed: { files, bytes: files * 10, originals: files * 100 } },
        conditions: free === null ? { 'free-space': { unseen: 'x' } } : { 'free-space': { value: free, source: 'x', since: 1 } },
      },
    },
  }) as unknown as Device;

test('OS-12: before all originals come back to a device, the page tells how much that is and whether it fits', () => {
  assert.deepEqual(backInFull(device(5, 450), 'keep-originals'), { files: 5, needed: 450, free: 450, fits: true });
  assert.deepEqual(backInFull(device(5, 449), 'keep-originals'), { files: 5, needed: 450, free: 449, fits: false });
  assert.deepEqual(backInFull(device(5, null), 'keep-originals'), { files: 5, needed: 450, free: null, fits: true });
  assert.equal(backInFull(device(5, 450), 'optimise'), null);
  assert.equal(backInFull(device(0, 450), 'keep-originals'), null);
  assert.equal(backInFull({ roll: null }, 'keep-originals'), null);
  assert.equal(backInFull(device(5, 450), 'default')?.files, 5, 'as usual, originals are kept');
  assert.equal(backInFull(device(5, 450), 'default', { storage: 'optimise' }), null);
  assert.equal(backInFull(device(5, 450, 'keep-originals'), 'keep-originals'), null, 'they come back already');
});

test('OS-32: before an account has its devices keep originals again, the page tells of each that follows how much comes back and whether it fits', () => {
  const follows = device(5, 449);
  const devices = [follows, device(5, 450, 'optimise', 'device'), device(0, 450), device(5, 450, 'keep-originals', 'usual')];
  const silent = { ...follows, roll: null };
  assert.deepEqual(backEverywhere([...devices, silent], 'keep-originals'), [
    { device: follows, facts: { files: 5, needed: 450, free: 449, fits: false } },
  ]);
  assert.equal(backEverywhere(devices, 'default').length, 1, 'as usual, originals are kept');
  assert.deepEqual(backEverywhere(devices, 'optimise'), []);
});
