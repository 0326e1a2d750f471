import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { photo } from '../support/photos.ts';
import { EMAIL, hashOf, World, type Device } from '../support/world.ts';
import { cannotTrace } from './trace.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/rollcall', import.meta.url));
const skip = await cannotTrace();
/** For so long the program stands still after it has given a file its name. Microseconds. */
const STANDS_STILL = 700_000;

/** Syncs once, and stands still between giving a file its name and looking at it. */
function syncSlowly(device: Device, call: string): Promise<unknown[]> {
  const tracer = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:delay_exit=${STANDS_STILL}`];
  const child = spawn('strace', [...tracer, PROGRAM, 'sync', '--once', '--wait', '60', '--home', device.home], {
    stdio: 'ignore',
    // What Node.js compiled it keeps at its end, a rename for each module.
    env: { ...process.env, ROLLCALL_KEY_STORE: 'off', NODE_DISABLE_COMPILE_CACHE: '1' },
  });
  return once(child, 'close');
}

describe('a person and the program at the same file in one moment', { skip }, () => {
  const world = new World();
  let a: Device;
  let b: Device;
  before(async () => {
    await world.serve();
    await world.account();
    [a, b] = [await world.device('Laptop', EMAIL), await world.device('Desktop', EMAIL)];
  });
  after(() => world.end());

  test('FS-53: a photo that a person moves in the very moment in which it came is where they moved it, and does not come again', async () => {
    const bytes = await photo();
    a.put('moved.jpg', bytes);
    await a.sync();
    mkdirSync(b.path('Trip'));
    await inTheMoment(b, 'link', '2024/05/moved.jpg', hashOf(bytes), (came) => renameSync(came, b.path('Trip/moved.jpg')));
    assert.deepEqual(hashes(b), { 'Trip/moved.jpg': hashOf(bytes) });
    await a.sync();
    assert.deepEqual(hashes(a), { 'moved.jpg': hashOf(bytes) });
  });

  test('FS-53: an edit that a person moves in the very moment in which it came is where they moved it', async () => {
    const edit = await photo({ size: 130 });
    a.put('moved.jpg', edit);
    await a.sync();
    await inTheMoment(b, 'rename', 'Trip/moved.jpg', hashOf(edit), (came) => renameSync(came, b.path('moved.jpg')));
    assert.deepEqual(hashes(b), { 'moved.jpg': hashOf(edit) });
    await a.sync();
    assert.deepEqual(hashes(a), { 'moved.jpg': hashOf(edit) });
  });

  test('FS-54: a photo that a person edits in the very moment in which it came is edited everywhere', async () => {
    const [bytes, edit] = [await photo({ taken: '2023:01:01 10:00:00' }), await photo({ taken: '2023:01:01 10:00:00', size: 140 })];
    a.put('edited.jpg', bytes);
    await a.sync();
    await inTheMoment(b, 'link', '2023/01/edited.jpg', hashOf(bytes), () => keepsItsDate(b, '2023/01/edited.jpg', edit));
    await a.sync();
    assert.equal(hashes(b)['2023/01/edited.jpg'], hashOf(edit));
    assert.equal(hashes(a)['edited.jpg'], hashOf(edit));
  });

  test('FS-54: what a person writes over an edit in the very moment in which it came is everywhere', async () => {
    const [theirs, mine] = [
      await photo({ taken: '2023:01:01 10:00:00', size: 150 }),
      await photo({ taken: '2023:01:01 10:00:00', size: 160 }),
    ];
    a.put('edited.jpg', theirs);
    await a.sync();
    await inTheMoment(b, 'rename', '2023/01/edited.jpg', hashOf(theirs), () => keepsItsDate(b, '2023/01/edited.jpg', mine));
    await a.sync();
    assert.equal(hashes(b)['2023/01/edited.jpg'], hashOf(mine));
    assert.equal(hashes(a)['edited.jpg'], hashOf(mine));
  });
});

/** As programs do that copy a file with its date: that it is new shows in nothing but its bytes. */
function keepsItsDate(device: Device, path: string, bytes: Buffer): void {
  const between = join(device.home, 'between.jpg');
  writeFileSync(between, bytes);
  utimesSync(between, new Date(), new Date('2023-01-01T12:00:00Z'));
  renameSync(between, device.path(path));
}

const hashes = (device: Device): Record<string, string> => Object.fromEntries(device.files());

/** Does something in the moment in which these bytes have come to a path, while the program stands still; and lets it come to an end. */
async function inTheMoment(
  device: Device,
  call: 'link' | 'rename',
  path: string,
  hash: string,
  does: (came: string) => void,
): Promise<void> {
  const syncing = syncSlowly(device, call);
  const came = device.path(path);
  let is = false;
  for (let tries = 0; tries < 3000 && !is; tries += 1) {
    is = existsSync(came) && hashOf(readFileSync(came)) === hash;
    if (!is) await wait(10);
  }
  assert.ok(is, `${path} did not come`);
  does(came);
  await syncing;
  await device.sync();
}
