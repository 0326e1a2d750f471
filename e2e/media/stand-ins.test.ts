import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { mediaIn } from '../support/media.ts';
import { until } from '../support/program.ts';
import { hashOf, World, type Device } from '../support/world.ts';

const { missing, bytes: of } = mediaIn();

const MAKING_MS = 240_000;

interface Status {
  library: { assets: number };
}
interface Listed {
  items: { path: string; assetId: string }[];
}

describe('compressed versions', { skip: missing }, () => {
  const world = new World();
  let a: Device;
  let b: Device;
  const originals = {
    'IMG_4580.HEIC': of('live/IMG_4580.HEIC'),
    'IMG_4580.MOV': of('live/IMG_4580.MOV'),
    'IMG_1853.HEIC': of('edits/IMG_1853.HEIC'),
    'gps.jpg': of('dates/gps-datetime.jpg'),
    'jellyfish.mov': of('video/jellyfish.mov'),
  };
  const assets = async (device: Device): Promise<number> => (await device.json<Status>('status')).library.assets;
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const found = (device: Device, name: string): string => {
    const path = [...device.files().keys()].find((each) => nameOf(each) === name);
    assert.ok(path !== undefined, `${name} is not among ${[...device.files().keys()].join(', ')}`);
    return path;
  };
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    b = await world.device('Phone');
    assert.equal((await b.run('settings', 'set', 'storage', 'optimise')).code, 0);
    for (const [name, bytes] of Object.entries(originals)) a.put(`Trip/${name}`, bytes);
    await until(
      async () => {
        await a.sync();
        return (await assets(a)) === 4;
      },
      'the Live Photo is one photo',
      MAKING_MS,
    );
  });
  after(() => world.end());

  test(
    'EV-10: what comes from elsewhere comes compressed, under a name that every viewer takes for the JPEG that it is, with date, place and upright',
    { timeout: 2 * MAKING_MS },
    async () => {
      await until(
        async () => {
          await b.once();
          return b.files().size === 5;
        },
        'all are here',
        MAKING_MS,
      );
      const names = [...b.files().keys()].map(nameOf).toSorted();
      assert.deepEqual(names, ['IMG_1853.HEIC.jpg', 'IMG_4580.HEIC.jpg', 'IMG_4580.MOV.jpg', 'gps.jpg', 'jellyfish.mov.jpg']);
      for (const name of names) {
        const path = b.path(found(b, name));
        const { format, width, height, orientation } = await sharp(path).metadata();
        assert.equal(format, 'jpeg', name);
        assert.ok(Math.max(width ?? 0, height ?? 0) <= 2048 && (orientation ?? 1) === 1, name);
        const original = originals[name.replace(/\.jpg$/, '') as keyof typeof originals] ?? originals['gps.jpg'];
        assert.ok(statSync(path).size < original.length || name === 'gps.jpg', name);
      }
      const tell = (path: string): Record<'captured_at' | 'lat' | 'lon' | 'make_model', unknown> => {
        const [line] = execFileSync(process.execPath, [join('bin', 'main.ts'), 'inspect', path, '--json'], { encoding: 'utf8' })
          .trim()
          .split('\n');
        return JSON.parse(line ?? '') as Record<'captured_at' | 'lat' | 'lon' | 'make_model', unknown>;
      };
      const [small, full] = [tell(b.path(found(b, 'IMG_1853.HEIC.jpg'))), tell(a.path('Trip/IMG_1853.HEIC'))];
      assert.ok(full.captured_at != null && full.lat != null && full.make_model != null);
      const facts = (of: typeof full): unknown[] => [of.captured_at, of.lat, of.lon, of.make_model];
      assert.deepEqual(facts(small), facts(full));
      assert.equal((await b.once()).code, 0, 'all is in sync');
    },
  );

  test(
    'EV-3: renamed, moved, copied, or found by a device that lost its state, it is no new photo, and is not sent',
    { timeout: 2 * MAKING_MS },
    async () => {
      const before = await assets(a);
      const path = found(b, 'IMG_1853.HEIC.jpg');
      mkdirSync(b.path('Best'));
      copyFileSync(b.path(path), b.path('Best/copy.jpg'));
      renameSync(b.path(found(b, 'jellyfish.mov.jpg')), b.path('Best/Sea.jpg'));
      assert.equal((await b.once()).code, 0);
      rmSync(b.home, { recursive: true });
      const linked = await b.link();
      assert.equal(linked.code, 0);
      // Said before anything moves.
      assert.match(
        linked.out,
        /^6 photos and videos here \(1 of them twice\), 6 already in the cloud \(6 of them only compressed here\), 0 to send/m,
      );
      assert.equal((await b.run('settings', 'set', 'storage', 'optimise')).code, 0);
      await until(async () => (await b.once()).code === 0, 'all is in sync', MAKING_MS);
      await a.sync();
      assert.deepEqual([await assets(a), await assets(b), b.files().size], [before, before, 6]);
      const { items } = await b.json<Listed>('ls');
      const idOf = (name: string): string | undefined => items.find((each) => nameOf(each.path) === name)?.assetId;
      assert.ok(idOf('copy.jpg') !== undefined && idOf('copy.jpg') === idOf('IMG_1853.HEIC.jpg'));
      assert.ok(existsSync(a.path('Trip/Sea.mov')), [...a.files().keys()].join(', '));
      rmSync(b.path('Best/copy.jpg'));
    },
  );

  test(
    'EV-14: brought back in full it has its bytes and its name again; sent away again as a unit, and not at all while the cloud has one half damaged',
    { timeout: 2 * MAKING_MS },
    async () => {
      const got = await b.run('get', b.path(found(b, 'IMG_4580.HEIC.jpg')));
      assert.equal(got.code, 0, got.out + got.err);
      for (const name of ['IMG_4580.HEIC', 'IMG_4580.MOV'] as const)
        assert.equal(b.files().get(found(b, name)), hashOf(originals[name]), name);
      assert.ok(![...b.files().keys()].some((path) => path.includes('IMG_4580.HEIC.jpg')));
      assert.equal((await b.once()).code, 0);
      // Where the cloud has one half damaged, neither goes.
      const film = hashOf(originals['IMG_4580.MOV']);
      const stored = join(world.data, 'blobs', film.slice(0, 2), film.slice(2, 4), film);
      const sound = readFileSync(stored);
      chmodSync(stored, 0o600);
      writeFileSync(stored, Buffer.from(sound).fill(0, 1000, 1010));
      const kept = await b.run('evict', b.path(found(b, 'IMG_4580.HEIC')));
      assert.notEqual(kept.code, 0, kept.out);
      assert.match(kept.out + kept.err, /the cloud does not have it sound/);
      for (const name of ['IMG_4580.HEIC', 'IMG_4580.MOV'] as const) found(b, name);
      // It asks for the good bytes, and has them again.
      await until(
        async () => {
          await b.once();
          return hashOf(readFileSync(stored)) === film;
        },
        'the film is sound in the cloud again',
        MAKING_MS,
      );
      const evicted = await b.run('evict', b.path(found(b, 'IMG_4580.MOV')));
      assert.equal(evicted.code, 0, evicted.out + evicted.err);
      const names = [...b.files().keys()]
        .map(nameOf)
        .filter((name) => name.startsWith('IMG_4580'))
        .toSorted();
      assert.deepEqual(names, ['IMG_4580.HEIC.jpg', 'IMG_4580.MOV.jpg']);
      await a.sync();
      assert.equal(a.files().get('Trip/IMG_4580.HEIC'), hashOf(originals['IMG_4580.HEIC']));
    },
  );

  test(
    'EV-11: a compressed version that somebody edits becomes a version of its photo, and the original stays',
    { timeout: 2 * MAKING_MS },
    async () => {
      const before = await assets(a);
      const path = b.path(found(b, 'IMG_1853.HEIC.jpg'));
      const edited = await sharp(readFileSync(path)).modulate({ brightness: 0.5 }).withMetadata().jpeg().toBuffer();
      b.put(relative(b.folder, path), edited);
      await until(async () => (await b.once()).code === 0, 'the edit is sent', MAKING_MS);
      await a.sync();
      assert.equal(await assets(a), before);
      assert.equal(a.files().get('Trip/IMG_1853.HEIC'), hashOf(edited), 'the edit is shown everywhere');
      const why = await b.run('why', path);
      assert.match(why.out, /This edit has \d+ × \d+ pixels, and the original in the cloud \d+ × \d+/);
    },
  );
});
