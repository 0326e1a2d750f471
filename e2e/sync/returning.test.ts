import assert from 'node:assert/strict';
import { closeSync, cpSync, openSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Between } from '../support/between.ts';
import { MIN_SUPPORTED, PROTOCOL_VERSION } from '@rollcall/protocol';
import { photo } from '../support/photos.ts';
import { Running, until } from '../support/program.ts';
import { EMAIL, hashOf, World, Device } from '../support/world.ts';

interface Status {
  upToDate: boolean;
  library: { assets: number; trashed: number };
  counts: { onDevice: number; inSync: number; needsYou: number };
  reasons: { code: string; count: number; primary: number }[];
  device: { id: string; name: string; conditions: { code: string; words: string; cure: string }[] };
  copyOf: { name: string } | null;
}
const DAY = 86_400_000;
const TAKEN = { taken: '2021:05:05 05:05:05', model: 'Editcam' };

async function prepared(world: World): Promise<[Device, Device]> {
  await world.serve();
  assert.equal((await world.account()).code, 0);
  return [await world.device('Laptop'), await world.device('Desktop')];
}

const has = (device: Device, bytes: Buffer): boolean => [...device.files().values()].includes(hashOf(bytes));
const reasons = async (device: Device): Promise<Record<string, number>> =>
  Object.fromEntries((await device.json<Status>('status')).reasons.map(({ code, count }) => [code, count]));

/** As if the server had run for so long. It counts, and empties what is due, when it stops. */
async function livesFor(world: World, days: number): Promise<void> {
  await world.server?.stop();
  const database = new DatabaseSync(join(world.data, 'rollcall.sqlite'));
  database.prepare("UPDATE server_facts SET value = CAST(value AS INTEGER) + ? WHERE name = 'seen-time'").run(days * DAY);
  database.close();
  await world.serveAgain();
}

async function fileOf(device: Device, bytes: Buffer): Promise<string> {
  const found = [...device.files()].find(([, hash]) => hash === hashOf(bytes));
  return found?.[0] ?? assert.fail('it is not here');
}

/** Photos that stay, so that what goes beside them is not held as very many. */
async function putMore(device: Device, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) device.put(`stays-${n}.jpg`, await photo());
}

describe('a device that returns', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  let photos: Record<'live' | 'edited' | 'trashed' | 'purged' | 'purgedEdit' | 'purgedOriginal', Buffer>;
  before(async () => {
    [a, b] = await prepared(world);
    photos = {
      live: await photo(),
      edited: await photo({ ...TAKEN, colour: '#00ff00' }),
      trashed: await photo(),
      purged: await photo(),
      purgedOriginal: await photo(TAKEN),
      purgedEdit: await photo({ ...TAKEN, colour: '#ff0000' }),
    };
    a.put('live.jpg', photos.live);
    a.put('edited.jpg', await photo(TAKEN));
    a.put('purged.jpg', photos.purged);
    a.put('purged-edit.jpg', photos.purgedOriginal);
    a.put('trashed.jpg', photos.trashed);
    await putMore(a, 4);
    await a.sync();
    writeFileSync(a.path('edited.jpg'), photos.edited);
    writeFileSync(a.path('purged-edit.jpg'), photos.purgedEdit);
    await a.sync();
    await b.sync();
    // From here on the other device is away.
    rmSync(a.path('purged.jpg'));
    rmSync(a.path('purged-edit.jpg'));
    await a.sync();
    assert.equal((await a.run('trash', 'empty', '--yes')).code, 0);
    rmSync(a.path('trashed.jpg'));
    await a.sync();
  });
  after(() => world.end());

  test('RD-6: its state lost, its files still there: linked again it binds by content, asks for what was deleted, doubles and deletes nothing', async () => {
    const before = b.files();
    cpSync(b.home, `${b.home}.away`, { recursive: true });
    cpSync(b.folder, `${b.folder}.away`, { recursive: true });
    rmSync(b.home, { recursive: true });
    assert.equal((await b.link()).code, 0);
    const ended = await b.once();
    assert.equal(ended.code, 3, ended.out + ended.err);
    assert.deepEqual(b.files(), before);
    assert.deepEqual(await reasons(b), { 'deleted-before': 3 });
    await a.sync();
    const { library } = await a.json<Status>('status');
    assert.deepEqual([library.assets, library.trashed], [6, 1]);
    assert.equal(has(a, photos.purged) || has(a, photos.purgedEdit) || has(a, photos.trashed), false);
  });

  test('RD-7: away beyond the tombstones: the library is read anew, what is gone from it is asked about, and never added again by itself', async () => {
    // The device as it was when it left.
    for (const folder of [b.home, b.folder]) {
      rmSync(folder, { recursive: true });
      renameSync(`${folder}.away`, folder);
    }
    await livesFor(world, 181);
    await livesFor(world, 0);
    const ended = await b.once();
    assert.equal(ended.code, 3, ended.out + ended.err);
    // Deleted for good before the horizon: asked. In the trash then, purged since, its tombstone still there: gone here as well.
    assert.deepEqual(await reasons(b), { 'deleted-before': 2 });
    assert.deepEqual([has(b, photos.purged), has(b, photos.purgedEdit), has(b, photos.trashed)], [true, true, false]);
    assert.equal(has(b, photos.edited) && has(b, photos.live), true);
    const why = await b.json<{ primary: string; reasons: { cure: string }[] }>('why', b.path(await fileOf(b, photos.purgedEdit)));
    assert.equal(why.primary, 'deleted-before');
    await a.sync();
    assert.equal((await a.json<Status>('status')).library.assets, 6);
    assert.equal((await b.once()).code, 3);
    assert.equal((await a.json<Status>('status')).library.assets, 6);
  });
});

