import assert from 'node:assert/strict';
import { appendFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { largeVideo, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { World, type Device } from '../support/world.ts';
import { cannotMount, Disk } from './disk.ts';

const skip = await cannotMount('plain');

interface Status {
  upToDate: boolean;
  counts: { inSync: number };
  reasons: { code: string; count: number }[];
}

describe('a server whose disk is full', { skip }, () => {
  const world = new World();
  const disk = skip === false ? new Disk('plain', join(world.root, 'server.img'), 48) : null;
  let a: Device;
  after(async () => {
    await world.stopAgents();
    await world.server?.kill();
    disk?.unmount();
    await world.end();
  });

  test('FS-43: a full disk of the server is told, loses nothing, and what waits for it goes on within seconds when there is room', async () => {
    disk?.mount(world.data);
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    a.put('before.jpg', await photo());
    await a.sync();
    const agent = a.start();
    await agent.line(/Keeping/);
    const { bavail, bsize } = statfsSync(world.data);
    const ballast = join(world.data, 'ballast');
    // Room for what is asked about, and none for all of it once it is sent.
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 8_000_000));
    for (const name of ['one.mp4', 'two.mp4', 'three.mp4', 'four.mp4']) a.put(name, largeVideo(5_000_000));
    const standing = (): Promise<Status> => a.json<Status>('status');
    await until(async () => (await standing()).reasons.some(({ code }) => code === 'server-disk-full'), 'the reason to be told', 60_000);
    rmSync(ballast);
    await until(async () => (await standing()).counts.inSync === 5, 'all to be safe', 30_000);
    assert.equal((await a.run('verify')).code, 0);
  });
});

describe('a server that is asked to end while its disk is full', { skip }, () => {
  const world = new World();
  const disk = skip === false ? new Disk('plain', join(world.root, 'ending.img'), 48) : null;
  after(async () => {
    await world.stopAgents();
    await world.server?.kill();
    disk?.unmount();
    await world.end();
  });

  test('SM-19: a server ends as it should though its disk is full, and what it had answered is there when it begins again', async () => {
    disk?.mount(world.data);
    await world.serve();
    assert.equal((await world.account()).code, 0);
    const a = await world.device('Laptop');
    for (const name of ['one.jpg', 'two.jpg', 'three.jpg']) a.put(name, await photo());
    await a.sync();
    const ballast = join(world.data, 'ballast');
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) fillWith(ballast, size);
    const { server } = world;
    assert.equal(await server?.stop(), 0, server?.err);
    assert.doesNotMatch(server?.err ?? '', /internal error/);
    rmSync(ballast);
    await world.serve();
    const again = await world.device('Studio');
    await again.sync();
    assert.equal((await again.json<Status>('status')).counts.inSync, 3);
  });
});

describe('a device whose own disk is full', { skip }, () => {
  const world = new World();
  const disk = skip === false ? new Disk('plain', join(world.root, 'device.img'), 64) : null;
  after(async () => {
    await world.stopAgents();
    disk?.unmount();
    await world.end();
  });

  test('FS-44: without room for its own notes a device says so in a person’s words, loses nothing, and goes on when there is room', async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    disk?.mount(join(world.root, 'Laptop.home'));
    const a = await world.device('Laptop');
    for (const name of ['one.jpg', 'two.jpg']) a.put(name, await photo());
    await a.sync();
    const ballast = join(a.home, 'ballast');
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) fillWith(ballast, size);
    for (let more = 0; more < 300; more += 1) a.put(`more/${more}.jpg`, await photo({ size: 16 }));
    const ended = await a.once(5);
    assert.equal(ended.code, 3, ended.out + ended.err);
    assert.match(ended.err, /the state folder of this device, .* cannot be written to/);
    assert.doesNotMatch(ended.err, /internal error|SqliteError/);
    rmSync(ballast);
    await a.sync();
    assert.equal((await a.json<Status>('status')).counts.inSync, 302);
  });
});

function fillWith(path: string, size: number): void {
  try {
    for (;;) appendFileSync(path, Buffer.alloc(size));
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
  }
}
