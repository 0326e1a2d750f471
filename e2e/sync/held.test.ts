import assert from 'node:assert/strict';
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { EMAIL, PASSWORD, World, type Device } from '../support/world.ts';

interface Status {
  counts: { onDevice: number; inSync: number };
  pendingRemovals: number;
  reasons: { code: string; check: number; count: number; primary: number }[];
  upToDate: boolean;
  device: { id: string };
}
interface Held {
  held: { path: string; assetId: string }[];
  inADay: number;
}

const names = (count: number, from = 0, folder = ''): string[] =>
  Array.from({ length: count }, (_, at) => `${folder}IMG_${String(from + at).padStart(3, '0')}.jpg`);
const status = (device: Device): Promise<Status> => device.json<Status>('status');
const heldAt = async (device: Device): Promise<string[]> => (await device.json<Held>('held', 'ls')).held.map(({ path }) => path);
const trashed = async (device: Device): Promise<string[]> =>
  (await device.json<{ items: { fileName: string }[] }>('trash', 'ls')).items.map(({ fileName }) => fileName).sort();

/** What a person does at the web page: signs in, and asks something of a device. */
async function order(world: World, deviceId: string, body: object): Promise<number> {
  const json = { 'content-type': 'application/json' };
  const signed = await fetch(`${world.url}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  });
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
  const given = await fetch(`${world.url}/api/v1/devices/${deviceId}/orders`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify(body),
  });
  return given.status;
}

describe('very many deletions at once', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  const remove = (...paths: string[]): void => {
    for (const path of paths) rmSync(a.path(path), { recursive: true });
  };
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    b = await world.device('Desktop');
    for (const name of names(20)) a.put(name, await photo({ size: 48 }));
    await a.sync();
    await b.sync();
    mkdirSync(`${world.root}/kept`);
    cpSync(a.folder, `${world.root}/kept/Laptop`, { recursive: true, preserveTimestamps: true });
  });
  after(() => world.end());

  test('HD-10: while the device was off twelve of twenty went: nothing is deleted elsewhere, and every view says so', async () => {
    const gone = names(12);
    remove(...gone);
    const ended = await a.run('sync', '--once', '--wait', '20', '--json');
    assert.equal(ended.code, 3, ended.out + ended.err);
    const stands = await status(a);
    assert.deepEqual([stands.pendingRemovals, stands.counts.onDevice, stands.upToDate], [12, 8, false]);
    assert.deepEqual(
      stands.reasons.map(({ code, check, count, primary }) => [code, check, count, primary]),
      [['mass-delete-held', 1, 12, 12]],
    );
    const why = await a.json<{ primary: string; inSync: boolean; reasons: { evidence: object }[] }>('why', a.path(gone[3] as string));
    assert.deepEqual([why.primary, why.inSync, why.reasons[0]?.evidence], ['mass-delete-held', false, { count: 12, inADay: 12 }]);
    const { missing } = await a.json<{ missing: { path: string; primary: string; assetId: string }[] }>('ls');
    assert.deepEqual(
      missing.map(({ path, primary }) => [path, primary]),
      gone.map((path) => [path, 'mass-delete-held']),
    );
    const byId = await a.json<{ primary: string }>('why', missing[0]?.assetId ?? '');
    assert.equal(byId.primary, 'mass-delete-held');
    assert.equal((await a.run('verify')).code, 1);
    await b.sync();
    assert.equal(b.names().length, 20);
    assert.deepEqual(await trashed(b), []);
  });

  test('HD-11: what is held stays held after a restart, until its file is back', async () => {
    assert.equal((await a.once()).code, 3);
    assert.equal((await heldAt(a)).length, 12);
    cpSync(`${world.root}/kept/Laptop/IMG_000.jpg`, a.path('IMG_000.jpg'), { preserveTimestamps: true });
    assert.equal((await a.once()).code, 3);
    assert.deepEqual(await heldAt(a), names(11, 1));
    const why = await a.json<{ reasons: { evidence: { count: number } }[] }>('why', a.path('IMG_001.jpg'));
    assert.equal(why.reasons[0]?.evidence.count, 11);
    // Moved, and so not gone.
    mkdirSync(a.path('Sorted'));
    cpSync(`${world.root}/kept/Laptop/IMG_001.jpg`, a.path('Sorted/IMG_001.jpg'), { preserveTimestamps: true });
    assert.equal((await a.once()).code, 3);
    assert.deepEqual(await heldAt(a), names(10, 2));
    renameSync(a.path('Sorted/IMG_001.jpg'), a.path('IMG_001.jpg'));
  });

  test('HD-12: keep brings back what is named, and then all, to where it was, with its bytes', async () => {
    const wrong = await a.run('held', 'keep', 'IMG_000.jpg');
    assert.equal(wrong.code, 2, 'it is not held');
    assert.equal((await a.run('held', 'keep', a.path('IMG_005.jpg'))).code, 0);
    assert.equal((await a.once()).code, 3);
    assert.equal(a.files().has('IMG_005.jpg'), true);
    assert.equal((await heldAt(a)).length, 9);
    assert.equal((await a.run('held', 'keep')).code, 0);
    await a.sync();
    assert.deepEqual([...a.files().keys()].sort(), names(20));
    assert.deepEqual(a.names(), b.names());
    assert.equal((await a.run('verify')).code, 0);
    assert.deepEqual(await trashed(a), []);
  });

  test('HD-13: while the agent runs they are held as well; trash lets exactly those through that were named, then all', async () => {
    const agent = a.start();
    await agent.line(/Keeping/);
    remove(...names(12));
    await until(async () => (await heldAt(a)).length === 12, 'twelve to be held');
    assert.deepEqual(await trashed(a), []);
    assert.equal((await a.run('held', 'trash', a.path('IMG_003.jpg'))).code, 0);
    assert.deepEqual(await trashed(a), ['IMG_003.jpg']);
    await until(async () => (await status(a)).pendingRemovals === 11, 'the agent to have noticed');
    await b.sync();
    assert.equal(b.names().length, 19);
    assert.equal((await a.run('held', 'keep', a.path('IMG_004.jpg'))).code, 0);
    await until(() => a.files().has('IMG_004.jpg'), 'the kept photo to come back');
    assert.equal((await a.run('held', 'trash')).code, 0);
    await until(async () => (await status(a)).upToDate, 'all to be in sync');
    assert.deepEqual(await trashed(a), [...names(4), ...names(7, 5)]);
    assert.equal(await agent.stop(), 0);
    await b.sync();
    assert.deepEqual(b.names(), a.names());
    assert.equal(a.names().length, 9);
  });

  test('HD-14: an order from the web is carried out by a device that runs, and by one that was off when it is back', async () => {
    const { device } = await status(a);
    const folder = names(9).map((_, at) => [...a.files().keys()][at] as string);
    remove(...folder.slice(0, 5));
    assert.equal((await a.once()).code, 3);
    assert.equal(await order(world, device.id, { order: { kind: 'held-keep', which: { all: 4 } } }), 200);
    assert.equal((await a.once()).code, 3, 'it was said of four, and five are held');
    assert.equal((await heldAt(a)).length, 5);
    assert.equal(await order(world, device.id, { order: { kind: 'held-keep', which: { all: 5 } } }), 200);
    await a.sync();
    assert.equal(a.names().length, 9);
    const agent = a.start();
    await agent.line(/Keeping/);
    remove(...folder.slice(0, 5));
    await until(async () => (await heldAt(a)).length === 5, 'five to be held');
    assert.equal(await order(world, device.id, { order: { kind: 'held-trash', which: { all: 5 } } }), 401);
    assert.equal(await order(world, device.id, { order: { kind: 'held-trash', which: { all: 5 } }, password: PASSWORD }), 200);
    await until(async () => (await status(a)).upToDate, 'the order to be carried out');
    assert.equal((await trashed(a)).length, 16);
    assert.equal(await agent.stop(), 0);
    await b.sync();
    assert.deepEqual(b.names(), a.names());
  });
});

describe('deletions in small batches, and by folder', () => {
  const world = new World();
  let a: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    for (const name of [...names(40), ...names(3, 100, 'Trip/')]) a.put(name, await photo({ size: 48 }));
    await a.sync();
  });
  after(() => world.end());

  test('HD-15: small batches go through until they are many within the day; then they are held, and an answer begins the day anew', async () => {
    for (const from of [0, 4]) {
      for (const name of names(4, from)) rmSync(a.path(name));
      await a.sync();
    }
    assert.equal((await trashed(a)).length, 8);
    for (const name of names(4, 8)) rmSync(a.path(name));
    assert.equal((await a.once()).code, 3);
    const { held, inADay } = await a.json<Held>('held', 'ls');
    assert.deepEqual([held.map(({ path }) => path), inADay], [names(4, 8), 12]);
    assert.equal((await trashed(a)).length, 8);
    assert.equal((await a.run('held', 'trash')).code, 0);
    await a.sync();
    rmSync(a.path('IMG_020.jpg'));
    await a.sync();
    assert.equal((await trashed(a)).length, 13);
  });

  test('HD-16: a whole folder at the top that is gone is held, however few it had', async () => {
    rmSync(a.path('Trip'), { recursive: true });
    assert.equal((await a.once()).code, 3);
    assert.deepEqual(await heldAt(a), names(3, 100, 'Trip/'));
    assert.equal((await a.run('held', 'keep')).code, 0);
    await a.sync();
    assert.deepEqual(
      [...a.files().keys()].filter((path) => path.startsWith('Trip/')),
      names(3, 100, 'Trip/'),
    );
  });
});
