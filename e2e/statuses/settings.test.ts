import assert from 'node:assert/strict';
import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { doctor } from '../doctor/told.ts';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import { silentHour } from '../support/silent-hour.ts';
import { Device, EMAIL, PASSWORD, World } from '../support/world.ts';
import { HOME, isFound, isOver, isTold, whyOf, type Row } from './told.ts';

/** `nobody`: no more rights than any user has. */
const USER = 65534;
const OTHER = 'bob@example.org';

const hour = new Date().getHours();
const two = (value: number): string => String(value % 24).padStart(2, '0');

describe('check 1: the settings of a device, its account and its folder', () => {
  const world = new World();
  let a: Device;
  let serial = 0;
  before(async () => {
    chmodSync(world.root, 0o755);
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    await run('conditions', 'set', ...HOME);
    for (const name of ['one.jpg', 'Trip/two.jpg', 'Trip/three.jpg', 'Trip/four.jpg', 'Trip/five.jpg']) a.put(name, await photo());
    await a.sync();
    a.start();
    await a.agent?.line(/Keeping/);
  });
  after(() => world.end());

  const run = async (...args: string[]): Promise<void> => {
    const ended = await a.run(...args);
    assert.equal(ended.code, 0, `${args.join(' ')}: ${ended.out}${ended.err}`);
  };
  const put = async (device = a): Promise<string> => {
    serial += 1;
    device.put(`new-${serial}.jpg`, await photo());
    return device.path(`new-${serial}.jpg`);
  };
  /** What the other devices and the web are told of this one. */
  const heardOf = async (name: string): Promise<string[]> => {
    const { devices } = await (await signInByPassword(world.url)).ok('devices', {});
    return devices.find((device) => device.name === name)?.roll?.reasons.map(({ code }) => code) ?? [];
  };

  interface Setting {
    readonly row: Row;
    readonly begin: readonly string[];
    readonly end: readonly string[];
  }
  const held = { check: 1, class: 'held', place: 'device' } as const;
  const SETTINGS: readonly Setting[] = [
    {
      row: {
        ...held,
        code: 'paused',
        words: /^Paused until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
        cure: /^Resume\. As a command: rollcall resume\.$/,
      },
      begin: ['pause', '--until', '2h'],
      end: ['resume'],
    },
    {
      row: {
        ...held,
        code: 'sync-off',
        words: /^Sync is off on this device\.$/,
        cure: /^Switch sync on\. As a command: rollcall settings set sync on\.$/,
      },
      begin: ['settings', 'set', 'sync', 'off'],
      end: ['settings', 'set', 'sync', 'on'],
    },
    {
      row: {
        ...held,
        code: 'quiet-hours',
        words: /^Quiet hours until .* UTC\.$/,
        cure: /^Sync now for an hour\. As a command: rollcall sync-now\.$/,
      },
      begin: ['settings', 'set', 'quiet-hours', `${two(hour)}:00-${two(hour + 3)}:00`],
      end: ['settings', 'set', 'quiet-hours', 'off'],
    },
  ];
  for (const { row, begin, end } of SETTINGS) {
    test(`DR-21: ${row.code} is said in words, on the device and elsewhere, with its cure, and is over by itself`, async () => {
      await run(...begin);
      const file = await put();
      await isTold(a, file, row);
      await until(async () => (await heardOf('Laptop')).includes(row.code), 'the web to hear of it');
      await run(...end);
      await isOver(a, file, row.code);
      await until(async () => !(await heardOf('Laptop')).includes(row.code), 'the web to hear that it is over');
    });
  }

  test('WY-64: while sync is off a photo that was just sent stays safe, though nobody may read it once more; that is done when it is on', async () => {
    const file = await put();
    await until(async () => (await whyOf(a, file))?.inSync === true, 'it to be sent', 60_000);
    await run('settings', 'set', 'sync', 'off');
    await a.agent?.stop();
    const counts = async (): Promise<{ onDevice: number; inSync: number }> =>
      (await a.json<{ counts: { onDevice: number; inSync: number } }>('status')).counts;
    const before = await counts();
    const other = await put();
    await a.start().line(/Keeping/);
    // The look that sees the one has seen the other.
    await until(async () => (await counts()).onDevice === before.onDevice + 1, 'the folder to be looked at');
    assert.deepEqual([(await whyOf(a, file))?.inSync, (await counts()).inSync], [true, before.inSync]);
    await run('settings', 'set', 'sync', 'on');
    await isOver(a, other, 'sync-off');
  });

  test('WY-68: that sync is off on another device is told here by the doctor, by status and by why, with whose it is and its cure, and is over when it is on there', async () => {
    const desktop = await world.device('Desktop');
    await desktop.sync();
    const finding = async () => (await doctor(desktop)).checks[0]?.findings.find(({ code }) => code === 'sync-off');
    assert.equal(await finding(), undefined);
    await run('settings', 'set', 'sync', 'off');
    const found = await until(finding, 'the doctor to tell of it', 60_000);
    assert.match(found.words, /^Sync is off on Laptop; /);
    assert.match(found.cure, /^Switch it on there \(rollcall settings set sync on\)/);
    const [file = ''] = desktop.files().keys();
    const { switchedOff } = await desktop.json<{ switchedOff: { name: string; reason: { check: number } }[] }>('why', desktop.path(file));
    assert.deepEqual(
      switchedOff.map(({ name, reason }) => [name, reason.check]),
      [['Laptop', 1]],
    );
    assert.match((await desktop.run('status')).out, /^Sync is off on Laptop; /m);
    await run('settings', 'set', 'sync', 'on');
    await until(async () => (await finding()) === undefined, 'the doctor to tell of it no more', 60_000);
    assert.equal((await desktop.run('unlink')).code, 0);
  });

  test('WY-65: status tells each reason once in words, with its check and its cure, and none that only waits behind another', async () => {
    const lines = async (code: string): Promise<string[] | false> => {
      const all = (await a.run('status')).out.split('\n');
      return all.some((line) => line.includes(` ${code}`)) && all;
    };
    await run('pause');
    const file = await put();
    const held = await until(() => lines('paused'), 'the photo to be held');
    assert.deepEqual(
      held.filter((line) => /paused/i.test(line)),
      [
        'Paused until you resume. Resume. As a command: rollcall resume.',
        '       1  paused (check 1, settings): Resume. As a command: rollcall resume.',
      ],
    );
    assert.ok(!held.some((line) => line.includes('queued')), held.join('\n'));
    await run('resume');
    await isOver(a, file, 'paused');
    // What is of single photos is told nowhere else.
    a.put('notes.txt', Buffer.from('no photo'));
    const left = await until(() => lines('not-a-photo'), 'the file to be noticed');
    assert.ok(left.includes('       1  not-a-photo: Not a photo or video. Nothing to do: it stays where it is.'), left.join('\n'));
    rmSync(a.path('notes.txt'));
  });

  test('DR-21: the folder that is gone is said so, and is nobody’s deletion; it is over when it is back', async () => {
    renameSync(a.folder, `${a.folder}.away`);
    const row: Row = {
      code: 'folder-missing',
      check: 1,
      class: 'needs-you',
      words: /^The photo folder is not there: the folder does not exist\.$/,
      cure: /^Connect the disk, or put the folder back\. Nothing is taken for deleted meanwhile\.$/,
      place: 'device',
    };
    await isTold(a, a.path('one.jpg'), row);
    renameSync(`${a.folder}.away`, a.folder);
    await isOver(a, a.path('one.jpg'), row.code);
  });

  test('DR-28: an agent that runs tells that its folder is gone, and that it is back, in less time than lies between its looks at the whole folder', async () => {
    const told = async (): Promise<boolean> => {
      const { devices } = await a.json<{ devices: { self: boolean; roll: { reasons: { code: string }[] } | null }[] }>('devices');
      return devices.some(({ self, roll }) => self && roll?.reasons.some(({ code }) => code === 'folder-missing') === true);
    };
    renameSync(a.folder, `${a.folder}.away`);
    // The whole folder is looked at once a minute.
    await until(told, 'the cloud to hear of it', 30_000);
    renameSync(`${a.folder}.away`, a.folder);
    await until(async () => !(await told()), 'the cloud to hear that it is back', 30_000);
  });

  test('DR-21: another account’s folder in the place of this one is told with both names', async () => {
    assert.equal((await world.account(OTHER)).code, 0);
    const bob = await world.device('Tablet', OTHER);
    renameSync(a.folder, `${a.folder}.away`);
    renameSync(bob.folder, a.folder);
    const row: Row = {
      code: 'wrong-account',
      check: 1,
      class: 'needs-you',
      words: /^This folder belongs to bob@example\.org; you are signed in as ann@example\.org\.$/,
      cure: /^Nothing was moved\. Link this folder as bob@example\.org, or link another folder as ann@example\.org: rollcall link\.$/,
      place: 'account',
    };
    await isTold(a, a.path('one.jpg'), row);
    renameSync(a.folder, bob.folder);
    renameSync(`${a.folder}.away`, a.folder);
    await isOver(a, a.path('one.jpg'), row.code);
  });

  test('DR-21: many deletions at once wait for an answer, and are told until they have it', async () => {
    rmSync(a.path('Trip'), { recursive: true });
    const row: Row = {
      code: 'mass-delete-held',
      check: 1,
      class: 'needs-you',
      words: /^4 photos went missing here; Rollcall waits for your word before it deletes them elsewhere\.$/,
      cure: /rollcall held keep, or rollcall held trash/,
      place: 'device',
    };
    await isTold(a, a.path('Trip/two.jpg'), row);
    await run('held', 'keep');
    await isOver(a, a.path('Trip/two.jpg'), row.code);
  });

  test('DR-21: a session that ended is told as the account’s, and is over when the device is signed in again', async () => {
    await a.agent?.stop();
    const file = await put();
    const token = readFileSync(join(a.home, 'token'));
    writeFileSync(join(a.home, 'token'), 'rcd_of_nobody\n');
    assert.equal((await a.once(2)).code, 3);
    const row: Row = {
      code: 'signed-out',
      check: 1,
      class: 'needs-you',
      words: /^This device is signed out\.$/,
      cure: /^Link this device again: rollcall link\. The photos here stay\.$/,
      place: 'account',
      untold: 'silent',
    };
    await isTold(a, file, row);
    writeFileSync(join(a.home, 'token'), token);
    await a.sync();
    await isOver(a, file, row.code);
  });

  test('DR-21: a device that was removed from the account says so, and is over when it is linked again', async () => {
    const session = await signInByPassword(world.url);
    const { devices } = await session.ok('devices', {});
    const deviceId = devices.find(({ name }) => name === 'Laptop')?.id ?? '';
    await session.ok('revokeDevice', { params: { deviceId }, body: { password: PASSWORD } });
    const file = await put();
    assert.equal((await a.once(2)).code, 3);
    const row: Row = {
      code: 'device-revoked',
      check: 1,
      class: 'needs-you',
      words: /^This device was removed from the account\.$/,
      cure: /^Link this device again: rollcall link\. The photos here stay\.$/,
      place: 'account',
      untold: 'removed',
    };
    await isTold(a, file, row);
    assert.equal((await a.link()).code, 0);
    await run('conditions', 'set', ...HOME);
    await a.sync();
    await isOver(a, file, row.code);
  });

  test('DR-21: a photo that was deleted before is asked about, and over with the answer', async () => {
    const bytes = await photo();
    a.put('unwanted.jpg', bytes);
    await a.sync();
    rmSync(a.path('unwanted.jpg'));
    await until(async () => {
      await a.once();
      return (await a.json<{ items: unknown[] }>('trash', 'ls')).items.length === 1;
    }, 'it to be deleted');
    const b = new Device(world, 'Old disk');
    mkdirSync(b.folder);
    b.put('unwanted.jpg', bytes);
    assert.equal((await b.link(EMAIL)).code, 0);
    assert.equal((await b.run('conditions', 'set', ...HOME)).code, 0);
    assert.equal((await b.once(2)).code, 3);
    const row: Row = {
      code: 'deleted-before',
      check: 1,
      class: 'needs-you',
      words: /^You deleted this photo before; it is not sent again without your word\.$/,
      cure: /rollcall keep FILE .*rollcall forget FILE/,
      place: 'account',
    };
    await isTold(b, b.path('unwanted.jpg'), row);
    assert.equal((await b.run('keep', b.path('unwanted.jpg'))).code, 0);
    await b.sync();
    await isOver(b, b.path('unwanted.jpg'), row.code);
  });

  test('DR-21: a device that was not heard of for as long as the server is told is told by the others, with how much was not safe there', async () => {
    await silentHour(world);
    const { checks, code } = await doctor(a);
    const silent = checks[4]?.findings.find((finding) => finding.code === 'device-silent');
    assert.match(silent?.words ?? '', /^Old disk was not heard from since \d{4}-\d\d-\d\d /);
    assert.match(silent?.cure ?? '', /^See that Old disk is on, connected/);
    assert.deepEqual([checks[4]?.verdict, code], ['look', 0]);
    await new Device(world, 'Old disk').sync();
    assert.ok(!(await doctor(a)).checks[4]?.findings.some((finding) => finding.code === 'device-silent'));
  });
});

