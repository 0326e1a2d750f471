import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roomForPinned, roomHere, type DiskBudget } from './room-here.ts';

const GB = 1e9;
const disk = (size: number, free: number) => ({ size: size * GB, free: free * GB });

test('OS-2: a budget of bytes holds the folder within it, one of free space the disk; kept originals and no budget are bounded by the disk alone', () => {
  const folder = (bytes: number): DiskBudget => ({ of: 'folder', bytes: bytes * GB });
  const free: DiskBudget = { of: 'free', percent: 10 };
  assert.deepEqual(roomHere(folder(5), { folder: 3 * GB, disk: disk(100, 50) }), { over: 0, free: 2 * GB, by: 'budget', most: 5 * GB });
  assert.deepEqual(roomHere(folder(5), { folder: 7 * GB, disk: disk(100, 50) }), { over: 2 * GB, free: 0, by: 'budget', most: 5 * GB });
  assert.deepEqual(roomHere(folder(5), { folder: 3 * GB, disk: disk(100, 1) }), { over: 0, free: GB, by: 'disk', most: 5 * GB });
  assert.deepEqual(roomHere(free, { folder: 3 * GB, disk: disk(100, 15) }), { over: 0, free: 5 * GB, by: 'budget', most: 8 * GB });
  assert.deepEqual(roomHere(free, { folder: 3 * GB, disk: disk(100, 4) }), { over: 6 * GB, free: 0, by: 'budget', most: -3 * GB });
  assert.deepEqual(roomHere(free, { folder: 3 * GB, disk: null }), { over: 0, free: Number.POSITIVE_INFINITY, by: 'disk', most: null });
  for (const budget of [null, { of: 'nothing' } as const])
    assert.deepEqual(roomHere(budget, { folder: 3 * GB, disk: disk(100, 4) }), { over: 0, free: 4 * GB, by: 'disk', most: null });
});

test('OS-2: what may still come fits, whatever the budget, the folder and the disk; and nothing may come while something has to go', () => {
  const amount = fc.nat(1000);
  const budget = fc.oneof(
    amount.map((bytes): DiskBudget => ({ of: 'folder', bytes })),
    fc.integer({ min: 1, max: 90 }).map((percent): DiskBudget => ({ of: 'free', percent })),
  );
  fc.assert(
    fc.property(budget, amount, amount, amount, (limit, folder, used, free) => {
      const space = { folder, disk: { size: folder + used + free, free } };
      const room = roomHere(limit, space);
      assert.ok(room.over === 0 || room.free === 0);
      assert.ok(room.free <= free);
      const after = roomHere(limit, { folder: folder + room.free, disk: { ...space.disk, free: free - room.free } });
      assert.equal(after.over, room.over, 'what came within it makes nothing go');
      assert.ok(roomForPinned(room) <= room.free);
    }),
  );
});

test('OS-3: pinned photos come back in full into room of which a tenth stays, so that nothing goes to and fro', () => {
  const room = roomHere({ of: 'folder', bytes: 100 }, { folder: 70, disk: null });
  assert.deepEqual([room.free, roomForPinned(room)], [30, 20]);
  assert.equal(roomForPinned(roomHere({ of: 'folder', bytes: 100 }, { folder: 95, disk: null })), 0);
  assert.equal(roomForPinned(roomHere({ of: 'folder', bytes: 100 }, { folder: 101, disk: null })), 0);
});
