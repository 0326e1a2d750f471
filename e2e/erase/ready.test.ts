import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { NO_BACKUP_WORDS } from '@rollcall/core';
import type { SignedReceipt } from '@rollcall/protocol';
import { mediaIn } from '../support/media.ts';
import { rollcall } from '../support/program.ts';
import { World, type Device } from '../support/world.ts';

const { missing, folder: MEDIA } = mediaIn();

/** Live Photo, an edit and its Apple sidecar, a RAW and its picture, XMP beside a JPEG. */
const FILES = [
  'live/IMG_4580.HEIC',
  'live/IMG_4580.MOV',
  'edits/IMG_1853.HEIC',
  'edits/IMG_1853.AAE',
  'edits/IMG_E1853.HEIC',
  'raw/DSC_4001.DNG',
  'raw/DSC_4001.JPG',
  'sidecar/DSC_5001.JPG',
  'sidecar/DSC_5001.JPG.xmp',
];

describe('a device that may be erased', { skip: missing }, () => {
  const world = new World();
  let a: Device;
  const kept = join(world.root, 'receipt.json');
  const check = (file: string, ...more: string[]) => a.run('receipt', 'check', file, ...more);
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    for (const file of FILES) a.put(file, readFileSync(join(MEDIA, file)));
    a.put('copy of it/DSC_5001.JPG', readFileSync(join(MEDIA, 'sidecar/DSC_5001.JPG')));
    a.put('live/.DS_Store', Buffer.from('the system’s own'));
    await a.sync();
  });
  after(() => world.end());

  test('ER-20: with every file read again on both sides it is ready, and the receipt says how many, how much, when and whose', async () => {
    const ended = await a.run('verify', '--erase', '--receipt', kept, '--json');
    assert.equal(ended.code, 0, ended.out + ended.err);
    const {
      ready,
      files,
      leftOut,
      missing: lacks,
      receipt: told,
    } = JSON.parse(ended.out) as {
      ready: boolean;
      files: number;
      leftOut: { count: number; first: string[] };
      missing: { count: number };
      receipt: SignedReceipt;
    };
    assert.deepEqual([ready, files, leftOut, lacks.count], [true, 10, { count: 1, first: ['live/.DS_Store'] }, 0]);
    assert.deepEqual(JSON.parse(readFileSync(kept, 'utf8')), told);
    assert.equal(statSync(kept).mode & 0o777, 0o600);
    const { receipt } = told;
    const bytes = FILES.reduce((sum, file) => sum + statSync(join(MEDIA, file)).size, 0);
    assert.deepEqual([receipt.resources, receipt.bytes, receipt.told.files], [9, bytes, 10]);
    assert.deepEqual([receipt.device.name, receipt.account], ['Laptop', 'ann@example.org']);
    const words = await a.run('verify', '--erase');
    assert.equal(words.code, 0);
    assert.match(words.out, /Laptop is ready to erase, as of .*all 10 files on it/);
  });

  test('ER-34: whoever is told that a device is ready to erase is told that the cloud makes no backup of itself', async () => {
    const words = await a.run('verify', '--erase');
    assert.ok(words.out.includes(`${NO_BACKUP_WORDS}\n`), words.out);
  });

  test('ER-21: a receipt is kept where it outlives the device, and never in the place of another file', async () => {
    for (const [path, why] of [
      [a.path('receipt.json'), /would be erased with it/],
      [join(a.home, 'receipt.json'), /would be erased with it/],
      [kept, /there already/],
    ] as const) {
      const ended = await a.run('verify', '--erase', '--receipt', path);
      assert.equal(ended.code, 2, ended.out);
      assert.match(ended.err, why);
    }
    assert.equal(existsSync(a.path('receipt.json')), false);
    const nowhere = await a.run('verify', '--erase', '--receipt', join(world.root, 'no', 'folder', 'receipt.json'));
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.err, /could not be written/);
  });

  test('ER-22: a receipt is checked by the server’s own key, and without the server by the key that was noted at the link; a letter that was changed fails', async () => {
    const valid = await check(kept);
    assert.equal(valid.code, 0, valid.err);
    assert.match(valid.out, /Valid: .*everything on Laptop \(10 files\)[^]*The key is the server’s own/);
    const text = readFileSync(kept, 'utf8');
    const changed = join(world.root, 'changed.json');
    const state = async (other: string, ...more: string[]): Promise<[number | null, string]> => {
      writeFileSync(changed, other);
      const ended = await check(changed, '--json', ...more);
      return [ended.code, (JSON.parse(ended.out) as { state: string }).state];
    };
    for (const [from, to] of [
      ['"resources": 9', '"resources": 10'],
      ['"Laptop"', '"Desktop"'],
      ['"files": 10', '"files": 11'],
      ['"version": 1', '"version": 2'],
      ['"kind"', '"more": 1, "kind"'],
      [/"signature": "../.exec(text)?.[0] ?? '', '"signature": "zz'],
    ] as const) {
      assert.ok(text.includes(from), from);
      assert.deepEqual(await state(text.replace(from, to)), [1, 'changed'], from);
    }
    assert.deepEqual(await state('{}'), [1, 'no-receipt']);
    // The order of members, and white space, are no letters of it.
    assert.deepEqual(await state(JSON.stringify(JSON.parse(text))), [0, 'valid']);
    await world.server?.stop();
    const offline = await check(kept);
    assert.equal(offline.code, 0, offline.err);
    assert.match(offline.out, /the one that this device noted[^]*The server did not say/);
    assert.deepEqual(await state(text.replace('"files": 10', '"files": 100')), [1, 'changed']);
    const stranger = await rollcall(['receipt', 'check', kept, '--home', join(world.root, 'nobody'), '--json']);
    assert.deepEqual([stranger.code, (JSON.parse(stranger.out) as { state: string }).state], [1, 'unknown-key']);
    await world.serveAgain();
  });

  test('ER-23: a receipt of another server is told from the own one, and one by a key that was stays valid', async () => {
    const other = new World();
    try {
      await other.serve();
      assert.equal((await other.account()).code, 0);
      const c = await other.device('Phone');
      const ended = await c.run('receipt', 'check', kept, '--json');
      assert.deepEqual([ended.code, (JSON.parse(ended.out) as { state: string }).state], [1, 'another-server']);
      const named = await c.run('receipt', 'check', kept, '--server', world.url);
      assert.equal(named.code, 0, named.err);
    } finally {
      await other.end();
    }
    const made = await rollcall(['receipt', 'new-key', '--data', world.data]);
    assert.equal(made.code, 0, made.err);
    const before = await check(kept);
    assert.equal(before.code, 0, before.err);
    assert.match(before.out, /signs with another key since/);
    const now = await a.run('verify', '--erase');
    assert.equal(now.code, 0, now.out + now.err);
    assert.match(now.out, /signs with another key than before/);
    assert.doesNotMatch((await a.run('verify', '--erase')).out, /another key/);
  });

  test('ER-24: while an agent runs it is asked, and answers the same', { timeout: 240_000 }, async () => {
    const agent = a.start();
    await agent.line(/Keeping/);
    const asked = join(world.root, 'asked.json');
    const ended = await a.run('verify', '--erase', '--receipt', asked);
    assert.equal(ended.code, 0, ended.out + ended.err);
    assert.equal((await check(asked)).code, 0);
    a.put('notes.txt', Buffer.from('somebody wrote this'));
    const no = await a.run('verify', '--erase');
    assert.equal(no.code, 1, no.out);
    assert.match(no.out, /notes\.txt \(in the cloud\)/);
    rmSync(a.path('notes.txt'));
    await agent.stop();
    assert.equal((await a.run('verify', '--erase')).code, 0);
  });
});
