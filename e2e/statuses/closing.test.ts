import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, test } from 'node:test';
import { dayWords, LIMITS } from '@rollcall/protocol';
import { photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import { Device, EMAIL, PASSWORD, World } from '../support/world.ts';
import { HOME, isFound, isOver, isShown, isTold, type Row } from './told.ts';

interface Status {
  readonly upToDate: boolean;
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
  readonly device: { readonly conditions: readonly { readonly code: string; readonly words: string; readonly cure: string }[] };
}

const CLOSING: Row = {
  code: 'library-closing',
  check: 1,
  class: 'needs-you',
  words: /^The library closes on \d{4}-\d\d-\d\d: nothing new goes to the cloud, and no file here is touched\.$/,
  cure: /rollcall account keep, or Keep my library on the page/,
  place: 'account',
};
/** What its end leaves on a device. */
const CLOSED: Row = {
  code: 'device-revoked',
  check: 1,
  class: 'needs-you',
  words: /^This library was closed on [^.]+\.$/,
  cure: /^The photos here stay where they are\. To have a cloud again, end this device \(rollcall unlink\) and link its folder to another account \(rollcall link\)\.$/,
  place: 'account',
};

const owner = (world: World, ...args: string[]) => rollcall(['account', ...args, '--data', world.data]);

/** As if the server had run for so long; it does not run. */
function letPass(world: World, ms: number): void {
  const database = new DatabaseSync(join(world.data, 'rollcall.sqlite'));
  database.prepare("UPDATE server_facts SET value = CAST(value + ? AS TEXT) WHERE name = 'seen-time'").run(ms);
  database.close();
}

async function conditions(device: Device): Promise<string[]> {
  return (await device.json<Status>('status')).device.conditions.map(({ words }) => words);
}

describe('a library that closes', () => {
  const world = new World();
  after(() => world.end());

  test('AC-34: closed from one device it is told on each with the day, and what is new waits; kept from another one, it goes on by itself; at its end no file of any device is touched', async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    const [a, b] = [await world.device('Laptop'), await world.device('Desktop')];
    for (const device of [a, b]) {
      assert.equal((await device.run('conditions', 'set', ...HOME)).code, 0);
      device.start();
      await device.agent?.line(/Keeping/);
    }
    for (const name of ['one.jpg', 'two.jpg']) a.put(name, await photo({ size: 400 }));
    const quiet = async (device: Device, photos: number): Promise<boolean> =>
      device.files().size === photos && (await device.json<Status>('status')).upToDate;
    await until(async () => (await quiet(a, 2)) && (await quiet(b, 2)), 'both to be in sync', 120_000);

    const close = (email: string, password: string) =>
      rollcall(['account', 'close', email, '--home', a.home, '--password-stdin'], { input: `${password}\n` });
    assert.equal((await close('bob@example.org', PASSWORD)).code, 3);
    assert.equal((await close(EMAIL, 'another password')).code, 3);
    const closed = await close(EMAIL, PASSWORD);
    assert.equal(closed.code, 0, closed.err);
    const day = dayWords(Date.now() + LIMITS.closing);
    assert.ok(closed.out.includes(`closes on ${day}`), closed.out);
    assert.match(closed.out, /Every photo is on a device/);

    // A device on which nothing waits says it as well.
    for (const device of [a, b]) {
      await until(
        async () => (await conditions(device)).some((words) => words.includes(day)),
        `the ${device.name} to tell the day`,
        60_000,
      );
      await isFound(device, CLOSING);
      await isShown(device, CLOSING);
    }
    a.put('three.jpg', await photo({ size: 400 }));
    await isTold(a, 'three.jpg', CLOSING);
    assert.match((await a.run('status')).out, new RegExp(`closes on ${day}`));
    assert.match((await owner(world, 'list')).out, new RegExp(`closes on ${day}`));

    const kept = await b.run('account', 'keep');
    assert.equal(kept.code, 0, kept.err);
    await isOver(a, 'three.jpg', 'library-closing');
    await until(async () => (await quiet(a, 3)) && (await quiet(b, 3)), 'the third to come', 120_000);
    assert.deepEqual(await conditions(b), []);

    // Once more, by the owner, beside the server that runs; an agent that is begun anew knows it still.
    assert.equal((await owner(world, 'close', EMAIL)).code, 0);
    await until(async () => (await conditions(a)).some((words) => words.includes('closes on')), 'the Laptop to hear of it', 60_000);
    assert.equal(await a.agent?.stop(), 0);
    a.put('four.jpg', await photo({ size: 400 }));
    a.start();
    await a.agent?.line(/Keeping/);
    await isTold(a, 'four.jpg', CLOSING);
    // A device that is linked meanwhile gets all.
    const c = await world.device('Backup');
    await c.sync();
    assert.equal(c.files().size, 3);

    assert.equal(await world.server?.stop(), 0);
    const before = [a, b, c].map((device) => device.files());
    letPass(world, LIMITS.closing);
    await world.serveAgain();
    const today = dayWords(Date.now());
    for (const device of [a, b, c])
      await until(
        async () => (await conditions(device)).includes(`This library was closed on ${today}.`),
        `the ${device.name} to tell what happened`,
        120_000,
      );
    await assert.rejects(signInByPassword(world.url), new RegExp(`This library was closed on ${today}`));
    // Nobody has a page of it any more; the doctor tells it at each device, with how to have a cloud again.
    await isFound(a, CLOSED);
    const linked = await new Device(world, 'New').link();
    assert.notEqual(linked.code, 0);
    assert.match(linked.err, /This library was closed on/);
    // A look of each folder, and a whole run, later.
    for (const device of [a, b]) {
      assert.equal(await device.agent?.stop(), 0);
      assert.equal((await device.once(1)).code, 3);
    }
    assert.equal((await c.once(1)).code, 3);
    assert.deepEqual(
      [a, b, c].map((device) => device.files()),
      before,
    );
    assert.match((await owner(world, 'list')).out, /There is no account yet/);

    // What the device is told to do: its folder, linked to a new account of the same address, brings all of it there.
    assert.equal(await world.server?.stop(), 0);
    await world.serveAgain();
    assert.equal((await world.account()).code, 0);
    assert.equal((await a.run('unlink')).code, 0);
    assert.equal((await a.link()).code, 0);
    await a.sync();
    assert.deepEqual(a.files(), before[0]);
    assert.equal((await a.json<{ library: { assets: number } }>('status')).library.assets, 4);
  });
});