describe('a state folder, or a photo folder, that was put back from a copy', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  before(async () => {
    [a, b] = await prepared(world);
    a.put('first.jpg', await photo());
    await a.sync();
    await b.sync();
    cpSync(b.home, `${b.home}.old`, { recursive: true });
    cpSync(b.folder, `${b.folder}.old`, { recursive: true });
  });
  after(() => world.end());

  test('RD-8: a photo folder put back from a copy gets again what it lacks; nothing is taken for deleted', async () => {
    const later = await photo();
    a.put('later.jpg', later);
    await a.sync();
    await b.sync();
    const now = `${b.folder}.now`;
    renameSync(b.folder, now);
    cpSync(`${b.folder}.old`, b.folder, { recursive: true });
    await b.sync();
    await new Promise((resolve) => setTimeout(resolve, 5500));
    await b.sync();
    assert.deepEqual((await b.json<{ items: unknown[] }>('trash', 'ls')).items, []);
    assert.equal(has(b, later), true);
    rmSync(now, { recursive: true });
  });

  test('RD-9: a state folder put back from a copy brings no deleted photo back, and loses none', async () => {
    const deleted = await photo();
    const own = await photo();
    a.put('deleted.jpg', deleted);
    await a.sync();
    b.put('own.jpg', own);
    await b.sync();
    rmSync(a.path('deleted.jpg'));
    await a.sync();
    rmSync(b.home, { recursive: true });
    cpSync(`${b.home}.old`, b.home, { recursive: true });
    const another = await photo();
    b.put('another.jpg', another);
    const ended = await b.once();
    assert.equal(ended.code, 3, ended.out + ended.err);
    assert.deepEqual(await reasons(b), { 'deleted-before': 1 });
    assert.equal(has(b, deleted), true);
    await a.sync();
    assert.deepEqual([has(a, deleted), has(a, own), has(a, another)], [false, true, true]);
    const status = await b.json<Status>('status');
    assert.deepEqual([status.device.name, status.copyOf?.name], ['Desktop (2)', 'Desktop']);
  });

  test('RD-28: put back once more from before it got its own name, the state folder has its photo folder, and the photo folder its state', async () => {
    const names = b.names();
    rmSync(b.home, { recursive: true });
    cpSync(`${b.home}.old`, b.home, { recursive: true });
    const third = await photo();
    b.put('third.jpg', third);
    const ended = await b.once();
    assert.equal(ended.code, 3, ended.out + ended.err);
    assert.deepEqual(await reasons(b), { 'deleted-before': 1 });
    assert.equal((await b.json<Status>('status')).device.name, 'Desktop (3)');
    await a.sync();
    assert.equal(has(a, third), true);
    assert.deepEqual(b.names(), [...names, `third.jpg ${hashOf(third)}`].sort());

    // Another device's disk in the folder's place, though its state folder is called the same: it is not this one's.
    const marker = b.path('.rollcall/folder.json');
    const own = readFileSync(marker, 'utf8');
    const { deviceId } = await a.json<Status>('status').then(({ device }) => ({ deviceId: device.id }));
    writeFileSync(marker, own.replace(/"deviceId": "[^"]+"/, `"deviceId": "${deviceId}"`).replace(/"kin": "[^"]+"/, '"kin": "another"'));
    assert.equal((await b.once(2)).code, 3);
    assert.deepEqual(Object.keys(await reasons(b)), ['wrong-account']);
    writeFileSync(marker, own);

    // The photo folder of the first time: its marker tells of a device that this state folder was then.
    renameSync(b.folder, `${b.folder}.now`);
    cpSync(`${b.folder}.old`, b.folder, { recursive: true });
    await b.once();
    await new Promise((resolve) => setTimeout(resolve, 5500));
    await b.once();
    assert.deepEqual(
      (await b.json<{ items: { fileName: string }[] }>('trash', 'ls')).items.map(({ fileName }) => fileName),
      ['deleted.jpg'],
    );
    assert.equal(has(b, third), true);
  });
});

