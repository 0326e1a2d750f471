import assert from 'node:assert/strict';
import { existsSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { createClient, mintId, type Call, type RouteInput, type RouteName, type RouteOutput } from '@rollcall/protocol';
import { randomBytes } from 'node:crypto';
import { cannotMount, Disk } from '../folders/disk.ts';
import { largeVideo, photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { EMAIL, PASSWORD, World, type Device } from '../support/world.ts';
import { HOME } from './told.ts';

const skip = await cannotMount('plain');

/** A browser that is signed in. */
async function browser(world: World): Promise<<N extends RouteName>(name: N, input: RouteInput<N>) => Promise<RouteOutput<N>>> {
  let cookie = '';
  const call: Call = createClient(async ({ method, path, headers, body }) => {
    const answer = await fetch(`${world.url}${path}`, {
      method,
      headers: { ...headers, ...(cookie === '' ? {} : { cookie }) },
      ...(body === undefined ? {} : { body }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return { status: answer.status, text: await answer.text() };
  });
  const ok = async <N extends RouteName>(name: N, input: RouteInput<N>): Promise<RouteOutput<N>> => {
    const answer = await call(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.refusal.words}`);
    return answer.value;
  };
  await ok('signIn', { body: { email: EMAIL, password: PASSWORD } });
  return ok;
}

interface Listed {
  readonly items: readonly { readonly path: string; readonly inSync: boolean; readonly primary: string | null }[];
}
async function waitingForRoom(device: Device): Promise<string[]> {
  const { items } = await device.json<Listed>('ls');
  return items.filter(({ primary }) => primary === 'quota-full').map(({ path }) => path);
}
async function inSync(device: Device): Promise<string[]> {
  const { items } = await device.json<Listed>('ls');
  return items
    .filter((item) => item.inSync)
    .map(({ path }) => path)
    .sort();
}
const owner = (world: World, ...args: string[]) => rollcall([...args, '--data', world.data]);

describe('a bigger plan', () => {
  const world = new World();
  after(() => world.end());

  test('QP-10: room that was granted is used within seconds by whatever waits for it, without a touch; where it is too little for all, by the smallest first', async () => {
    await world.serve();
    assert.equal((await world.account(undefined, ['--quota', '1000'])).code, 0);
    const a = await world.device('Laptop');
    assert.equal((await a.run('conditions', 'set', ...HOME)).code, 0);
    a.start();
    await a.agent?.line(/Keeping/);
    // The large one waits first.
    a.put('large.mp4', largeVideo(2_400_000));
    await until(async () => (await waitingForRoom(a)).length === 1, 'the large one to wait');
    const small = Array.from({ length: 7 }, (_, at) => `small-${at}.mp4`);
    for (const name of small) a.put(name, largeVideo(300_000));
    await until(async () => (await waitingForRoom(a)).length === 8, 'all to wait', 60_000);
    const page = await browser(world);
    assert.equal((await owner(world, 'plan', 'add', 'A bit', '2500000')).code, 0);
    await page('askForPlan', { body: { plan: 'A bit' } });
    assert.match((await owner(world, 'plan', 'requests')).out, /asks for A bit/);
    assert.equal((await owner(world, 'plan', 'grant', EMAIL)).code, 0);
    await until(async () => (await inSync(a)).length === 7, 'the small ones to be safe', 60_000);
    assert.deepEqual(await inSync(a), small);
    assert.deepEqual(await waitingForRoom(a), ['large.mp4']);
    await page('askForPlan', { body: { plan: 'Unlimited' } });
    const open = (await page('plans', {})).request;
    await page('answerPlanRequest', { params: { requestId: open?.id ?? '' }, body: { grant: true } });
    await until(async () => (await inSync(a)).length === 8, 'the large one to be safe', 60_000);
    assert.equal((await page('plans', {})).request?.state, 'granted');
  });
});

describe('a full cloud', () => {
  const world = new World();
  after(() => world.end());

  test('QP-11: in a full cloud uploads alone stop: photos come from other devices, and changes of metadata, albums and deletions go on', async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    const a = await world.device('Laptop');
    assert.equal((await a.run('conditions', 'set', ...HOME)).code, 0);
    for (const name of ['one.jpg', 'two.jpg']) a.put(name, await photo({ size: 400 }));
    await a.sync();
    assert.equal((await owner(world, 'account', 'quota', EMAIL, '1000')).code, 0);
    a.start();
    await a.agent?.line(/Keeping/);
    a.put('three.jpg', await photo({ size: 400 }));
    await until(async () => (await waitingForRoom(a)).length === 1, 'the third to wait');
    // Downloads.
    const b = await world.device('Desktop');
    assert.equal((await b.run('conditions', 'set', ...HOME)).code, 0);
    b.start();
    const here = (name: string): string | undefined => [...b.files().keys()].find((path) => path.endsWith(name));
    await until(async () => here('one.jpg') !== undefined && here('two.jpg') !== undefined, 'both to come', 60_000);
    await until(async () => (await inSync(b)).length === 2, 'both to be known', 60_000);
    // A change of metadata.
    renameSync(a.path('one.jpg'), a.path('renamed.jpg'));
    await until(async () => here('renamed.jpg') !== undefined, 'the new name to come', 60_000);
    // An album.
    const page = await browser(world);
    const id = (): string => mintId(Date.now(), randomBytes(10));
    const album = id();
    const fields = { title: 'Ours', order: 'by-hand' as const, cover: null };
    const made = await page('actions', {
      body: { actions: [{ id: id(), change: { name: 'album.create', args: { albumId: album, fields } } }] },
    });
    assert.deepEqual(made.results[0]?.result, { status: 'applied' });
    // A deletion.
    rmSync(a.path('two.jpg'));
    await until(async () => here('two.jpg') === undefined, 'the deletion to come', 60_000);
    assert.deepEqual([await waitingForRoom(a), existsSync(a.path('three.jpg'))], [['three.jpg'], true]);
  });
});

describe('the mark of the server’s disk', { skip }, () => {
  const world = new World();
  const disk = skip === false ? new Disk('plain', join(world.root, 'server.img'), 64) : null;
  after(async () => {
    await world.stopAgents();
    await world.server?.kill();
    disk?.unmount();
    await world.end();
  });

  test('QP-12: below the mark of the server’s disk no new bytes are taken, which the device, the owner’s page and the log say; above it they are again, by themselves', async () => {
    disk?.mount(world.data);
    const keepFree = 20_000_000;
    await world.serve(0, ['--keep-free', '20MB']);
    assert.equal((await world.account()).code, 0);
    const a = await world.device('Laptop');
    assert.equal((await a.run('conditions', 'set', ...HOME)).code, 0);
    a.start();
    await a.agent?.line(/Keeping/);
    const page = await browser(world);
    const free = (): number => {
      const { bavail, bsize } = statfsSync(world.data);
      return bavail * bsize;
    };
    const ballast = join(world.data, 'ballast');
    writeFileSync(ballast, Buffer.alloc(free() - keepFree - 1_500_000));
    const first = (await page('serverStorage', {})).disk;
    assert.equal(first.keepFree, keepFree);
    a.put('one.mp4', largeVideo(3_000_000));
    const reason = async (): Promise<string | null | undefined> => (await a.json<Listed>('ls')).items[0]?.primary;
    await until(async () => (await reason()) === 'server-disk-full', 'the device to say so', 60_000);
    assert.ok(free() > keepFree, 'there is room for it, and the mark is kept');
    writeFileSync(join(world.data, 'more'), Buffer.alloc(2_000_000));
    await until(async () => (await page('serverStorage', {})).disk.state === 'full', 'the page to say so');
    await until(() => /full up to its mark/.test(world.server?.err ?? ''), 'the log to say so');
    rmSync(ballast);
    await until(async () => (await inSync(a)).length === 1, 'it to be safe', 60_000);
    const { state, room } = (await page('serverStorage', {})).disk;
    assert.equal(state, 'fine');
    assert.ok(room > 0);
    await until(() => /has room again/.test(world.server?.err ?? ''), 'the log to say so');
  });
});
