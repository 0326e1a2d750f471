import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { collect, findStrays } from '../bytes/index.ts';
import { reserve, unreserve } from '../bytes/ledger.ts';
import { enterQuarantine, leaveQuarantine, whereabouts } from '../bytes/loose.ts';
import { addTicket } from '../bytes/tickets.ts';
import { DAY, HOUR, instead, KeptFolder, sha256, uuid } from '../testing/kept.ts';
import { createOf } from '../testing/photos.ts';

const photo = randomBytes(1000);
const hash = sha256(photo);

async function withPurged(test: { after(work: () => Promise<void>): void }): Promise<{ kept: KeptFolder; library: string; asset: string }> {
  const kept = await KeptFolder.open(test);
  const library = await kept.library();
  const asset = await kept.add(library, photo);
  assert.deepEqual(await kept.purge(library, asset), { status: 'applied' });
  return { kept, library, asset };
}

test('QA-3: bytes to which nothing refers wait for a day, then in quarantine for seven, and then they are deleted', async (t) => {
  const { kept } = await withPurged(t);
  await kept.live(HOUR);
  await kept.live(23 * HOUR);
  assert.ok(await kept.blobs.stat(hash));
  await kept.live(2 * HOUR);
  assert.equal(await kept.blobs.stat(hash), null);
  assert.deepEqual(await kept.quarantined(), [hash]);
  await kept.live(6 * DAY);
  assert.deepEqual(await kept.quarantined(), [hash]);
  await kept.live(2 * DAY);
  assert.deepEqual(await kept.quarantined(), []);
  assert.equal(whereabouts(kept.database, hash), 'gone');
});

test('QA-3: after the epoch changed they wait for 30 days', async (t) => {
  const { kept } = await withPurged(t);
  kept.epochChanged = kept.libraries.seenTime().seen;
  await kept.live(29 * DAY);
  assert.ok(await kept.blobs.stat(hash));
  await kept.live(2 * DAY);
  assert.deepEqual(await kept.quarantined(), [hash]);
});

test('QA-4: a clock that jumps, forwards or back, or a server that was off, collects nothing, deletes nothing and forgets no purge', async (t) => {
  const { kept, asset } = await withPurged(t);
  const jumps = async (): Promise<void> => {
    for (const jump of [400 * DAY, -800 * DAY, 400 * DAY]) {
      kept.now += jump;
      await kept.live(0);
    }
    kept.now += 400 * DAY;
    await kept.restart();
    await kept.live(0);
  };
  await jumps();
  assert.ok(await kept.blobs.stat(hash));
  await kept.live(2 * DAY);
  assert.deepEqual(await kept.quarantined(), [hash]);
  await jumps();
  assert.deepEqual(await kept.quarantined(), [hash]);
  assert.equal((await kept.libraries.purgedPhoto(asset))?.fileName, 'IMG_1.JPG');
});

test('QA-5: what another library has, what a trashed photo has, and what an upload is about to bring stays', async (t) => {
  const { kept, library } = await withPurged(t);
  const other = await kept.library();
  const theirs = await kept.add(other, photo);
  await kept.act(other, { name: 'asset.trash', args: { assetId: theirs } });
  await kept.live(20 * DAY);
  assert.ok(await kept.blobs.stat(hash));
  assert.deepEqual(await kept.purge(other, theirs), { status: 'applied' });
  await kept.live(0);
  const ticket = { id: 'ab'.repeat(16), library, device: 'd', hash, size: 1000, mime: '', created: 0, touched: 0, result: null };
  await kept.write(() => addTicket(kept.database, ticket));
  await kept.live(3 * DAY);
  assert.ok(await kept.blobs.stat(hash));
  await kept.write(() => kept.database.prepare('DELETE FROM uploads').run());
  await kept.live(0);
  assert.deepEqual(await kept.quarantined(), [hash]);
});

test('QA-6: a server that ends between the row and the move finds what is in use in use, and everything else in quarantine or loose', async (t) => {
  const { kept, library } = await withPurged(t);
  const path = kept.blobs.path(hash) as string;
  // The row is written, the file not moved yet.
  await kept.write(() => enterQuarantine(kept.database, hash, 1000, kept.libraries.seenTime().seen));
  await kept.restart();
  assert.equal(whereabouts(kept.database, hash), 'loose');
  assert.ok(existsSync(path));
  await kept.live(2 * DAY);
  assert.deepEqual([whereabouts(kept.database, hash), await kept.quarantined()], ['quarantined', [hash]]);
  // The file is moved, the row was lost with an older copy of the database.
  await kept.write(() => leaveQuarantine(kept.database, hash));
  await kept.restart();
  assert.equal(whereabouts(kept.database, hash), 'quarantined');
  // A database that was put back refers to it.
  const before = kept.database.prepare('SELECT * FROM ledger').all();
  assert.deepEqual(before, []);
  await kept.add(library, photo);
  renameSync(path, join(kept.data, 'quarantine', hash));
  await kept.restart();
  assert.deepEqual([whereabouts(kept.database, hash), await kept.quarantined()], ['stored', []]);
  assert.equal((await kept.blobs.rehash(hash)).state, 'stored');
  // Deleted, but for the row: nothing is promised that is not there.
  await kept.write(() => enterQuarantine(kept.database, 'e'.repeat(64), 5, 0));
  await kept.restart();
  assert.equal(whereabouts(kept.database, 'e'.repeat(64)), 'gone');
});

