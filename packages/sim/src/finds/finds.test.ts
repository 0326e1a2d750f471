import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteForeignBytes, noteRenamed, stampOf, type FileStats, type NewFile } from '@rollcall/core';
import { CHAIN_START } from '@rollcall/protocol';
import { MemoryDeviceStore } from '../device/memory-store.ts';

const DEVICE = '01900000-0000-7000-8000-00000000000d';
const ASSET = '01900000-0000-7000-8000-000000000001';
const H1 = '1'.repeat(64);

function linked(): MemoryDeviceStore {
  const store = new MemoryDeviceStore();
  store.setIdentity({ deviceId: DEVICE, name: 'd', server: 'https://x', folder: '/f', accountId: 'x', email: 'e@example.org', libraryId: DEVICE });
  store.rechain('epoch', { n: 0, hash: CHAIN_START });
  return store;
}

const stats = (size: bigint, mtimeNs: bigint, ctimeNs: bigint): FileStats => ({ size, mtimeNs, ctimeNs, ino: 7n });

function known(store: MemoryDeviceStore): number {
  const stamp = stampOf(stats(100n, 5_000_000n, 5_000_000n));
  const file: NewFile = { path: 'a.jpg', size: 100, mtimeMs: 5, stamp, newHere: true, firstSeen: 1, hash: H1, baseHash: H1, assetId: ASSET };
  return store.addFile(file);
}

test('FS-29: a file that its person changed in the moment of its renaming is read again', () => {
  const store = linked();
  const key = known(store);
  const file = store.file(key) ?? assert.fail();
  noteRenamed(store, file, 'b.jpg', 'b.jpg', stats(250n, 9_000_000n, 9_000_000n));
  const after = store.file(key);
  assert.deepEqual([after?.path, after?.hash, after?.size, after?.mtimeMs], ['b.jpg', null, 250, 9]);
});

test('FS-29: a file that was only renamed is known as before', () => {
  const store = linked();
  const key = known(store);
  const file = store.file(key) ?? assert.fail();
  noteRenamed(store, file, 'b.jpg', 'b.jpg', stats(100n, 5_000_000n, 9_000_000n));
  const after = store.file(key);
  assert.deepEqual([after?.path, after?.hash, after?.size], ['b.jpg', H1, 100]);
});

test('FS-29: of bytes that nobody knew the size is noted with the stamp, so that as many are sent', () => {
  const store = linked();
  const key = known(store);
  noteForeignBytes(store, key, stampOf(stats(250n, 9_000_000n, 9_000_000n)));
  const after = store.file(key);
  assert.deepEqual([after?.hash, after?.size, after?.mtimeMs], [null, 250, 9]);
});