describe('an older copy of the photo folder in its place, as a backup disk is', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  const edited: Record<'before' | 'after', Buffer> = { before: Buffer.alloc(0), after: Buffer.alloc(0) };
  const old = (): string => `${b.folder}.old`;
  const now = (): string => `${b.folder}.now`;
  const trash = async (): Promise<unknown[]> => (await a.json<{ items: unknown[] }>('trash', 'ls')).items;
  before(async () => {
    [a, b] = await prepared(world);
    await putMore(b, 20);
    edited.before = await photo(TAKEN);
    edited.after = await photo({ ...TAKEN, colour: '#00ff00' });
    b.put('edited.jpg', edited.before);
    await b.sync();
    cpSync(b.folder, old(), { recursive: true, preserveTimestamps: true });
    for (const name of ['later-1.jpg', 'later-2.jpg']) b.put(name, await photo());
    writeFileSync(b.path('edited.jpg'), edited.after);
    await b.sync();
    await a.sync();
  });
  after(() => world.end());

  async function meetsAsBefore(names: readonly string[]): Promise<void> {
    await until(() => b.names().join() === names.join(), 'what the copy lacks to come back', 60_000);
    await until(async () => (await b.json<Status>('status')).upToDate, 'it to be up to date', 60_000);
    assert.deepEqual(await trash(), []);
    assert.deepEqual(b.names(), names);
    await a.sync();
    assert.deepEqual(a.names(), names);
  }

  test('RD-22: while the agent runs, it gets again what it lacks; nothing is taken for deleted, and no edit is taken back', async () => {
    const names = b.names();
    b.start();
    await b.agent?.line(/Keeping/);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    renameSync(b.folder, now());
    await until(async () => (await b.json<Status>('status')).device.conditions[0]?.code === 'folder-missing', 'the folder to be missed');
    cpSync(old(), b.folder, { recursive: true, preserveTimestamps: true });
    await meetsAsBefore(names);
    // What a person deletes on it from now on is deleted; by the two looks that find it, anything else would be, too.
    rmSync(b.path('later-1.jpg'), { force: true });
    const here = [...b.files()].find(([path]) => path.endsWith('later-1.jpg'))?.[0];
    if (here) rmSync(b.path(here));
    await until(async () => (await trash()).length === 1, 'the deletion', 60_000);
    await b.agent?.stop();
    const { items } = await a.json<{ items: { id: string }[] }>('trash', 'ls');
    assert.equal((await a.run('trash', 'restore', items[0]?.id as string)).code, 0);
    await b.sync();
    await a.sync();
  });

  test('RD-22: commands that look at it before the agent does take nothing for deleted either', async () => {
    const names = b.names();
    rmSync(now(), { recursive: true, force: true });
    renameSync(b.folder, now());
    cpSync(old(), b.folder, { recursive: true, preserveTimestamps: true });
    await b.run('status');
    await new Promise((resolve) => setTimeout(resolve, 5500));
    await b.run('status');
    assert.equal((await b.once()).code, 0);
    await meetsAsBefore(names);
  });
});

describe('a device whose state is damaged', () => {
  const world = new World();
  after(() => world.end());

  test('RD-24: a damaged state is told in words, with what to do; begun anew, the device has all it had, and nothing twice', async () => {
    const [a] = await prepared(world);
    await putMore(a, 6);
    await a.sync();
    const before = a.names();
    const state = join(a.home, 'device.sqlite');
    const file = openSync(state, 'r+');
    writeSync(file, Buffer.alloc(40_000, 0x5a), 0, 40_000, 8192);
    closeSync(file);
    for (const args of [['status'], ['sync', '--once'], ['sync']]) {
      const ended = await a.run(...args);
      assert.equal(ended.code, 3, ended.out + ended.err);
      assert.match(ended.err, /the state of this device .* is damaged .* rollcall unlink/);
      assert.doesNotMatch(ended.err, /internal error|node:/);
    }
    writeFileSync(state, 'no database '.repeat(1000));
    assert.match((await a.run('status')).err, /is damaged/);
    assert.equal((await a.run('unlink')).code, 0);
    assert.equal((await a.link()).code, 0);
    await a.sync();
    assert.deepEqual(a.names(), before);
    assert.equal((await a.json<Status>('status')).library.assets, 6);
  });
});