test('QA-6: interrupted after each step of collecting, nothing that is referred to is lost, and the rest goes on', async (t) => {
  for (const step of ['quarantine', 'dropQuarantined'] as const) {
    const { kept } = await withPurged(t);
    const { blobs } = kept;
    const interrupted = instead(blobs, {
      [step]: async () => {
        throw new Error('the process ended');
      },
    });
    await kept.live(0);
    if (step === 'dropQuarantined') await kept.live(2 * DAY);
    kept.blobs = interrupted;
    await assert.rejects(kept.live(8 * DAY), /the process ended/);
    kept.blobs = blobs;
    await kept.restart();
    await kept.live(2 * DAY);
    assert.deepEqual(await kept.quarantined(), [hash]);
    await kept.live(8 * DAY);
    assert.deepEqual([await kept.quarantined(), await kept.blobs.stat(hash)], [[], null]);
  }
});

test('QA-7: bytes in quarantine are not read from there; sent again they are stored anew, and the copy in quarantine goes', async (t) => {
  const { kept, library } = await withPurged(t);
  await kept.live(0);
  await kept.live(2 * DAY);
  await writeFile(join(kept.data, 'quarantine', hash), 'rotten');
  assert.equal(await kept.blobs.open(hash), null);
  await kept.add(library, photo);
  assert.equal((await kept.blobs.rehash(hash)).state, 'stored');
  await kept.restart();
  assert.deepEqual([await kept.quarantined(), whereabouts(kept.database, hash)], [[], 'stored']);
  await kept.live(40 * DAY);
  assert.equal((await kept.blobs.rehash(hash)).state, 'stored');
});

test('QA-7: an upload that ends while its bytes are being collected has them', async (t) => {
  const { kept, library } = await withPurged(t);
  await kept.live(0);
  kept.now += 2 * DAY;
  for (let hours = 0; hours < 30; hours += 1) {
    kept.now += HOUR;
    await kept.libraries.heartbeat();
  }
  const { blobs } = kept;
  let decided = (): void => undefined;
  const isDecided = new Promise<void>((resolve) => (decided = resolve));
  let move = (): void => undefined;
  const mayMove = new Promise<void>((resolve) => (move = resolve));
  const slow = instead(blobs, {
    quarantine: async (one) => {
      decided();
      await mayMove;
      return blobs.quarantine(one);
    },
  });
  const collecting = collect({ ...kept.collecting(), blobs: slow });
  await isDecided;
  // Its hash is not told before, so that nothing speaks for the bytes until all of them are kept.
  const sending = kept.send(library, photo, 1_000_000, null);
  // Ends by itself only if it does not wait for its turn.
  await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, 300))]);
  move();
  await Promise.all([collecting, sending]);
  assert.equal((await blobs.rehash(hash)).state, 'stored');
  assert.deepEqual(await kept.act(library, createOf(uuid(), [{ hash, size: photo.length }])), { status: 'applied' });
});

test('QA-8: bytes that no row knows are found, and collected as all others', async (t) => {
  const kept = await KeptFolder.open(t);
  const library = await kept.library();
  await kept.add(library, randomBytes(10));
  await mkdir(join(kept.data, 'blobs', hash.slice(0, 2), hash.slice(2, 4)), { recursive: true });
  await writeFile(kept.blobs.path(hash) as string, photo);
  assert.equal(await findStrays(kept.collecting()), 1);
  assert.equal(await findStrays(kept.collecting()), 0);
  await kept.live(2 * DAY);
  assert.deepEqual(await kept.quarantined(), [hash]);
});

test('QA-10: bytes of a purge that is undone come back from quarantine, whole, and stay for as long as the photo', async (t) => {
  const { kept, library, asset } = await withPurged(t);
  await kept.live(0);
  await kept.live(5 * DAY);
  assert.deepEqual(await kept.quarantined(), [hash]);
  const undone = await kept.restore(asset);
  assert.equal(undone.restored, true);
  assert.deepEqual([await kept.quarantined(), (await kept.blobs.rehash(hash)).state], [[], 'stored']);
  await kept.restart();
  await kept.live(40 * DAY);
  assert.equal((await kept.blobs.rehash(hash)).state, 'stored');
  const again = (undone as { assetId: string }).assetId;
  assert.deepEqual(await kept.purge(library, again), { status: 'applied' });
  await kept.live(0);
  await kept.live(10 * DAY);
  await kept.live(10 * DAY);
  assert.deepEqual(await kept.restore(again), { restored: false, why: 'not-found' });
});

test('QA-10: a purge is undone also while somebody begins to send the same bytes, and its next purge waits its day anew', async (t) => {
  const { kept, library, asset } = await withPurged(t);
  await kept.live(0);
  await kept.live(5 * DAY);
  const other = await kept.library();
  for (const libraryId of [library, other])
    await kept.write(() => reserve(kept.database, { libraryId, deviceId: 'd', hash, size: 1000, quota: 1_000_000, now: 0 }));
  const undone = await kept.restore(asset);
  assert.equal(undone.restored, true);
  assert.equal((await kept.libraries.summary(library)).bytes, 1000);
  await kept.write(() => unreserve(kept.database, other, hash));
  await kept.live(3 * DAY);
  await kept.purge(library, (undone as { assetId: string }).assetId);
  await kept.live(23 * HOUR);
  assert.equal((await kept.blobs.rehash(hash)).state, 'stored');
  await kept.live(26 * HOUR);
  assert.deepEqual(await kept.quarantined(), [hash]);
});
