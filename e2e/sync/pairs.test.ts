import assert from 'node:assert/strict';
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { largeVideo, photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { hashOf, World, type Device } from '../support/world.ts';

interface Status {
  counts: { onDevice: number; inSync: number };
  incoming: number;
  upToDate: boolean;
  library: { assets: number; trashed: number; bytes: number };
}
interface Listed {
  items: { path: string; name: string; assetId: string; inSync: boolean }[];
}

describe('a Live Photo that arrived in two halves', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  let still: Buffer;
  let film: Buffer;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    b = await world.device('Desktop');
    still = await photo({ taken: '2023:03:04 05:06:07' });
    film = largeVideo(200_000);
  });
  after(() => world.end());

  const status = (device: Device): Promise<Status> => device.json<Status>('status');
  async function meet(...devices: Device[]): Promise<void> {
    for (const device of [...devices, ...devices]) await device.sync();
    for (const device of devices) {
      assert.deepEqual(device.names(), devices[0]?.names());
      const proof = await device.run('verify');
      assert.equal(proof.code, 0, proof.out + proof.err);
    }
  }

  test('JN-30: joined on one device they are one photo on all, and each file stays where it is', async () => {
    a.put('Phone/IMG_7.JPG', still);
    a.put('Phone/IMG_7.MOV', film);
    await meet(a, b);
    const { library } = await status(a);
    const before = [a.files(), b.files()];
    const joined = await a.run('join', a.path('Phone/IMG_7.JPG'), a.path('Phone/IMG_7.MOV'));
    assert.equal(joined.code, 0, joined.err);
    await meet(a, b);
    assert.deepEqual([a.files(), b.files()], before);
    for (const device of [a, b]) {
      const now = await status(device);
      assert.deepEqual([now.library.assets, now.library.bytes, now.counts.inSync, now.upToDate], [1, library.bytes, 2, true]);
      const { items } = await device.json<Listed>('ls');
      assert.equal(new Set(items.map(({ assetId }) => assetId)).size, 1);
      assert.deepEqual(items.map(({ name }) => name).sort(), ['IMG_7.JPG', 'IMG_7.MOV']);
    }
  });

  test('JN-31: a new device gets both files side by side, with the names they came with', async () => {
    const c = await world.device('Attic');
    await c.sync();
    assert.deepEqual([...c.files()].sort(), [
      ['2023/03/IMG_7.JPG', hashOf(still)],
      ['2023/03/IMG_7.MOV', hashOf(film)],
    ]);
    await meet(a, b, c);
    // A companion that is deleted alone is put back, where it was; its name is the device's own affair.
    renameSync(c.path('2023/03/IMG_7.MOV'), c.path('Film.MOV'));
    await meet(a, b);
    await c.sync();
    assert.equal(c.files().get('Film.MOV'), hashOf(film));
    assert.equal(a.files().get('Phone/IMG_7.MOV'), hashOf(film));
    rmSync(c.path('Film.MOV'));
    await c.sync();
    assert.deepEqual([...c.files().values()].sort(), [hashOf(still), hashOf(film)].sort());
    assert.equal((await status(c)).library.trashed, 0);
  });

  test('JN-32: a pair is deleted as a whole when the file of its photo goes, and comes back as a whole, where it was', async () => {
    const before = [a.files(), b.files()];
    rmSync(b.path('2023/03/IMG_7.JPG'));
    for (const device of [b, a, b]) await device.sync();
    assert.deepEqual([a.files().size, b.files().size], [0, 0]);
    const { items } = await a.json<{ items: { id: string }[] }>('trash', 'ls');
    assert.equal(items.length, 1);
    assert.equal((await a.run('trash', 'restore', items[0]?.id as string)).code, 0);
    await meet(a, b);
    assert.deepEqual([a.files(), b.files()], before);
  });

  test('JN-33: other bytes written over the film are a photo of their own, and the film is put back', async () => {
    const other = largeVideo(150_000);
    writeFileSync(a.path('Phone/IMG_7.MOV'), other);
    await meet(a, b);
    for (const device of [a, b]) {
      const hashes = [...device.files().values()];
      for (const bytes of [still, film, other]) assert.ok(hashes.includes(hashOf(bytes)));
      assert.equal((await status(device)).library.assets, 2);
    }
  });

  test('JN-34: a device that brings one half by itself has the pair, and nothing is doubled', async () => {
    const d = await world.device('Camera');
    d.put('DCIM/A.MOV', film);
    await d.sync();
    await meet(a, b);
    await d.sync();
    assert.equal((await status(d)).library.assets, 2);
    assert.equal([...d.files().values()].filter((hash) => hash === hashOf(film)).length, 1);
    assert.ok([...d.files().values()].includes(hashOf(still)));
  });

  test('JN-35: split, the film is a photo of its own on all devices, without a byte moving; undone, it is a pair again', async () => {
    const before = [a.files(), b.files()];
    const filmHere = [...b.files()].find(([, hash]) => hash === hashOf(film))?.[0] as string;
    const done = await b.run('split', b.path(filmHere));
    assert.equal(done.code, 0, done.err);
    await meet(a, b);
    assert.deepEqual([a.files(), b.files()], before);
    assert.equal((await status(a)).library.assets, 3);
    const undone = await b.run('undo');
    assert.equal(undone.code, 0, undone.err);
    await meet(a, b);
    assert.deepEqual([a.files(), b.files()], before);
    assert.equal((await status(a)).library.assets, 2);
  });

  test('JN-36: while agents run, a join on one device is seen on the other', async () => {
    const raw = await photo({ taken: '2023:03:05 00:00:00' });
    const jpeg = await photo({ taken: '2023:03:05 00:00:00' });
    a.start();
    b.start();
    a.put('R/IMG_9.JPG', jpeg);
    a.put('R/IMG_9.DNG', raw);
    await until(async () => (await status(b)).library.assets === 4 && (await status(a)).upToDate, 'both on the other device');
    assert.equal((await a.run('join', a.path('R/IMG_9.JPG'), a.path('R/IMG_9.DNG'), '--role', 'raw')).code, 0);
    await until(async () => (await status(b)).library.assets === 3 && (await status(b)).upToDate, 'the pair on the other device');
    assert.equal([...b.files().values()].filter((hash) => hash === hashOf(raw) || hash === hashOf(jpeg)).length, 2);
  });

  test('JN-37: what cannot be joined or split says so, and nothing is done', async () => {
    await a.agent?.stop();
    await b.agent?.stop();
    const one = a.path('R/IMG_9.JPG');
    assert.equal((await a.run('join', one, a.path('no-such.JPG'))).code, 2);
    const itself = await a.run('join', one, one);
    assert.equal(itself.code, 3);
    assert.match(itself.err, /itself/);
    assert.equal((await status(a)).library.assets, 3);
  });

  test('JN-39: pairs from before and after a backup, one of them split since, are all there after the cloud was put back, told or not', async () => {
    for (const told of [false, true]) {
      const story = new World();
      try {
        await story.serve();
        assert.equal((await story.account()).code, 0);
        const [one, two] = [await story.device('One'), await story.device('Two')];
        const parts = [await photo(), largeVideo(120_000), await photo(), largeVideo(130_000)] as const;
        one.put('old.JPG', parts[0]);
        one.put('old.MOV', parts[1]);
        await one.sync();
        assert.equal((await one.run('join', one.path('old.JPG'), one.path('old.MOV'))).code, 0);
        await meet(one, two);
        await story.server?.stop();
        cpSync(story.data, join(story.root, 'backup'), { recursive: true });
        await story.serveAgain();
        one.put('new.JPG', parts[2]);
        one.put('new.MOV', parts[3]);
        await one.sync();
        assert.equal((await one.run('join', one.path('new.JPG'), one.path('new.MOV'))).code, 0);
        await one.sync();
        // The other device knows of the new pair, and has no byte of it yet.
        await two.run('status');
        const film = [...two.files()].find(([, hash]) => hash === hashOf(parts[1]))?.[0] as string;
        assert.equal((await two.run('split', two.path(film))).code, 0);
        await story.server?.stop();
        rmSync(story.data, { recursive: true });
        cpSync(join(story.root, 'backup'), story.data, { recursive: true });
        if (told) assert.equal((await rollcall(['restored', '--data', story.data])).code, 0);
        await story.serveAgain();
        await meet(two, one);
        for (const device of [one, two]) {
          assert.deepEqual([...device.files().values()].sort(), parts.map(hashOf).sort(), `told: ${told}`);
          assert.equal((await device.json<{ lost: number }>('status')).lost, 0);
        }
      } finally {
        await story.end();
      }
    }
  });

  test('JN-38: a cloud that was put back to before a join knows both halves apart, and no file here is written over', async () => {
    const backup = join(world.root, 'backup');
    const first = largeVideo(120_000);
    const jpeg = await photo({ taken: '2022:02:02 02:02:02' });
    a.put('S/IMG_5.JPG', jpeg);
    await meet(a, b);
    await world.server?.stop();
    cpSync(world.data, backup, { recursive: true });
    await world.serveAgain();
    a.put('S/IMG_5.MOV', first);
    await meet(a, b);
    assert.equal((await a.run('join', a.path('S/IMG_5.JPG'), a.path('S/IMG_5.MOV'))).code, 0);
    await meet(a, b);
    await world.server?.stop();
    rmSync(world.data, { recursive: true });
    cpSync(backup, world.data, { recursive: true });
    await world.serveAgain();
    await meet(a, b);
    for (const device of [a, b]) {
      const hashes = [...device.files().values()];
      assert.deepEqual(
        [first, jpeg].map((each) => hashes.filter((hash) => hash === hashOf(each)).length),
        [1, 1],
      );
      assert.equal((await status(device)).library.assets, 5);
    }
  });
});
