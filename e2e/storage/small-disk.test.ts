import assert from 'node:assert/strict';
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { doctor } from '../doctor/told.ts';
import { cannotMount, Disks } from '../folders/disk.ts';
import { largePhoto, largeVideo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import { EMAIL, type Device } from '../support/world.ts';

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
      const [told] = (await doctor(b)).checks[3]?.findings ?? [];
      assert.equal(told?.code, 'no-room-to-optimise');
      assert.match(`${told?.words} ${told?.cure}`, /no room for a compressed version, .* free\. Free up 4 MB on this disk, /);
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

  test(
    'OS-47: two devices with small disks of their own that send at once never take more of the cloud than there is room for; what has no place there says so, and comes when there is room',
    { timeout: 3 * LONG_MS },
    async () => {
      const { world } = disks;
      const c = await disks.device('Card', disks.make('plain', 'card', 32));
      const session = await signInByPassword(world.url);
      const give = async (bytes: number): Promise<void> => {
        const { bytes: used } = await session.ok('library', {});
        assert.equal((await rollcall(['account', 'quota', EMAIL, String(used + bytes), '--data', world.data])).code, 0);
      };
      const large = 1_000_000;
      const { bytes: start } = await session.ok('library', {});
      await give(large * 1.5);
      for (const each of [b, c]) assert.equal((await each.run('settings', 'set', 'direction', 'backup-only')).code, 0);
      const over: string[] = [];
      const watch = new AbortController();
      const watching = (async () => {
        for (; !watch.signal.aborted; await wait(20)) {
          const { bytes, reserved, quota } = await session.ok('library', {});
          if (bytes + reserved > quota) over.push(`${bytes} and ${reserved} of ${quota}`);
        }
      })();
      try {
        for (const each of [b, c]) await each.start().line(/Keeping/);
        // Both run by now, so that they send at once.
        for (const each of [b, c]) each.put('large.mp4', largeVideo(large));
        const full = async (): Promise<string[]> => {
          const told = await Promise.all([b, c].map((each) => each.json<{ reasons: { code: string }[] }>('status')));
          return told.flatMap(({ reasons }) => reasons.map(({ code }) => code)).filter((code) => code === 'quota-full');
        };
        const sent = async (): Promise<number> => (await session.ok('library', {})).bytes - start;
        await until(async () => (await sent()) === large && (await full()).length === 1, 'one of them to have no place', LONG_MS);
        await give(large);
        await until(async () => (await sent()) === 2 * large && (await full()).length === 0, 'both to be there', LONG_MS);
      } finally {
        watch.abort();
        await watching;
      }
      assert.deepEqual(over, []);
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
