import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test, type TestContext } from 'node:test';
import Database from 'better-sqlite3';
import { AS_USUAL, choose, heedClosing, keepSettings, mtimeMsOf, policyOf, readPins, readSettings, stampOf } from '@rollcall/core';
import { ASSET, assetEntity, OTHER, originalOf } from '@rollcall/core/testing';
import { NO_DIGEST, writePacket, XMP_HEADER } from '@rollcall/media/stand-in-mark';
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
  writeMarker(root, { ...identity, home });
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
  const run = async (command: (options: { home: string; json: boolean }, io: Io) => Promise<number>, ask: Io['ask'] = null) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const io: Io = { stdin: new PassThrough(), stdout, stderr, signal: new AbortController().signal, ask };
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

/** A person who is asked, and says so. */
function asked(answer: boolean) {
  const questions: string[] = [];
  const ask = async (question: string): Promise<boolean> => {
    questions.push(question);
    return answer;
  };
  return { questions, ask };
}

test('OS-12: switching back, the person is told the sum and what is free, and asked; who says no has changed nothing', async (t) => {
  const { home, run } = deviceHere(t, { size: 3_000_005 });
  const back = (options: { home: string; json: boolean }, io: Io) =>
    settingsSet({ ...options, name: 'storage', value: 'keep-originals' }, io);
  const storage = (): string => {
    const store = openDeviceStore(join(home, 'device.sqlite'));
    const chosen = policyOf(readSettings(store)).storage;
    store.close();
    return chosen;
  };
  const no = asked(false);
  const kept = await run(back, no.ask);
  assert.deepEqual([kept.code, kept.out, kept.err, storage()], [0, 'Nothing was changed.\n', '', 'optimise']);
  assert.equal(no.questions.length, 1);
  assert.match(
    no.questions[0] ?? '',
    /^1 original comes back from the cloud: 3 MB more than is here now; [\d.]+ [kMGT]B of this disk are free\. Go on\?$/,
  );
  const yes = asked(true);
  const changed = await run(back, yes.ask);
  assert.deepEqual([changed.code, yes.questions.length, storage()], [0, 1, 'keep-originals']);
});

test('OS-18: before a device ends with compressed photos, the person is told the sum and what is free, and asked whether the originals are to come first', async (t) => {
  const { home, run } = deviceHere(t, { size: 3_000_005 });
  const no = asked(false);
  const kept = await run((options, io) => unlink(options, io), no.ask);
  assert.equal(no.questions.length, 1);
  assert.match(
    no.questions[0] ?? '',
    /^1 photo is only compressed here, and would be so for good: the originals \(3 MB more than is here; [\d.]+ [kMGT]B of this disk are free\) are in the cloud, and not here\. Download the originals first\?$/,
  );
  assert.deepEqual([kept.code, existsSync(join(home, 'device.sqlite'))], [3, true]);
  assert.match(kept.err, /^rollcall: The device stays as it is\. .*--download-originals .*--leave-compressed /);
  const yes = await run((options, io) => unlink(options, io), asked(true).ask);
  // Nobody reaches the cloud.
  assert.deepEqual([yes.code, /1 original did not come, and the device stays as it is/.test(yes.err)], [3, true], yes.err);
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

/** The least that a compressed version is: a JPEG without a picture that says what it stands for. */
function standInBytes(): Buffer {
  const mark = { assetId: ASSET, of: HASH, kind: 'photo', fileName: 'a.jpg', width: 4, height: 3 } as const;
  const packet = writePacket(mark, { title: null, caption: null, rating: null, keywords: [], day: null });
  const content = Buffer.concat([Buffer.from(XMP_HEADER, 'latin1'), packet]);
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]), content, Buffer.from([0xff, 0xd9])]);
  bytes.writeUInt16BE(content.length + 2, 4);
  bytes.write(createHash('sha256').update(bytes).digest('hex'), bytes.indexOf(NO_DIGEST, 0, 'latin1'), 'latin1');
  return bytes;
}

/** Writes over a part of a file, from there on. */
function damage(path: string, at: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0x5a), 0, length, at);
  closeSync(file);
}