describe('a device whose clock jumps', () => {
  const world = new World();
  after(() => world.end());

  test('RD-23: forwards or back, it stops nothing and deletes nothing: what comes meanwhile is sent, and what goes is settled', async () => {
    const [a, b] = await prepared(world);
    await putMore(a, 12);
    await a.sync();
    await b.sync();
    const clock = join(world.root, 'clock');
    const jump = async (days: number): Promise<void> => {
      writeFileSync(clock, String(days * DAY));
      await new Promise((resolve) => setTimeout(resolve, 1200));
    };
    await jump(0);
    const preload = fileURLToPath(new URL('../fixtures/clock.mjs', import.meta.url));
    // As a camera leaves it whose clock is ahead.
    utimesSync(a.path('stays-12.jpg'), new Date(), new Date(Date.now() + 1000 * DAY));
    const env = { NODE_OPTIONS: `--import ${pathToFileURL(preload).href}`, CLOCK_FILE: clock };
    a.agent = new Running(['sync', '--home', a.home], { env });
    world.adopt(a.agent);
    await a.agent.line(/Keeping/);
    const trash = async (): Promise<number> => (await b.json<{ items: unknown[] }>('trash', 'ls')).items.length;
    const assets = async (): Promise<number> => (await b.json<Status>('status')).library.assets;

    // Ten days ahead a photo goes, one is being written, and the server does not answer.
    await jump(10);
    rmSync(a.path('stays-1.jpg'));
    const whole = await photo({ taken: '2020:01:01 00:00:00' });
    a.put('unfinished.jpg', whole.subarray(0, whole.length - 3000));
    await until(async () => (await reasons(a))['file-changing'] === 1, 'the photo to be seen');
    await world.server?.stop();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await jump(0);
    writeFileSync(a.path('unfinished.jpg'), whole);
    a.put('new.jpg', await photo({ taken: '2020:01:01 00:00:01' }));
    await world.serveAgain();
    await until(async () => (await assets()) === 13, 'the new photos to be sent', 60_000);
    await until(async () => (await trash()) === 1, 'the photo that went to be settled', 60_000);
    // And as far back.
    await jump(-10);
    rmSync(a.path('stays-2.jpg'));
    a.put('newer.jpg', await photo({ taken: '2020:01:01 00:00:02' }));
    await until(async () => (await trash()) === 2 && (await assets()) === 13, 'the same with a clock that is behind', 60_000);
    await jump(0);
    await until(async () => (await a.json<Status>('status')).upToDate, 'all to be in sync');
    assert.equal(await a.agent.stop(), 0);
    assert.equal((await a.run('verify')).code, 0);
  });
});

