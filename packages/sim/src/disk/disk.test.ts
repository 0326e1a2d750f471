import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf } from './bytes.ts';
import { Disk, PLAIN_DISK } from './disk.ts';

const photo = bytesOf(1, 1000);

test('SM-21: what an upload has brought so far is no copy, whatever becomes of it; its name in use is one', () => {
  const disk = new Disk(1, PLAIN_DISK, () => 1000);
  let copies = 0;
  disk.watch = (hash, change) => {
    if (hash === photo.hash) copies += change;
  };
  disk.counts = (path) => !path.startsWith('incoming/');
  const seen = (): number => copies;
  for (const folder of ['incoming', 'blobs']) disk.makeFolder(folder);
  disk.write('incoming/u', photo);
  assert.equal(seen(), 0);
  const before = disk.copy();
  disk.link('incoming/u', 'blobs/x');
  assert.equal(seen(), 1);
  disk.rot('blobs/x', 7);
  assert.equal(seen(), 0);
  disk.write('blobs/x', photo);
  disk.remove('incoming/u');
  assert.equal(seen(), 1);
  // Put back to when it had only been sent.
  disk.take(before);
  assert.equal(seen(), 0);
  disk.rename('incoming/u', 'blobs/x');
  assert.equal(seen(), 1);
  disk.remove('blobs/x');
  assert.equal(seen(), 0);
});
