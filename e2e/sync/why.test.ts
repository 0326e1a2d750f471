import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { signInByPassword, type Session } from '../support/session.ts';
import { silentHour } from '../support/silent-hour.ts';
import { World, type Device } from '../support/world.ts';

interface Why {
  readonly file: string | null;
  readonly assetId: string | null;
  readonly inSync: boolean;
  readonly primary: string | null;
  readonly places: readonly { where: string; state: string; words: string; path: string | null; asOf: number | null }[];
  readonly history: readonly { at: number; what: string; words: string; device: string | null }[];
  readonly from: 'cloud' | 'here';
  readonly notAsked: string | null;
  readonly lastHeard: number | null;
  readonly deletion: string | null;
  readonly silent: readonly { name: string; since: number; notSafe: number | null }[];
}
interface Status {
  readonly upToDate: boolean;
  readonly receipt: { at: string; items: number; digest: string } | null;
  readonly silent: readonly { name: string; since: number; notSafe: number | null }[];
}

describe('why, receipts, and devices that are silent', () => {
  const world = new World();
  let laptop: Device;
  let desktop: Device;
  let browser: Session;
  const act = (change: object): Promise<unknown> =>
    browser.ok('actions', { body: { actions: [{ id: crypto.randomUUID(), change: change as never }] } });
  const idOf = async (device: Device, path: string): Promise<string> => (await device.json<Why>('why', device.path(path))).assetId ?? '';
  /** In the words of the history, without what the server read from the file by itself. */
  const told = ({ history }: Why): string[] => history.filter(({ what }) => what !== 'described').map(({ words }) => words);

  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
    desktop = await world.device('Desktop');
    laptop.put('one.jpg', await photo());
    laptop.put('trip/same.jpg', await photo());
    laptop.put('party/same.jpg', await photo());
    await laptop.sync();
    await desktop.sync();
    browser = await signInByPassword(world.url);
  });
  after(() => world.end());

  test('WY-58: a photo whose name has a newline in it is one line of each answer', async () => {
    const name = 'eins\nzwei\r\u2028drei.jpg';
    const shown = 'eins\ufffdzwei\ufffd\ufffddrei.jpg';
    laptop.put(name, await photo());
    const lines = async (...args: string[]): Promise<string[]> => {
      const { out, err } = await laptop.run(...args);
      return (out + err).split('\n').filter((line) => /zwei|drei/.test(line));
    };
    const asked = [['why', laptop.path(name)], ['ls'], ['doctor'], ['status'], ['sync', '--once'], ['why', laptop.path(name)]];
    for (const args of asked)
      for (const line of await lines(...args)) assert.ok(/eins.zwei..drei/.test(line), JSON.stringify([args, line]));
    assert.ok((await lines('ls')).some((line) => line.endsWith(`\t${shown}`)));
    rmSync(laptop.path(name));
    await laptop.sync();
  });

  test('HI-6: why tells the history in words, with the device that did each thing, the newest first', async () => {
    const assetId = await idOf(laptop, 'one.jpg');
    await act({ name: 'asset.set', args: { assetId, fields: { fileName: 'first.jpg' } } });
    await act({ name: 'asset.trash', args: { assetId } });
    await act({ name: 'asset.restore', args: { assetId } });
    await laptop.sync();
    await desktop.sync();
    const why = await laptop.json<Why>('why', assetId);
    const lines = told(why);
    assert.match(lines[0] ?? '', /^Restored in ./);
    assert.match(lines[1] ?? '', /^Moved to Recently Deleted in ./);
    assert.match(lines[2] ?? '', /^Renamed from “one\.jpg” to “first\.jpg” in ./);
    assert.equal(lines[3], 'Added on Laptop');
    assert.deepEqual([why.from, lines.length], ['cloud', 4]);
    const { out } = await laptop.run('why', assetId);
    assert.match(out, /^History:\n {2}\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}Restored in /m);
    assert.match(out, /^ {2}.* UTC {2}Added on Laptop$/m);
  });

  test('WY-10: a photo is found by its file name, here or only in the cloud; several of one name are all told', async () => {
    const byName = await laptop.json<Why>('why', 'FIRST.jpg');
    assert.deepEqual([byName.file, byName.inSync], ['first.jpg', true]);
    const places = byName.places.map(({ where, state }) => `${where} ${state}`).sort();
    assert.deepEqual(places, ['Desktop original', 'Laptop original', 'cloud safe']);
    const several = await laptop.run('why', 'same.jpg', '--json');
    const { matches } = JSON.parse(several.out) as { matches: { file: string; assetId: string; state: string }[] };
    assert.equal(several.code, 2);
    assert.deepEqual(matches.map(({ file, state }) => `${file} ${state}`).sort(), ['party/same.jpg live', 'trip/same.jpg live']);
    assert.match((await laptop.run('why', 'same.jpg')).out, /^2 photos are called same\.jpg\. Which one\?/);
    assert.equal((await laptop.json<Why>('why', matches[0]?.assetId ?? '')).file, matches[0]?.file);
    laptop.put('cloud-only.jpg', await photo());
    await laptop.sync();
    const there = await desktop.json<Why>('why', 'cloud-only.jpg');
    assert.deepEqual([there.file, there.inSync, there.primary], [null, false, 'queued'], 'heard of when asked, and still to come');
    assert.equal(there.places.find(({ where }) => where === 'Desktop')?.state, 'not-here');
    await desktop.sync();
    const nowhere = await laptop.run('why', 'nowhere.jpg');
    assert.deepEqual([nowhere.code, nowhere.out], [2, '']);
    assert.match(nowhere.err, /no such file in .*, and no photo of that name in the library/);
  });

  test('WY-11: what is on another device only, and not in the cloud, is found there by name, with what it waits for', async () => {
    assert.equal((await desktop.run('settings', 'set', 'direction', 'download-only')).code, 0);
    desktop.put('waits.jpg', await photo());
    const agent = desktop.start();
    const reason = async () => (await browser.ok('itemsNamed', { query: { name: 'waits' } })).items[0]?.entry.reasons[0]?.code;
    await until(async () => (await reason()) === 'not-in-this-direction', 'the desktop to tell of it', 120_000);
    const { elsewhere } = await laptop.json<{ elsewhere: { device: string; path: string; reasons: { code: string }[] }[] }>(
      'why',
      'waits.jpg',
    );
    assert.deepEqual(
      elsewhere.map(({ device, path, reasons }) => [device, path, reasons[0]?.code]),
      [['Desktop', 'waits.jpg', 'not-in-this-direction']],
    );
    assert.match((await laptop.run('why', 'waits.jpg')).out, /^Desktop: waits\.jpg \(as of .*\)\n {2}Desktop is set to download only/m);
    await agent.stop();
    assert.equal((await desktop.run('settings', 'set', 'direction', 'both')).code, 0);
    await desktop.sync();
    await laptop.sync();
  });

  test('WY-12: a deleted photo says on which devices that acts, and until when it comes back', async () => {
    const assetId = await idOf(laptop, 'trip/same.jpg');
    await act({ name: 'asset.trash', args: { assetId } });
    const why = await laptop.json<Why>('why', assetId);
    assert.match(
      why.deletion ?? '',
      /^It leaves (Desktop and Laptop|Laptop and Desktop) with the next sync there .*until \d{4}-\d\d-\d\d\.$/,
    );
    assert.equal(why.places.find(({ where }) => where === 'cloud')?.state, 'trashed');
    await laptop.sync();
    await desktop.sync();
    const after = await laptop.json<Why>('why', assetId);
    assert.match(after.deletion ?? '', /^It is on none of your devices, and can be brought back until/);
    await act({ name: 'asset.restore', args: { assetId } });
    await laptop.sync();
    await desktop.sync();
  });

  test('WY-13: the folder is looked at where the rows do not say what lies on the disk', async () => {
    mkdirSync(join(laptop.folder, 'moved'), { recursive: true });
    renameSync(laptop.path('trip/same.jpg'), laptop.path('moved/same.jpg'));
    laptop.put('brand-new.jpg', await photo());
    const fresh = await laptop.json<Why>('why', laptop.path('brand-new.jpg'));
    assert.deepEqual([fresh.file, fresh.inSync, fresh.assetId], ['brand-new.jpg', false, null]);
    assert.equal((await laptop.json<Why>('why', laptop.path('moved/same.jpg'))).file, 'moved/same.jpg');
    await laptop.sync();
    await desktop.sync();
  });

  test('WY-14: all that is here is safe is said with the receipt of the last roll call, which is kept', async () => {
    assert.equal((await laptop.json<Status>('status')).receipt, null);
    assert.match((await laptop.run('status')).out, /No roll call has proved that yet, byte by byte: rollcall verify/);
    const verified = await laptop.run('verify', '--json');
    assert.equal(verified.code, 0, verified.out + verified.err);
    const receipt = JSON.parse(verified.out) as { at: string; items: number; digestHere: string };
    const { receipt: kept } = await laptop.json<Status>('status');
    assert.deepEqual([kept?.at, kept?.items, kept?.digest], [receipt.at, receipt.items, receipt.digestHere]);
    assert.match(
      (await laptop.run('status')).out,
      new RegExp(`Receipt: all ${receipt.items} answered the roll call on .*; digest ${receipt.digestHere}\\.$`, 'm'),
    );
    laptop.put('after-the-receipt.jpg', await photo());
    const failing = await laptop.run('verify');
    assert.equal(failing.code, 1);
    assert.match(failing.out, new RegExp(`The last time that everything answered: Receipt: all ${receipt.items} answered`));
    await laptop.sync();
    assert.match((await laptop.run('status')).out, new RegExp(`There are ${receipt.items + 1} here now; prove them: rollcall verify`));
    await desktop.sync();
  });

  test('DN-7: status and why tell on one device that another is silent, and what is not safe there, until it is heard from', async () => {
    desktop.put('not-safe.jpg', await photo());
    assert.equal((await desktop.run('pause')).code, 0);
    const agent = desktop.start();
    const notSafe = async (): Promise<number> => {
      const { devices } = await browser.ok('devices', {});
      return devices.find(({ name }) => name === 'Desktop')?.roll?.counts.held ?? 0;
    };
    await until(async () => (await notSafe()) === 1, 'the desktop to tell that one is not safe', 120_000);
    await agent.stop();
    const setRight = await silentHour(world);
    browser = await signInByPassword(world.url);
    const { silent } = await laptop.json<Status>('status');
    assert.deepEqual(
      silent.map(({ name, notSafe: count }) => [name, count]),
      [['Desktop', 1]],
    );
    assert.match(
      (await laptop.run('status')).out,
      /^Desktop was not heard from since .* UTC; 1 photo there is not safe\. See that Desktop is on/m,
    );
    assert.deepEqual(
      (await laptop.json<Why>('why', 'first.jpg')).silent.map(({ name }) => name),
      ['Desktop'],
    );
    assert.match((await laptop.run('devices')).out, /^Desktop: folder, last heard .*\n.*\n {2}Desktop was not heard from since/m);
    await world.server?.stop();
    assert.deepEqual(
      (await laptop.json<Status>('status')).silent.map(({ name }) => name),
      ['Desktop'],
      'as last heard, while the server is away',
    );
    assert.match((await laptop.run('status')).out, /^Desktop was not heard from .* The cloud told that on .* UTC\.$/m);
    await world.serveAgain();
    assert.equal((await desktop.run('resume')).code, 0);
    await desktop.sync();
    assert.deepEqual((await laptop.json<Status>('status')).silent, []);
    setRight();
    browser = await signInByPassword(world.url);
  });

  test('WY-15: while the server is away, or never answers, why tells what is known here and how old that is', async () => {
    await laptop.sync();
    const before = await laptop.json<Why>('why', 'first.jpg');
    await world.server?.stop();
    const check = async (): Promise<void> => {
      const away = await laptop.json<Why>('why', 'first.jpg');
      assert.deepEqual([away.file, away.inSync, away.from, away.notAsked], ['first.jpg', true, 'here', 'no-answer']);
      assert.ok(away.lastHeard !== null && away.lastHeard <= Date.now());
      assert.equal(away.places.find(({ where }) => where === 'cloud')?.state, 'safe');
      assert.deepEqual(told(away), ['Added on Laptop']);
      assert.equal(away.history[0]?.at, before.history.at(-1)?.at);
      assert.match(
        (await laptop.run('why', 'first.jpg')).out,
        /The cloud did not answer\. This is what is known here, as of .* UTC; there may be more/,
      );
    };
    await check();
    const sockets = new Set<Socket>();
    const mute = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => mute.listen(Number(new URL(world.url).port), '127.0.0.1', resolve));
    try {
      await check();
    } finally {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => mute.close(resolve));
    }
    await world.serveAgain();
  });
});