describe('a device that was copied, and both run', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  before(async () => {
    [a, b] = await prepared(world);
  });
  after(() => world.end());

  /** The device with its state and photos, as on another machine. */
  function copied(device: Device, name: string): Device {
    const copy = new Device(world, name);
    cpSync(device.home, copy.home, { recursive: true });
    cpSync(device.folder, copy.folder, { recursive: true });
    const database = new DatabaseSync(join(copy.home, 'device.sqlite'));
    database.prepare("UPDATE meta SET value = json_set(value, '$.folder', ?) WHERE key = 'identity'").run(copy.folder);
    database.close();
    return copy;
  }

  test('RD-11: the copy gets a name of its own and sends again what is its own; what both had queued takes effect once', async () => {
    const names = ['shared.jpg', 'mine.jpg', 'theirs.jpg'];
    for (const name of names) a.put(name, await photo());
    await putMore(a, 8);
    await a.sync();
    await b.sync();
    for (const name of names) rmSync(a.path(name));
    await a.sync();
    await b.sync();
    const { items } = await b.json<{ items: { id: string; fileName: string }[] }>('trash', 'ls');
    const id = (name: string): string => items.find(({ fileName }) => fileName === name)?.id ?? assert.fail(name);

    // Both copies have this in their queue.
    await world.server?.stop();
    assert.equal((await b.run('trash', 'restore', id('shared.jpg'))).code, 5);
    const c = copied(b, 'Clone');
    assert.equal((await b.run('trash', 'restore', id('mine.jpg'))).code, 5);
    assert.equal((await c.run('trash', 'restore', id('theirs.jpg'))).code, 5);
    await world.serveAgain();
    const fromB = await photo();
    b.put('from-b.jpg', fromB);
    await b.sync();
    // What was restored once is deleted again by a person; the copy must not bring it back.
    await a.sync();
    rmSync(a.path('shared.jpg'));
    await a.sync();

    const fromC = await photo();
    c.put('from-c.jpg', fromC);
    await c.sync();
    await a.sync();
    await b.sync();
    await c.sync();
    assert.deepEqual(b.names(), a.names());
    assert.deepEqual(c.names(), a.names());
    const left = [...a.files().keys()].map((path) => path.split('/').at(-1) ?? '').filter((name) => !name.startsWith('stays-'));
    assert.deepEqual(left.sort(), ['from-b.jpg', 'from-c.jpg', 'mine.jpg', 'theirs.jpg']);
    const status = await c.json<Status>('status');
    assert.deepEqual([status.device.name, status.copyOf?.name, status.device.conditions], ['Desktop (2)', 'Desktop', []]);
    assert.match((await c.run('status')).out, /This was a copy of Desktop/);
    assert.deepEqual((await b.json<Status>('status')).device.name, 'Desktop');
    const { devices } = await a.json<{ devices: { name: string; roll: unknown }[] }>('devices');
    assert.deepEqual(devices.map(({ name }) => name).sort(), ['Desktop', 'Desktop (2)', 'Laptop']);
    assert.equal(
      devices.every(({ roll }) => roll !== null),
      true,
    );
    for (const device of [b, c]) assert.equal((await device.run('verify')).code, 0);
  });

  test('RD-12: a copy with nothing to send notices when it asks for news, also while it keeps running', async () => {
    const d = copied(b, 'Second clone');
    b.put('once-more.jpg', await photo());
    await b.sync();
    const agent = d.start();
    await until(async () => (await d.json<Status>('status')).device.name === 'Desktop (3)', 'the second copy to have its own name', 60_000);
    const bytes = await photo();
    d.put('while-running.jpg', bytes);
    await until(async () => (await a.once()).code === 0 && has(a, bytes), 'its photo on another device', 60_000);
    assert.equal(await agent.stop(), 0);
  });
});

describe('a device and a server of different versions', () => {
  const world = new World();
  let direct = '';
  const between = new Between(() => direct);
  after(async () => {
    between.close();
    await world.end();
  });

  test('RD-13: too old or too new for the server, a device says both versions and what to do, goes on by itself later, and loses nothing', async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    direct = world.url;
    const other = await world.device('Other');
    world.url = await between.open();
    const a = new Device(world, 'Laptop');
    const refused = await (async () => {
      between.says = { protocol: 0, minSupported: 0 };
      const ended = await a.link(EMAIL);
      between.says = null;
      return ended;
    })();
    assert.equal(refused.code, 3, refused.out);
    assert.equal((await a.link(EMAIL)).code, 0);
    world.url = direct;
    const agent = a.start();
    await agent.line(/Keeping/);
    await agent.stop();
    for (const [says, code, versions] of [
      [
        { protocol: 0, minSupported: 0 },
        'server-outdated',
        new RegExp(`protocol 0.*protocol ${PROTOCOL_VERSION}.*protocol ${MIN_SUPPORTED}`),
      ],
      [{ protocol: 9, minSupported: 9 }, 'update-needed', new RegExp(`protocol ${PROTOCOL_VERSION}.*protocol 9`)],
    ] as const) {
      between.says = says;
      const bytes = await photo();
      a.put(`${code}.jpg`, bytes);
      const ended = await a.run('sync', '--once', '--wait', '2');
      assert.equal(ended.code, 3, ended.out + ended.err);
      const running = a.start();
      const [condition] = await until(async () => {
        const { conditions } = (await a.json<Status>('status')).device;
        return conditions.length > 0 && conditions;
      }, `${code} to be said`);
      assert.equal(condition?.code, code);
      assert.match(condition.words, versions);
      assert.match(condition.cure, /Update Rollcall on (the server|this device)/);
      assert.equal(has(a, bytes), true);
      between.says = null;
      await until(async () => (await a.json<Status>('status')).upToDate, 'it to go on by itself', 90_000);
      assert.equal(await running.stop(), 0);
      await other.sync();
      assert.equal(has(other, bytes), true);
    }
  });
});
