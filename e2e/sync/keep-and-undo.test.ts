import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { Device, hashOf, World } from '../support/world.ts';

interface Status {
  device: { running: boolean };
  counts: { onDevice: number; inSync: number; excluded: number; needsYou: number };
  upToDate: boolean;
  library: { assets: number; trashed: number };
}
interface Why {
  primary: string | null;
  reasons: { code: string; words: string; cure: string }[];
}
interface Deeds {
  actions: { what: string; photos: { fileName: string }[]; can: boolean; why: string | null }[];
}
const succeed = async (device: Device, ...args: string[]): Promise<void> => {
  const { code, out, err } = await device.run(...args);
  assert.equal(code, 0, `${args.join(' ')}: ${out}${err}`);
};
const status = (device: Device): Promise<Status> => device.json<Status>('status');

describe('photos that were deleted before', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  const bytes = new Map<string, Buffer>();
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    for (const name of ['trashed', 'purged', 'unwanted', 'moved', 'live']) {
      bytes.set(name, await photo());
      a.put(`${name}.jpg`, bytes.get(name) as Buffer);
    }
    await a.sync();
    for (const name of ['purged', 'unwanted']) rmSync(a.path(`${name}.jpg`));
    await a.sync();
    await succeed(a, 'trash', 'empty', '--yes');
    for (const name of ['trashed', 'moved']) rmSync(a.path(`${name}.jpg`));
    // Most of a small library within a day: that is asked about first.
    assert.equal((await a.once()).code, 3);
    await succeed(a, 'held', 'trash');
    await a.sync();
    // Another disk, with files of long ago.
    b = new Device(world, 'Old disk');
    mkdirSync(b.folder, { recursive: true });
    for (const [name, content] of bytes) b.put(`${name}.jpg`, content);
    assert.equal((await b.link()).code, 0);
  });
  after(() => world.end());

  const code = async (name: string): Promise<string | null> => (await b.json<Why>('why', b.path(name))).primary;

  test('KF-1: what was deleted before is asked about, and nothing of it is sent or removed', async () => {
    assert.equal((await b.once(1)).code, 3);
    for (const name of ['trashed', 'purged', 'unwanted', 'moved']) assert.equal(await code(`${name}.jpg`), 'deleted-before');
    const { counts, library } = await status(b);
    assert.deepEqual([counts.onDevice, counts.inSync, counts.needsYou, library.assets], [5, 1, 4, 1]);
    const { reasons } = await b.json<Why>('why', b.path('purged.jpg'));
    assert.match(reasons[0]?.cure ?? '', /rollcall keep.*rollcall forget/);
    renameSync(b.path('trashed.jpg'), b.path('renamed.jpg'));
    await b.once(1);
    await b.once(1);
    assert.equal(await code('renamed.jpg'), 'deleted-before');
    renameSync(b.path('renamed.jpg'), b.path('trashed.jpg'));
    await b.once(1);
  });

  test('KF-2: kept, a photo comes back from Recently Deleted at once, on every device', async () => {
    const kept = await b.run('keep', b.path('trashed.jpg'));
    assert.equal(kept.code, 0, kept.err);
    await b.once(1);
    assert.equal(await code('trashed.jpg'), null);
    await a.sync();
    assert.equal(a.files().get('trashed.jpg'), hashOf(bytes.get('trashed') as Buffer));
  });

  test('KF-3: kept, a photo that was deleted for good is added anew with the next sync', async () => {
    await succeed(b, 'keep', b.path('purged.jpg'));
    await b.once(5);
    assert.equal(await code('purged.jpg'), null);
    await a.sync();
    assert.ok([...a.files().values()].includes(hashOf(bytes.get('purged') as Buffer)));
  });

  test('KF-4: forgotten, a photo stays deleted and its file is left alone, wherever it is moved', async () => {
    for (const name of ['unwanted', 'moved']) await succeed(b, 'forget', b.path(`${name}.jpg`));
    mkdirSync(b.path('Sorted'));
    renameSync(b.path('moved.jpg'), b.path('Sorted/moved.jpg'));
    await b.sync();
    await b.sync();
    const { counts, upToDate, library } = await status(b);
    assert.deepEqual([counts.onDevice, counts.inSync, counts.excluded, upToDate, library.assets], [5, 3, 2, true, 3]);
    for (const name of ['unwanted.jpg', 'Sorted/moved.jpg']) {
      const { primary, reasons } = await b.json<Why>('why', b.path(name));
      assert.equal(primary, 'excluded-by-rule');
      assert.match(reasons[0]?.words ?? '', /stays deleted/);
      assert.ok(b.files().has(name));
    }
    const { items } = await b.json<{ items: { path: string; primary: string | null }[] }>('ls');
    assert.equal(items.find(({ path }) => path === 'unwanted.jpg')?.primary, 'excluded-by-rule');
    await succeed(b, 'verify');
  });

  test('KF-5: what was forgotten can be kept after all, while the agent runs', async () => {
    b.start();
    await until(async () => (await status(b)).upToDate, 'the agent');
    for (const name of ['unwanted.jpg', 'Sorted/moved.jpg']) await succeed(b, 'keep', b.path(name));
    await until(async () => (await status(b)).counts.inSync === 5, 'both in the library again');
    assert.deepEqual([(await status(b)).library.assets, b.files().size], [5, 5]);
    // And forgotten while it runs.
    rmSync(b.path('unwanted.jpg'));
    await until(async () => (await status(b)).library.trashed === 1, 'the deletion');
    await b.agent?.stop();
    const c = new Device(world, 'Older disk');
    mkdirSync(c.folder, { recursive: true });
    c.put('x.jpg', bytes.get('unwanted') as Buffer);
    assert.equal((await c.link()).code, 0);
    c.start();
    await until(async () => (await status(c)).counts.needsYou === 1, 'the question');
    await succeed(c, 'forget', c.path('x.jpg'));
    const agent = await c.json<{ counts: Status['counts'] }>('status');
    assert.deepEqual([agent.counts.needsYou, agent.counts.excluded], [0, 1]);
  });

  test('KF-7: a photo that is restored elsewhere while its file waits here is that file, and not fetched a second time', async () => {
    const { items } = await a.json<{ items: { id: string }[] }>('trash', 'ls');
    assert.equal(items.length, 1);
    const c = new Device(world, 'Oldest disk');
    mkdirSync(c.folder, { recursive: true });
    c.put('y.jpg', bytes.get('unwanted') as Buffer);
    assert.equal((await c.link()).code, 0);
    c.start();
    await until(async () => {
      const { counts, library } = await status(c);
      return counts.needsYou === 1 && counts.inSync === library.assets;
    }, 'the question, and all others');
    const before = c.files().size;
    await succeed(a, 'trash', 'restore', items[0]?.id as string);
    await until(async () => (await status(c)).upToDate, 'the answer');
    assert.equal(c.files().size, before);
    assert.equal((await c.json<Why>('why', c.path('y.jpg'))).primary, null);
    await c.agent?.stop();
  });

  test('KF-12: keep and forget of a file that the agent is just reading again wait until it is read', async () => {
    const d = new Device(world, 'Busy disk');
    mkdirSync(d.folder, { recursive: true });
    const content = bytes.get('trashed') as Buffer;
    d.put('z.jpg', content);
    rmSync(a.path('trashed.jpg'));
    await a.once();
    assert.equal((await d.link()).code, 0);
    const agent = d.start();
    await until(async () => {
      const { device, counts } = await status(d);
      return device.running && counts.needsYou === 1;
    }, 'the question, and an agent');
    const write = (hash: string | null): void => {
      const database = new DatabaseSync(join(d.home, 'device.sqlite'));
      assert.equal(database.prepare("UPDATE local SET hash = ? WHERE path = 'z.jpg'").run(hash).changes, 1);
      database.close();
    };
    agent.child.kill('SIGSTOP');
    write(null);
    const asked = succeed(d, 'forget', d.path('z.jpg'));
    await wait(1500);
    write(hashOf(content));
    agent.child.kill('SIGCONT');
    await asked;
    const { primary } = await d.json<Why>('why', d.path('z.jpg'));
    assert.equal(primary, 'excluded-by-rule');
  });

  test('KF-6: keep and forget are for photos that were deleted before, and say so of others', async () => {
    for (const command of ['keep', 'forget']) {
      const ended = await b.run(command, b.path('live.jpg'));
      assert.equal(ended.code, 2);
      assert.match(ended.err, /deleted before/);
      assert.equal((await b.run(command, b.path('nowhere.jpg'))).code, 2);
    }
  });
});

