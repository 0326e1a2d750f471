import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytesMigrations } from '../bytes/index.ts';
import { reserve, stored } from '../bytes/ledger.ts';
import { groupCommit, openDatabase } from '../database.ts';
import { createOf, FIELDS, hashOf } from '../testing/photos.ts';
import { assetIn, Chain, uuid } from './contract/setting.testing.ts';
import { libraryMigrations } from './migrations.ts';
import { openSqliteLibraries } from './sqlite.ts';
import type { LibraryStore } from './store.ts';

/** Steps before the one that has sidecars read once more. */
const BEFORE = 11;

/** The database as it is after so many steps, and the libraries in it. */
function opened(data: string, steps: number) {
  const { database } = openDatabase(data, [{ ...libraryMigrations, steps: libraryMigrations.steps.slice(0, steps) }, bytesMigrations]);
  const synced = async (): Promise<void> => undefined;
  const parts = { database, write: groupCommit({ database, synced }), synced, clock: { now: () => 1000 }, onChange: () => undefined };
  return { database, store: openSqliteLibraries(parts) };
}

test('SX-24: what lay beside a photo before its date counted is read once more, for that date alone', async (t) => {
  const data = mkdtempSync(join(tmpdir(), 'rollcall-read-again-'));
  t.after(() => rmSync(data, { recursive: true }));
  const [libraryId, photo, gone] = [uuid(), uuid(), uuid()];
  const resource = (n: number) => ({
    role: 'sidecar',
    hash: hashOf(n),
    size: 100,
    mime: 'application/rdf+xml',
    fileName: 'a.xmp',
    modifiedAt: null,
  });
  const older = opened(data, BEFORE);
  await older.store.createLibrary({ libraryId, accountId: 'anna', quota: 1_000_000 });
  for (const n of [1, 2, 7, 8, 9]) {
    const sent = { libraryId, deviceId: 'someone', hash: hashOf(n), size: 100, now: 0 };
    assert.ok(reserve(older.database, { ...sent, quota: 1_000_000 }));
    stored(older.database, { ...sent, uploadId: 'test', announced: hashOf(n) });
  }
  const chain = new Chain(older.store.epoch);
  const send = (store: LibraryStore, ...changes: Parameters<Chain['next']>[0][]) =>
    store.applyMutations({ libraryId, deviceId: chain.deviceId, mutations: changes.map((change) => chain.next(change)) });
  await send(
    older.store,
    createOf(photo, [{ n: 1 }]),
    { name: 'resource.attach', args: { assetId: photo, resource: resource(7) } },
    createOf(gone, [{ n: 2 }]),
    { name: 'resource.attach', args: { assetId: gone, resource: resource(8) } },
    { name: 'asset.trash', args: { assetId: gone } },
  );
  await send(older.store, { name: 'asset.purge', args: { assetId: gone }, expect: older.store.headOf(libraryId) });
  // All was read.
  older.database.exec('DELETE FROM unread_sidecars');
  older.database.close();

  const { database, store } = opened(data, libraryMigrations.steps.length);
  t.after(() => database.close());
  const asset = async () => {
    const page = await store.changesSince({ libraryId, cursor: null, limit: 100, deviceId: chain.deviceId });
    assert.ok(typeof page !== 'string');
    return assetIn(page, photo) ?? assert.fail('no photo');
  };
  const readAll = async (): Promise<string[]> => {
    const unread = await store.unreadSidecars(10);
    const fields = { capturedAt: '2019-01-01T08:00:00+02:00', capturedSource: 'xmp' as const, caption: 'emptied by a person since' };
    for (const each of unread) await store.takeSidecar(each, { fields, knowsZone: true, adjusted: null });
    return unread.map(({ of }) => of.hash);
  };
  assert.equal((await asset()).capturedAt, FIELDS.capturedAt);
  assert.deepEqual(await readAll(), [hashOf(7)], 'not of the purged photo');
  assert.deepEqual([(await asset()).capturedAt, (await asset()).caption], ['2019-01-01T08:00:00+02:00', null]);
  await send(store, { name: 'resource.attach', args: { assetId: photo, resource: resource(9) } });
  assert.deepEqual(await readAll(), [hashOf(9)]);
  assert.equal((await asset()).caption, 'emptied by a person since', 'what comes now is read in full');
});
