import assert from 'node:assert/strict';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { doctor } from '../doctor/told.ts';
import { cannotMount, Disk } from '../folders/disk.ts';
import { largeVideo, photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { EMAIL, World } from '../support/world.ts';
import { HOME, isOver, isShown, isTold, whyOf, type Row } from './told.ts';

const skip = await cannotMount('plain');

describe('check 3: room in the cloud', () => {
  const world = new World();
  after(() => world.end());

  test('DR-23: a cloud that is nearly full is to look at; one that is full says what is needed and free, and what waits goes by itself when there is room', async () => {
    await world.serve();
    const first = await photo({ size: 500 });
    const second = await photo({ size: 500 });
    const quota = Math.max(first.length, second.length) + 10_000;
    assert.equal((await world.account(undefined, ['--quota', String(quota)])).code, 0);
    const a = await world.device('Laptop');
    assert.equal((await a.run('conditions', 'set', ...HOME)).code, 0);
    assert.equal((await doctor(a)).checks[2]?.verdict, 'fine');
    a.put('first.jpg', first);
    await a.sync();
    const near = await doctor(a);
    assert.deepEqual([near.code, near.checks[2]?.verdict, near.checks[2]?.findings[0]?.code], [0, 'look', 'quota-nearly-full']);
    assert.match(
      near.checks[2]?.findings[0]?.words ?? '',
      /^The cloud is \d\d % full: [\d.]+ kB of [\d.]+ kB is free\.( When it is full, .*)?$/,
    );
    a.start();
    await a.agent?.line(/Keeping/);
    a.put('second.jpg', second);
    const row: Row = {
      code: 'quota-full',
      check: 3,
      class: 'needs-you',
      words: /^The cloud is full: this needs [\d.]+ kB, [\d.]+ kB of [\d.]+ kB is free\.$/,
      cure: /Recently Deleted.*rollcall cloud-space.*\. Or ask for a bigger plan at the page Storage, .*: rollcall account quota ann@example\.org SIZE --data DIR\.$/,
      place: 'account',
    };
    const finding = await isTold(a, a.path('second.jpg'), row);
    assert.deepEqual(
      [finding.evidence['needed'], finding.evidence['free'], finding.evidence['quota']],
      [second.length, quota - first.length, quota],
    );
    const { items } = await a.json<{ items: { path: string; reasons: { cure: string }[] }[] }>('ls');
    assert.equal(items.find(({ path }) => path === 'second.jpg')?.reasons[0]?.cure, finding.cure, 'the list tells it as well');
    rmSync(a.path('first.jpg'));
    await until(async () => (await a.json<{ items: unknown[] }>('trash', 'ls')).items.length === 1, 'the first photo in the trash');
    const trash = (await doctor(a)).checks[2]?.findings.find(({ code }) => code === 'quota-full');
    assert.match(
      trash?.cure ?? '',
      /^Free up cloud space: empty Recently Deleted, which holds 1 photo \([\d.]+ kB\)\. See it: rollcall trash ls/,
    );
    assert.equal((await a.run('trash', 'empty', '--yes')).code, 0);
    await isOver(a, a.path('second.jpg'), row.code);
    // The other way: the owner gives more room.
    const third = await photo({ size: 500 });
    a.put('third.jpg', third);
    await isTold(a, a.path('third.jpg'), row);
    const given = await rollcall(['account', 'quota', EMAIL, String(quota + third.length + 10_000), '--data', world.data]);
    assert.deepEqual([given.code, given.err], [0, '']);
    await isOver(a, a.path('third.jpg'), row.code);
  });
});

describe('check 3: room on the server’s disk', { skip }, () => {
  const world = new World();
  const disk = skip === false ? new Disk('plain', join(world.root, 'server.img'), 48) : null;
  after(async () => {
    await world.stopAgents();
    await world.server?.kill();
    disk?.unmount();
    await world.end();
  });

  test('DR-23: the server’s own disk that is full is told as the server’s, and is over by itself when there is room', async () => {
    disk?.mount(world.data);
    await world.serve();
    assert.equal((await world.account()).code, 0);
    const a = await world.device('Laptop');
    assert.equal((await a.run('conditions', 'set', ...HOME)).code, 0);
    a.start();
    await a.agent?.line(/Keeping/);
    const { bavail, bsize } = statfsSync(world.data);
    const ballast = join(world.data, 'ballast');
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 8_000_000));
    const names = ['one.mp4', 'two.mp4', 'three.mp4', 'four.mp4'];
    for (const name of names) a.put(name, largeVideo(5_000_000));
    await until(
      async () => {
        const { checks } = await doctor(a);
        const full = checks[2]?.findings.find(({ code }) => code === 'server-disk-full');
        if (full === undefined) return false;
        assert.deepEqual([checks[2]?.verdict, full.place, full.words], ['broken', 'server', 'The server’s own disk is full.']);
        assert.match(full.cure, /^Ask the owner of the server to free up space on its disk, where its data folder is\.$/);
        return true;
      },
      'the doctor to say so',
      60_000,
    );
    await isShown(a, {
      code: 'server-disk-full',
      check: 3,
      class: 'needs-you',
      words: /^The server’s own disk is full\.$/,
      cure: /^Ask the owner of the server to free up space on its disk, where its data folder is\.$/,
      place: 'server',
    });
    const waits = async (): Promise<boolean> => {
      for (const name of names) if ((await whyOf(a, a.path(name)))?.primary === 'server-disk-full') return true;
      return false;
    };
    await until(waits, 'one of them to say so', 60_000);
    rmSync(ballast);
    await until(
      async () => (await a.json<{ counts: { inSync: number } }>('status')).counts.inSync === names.length,
      'all to be safe',
      60_000,
    );
    for (const name of names) await isOver(a, a.path(name), 'server-disk-full');
  });
});
