import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test, type TestContext } from 'node:test';
import { AS_USUAL, choose, heedClosing, keepSettings, mtimeMsOf, readPins, stampOf } from '@rollcall/core';
import { ASSET, assetEntity, OTHER, originalOf } from '@rollcall/core/testing';
import { CHAIN_START, dayWords } from '@rollcall/protocol';
import { freeSpace } from '../conditions/free-space.ts';
import { writeMarker } from '../folder/marker.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { get } from './get.ts';
import type { Io } from './io.ts';
import { pin } from './pin.ts';
import { settingsSet } from './settings.ts';
import { unlink } from './unlink.ts';

/** An album of the library, in which its one photo is. */
const ALBUM = '01900000-0000-7000-8000-0000000000a1';
const HASH = 'a'.repeat(64);
/** More than anybody else writes to this disk meanwhile. Bytes. */
const MUCH = 2 ** 40;

/** A device in optimised storage with one photo, compressed here, whose server nobody reaches. `size`: bytes of the original. */
function deviceHere(t: TestContext, { size = 9, closesOn = null }: { size?: number; closesOn?: number | null } = {}) {
  const top = mkdtempSync(join(tmpdir(), 'rollcall-offline-'));
  t.after(() => rmSync(top, { recursive: true }));
  const [home, root] = [join(top, 'home'), join(top, 'photos')];
  mkdirSync(home);
  mkdirSync(join(root, '.rollcall'), { recursive: true });
  writeFileSync(join(home, 'token'), 'none\n');
  const identity = { deviceId: OTHER, name: 'd', server: 'http://127.0.0.1:9', accountId: 'x', email: 'e@x.org', libraryId: OTHER };
  writeMarker(root, identity);
  const store = openDeviceStore(join(home, 'device.sqlite'));
  store.setIdentity({ ...identity, folder: root });
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const fields = { createdAt: 1, updatedAt: 1, deleted: false };
  const feed = [
    { ...assetEntity(ASSET), fileName: 'a.jpg' },
    { ...originalOf(ASSET, HASH), size },
    { type: 'album', id: ALBUM, title: 'Holidays', ...fields },
    { type: 'album-item', albumId: ALBUM, assetId: ASSET, position: 'a', removed: false },
  ];
  store.applyPage(
    feed.map((entity, at) => ({ seq: at + 1, entity: entity as never })),
    'e.g.5',
    true,
    null,
    1,
  );
  const path = join(root, 'a.jpg');
  writeFileSync(path, 'small');
  const stats = lstatSync(path, { bigint: true });
  const seen = { path: 'a.jpg', size: 5, mtimeMs: mtimeMsOf(stats), stamp: stampOf(stats), newHere: false, firstSeen: 1 };
  store.addFile({ ...seen, hash: 'b'.repeat(64), baseHash: HASH, assetId: ASSET, agreedAt: 2, standIn: { assetId: ASSET, of: HASH } });
  const chosen = choose(AS_USUAL, 'storage', 'optimise', 1);
  assert.ok(chosen.ok);
  keepSettings(store, chosen.settings);
  if (closesOn !== null) heedClosing(store, { on: closesOn, askedAt: 1 });
  store.close();
  const run = async (command: (options: { home: string; json: boolean }, io: Io) => Promise<number>) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const io: Io = { stdin: new PassThrough(), stdout, stderr, signal: new AbortController().signal, ask: null };
    const code = await command({ home, json: false }, io);
    return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
  };
  return { home, root, run };
}

/** Bytes that are free only when what is kept of the disk is given back. */
function inReserve(root: string): number {
  const free = freeSpace(root, {}, 1);
  assert.ok('is' in free);
  return free.is + MUCH / 2;
}

test('OS-41: originals fit where they need what is kept for making room, by a setting and before the device ends', async (t) => {
  const { root, run } = deviceHere(t, { size: inReserve(tmpdir()) });
  const set = { name: 'storage', value: 'keep-originals', yes: true };
  assert.match((await run((options, io) => settingsSet({ ...options, ...set }, io))).err, /That does not fit/);
  assert.match((await run((options, io) => unlink({ ...options, compressed: 'download' }, io))).err, /That does not fit/);
  const reserve = join(root, '.rollcall', 'reserve');
  writeFileSync(reserve, '');
  truncateSync(reserve, MUCH);
  const ended = await run((options, io) => unlink({ ...options, compressed: 'download' }, io));
  // Nobody reaches the cloud.
  assert.deepEqual([ended.code, /did not come, and the device stays as it is/.test(ended.err)], [3, true], ended.err);
  assert.throws(() => lstatSync(reserve), { code: 'ENOENT' }, 'it was given back');
  writeFileSync(reserve, '');
  truncateSync(reserve, MUCH);
  const changed = await run((options, io) => settingsSet({ ...options, ...set }, io));
  assert.deepEqual([changed.code, changed.err], [0, '']);
});

test('AC-41: before a device of a library that closes ends with compressed photos it says on which day their originals are gone', async (t) => {
  const on = Date.now() + 9 * 86_400_000;
  const day = dayWords(on);
  const { run } = deviceHere(t, { closesOn: on });
  const asked = await run((options, io) => unlink(options, io));
  assert.equal(asked.code, 3);
  assert.match(asked.err, new RegExp(`the library closes on ${day}, and they are gone then`));
  const left = await run((options, io) => unlink({ ...options, compressed: 'leave' }, io));
  assert.equal(left.code, 0, left.err);
  assert.match(left.out, new RegExp(`1 photo stays compressed.* the library closes on ${day}`));
});

test('OS-43: an album is a name of its photos, by its title or its id', async (t) => {
  const { home, run } = deviceHere(t);
  const pinned = await run((options, io) => pin({ ...options, names: ['holidays'] }, io));
  assert.deepEqual([pinned.code, pinned.out.startsWith('holidays is pinned')], [0, true], pinned.err);
  const store = openDeviceStore(join(home, 'device.sqlite'));
  assert.deepEqual(readPins(store), [{ kind: 'album', id: ALBUM, title: 'Holidays' }]);
  store.close();
  for (const name of ['Holidays', ALBUM]) {
    const got = await run((options, io) => get({ ...options, names: [name] }, io));
    assert.match(got.out, /^Fetching 1 original, 9 bytes/);
  }
  assert.equal((await run((options, io) => get({ ...options, names: ['Work'] }, io))).code, 2);
});
