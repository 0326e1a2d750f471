import assert from 'node:assert/strict';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { onPage } from '../statuses/page.ts';
import { signInByPassword } from '../support/session.ts';
import { Device, EMAIL, World } from '../support/world.ts';
import { doctor, faults } from './told.ts';

const OTHER = 'bob@example.org';

interface Why {
  readonly primary: string;
  readonly reasons: readonly { readonly code: string; readonly check: number; readonly words: string; readonly cure: string }[];
}

describe('somebody else’s account', () => {
  const world = new World();
  let ann: Device;
  let bob: Device;
  const library = async (email: string): Promise<{ assets: number; devices: string[] }> => {
    const session = await signInByPassword(world.url, email);
    const { library: its } = await session.ok('session', {});
    const { devices } = await session.ok('devices', {});
    return { assets: its.assets, devices: devices.filter(({ kind }) => kind === 'folder').map(({ name }) => name) };
  };
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    assert.equal((await world.account(OTHER)).code, 0);
    ann = await world.device('Laptop');
    bob = await world.device('Tablet', OTHER);
    ann.put('hers.jpg', await photo());
    bob.put('his.jpg', await photo());
    await ann.sync();
    await bob.sync();
  });
  after(() => world.end());

  test('WA-1: a folder knows its library: linking it as somebody else says both names and the ways out, moves nothing and leaves no device', async () => {
    const before = ann.files();
    const again = new Device(world, 'Laptop');
    Object.assign(again, { home: join(world.root, 'another.home') });
    renameSync(ann.home, `${ann.home}.away`);
    const ended = await again.link(OTHER);
    renameSync(`${ann.home}.away`, ann.home);
    assert.equal(ended.code, 3, ended.out);
    assert.match(ended.err, /this folder belongs to ann@example\.org.*you signed in as bob@example\.org/);
    assert.match(ended.err, /Nothing was moved\. Sign in as ann@example\.org, choose another folder, or/);
    assert.deepEqual(ann.files(), before);
    assert.deepEqual(await library(OTHER), { assets: 1, devices: ['Tablet'] });
    await ann.sync();
  });

  test('WA-2: a device whose token is of another account notices before anything moves, in a single sync as in an agent that stays, and goes on when it is begun with its own', async () => {
    const own = readFileSync(join(ann.home, 'token'));
    writeFileSync(join(ann.home, 'token'), readFileSync(join(bob.home, 'token')));
    ann.put('new.jpg', await photo());
    const ended = await ann.once(3);
    assert.equal(ended.code, 3, ended.out + ended.err);
    const { primary, reasons } = await ann.json<Why>('why', ann.path('new.jpg'));
    assert.deepEqual([primary, reasons[0]?.check], ['wrong-account', 1]);
    assert.match(reasons[0]?.words ?? '', /This folder belongs to ann@example\.org; you are signed in as bob@example\.org\./);
    assert.match(reasons[0]?.cure ?? '', /Link this folder as ann@example\.org, or link another folder as bob@example\.org/);
    const told = await doctor(ann);
    assert.deepEqual(
      [told.code, told.checks[0]?.verdict, told.checks[0]?.findings[0]?.code, faults(told)],
      [3, 'broken', 'wrong-account', ['account']],
    );
    const agent = ann.start();
    await agent.line(/Keeping/);
    await until(async () => (await ann.json<Why>('why', ann.path('new.jpg'))).primary === 'wrong-account', 'the running agent to say so');
    await agent.stop();
    assert.deepEqual(await library(OTHER), { assets: 1, devices: ['Tablet'] });
    assert.equal((await library(EMAIL)).assets, 1);
    assert.deepEqual([...ann.files().keys()].sort(), ['hers.jpg', 'new.jpg']);
    writeFileSync(join(ann.home, 'token'), own);
    await ann.sync();
    assert.equal((await library(EMAIL)).assets, 2);
    assert.equal((await doctor(ann)).checks[0]?.verdict, 'fine');
  });

  test('WA-3: a copy of a state folder leaves the photo folder to its own, and says whose it is; one that was moved goes on', async () => {
    const copy = new Device(world, 'Laptop');
    Object.assign(copy, { home: join(world.root, 'copy.home') });
    cpSync(ann.home, copy.home, { recursive: true });
    ann.put('newer.jpg', await photo());
    const ended = await copy.once(3);
    assert.equal(ended.code, 3, ended.out + ended.err);
    assert.match(
      ended.err,
      new RegExp(
        `This state folder is a copy: the photo folder belongs to ${ann.home}\\. Go on with that one: rollcall sync --home ${ann.home}`,
      ),
    );
    const told = await doctor(copy);
    assert.deepEqual([told.code, told.checks[0]?.findings[0]?.code, faults(told)], [3, 'wrong-account', ['device']]);
    assert.equal((await copy.json<Why>('why', copy.path('hers.jpg'))).primary, 'wrong-account');
    assert.equal((await library(EMAIL)).assets, 2, 'nothing was sent by it');
    await ann.sync();
    assert.deepEqual((await library(EMAIL)).devices, ['Laptop'], 'and no device was made');
    // Moved, it is the only one there is.
    const moved = `${ann.home}.moved`;
    renameSync(ann.home, moved);
    Object.assign(ann, { home: moved });
    await ann.sync();
    assert.equal((await copy.once(3)).code, 3, 'the copy knows the folder’s new home');
    rmSync(copy.home, { recursive: true });
    assert.equal((await doctor(ann)).code, 0);
  });

  test('SH-38: a copy of a state folder that was refused is told at the device whose copy it is, on the page too, stops nothing there, and is over when the copy is gone', async () => {
    const copy = new Device(world, 'Laptop');
    Object.assign(copy, { home: join(world.root, 'second.home') });
    cpSync(ann.home, copy.home, { recursive: true });
    await ann.start().line(/Keeping/);
    assert.equal((await copy.once(3)).code, 3);
    const shown = async (): Promise<string | undefined> =>
      (await onPage(ann)).checks[0]?.findings.find(({ topic }) => topic === 'device-forked')?.words;
    const words = await until(shown, 'the page to tell of the copy', 60_000);
    assert.equal(words, `A copy of Laptop’s state folder (${copy.home}) was started, and refused: the photo folder belongs to Laptop.`);
    const told = await doctor(ann);
    assert.deepEqual([told.code, told.checks[0]?.findings.map(({ code, place }) => [code, place])], [3, [['device-forked', 'device']]]);
    assert.match(told.checks[0]?.findings[0]?.cure ?? '', /^Nothing was moved, and this device goes on\. Go on with this one only/);
    ann.put('meanwhile.jpg', await photo());
    await until(
      async () => (await ann.json<{ inSync: boolean }>('why', ann.path('meanwhile.jpg'))).inSync,
      'a photo to go meanwhile',
      60_000,
    );
    rmSync(copy.home, { recursive: true });
    await until(async () => (await shown()) === undefined, 'the page to tell of it no more', 60_000);
    assert.equal((await doctor(ann)).code, 0);
    await ann.agent?.stop();
  });
});
