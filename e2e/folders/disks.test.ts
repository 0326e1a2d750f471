import assert from 'node:assert/strict';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import type { Device } from '../support/world.ts';
import { cannotMount, Disks, USER, type Disk } from './disk.ts';

const skip = await cannotMount('plain');

interface Status {
  upToDate: boolean;
  counts: { inSync: number; onDevice: number; needsYou: number };
  incoming: number;
  reasons: { code: string; count: number }[];
  device: { conditions: { code: string; words: string }[] };
}

interface Why {
  primary: string | null;
  reasons: { words: string; evidence: Record<string, unknown> }[];
}

const codes = (status: Status): string[] => status.device.conditions.map(({ code }) => code);
const trashed = async (device: Device): Promise<unknown[]> => (await device.json<{ items: unknown[] }>('trash', 'ls')).items;
async function idOf(device: Device, wanted: string): Promise<string> {
  const { items } = await device.json<{ items: { name: string; assetId: string }[] }>('ls');
  return items.find(({ name }) => name === wanted)?.assetId ?? assert.fail(`${wanted} is not listed`);
}
/** Longer than two looks take, so that what would be taken for deleted had the time to be. */
const twoLooks = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 7000));

describe('a photo folder on a disk that comes and goes', { skip }, () => {
  const disks = new Disks();
  let disk: Disk;
  let card: Disk;
  let a: Device;
  let b: Device;
  before(async () => {
    await disks.open();
    disk = disks.make('plain', 'disk');
    card = disks.make('plain', 'card');
    a = await disks.device('Desktop');
    b = await disks.device('Drive', disk);
    for (const name of ['one.jpg', 'trip/two.jpg', 'trip/three.jpg']) b.put(name, await photo());
    await b.sync();
    await a.sync();
    b.start();
    await b.agent?.line(/Keeping/);
  });
  after(() => disks.end());

  test('FS-5: the disk is pulled while the agent runs: the folder is missing, nothing is inferred or written under it, and it goes on when it is back', async () => {
    disk.unmount();
    await until(async () => codes(await b.json<Status>('status')).includes('folder-missing'), 'the folder to be told missing');
    const status = await b.json<Status>('status');
    assert.match(status.device.conditions[0]?.words ?? '', /photo folder is not there/);
    a.put('meanwhile.jpg', await photo());
    await a.sync();
    await twoLooks();
    assert.deepEqual(await trashed(a), []);
    assert.deepEqual([...b.files()], [], 'nothing is written where the disk was');
    assert.equal(existsSync(b.path('.rollcall')), false);
    disk.mount(b.folder);
    await until(() => [...b.files().keys()].some((path) => path.endsWith('meanwhile.jpg')), 'the photo that came meanwhile', 30_000);
    // The watch is of this disk now: a new file is seen at once.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    b.put('after.jpg', await photo());
    await until(async () => (await b.json<Status>('status')).counts.inSync === 5, 'the photo that was put there after', 20_000);
  });

  test('FS-6: another disk at the same path is not this folder: nothing is inferred, and nothing is written to it', async () => {
    disk.unmount();
    card.mount(b.folder);
    writeFileSync(b.path('somebody-elses.jpg'), await photo());
    await until(async () => codes(await b.json<Status>('status')).includes('folder-missing'), 'the folder to be told missing');
    await twoLooks();
    assert.deepEqual([...b.files().keys()], ['somebody-elses.jpg']);
    await a.sync();
    assert.equal(a.files().size, 5);
    assert.deepEqual(await trashed(a), []);
    card.unmount();
    disk.mount(b.folder);
    await until(async () => codes(await b.json<Status>('status')).length === 0, 'the folder to be back');
    assert.equal((await b.json<Status>('status')).counts.inSync, 5);
  });

  test('FS-7: a disk that lies over a part of the folder hides it: what is below says so, is not missing, and its own photos are not taken', async () => {
    card.mount(b.path('trip'));
    chownSync(b.path('trip'), USER, USER);
    writeFileSync(b.path('trip/of-the-card.jpg'), await photo());
    await b.agent?.stop();
    b.start();
    await twoLooks();
    const why = await b.json<Why>('why', b.path('trip/two.jpg'));
    assert.equal(why.primary, 'folder-missing');
    assert.match(why.reasons[0]?.words ?? '', /another disk lies over trip/);
    assert.deepEqual(await trashed(a), []);
    card.unmount();
    await until(async () => (await b.json<Status>('status')).counts.inSync === 5, 'the photos below it to be seen again', 20_000);
    await a.sync();
    assert.equal(a.files().size, 5, 'the photo of the other disk was not taken');
  });

  test('FS-51: a photo that was moved to where another disk then lay says so, and is not deleted; it goes on when that disk is gone', async () => {
    await b.agent?.stop();
    renameSync(b.path('after.jpg'), b.path('trip/after.jpg'));
    card.mount(b.path('trip'));
    b.start();
    await until(async () => (await b.json<Why>('why', b.path('after.jpg'))).primary === 'folder-missing', 'it to say so', 40_000);
    assert.deepEqual(await trashed(a), []);
    card.unmount();
    await until(async () => (await b.json<Status>('status')).counts.inSync === 5, 'it to be seen again', 40_000);
    assert.deepEqual(await trashed(a), []);
  });

  test('FS-8: on a disk that cannot be written to photos are sent, what comes says why it waits, and it goes on when the disk can', async () => {
    await b.agent?.stop();
    disk.remount('ro');
    a.put('for-the-drive.jpg', await photo());
    await a.sync();
    const agent = b.start();
    await until(
      async () => (await b.json<Status>('status')).reasons.some(({ code }) => code === 'permission-missing'),
      'the reason to be told',
    );
    const why = await b.json<Why>('why', await idOf(a, 'for-the-drive.jpg'));
    assert.equal(why.primary, 'permission-missing');
    assert.match(why.reasons[0]?.words ?? '', /may not write to/);
    assert.equal((await b.json<Status>('status')).counts.inSync, 5);
    disk.remount('rw');
    await until(() => [...b.files().keys()].some((path) => path.endsWith('for-the-drive.jpg')), 'the photo', 20_000);
    assert.equal(agent.child.exitCode, null, agent.err);
  });

  test('FS-9: a full disk says what is needed and free, loses nothing, and goes on by itself when there is room', async () => {
    const { bavail, bsize } = statfsSync(b.folder);
    const ballast = b.path('.rollcall/ballast');
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 20_000));
    const big = await photo({ size: 600 });
    assert.ok(big.length > 40_000);
    a.put('large.jpg', big);
    await a.sync();
    await until(
      async () => (await b.json<Status>('status')).reasons.some(({ code }) => code === 'device-disk-full'),
      'the reason to be told',
    );
    const why = await b.json<Why>('why', await idOf(a, 'large.jpg'));
    assert.equal(why.primary, 'device-disk-full');
    assert.match(why.reasons[0]?.words ?? '', /needed, .* free/);
    rmSync(ballast);
    await until(() => [...b.files().keys()].some((path) => path.endsWith('large.jpg')), 'the photo', 20_000);
    await until(async () => (await b.json<Status>('status')).upToDate, 'all to be in sync');
    await b.agent?.stop();
    assert.equal((await b.run('verify')).code, 0);
    await a.sync();
    assert.deepEqual(a.names(), b.names());
    assert.deepEqual(await trashed(a), []);
  });

  test('FS-10: a photo that belongs into a folder where a file, a link or another disk has the name is placed beside it', async () => {
    card.mount(b.path('2024'));
    writeFileSync(b.path('2023'), 'no folder');
    a.put('x.jpg', await photo());
    a.put('y.jpg', await photo({ taken: '2023:01:02 03:04:05' }));
    await a.sync();
    const ended = await b.once();
    assert.ok(existsSync(b.path('2024 (2)/05/x.jpg')), ended.out + ended.err);
    assert.ok(existsSync(b.path('2023 (2)/01/y.jpg')));
    card.unmount();
    mkdirSync(b.path('2024'), { recursive: true });
    rmSync(b.path('2023'));
    await b.sync();
    assert.deepEqual(a.names(), b.names());
  });
});