describe('what was not meant', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    b = await world.device('Desktop');
    for (let n = 1; n <= 8; n += 1) a.put(`Trip/${n}.jpg`, await photo({ taken: `2021:06:0${n} 10:00:00` }));
    await a.sync();
    await b.sync();
  });
  after(() => world.end());

  test('UN-10: three files that were deleted are undone as one action, and are back on both devices, where they were', async () => {
    const before = [a.files(), b.files()];
    for (const n of [1, 2, 3]) rmSync(a.path(`Trip/${n}.jpg`));
    await a.sync();
    await b.sync();
    assert.deepEqual([a.files().size, b.files().size], [5, 5]);
    const { actions } = await a.json<Deeds>('undo', '--list');
    assert.deepEqual([actions[0]?.what, actions[0]?.photos.length, actions[0]?.can], ['asset.trash', 3, true]);
    const undone = await a.run('undo');
    assert.equal(undone.code, 0, undone.err);
    assert.match(undone.out, /3 photos/);
    await a.sync();
    await b.sync();
    assert.deepEqual([a.files(), b.files()], before);
    // And what was undone can be done again.
    await succeed(a, 'undo');
    await b.sync();
    assert.equal(b.files().size, 5);
    await succeed(a, 'undo');
    await a.sync();
    await b.sync();
    assert.deepEqual([a.files(), b.files()], before);
  });

  test('UN-11: a device takes back only what it did itself, and several actions at once when asked', async () => {
    renameSync(b.path('2021/06/4.jpg'), b.path('2021/06/Four.jpg'));
    await b.sync();
    renameSync(b.path('2021/06/5.jpg'), b.path('2021/06/Five.jpg'));
    await b.sync();
    await a.sync();
    assert.ok(a.files().has('Trip/Four.jpg') && a.files().has('Trip/Five.jpg'));
    const undone = await b.json<{ undone: { fileName: string }[] }>('undo', '--last', '2');
    assert.equal(undone.undone.length, 2);
    await b.sync();
    await a.sync();
    assert.ok(a.files().has('Trip/4.jpg') && a.files().has('Trip/5.jpg'));
    assert.ok(b.files().has('2021/06/4.jpg') && b.files().has('2021/06/5.jpg'));
  });

  test('UN-12: while agents run, an undo is seen on both within seconds', async () => {
    a.start();
    b.start();
    await until(async () => (await status(a)).upToDate && (await status(b)).upToDate, 'both agents');
    rmSync(a.path('Trip/6.jpg'));
    await until(() => !b.files().has('2021/06/6.jpg'), 'the deletion on the other device');
    await succeed(a, 'undo');
    await until(() => a.files().has('Trip/6.jpg') && b.files().has('2021/06/6.jpg'), 'the photo on both');
    await a.agent?.stop();
    await b.agent?.stop();
  });

  test('UN-13: a photo that was deleted for good is not brought back here, and who can is told', async () => {
    rmSync(b.path('2021/06/7.jpg'));
    await b.sync();
    await succeed(b, 'trash', 'empty', '--yes');
    const ended = await b.run('undo');
    assert.equal(ended.code, 3);
    assert.match(ended.out, /for good.*rollcall purged/);
  });

  test('UN-14: without the cloud nothing is undone, and it says so', async () => {
    await world.server?.stop();
    const ended = await b.run('undo');
    assert.deepEqual([ended.code, ended.out], [5, '']);
    await world.serveAgain();
    assert.equal((await b.run('undo', '--last', '51')).code, 2);
  });
});
