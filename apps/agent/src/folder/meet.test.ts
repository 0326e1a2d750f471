import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDeviceStore } from '../store/sqlite.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { readMarker, writeMarker } from './marker.ts';
import { meetFolder } from './meet.ts';

const ID = '01900000-0000-7000-8000-00000000000d';

test('RD-18: state and folder notice when one of them is of another time, and only then', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-meet-'));
  t.after(() => rmSync(root, { recursive: true }));
  const folder = join(root, 'photos');
  const identity = { deviceId: ID, name: 'd', server: 's', folder, accountId: 'a', email: 'e@example.org', libraryId: ID };
  writeMarker(folder, { deviceId: ID, libraryId: ID, email: 'e@example.org', server: 's' });
  const parted = async (store: DurableStore): Promise<boolean> => {
    store.setNote('parted', null);
    store.setNote('looked', '1');
    await meetFolder(store, identity);
    assert.equal(store.note('looked') === null, store.note('parted') !== null);
    return store.note('parted') !== null;
  };
  let store = openDeviceStore(join(root, 'device.sqlite'));
  assert.deepEqual([await parted(store), await parted(store), await parted(store)], [false, false, false]);

  const marker = join(folder, '.rollcall/folder.json');
  const old = readFileSync(marker);
  assert.equal(await parted(store), false);
  writeFileSync(marker, old);
  assert.equal(await parted(store), true);
  assert.equal(await parted(store), false);

  store.close();
  cpSync(join(root, 'device.sqlite'), join(root, 'copy.sqlite'));
  store = openDeviceStore(join(root, 'device.sqlite'));
  assert.equal(await parted(store), false);
  store.close();
  store = openDeviceStore(join(root, 'copy.sqlite'));
  assert.equal(await parted(store), true);

  // Killed between the two halves: the folder has the number of the run before, or that of the run that began.
  const before = readMarker(folder);
  assert.ok(before?.run !== undefined);
  store.setNote('run-next', 'begun');
  assert.equal(await parted(store), false);
  store.setNote('run-next', 'begun');
  writeMarker(folder, { ...before, run: 'begun' });
  assert.equal(await parted(store), false);
  store.close();
});
