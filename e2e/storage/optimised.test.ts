import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { placeWords } from '@rollcall/core';
import type { AssetPlace } from '@rollcall/protocol';
import sharp from 'sharp';
import type { Told } from '../statuses/internet-support.ts';
import { largePhoto } from '../support/photos.ts';
import { Running, until } from '../support/program.ts';
import { makeAlbum, signInByPassword } from '../support/session.ts';
import { hashOf, World, type Device } from '../support/world.ts';

interface Status {
  upToDate: boolean;
  counts: { onDevice: number; inSync: number };
  incoming: number;
  compressed: { files: number; bytes: number; originals: number };
  library: { assets: number; trashed: number };
}
interface Item {
  path: string;
  name: string;
  assetId: string;
  form: 'original' | 'compressed';
}
const status = (device: Device): Promise<Status> => device.json<Status>('status');
const items = async (device: Device): Promise<Item[]> => (await device.json<{ items: Item[] }>('ls')).items;

const PHOTOS = 8;
/** What all the compressed versions fit into, and the originals do not. */
const BUDGET = 12_000_000;
/** Making a compressed version is work for a server that tests share. */
const LONG_MS = 120_000;

/** Bytes of all that this program wrote below the device’s folder. */
function bytesIn(folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    try {
      sum += statSync(join(entry.parentPath, entry.name)).size;
    } catch {
      // It was moved into its place in this very moment.
    }
  }
  return sum;
}