/** Where the rows of the files lie in the database. Bytes. */
function rowsAt(path: string): number[] {
  const db = new Database(path);
  const pages = db.prepare<[], { rootpage: number }>(`select rootpage from sqlite_master where tbl_name = 'local'`).all();
  db.close();
  return pages.map(({ rootpage }) => (rootpage - 1) * 4096);
}

test('OS-61: a device whose state is damaged is not ended while there are compressed versions in its folder, unless the person leaves them so', async (t) => {
  for (const parts of [() => [0], rowsAt]) {
    const { home, root, run } = deviceHere(t);
    const state = join(home, 'device.sqlite');
    for (const at of parts(state)) damage(state, at, 100);
    for (const name of ['a.jpg', 'b.jpg']) writeFileSync(join(root, name), standInBytes());
    writeFileSync(join(root, 'changed.jpg'), Buffer.concat([standInBytes(), Buffer.from('.')]));
    for (const compressed of [{}, { compressed: 'download' }] as const) {
      const refused = await run((options, io) => unlink({ ...options, ...compressed }, io));
      assert.deepEqual([refused.code, refused.out, existsSync(state)], [3, '', true]);
      assert.match(refused.err, new RegExp(`2 files in ${root} are compressed, .*rollcall link.*rollcall unlink --leave-compressed`));
    }
    const left = await run((options, io) => unlink({ ...options, compressed: 'leave' }, io));
    assert.deepEqual([left.code, existsSync(state)], [0, false], left.err);
    assert.match(left.out, new RegExp(`2 files in ${root} are compressed, .*rollcall link`));
  }
});

test('OS-61: where nobody knows any more which folder it was, it says that there may be compressed versions; where there are none, it says nothing of them', async (t) => {
  const lost = deviceHere(t);
  writeFileSync(join(lost.home, 'device.sqlite'), 'no database '.repeat(1000));
  const ended = await lost.run((options, io) => unlink(options, io));
  assert.equal(ended.code, 0, ended.err);
  assert.match(ended.out, /Whether some of them are compressed versions, .* is not known\. Link the folder to the same account again/);
  const full = deviceHere(t);
  damage(join(full.home, 'device.sqlite'), 0, 100);
  const gone = await full.run((options, io) => unlink(options, io));
  assert.equal(gone.code, 0, gone.err);
  assert.doesNotMatch(gone.out, /compressed/);
});

test('OS-57: a photo is named by its file name alone, in whatever case, wherever it lies, as why finds it; several of that name are told apart', async (t) => {
  const { home, run } = deviceHere(t);
  const path = join('2024', '05', 'Sea.jpg');
  const store = openDeviceStore(join(home, 'device.sqlite'));
  const [file] = store.files();
  store.patchFile(file?.key ?? 0, { path });
  store.close();
  const pinned = await run((options, io) => pin({ ...options, names: ['sea.JPG'] }, io));
  assert.deepEqual([pinned.code, pinned.out.startsWith('sea.JPG is pinned')], [0, true], pinned.err);
  const got = await run((options, io) => get({ ...options, names: ['Sea.jpg'] }, io));
  assert.match(got.out, /^Fetching 1 original, 9 bytes/);
  const again = openDeviceStore(join(home, 'device.sqlite'));
  const second = { path: 'Sea.jpg', size: 5, mtimeMs: 7, stamp: 's', newHere: false, firstSeen: 1, hash: HASH, baseHash: HASH };
  again.applyPage([{ seq: 9, entity: { ...assetEntity(OTHER), fileName: 'Sea.jpg' } }], 'e.g.9', true, null, 1);
  again.addFile({ ...second, path: '2025/Sea.jpg', assetId: OTHER, agreedAt: 2 });
  again.close();
  const several = await run((options, io) => get({ ...options, names: ['Sea.jpg'] }, io));
  assert.equal(several.code, 2);
  assert.match(several.err, /2 photos are called Sea\.jpg: name one of them by its file or its id \(2024\/05\/Sea\.jpg, 2025\/Sea\.jpg\)/);
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
