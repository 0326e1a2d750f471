import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { Device, World } from '../support/world.ts';
import { cannotMount, Disk } from './disk.ts';

const skip = await cannotMount('plain');

describe('a state folder on a disk that is full', { skip }, () => {
  const world = new World();
  let disk: Disk;
  let a: Device;
  const inSync = async (): Promise<number> => (await a.json<{ counts: { inSync: number } }>('status')).counts.inSync;
  const ballast = (): string => join(a.home, 'ballast');

  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = new Device(world, 'Laptop');
    mkdirSync(a.folder);
    disk = new Disk('plain', join(world.root, 'home.img'), 24);
    disk.mount(a.home);
    assert.equal((await a.link()).code, 0);
  });
  after(async () => {
    await world.stopAgents();
    disk.unmount();
    await world.end();
  });

  async function put(prefix: string, count: number): Promise<void> {
    for (let n = 1; n <= count; n += 1) a.put(`${prefix}-${n}.jpg`, await photo({ size: 64 }));
  }

  /** To the last byte. */
  function fill(): void {
    for (let piece = 1024 * 1024; piece >= 512; piece /= 2) {
      try {
        for (;;) appendFileSync(ballast(), Buffer.alloc(piece));
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
      }
    }
  }

  test('FS-41: the agent says so, once, and goes on by itself when there is room; nothing is lost', async () => {
    await put('before', 5);
    const agent = a.start();
    await until(async () => (await inSync()) === 5, 'the first photos to be sent');
    fill();
    await put('full', 30);
    await until(() => /state folder .* cannot be written to/.test(agent.err), 'the words');
    await new Promise((resolve) => setTimeout(resolve, 7000));
    assert.equal(agent.child.exitCode, null, agent.err);
    assert.equal(agent.err.match(/cannot be written to/g)?.length, 1);
    assert.doesNotMatch(agent.err, /internal error|node:/);
    rmSync(ballast());
    await until(async () => (await inSync()) === 35, 'the others to be sent', 60_000);
    assert.equal(await agent.stop(), 0);
    assert.equal((await a.run('verify')).code, 0);
  });

  test('FS-41: an agent that begins while there is no room says so, once, and begins when there is', async () => {
    fill();
    await put('beginning', 3);
    const agent = a.start();
    await until(() => /state folder .* cannot be written to/.test(agent.err) || agent.child.exitCode !== null, 'the words');
    assert.equal(agent.child.exitCode, null, agent.out + agent.err);
    assert.doesNotMatch(agent.err, /internal error|node:/);
    rmSync(ballast());
    await until(async () => (await inSync()) === 38, 'the others to be sent', 60_000);
    assert.equal(agent.err.match(/cannot be written to/g)?.length, 1);
    assert.equal(await agent.stop(), 0);
  });

  test('FS-41: a command says so in words, and ends with 3', async () => {
    fill();
    const ended = await rollcall(['sync', '--once', '--home', a.home]);
    assert.equal(ended.code, 3, ended.out + ended.err);
    assert.match(ended.err, /state folder .* cannot be written to/);
    assert.doesNotMatch(ended.err, /internal error|node:/);
    rmSync(ballast());
    await a.sync();
  });
});