describe(
  'check 1: what the user that runs Rollcall may do',
  { skip: process.getuid?.() !== 0 && 'only root can become another user' },
  () => {
    const world = new World();
    after(() => world.end());

    test('DR-21: a permission that is missing says what is needed, and is over when it is granted', async () => {
      chmodSync(world.root, 0o755);
      await world.serve();
      assert.equal((await world.account()).code, 0);
      const a = new Device(world, 'Shared', USER);
      for (const folder of [a.folder, a.home]) {
        mkdirSync(folder);
        chownSync(folder, USER, USER);
      }
      assert.equal((await a.link()).code, 0);
      assert.equal((await a.run('conditions', 'set', ...HOME)).code, 0);
      a.put('one.jpg', await photo());
      await a.sync();
      a.start();
      await a.agent?.line(/Keeping/);
      const row: Row = {
        code: 'permission-missing',
        check: 1,
        class: 'needs-you',
        words: /^Rollcall may not read the photo folder \(.*\)\.$/,
        cure: /^Let the user that runs Rollcall read the photo folder, as by chmod u\+rX .*\.$/,
        place: 'device',
      };
      // The folder as a whole.
      chmodSync(a.folder, 0);
      await isTold(a, a.path('one.jpg'), row);
      chmodSync(a.folder, 0o755);
      await isOver(a, a.path('one.jpg'), row.code);
      // One photo, and no other.
      writeFileSync(join(world.root, 'draft'), await photo());
      chmodSync(join(world.root, 'draft'), 0);
      renameSync(join(world.root, 'draft'), a.path('secret.jpg'));
      const single: Row = {
        ...row,
        words: /^Rollcall may not read secret\.jpg\.$/,
        cure: /chmod u\+rX secret\.jpg in the photo folder\.$/,
      };
      await isTold(a, a.path('secret.jpg'), single);
      assert.equal((await whyOf(a, a.path('one.jpg')))?.inSync, true);
      assert.equal((await isFound(a, single)).count, 1);
      chmodSync(a.path('secret.jpg'), 0o644);
      await isOver(a, a.path('secret.jpg'), row.code);
    });
  },
);