describe('a device that has not the room for all originals', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  const originals = new Map<string, Buffer>();

  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Desktop');
    for (let n = 1; n <= PHOTOS; n += 1) {
      const name = `p${n}.jpg`;
      originals.set(name, await largePhoto({ taken: `2024:05:0${n} 10:00:00` }));
      a.put(name, originals.get(name) as Buffer);
    }
    await a.sync();
    b = await world.device('Laptop');
    assert.equal((await b.run('settings', 'set', 'storage', 'optimise')).code, 0);
    assert.equal((await b.run('settings', 'set', 'disk-budget', String(BUDGET))).code, 0);
  });
  after(() => world.end());

  const isOriginal = async (name: string): Promise<boolean> => {
    const found = (await items(b)).find((item) => item.name === name) ?? assert.fail(`${name} is not there`);
    if (found.form !== 'original') return false;
    assert.equal(hashOf(readFileSync(b.path(found.path))), hashOf(originals.get(name) as Buffer), name);
    return true;
  };

  test('OS-21: the folder of the device is a name of all photos in it', async () => {
    const before = a.names();
    assert.equal((await a.run('settings', 'set', 'storage', 'optimise')).code, 0);
    assert.equal((await a.run('pin', a.folder)).code, 0);
    assert.equal((await a.run('pins')).out, `folder\t${a.folder}\n`);
    assert.equal((await a.run('evict', a.path('p1.jpg'))).code, 3, 'it is pinned');
    assert.equal((await a.run('unpin', a.folder)).code, 0);
    const evicted = await a.run('evict', a.folder);
    assert.equal(evicted.code, 0, evicted.out + evicted.err);
    assert.equal((await status(a)).compressed.files, PHOTOS);
    const got = await a.run('get', a.folder);
    assert.equal(got.code, 0, got.out + got.err);
    assert.deepEqual(a.names(), before);
    assert.equal((await a.run('settings', 'set', 'storage', 'keep-originals', '--yes')).code, 0);
  });

  test('OS-16: a library larger than the budget arrives compressed, and the folder never exceeds its budget by more than a file', async () => {
    const one = Math.max(...[...originals.values()].map(({ length }) => length));
    assert.ok([...originals.values()].reduce((sum, { length }) => sum + length, 0) > 2 * BUDGET);
    b.start();
    let most = 0;
    await until(
      async () => {
        most = Math.max(most, bytesIn(b.folder));
        const { upToDate, compressed } = await status(b);
        return upToDate && compressed.files === PHOTOS;
      },
      'all to be there, compressed',
      LONG_MS,
    );
    assert.ok(most <= BUDGET + one, `${most} bytes`);
    assert.ok(bytesIn(b.folder) <= BUDGET);
    const told = await b.run('status');
    assert.match(told.out, /Compressed here, original in the cloud: 8/);
    const why = await b.run('why', b.path((await items(b))[0]?.path ?? ''));
    assert.match(why.out, /the original is in the cloud, and a compressed copy of it is here/);
  });

  test('OS-17: get brings the original back, byte for byte, and says what is no photo; evict compresses it again; what is pinned stays', async () => {
    const [one] = await items(b);
    assert.ok(one);
    const got = await b.run('get', b.path(one.path));
    assert.equal(got.code, 0, got.out + got.err);
    assert.ok(await isOriginal(one.name));
    assert.equal((await b.run('get', 'nothing.jpg')).code, 2);
    const evicted = await b.run('evict', one.assetId);
    assert.equal(evicted.code, 0, evicted.out + evicted.err);
    assert.equal(await isOriginal(one.name), false);
    const again = await b.run('evict', one.assetId);
    assert.deepEqual([again.code, again.out], [0, `Not here in full: ${one.path}\n`]);
    assert.equal((await b.run('pin', one.assetId)).code, 0);
    const kept = await b.run('evict', one.assetId);
    assert.equal(kept.code, 3);
    assert.match(kept.out, /it is pinned/);
    assert.equal((await b.run('unpin', one.assetId)).code, 0);
    assert.match((await b.run('pins')).out, /Nothing is pinned/);
    assert.equal((await status(b)).library.trashed, 0);
  });

  test('WY-59: what is only a compressed copy here, and is asked for, says how far its original is, or what it waits for; the page says the same of that device', async () => {
    const session = await signInByPassword(world.url);
    const { devices } = await session.ok('devices', {});
    const deviceId = devices.find(({ name }) => name === b.name)?.id ?? assert.fail('no such device');
    // The first was pinned for a moment, and may come back in full for that.
    const one = (await items(b)).findLast(({ form }) => form === 'compressed');
    assert.ok(one);
    const why = async (): Promise<readonly Told[]> => (await b.json<{ reasons: Told[] }>('why', b.path(one.path))).reasons;
    const onPage = async (): Promise<AssetPlace> => {
      const { places } = await session.ok('assetPlaces', { params: { assetId: one.assetId } });
      return places.find(({ name, path }) => name === b.name && path !== null) ?? assert.fail('it is nowhere');
    };
    const shows = async (words: string): Promise<void> => {
      let place: AssetPlace | null = null;
      const says = async (): Promise<boolean> => placeWords((place = await onPage())).words === words;
      await until(says, `the page to say: ${words}`, LONG_MS).catch((error: Error) => {
        throw new Error(`${error.message}; it is told ${JSON.stringify(place)}`, { cause: error });
      });
    };
    assert.deepEqual(await why(), []);
    await shows('Compressed copy here, original in the cloud');

    // What it waits for.
    assert.equal((await b.run('pause')).code, 0);
    await session.ok('giveOrder', { params: { deviceId }, body: { order: { kind: 'download-original', assetId: one.assetId } } });
    const says = (code: string, has: (told: Told) => boolean = () => true): Promise<Told> =>
      until(async () => (await why()).find((told) => told.code === code && has(told)), `${one.name} to say ${code}`, LONG_MS);
    assert.match((await says('paused')).cure, /rollcall resume/);
    await shows('Compressed copy here, original in the cloud; held back by its settings');

    // How far it is.
    assert.equal((await b.run('settings', 'set', 'download-limit', '50kB')).code, 0);
    assert.equal((await b.run('resume')).code, 0);
    const { length } = originals.get(one.name) as Buffer;
    const under = await says('downloading', ({ evidence }) => Number(evidence['offset']) > 0);
    assert.ok(Number(under.evidence['offset']) < length && under.evidence['size'] === length, JSON.stringify(under));
    assert.match(under.words, /^Being fetched \([\d.]+ (?:bytes|kB|MB) of [\d.]+ MB, about .* to go\)\.$/);
    await until(
      async () => {
        const place = await onPage();
        const [primary] = place.reasons;
        return (
          placeWords(place).words === 'Compressed copy here, original in the cloud; on its way' &&
          primary?.code === 'downloading' &&
          Number(primary.evidence['offset']) > 0
        );
      },
      'the page to say how far it is',
      LONG_MS,
    );

    assert.equal((await b.run('settings', 'set', 'download-limit', 'off')).code, 0);
    await until(() => isOriginal(one.name), 'the original to be here', LONG_MS);
    assert.deepEqual(await why(), []);
    await shows('Original here');
    assert.equal((await b.run('evict', one.assetId)).code, 0);
  });

  test('OS-9: photos that the person adds are saved first, and then make room, until the folder is within its budget', async () => {
    for (const n of [1, 2, 3]) {
      const name = `new${n}.jpg`;
      originals.set(name, await largePhoto({ taken: `2023:05:0${n} 10:00:00` }));
      b.put(name, originals.get(name) as Buffer);
    }
    await until(() => bytesIn(b.folder) > BUDGET, 'them to be there');
    await until(
      async () => (await status(b)).counts.inSync === PHOTOS + 3 && bytesIn(b.folder) <= BUDGET,
      'the folder to be within its budget',
      LONG_MS,
    );
    await a.sync();
    for (const n of [1, 2, 3]) assert.ok(a.names().includes(`new${n}.jpg ${hashOf(originals.get(`new${n}.jpg`) as Buffer)}`));
    assert.equal((await status(a)).library.trashed, 0);
  });

  test('EV-20: a stand-in that is edited becomes a version of its photo, and the history says that it has fewer pixels than the original', async () => {
    const compressed = (await items(b)).find(({ form }) => form === 'compressed') ?? assert.fail('nothing is compressed');
    const edit = await sharp(b.path(compressed.path)).keepMetadata().negate().jpeg().toBuffer();
    const { width, height } = await sharp(edit).metadata();
    originals.set(compressed.name, edit);
    b.put(compressed.path, edit);
    const history = async (): Promise<string[]> =>
      (await b.json<{ history: { words: string }[] }>('why', b.path(compressed.path))).history.map(({ words }) => words);
    const told = await until(
      async () => (await history()).find((words) => words.startsWith('Edited')),
      'the edit to be in the library',
      60_000,
    );
    assert.equal(told, `Edited on Laptop, with fewer pixels than the original (${width} × ${height} of 3200 × 2400)`);
    assert.ok(await isOriginal(compressed.name));
    await a.sync();
    assert.ok(a.names().includes(`${compressed.name} ${hashOf(edit)}`));
  });

  test('OS-43: while the agent runs an album is got by its title: all its photos in full, byte for byte', async () => {
    assert.equal((await b.run('settings', 'set', 'disk-budget', '1GB')).code, 0);
    const [one, two] = (await items(b)).filter(({ form }) => form === 'compressed');
    assert.ok(one && two);
    await makeAlbum(await signInByPassword(world.url), 'Summer by the sea', [one.assetId, two.assetId]);
    const got = await until(
      async () => {
        const ended = await b.run('get', 'summer by the sea');
        // Not heard of yet.
        return ended.code === 2 ? null : ended;
      },
      'the album to be known',
      LONG_MS,
    );
    assert.equal(got.code, 0, got.out + got.err);
    assert.match(got.out, /2 originals are here, byte for byte as in the cloud/);
    assert.deepEqual([await isOriginal(one.name), await isOriginal(two.name)], [true, true]);
    assert.equal((await b.run('evict', 'Summer by the sea')).code, 0);
    assert.deepEqual([await isOriginal(one.name), await isOriginal(two.name)], [false, false]);
    assert.equal((await b.run('settings', 'set', 'disk-budget', String(BUDGET))).code, 0);
  });

  test('OS-17: without an agent the command fetches by itself, and says why it cannot', async () => {
    await b.agent?.stop();
    const compressed = (await items(b)).find(({ form }) => form === 'compressed') ?? assert.fail('nothing is compressed');
    const got = await b.run('get', b.path(compressed.path));
    assert.equal(got.code, 0, got.out + got.err);
    assert.ok(await isOriginal(compressed.name));
    const other = (await items(b)).find(({ form }) => form === 'compressed') ?? assert.fail('nothing is compressed');
    await world.server?.stop();
    const failed = await b.run('get', b.path(other.path));
    assert.equal(failed.code, 5, failed.out + failed.err);
    await world.serveAgain();
  });

  test('OS-25: with an agent or without one get keeps to the settings: a limit slows it, and a link that is forbidden meanwhile ends it, with its reason', async () => {
    const compressed = (await items(b)).find(({ form }) => form === 'compressed') ?? assert.fail('nothing is compressed');
    assert.equal((await b.run('settings', 'set', 'mobile-data', 'off')).code, 0);
    for (const runs of [true, false]) {
      assert.equal((await b.run('settings', 'set', 'download-limit', '100000')).code, 0);
      if (runs) await b.start().line(/Keeping/);
      const get = new Running(['get', b.path(compressed.path), '--home', b.home]);
      world.adopt(get);
      await until(() => /0 of 1, and .* under way/.test(get.err) || get.child.exitCode !== null, 'some of it to have come', LONG_MS);
      assert.equal(get.child.exitCode, null, 'it came past the limit');
      assert.equal((await b.run('conditions', 'set', 'link=cellular')).code, 0);
      await until(() => get.child.exitCode !== null, 'it to end', LONG_MS);
      assert.equal(get.child.exitCode, 4, get.out + get.err);
      assert.match(get.err, /is compressed here still\. .*(?:Wi-Fi|mobile)/);
      assert.equal(await isOriginal(compressed.name), false);
      await b.agent?.stop();
      assert.equal((await b.run('conditions', 'clear')).code, 0);
    }
    assert.equal((await b.run('settings', 'set', 'download-limit', 'off')).code, 0);
    const got = await b.run('get', b.path(compressed.path));
    assert.equal(got.code, 0, got.out + got.err);
    assert.ok(await isOriginal(compressed.name));
  });

  test('OS-12: switching back tells the sum, is refused where it does not fit, and brings all originals back where it does', async () => {
    const before = (await status(b)).compressed;
    assert.ok(before.files > 0);
    assert.equal((await b.run('conditions', 'set', 'free-space=1MB')).code, 0);
    const refused = await b.run('settings', 'set', 'storage', 'keep-originals');
    assert.equal(refused.code, 3);
    assert.match(refused.err, /That does not fit, and nothing was changed/);
    assert.equal((await b.run('conditions', 'clear')).code, 0);
    assert.equal((await b.run('settings', 'set', 'storage', 'keep-originals', '--yes')).code, 0);
    b.start();
    await until(async () => (await status(b)).compressed.files === 0, 'all originals to be back', LONG_MS);
    await until(async () => (await status(b)).upToDate, 'all to be in sync', LONG_MS);
    await b.agent?.stop();
    assert.deepEqual(b.names(), a.names());
    assert.equal((await b.run('verify')).code, 0);
  });

  test('OS-19: where not even the compressed versions fit, the newest come, the rest says why it waits, and comes when there is room', async () => {
    const small = 3_000_000;
    const d = await world.device('Phone');
    await d.run('settings', 'set', 'storage', 'optimise');
    await d.run('settings', 'set', 'disk-budget', String(small));
    const ended = await d.once();
    assert.equal(ended.code, 3, ended.out + ended.err);
    assert.match(ended.out, /Photos may take 3 MB on this disk/);
    assert.ok(bytesIn(d.folder) <= small, `${bytesIn(d.folder)} bytes`);
    const came = (await items(d)).map(({ name }) => name);
    assert.ok(came.length >= 2 && came.length < PHOTOS, came.join());
    // Where the next one does not fit, an older one that does may take the last room.
    assert.ok(came.includes('p8.jpg'), came.join());
    const { items: all } = await a.json<{ items: Item[] }>('ls');
    const awaited = all.find(({ name }) => !came.includes(name))?.assetId ?? '';
    const why = await d.json<{ primary: string; reasons: { evidence: { budget?: number } }[] }>('why', awaited);
    assert.deepEqual([why.primary, why.reasons[0]?.evidence.budget], ['device-disk-full', small]);
    await d.run('settings', 'set', 'disk-budget', String(BUDGET));
    await d.sync();
    assert.equal((await items(d)).length, all.length);
    assert.equal((await d.run('unlink', '--leave-compressed')).code, 0);
  });

  test('OS-45: a new device that optimises storage, killed in the middle, goes on where it was: nothing is deleted, nothing comes twice, and all of the library is there', async () => {
    const d = await world.device('Kiosk');
    const all = (await a.json<{ items: Item[] }>('ls')).items.map(({ name }) => name).sort();
    await d.run('settings', 'set', 'storage', 'optimise');
    await d.run('settings', 'set', 'download-limit', '300000');
    d.start();
    // Seen on the disk, at once: the last of them have not begun to come by then.
    const isPhoto = (path: string): boolean => path.endsWith('.jpg') && !path.startsWith('.rollcall');
    await until(() => (readdirSync(d.folder, { recursive: true }) as string[]).some(isPhoto), 'the first of them', LONG_MS);
    await d.agent?.kill();
    const before = await items(d);
    assert.ok(before.length > 0 && before.length < all.length, `${before.length} of ${all.length} came`);
    const at = ({ path }: Item): string => `${path} ${statSync(d.path(path), { bigint: true }).ino} ${statSync(d.path(path)).mtimeMs}`;
    const came = before.map(at);
    assert.equal((await d.run('settings', 'set', 'download-limit', 'off')).code, 0);
    await d.sync();
    const now = await items(d);
    assert.deepEqual(now.map(({ name }) => name).sort(), all);
    assert.deepEqual(
      now.map(at).filter((each) => came.includes(each)),
      came,
    );
    assert.ok(now.some(({ form }) => form === 'compressed'));
    assert.deepEqual(readdirSync(d.path('.rollcall/incoming')), []);
    assert.equal((await status(d)).library.trashed, 0);
    assert.equal((await d.run('verify')).code, 0);
    assert.equal((await d.run('unlink', '--leave-compressed')).code, 0);
  });

  test('OS-18: a device is not ended while photos are only compressed there, unless they are brought first, where they fit, or left so', async () => {
    assert.equal((await b.run('settings', 'set', 'storage', 'optimise')).code, 0);
    const all = await items(b);
    const large = all.filter(({ name }) => (originals.get(name)?.length ?? 0) > 3_000_000);
    const evicted = await b.run('evict', ...large.slice(0, 3).map(({ assetId }) => assetId));
    assert.equal(evicted.code, 0, evicted.out + evicted.err);
    const refused = await b.run('unlink');
    assert.equal(refused.code, 3);
    assert.match(refused.err, /rollcall unlink --download-originals.*rollcall unlink --leave-compressed/);
    assert.equal((await status(b)).counts.inSync, all.length, 'it is a device still');
    assert.equal((await b.run('conditions', 'set', 'free-space=1MB')).code, 0);
    const before = b.names();
    const full = await b.run('unlink', '--download-originals');
    assert.equal(full.code, 3, full.out + full.err);
    assert.match(full.err, /That does not fit: nothing was changed, and the device stays as it is\. Free up/);
    assert.deepEqual(b.names(), before);
    assert.equal((await status(b)).counts.inSync, all.length);
    assert.equal((await b.run('conditions', 'clear')).code, 0);
    const ended = await b.run('unlink', '--download-originals');
    assert.equal(ended.code, 0, ended.out + ended.err);
    assert.deepEqual(b.names(), a.names());
    const c = await world.device('Tablet');
    await c.run('settings', 'set', 'storage', 'optimise');
    await c.sync();
    assert.ok((await status(c)).compressed.files > 0);
    assert.equal((await c.run('unlink', '--leave-compressed')).code, 0);
    rmSync(c.folder, { recursive: true });
  });
});
