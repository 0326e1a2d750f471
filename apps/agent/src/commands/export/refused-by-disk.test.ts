import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedByDisk } from './refused-by-disk.ts';

test('EX-18: that the disk which is exported to is full is told of that disk, and not of the device’s', () => {
  const full = refusedByDisk(Object.assign(new Error('no room'), { code: 'ENOSPC' }), '/mnt/stick/Library');
  assert.equal(full!.until, 'person');
  assert.match(full!.message, /the disk at \/mnt\/stick\/Library is full/);
  assert.doesNotMatch(full!.message, /optimise|disk-budget/);
  assert.match(refusedByDisk(Object.assign(new Error('no'), { code: 'EACCES' }), '/mnt')!.message, /\/mnt/);
  assert.equal(refusedByDisk(new TypeError('a fault'), '/mnt'), null);
});
