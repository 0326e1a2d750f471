import assert from 'node:assert/strict';
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { cannotMount, Disks } from '../folders/disk.ts';
import { largePhoto } from '../support/photos.ts';
import { until } from '../support/program.ts';
import type { Device } from '../support/world.ts';

const skip = await cannotMount('plain');
const PHOTOS = 6;
const LONG_MS = 120_000;

interface Item {
  name: string;
  form: 'original' | 'compressed';
}
interface Kept {
  kept: { why: string }[];
}

describe('optimised storage on a small disk', { skip }, () => {
  const disks = new Disks();
  let b: Device;
  // The disk's own `lost+found`, which may not be looked into, is told of as well, and is no photo.
  const items = async (): Promise<Item[]> => (await b.json<{ items: Item[] }>('ls')).items.filter(({ name }) => /^p\d\.jpg$/.test(name));
  const freePart = (): number => {
    const { bavail, blocks } = statfsSync(b.folder);
    return bavail / blocks;
  };
  before(async () => {
    await disks.open();
    b = await disks.device('Stick', disks.make('plain', 'stick', 64));
    assert.equal((await b.run('settings', 'set', 'storage', 'optimise')).code, 0);
  });
  after(() => disks.end());

  test(
    'OS-22: of a disk of which a part is to stay free, originals make room until it is; all stay in the library, and are verified',
    { timeout: 2 * LONG_MS },
    async () => {
      assert.equal((await b.run('settings', 'set', 'disk-budget', '60% free')).code, 0);
      for (let n = 1; n <= PHOTOS; n += 1) b.put(`p${n}.jpg`, await largePhoto({ taken: `2024:05:0${n} 10:00:00` }));
      assert.ok(freePart() < 0.6, `${freePart()}`);
      b.start();
      await until(async () => freePart() >= 0.6, 'room on the disk', LONG_MS);
      await b.agent?.stop();
      const all = await items();
      assert.deepEqual([all.length, new Set(all.map(({ form }) => form))], [PHOTOS, new Set(['original', 'compressed'])]);
      const verified = await b.run('verify');
      assert.equal(verified.code, 0, verified.out + verified.err);
    },
  );

  test(
    'OS-22: where the disk has no room at all, nothing goes before its compressed version has a place, and that is said; with a little room it goes on',
    { timeout: 2 * LONG_MS },
    async () => {
      assert.equal((await b.run('settings', 'set', 'disk-budget', 'none')).code, 0);
      const original = (await items()).find(({ form }) => form === 'original')?.name ?? '';
      // As on a disk that was full before originals could make room on it.
      rmSync(b.path('.rollcall/reserve'), { force: true });
      const ballast = b.path('.rollcall/ballast');
      const { bavail, bsize } = statfsSync(b.folder);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize - 20_000));
      const full = await b.json<Kept>('evict', original);
      assert.deepEqual(
        full.kept.map(({ why }) => why),
        ['disk-full'],
      );
      assert.equal((await items()).find(({ name }) => name === original)?.form, 'original');
      rmSync(ballast);
      const evicted = await b.run('evict', original);
      assert.equal(evicted.code, 0, evicted.out + evicted.err);
      assert.equal((await items()).find(({ name }) => name === original)?.form, 'compressed');
      assert.equal((await b.run('verify')).code, 0);
    },
  );

  test(
    'OS-27: where originals may make room, a little of a small disk is kept for that: filled to its last byte it still makes room by itself',
    { timeout: 2 * LONG_MS },
    async () => {
      for (const n of [7, 8]) b.put(`p${n}.jpg`, await largePhoto({ taken: `2024:05:0${n} 10:00:00` }));
      await b.sync();
      b.start();
      await until(() => existsSync(b.path('.rollcall/reserve')), 'a little room to be kept', LONG_MS);
      fill(b.path('.rollcall/ballast'));
      assert.equal(freePart(), 0);
      assert.equal((await b.run('settings', 'set', 'disk-budget', '4% free')).code, 0);
      await until(() => freePart() >= 0.04, 'room on the disk', LONG_MS);
      rmSync(b.path('.rollcall/ballast'));
      await until(() => existsSync(b.path('.rollcall/reserve')), 'a little room to be kept again', LONG_MS);
      assert.equal((await b.run('settings', 'set', 'storage', 'keep-originals', '--yes')).code, 0);
      await until(() => !existsSync(b.path('.rollcall/reserve')), 'it to be given back', LONG_MS);
      await until(async () => (await items()).every(({ form }) => form === 'original'), 'all originals', LONG_MS);
      await b.agent?.stop();
      assert.equal((await b.run('verify')).code, 0);
    },
  );
});

/** Writes until the disk takes nothing more. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let size = 1024 * 1024; size >= 512; size /= 2) while (wrote(file, Buffer.alloc(size, 1)));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function wrote(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) > 0;
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    return false;
  }
}
