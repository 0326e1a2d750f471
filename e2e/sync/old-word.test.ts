import assert from 'node:assert/strict';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { hashOf, World, type Device } from '../support/world.ts';

interface Status {
  upToDate: boolean;
  reasons: { code: string }[];
  device: { conditions: { code: string }[] };
}

/** Longer than a removal takes, were it to begin. */
const removal = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5000));

/** What a device was told of its only photo. */
function heard({ home }: Device): unknown {
  const database = new DatabaseSync(join(home, 'device.sqlite'), { readOnly: true });
  try {
    return database.prepare("select entity ->> 'state' as state from remote where type = 'asset'").get()?.['state'];
  } finally {
    database.close();
  }
}

describe('a deletion of which the server knows nothing any more', () => {
  const world = new World();
  const backup = join(world.root, 'backup');
  const away = join(world.root, 'away');
  let laptop: Device;
  let drive: Device;
  let bytes: Buffer;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
    drive = await world.device('Drive');
    await world.server?.stop();
    cpSync(world.data, backup, { recursive: true });
    await world.serveAgain();
    bytes = await photo({});
    laptop.put('sea.jpg', bytes);
    await laptop.sync();
    await drive.sync();
  });
  after(() => world.end());

  const has = (device: Device): boolean => [...device.files().values()].includes(hashOf(bytes));
  const status = (): Promise<Status> => drive.json<Status>('status');

  test('RD-26: a disk that comes back when the server was rolled back unsaid loses no photo by what was heard before, and gives it back', async () => {
    drive.start();
    await drive.agent?.line(/Keeping/);
    renameSync(drive.folder, away);
    await until(async () => (await status()).device.conditions.some(({ code }) => code === 'folder-missing'), 'the folder to be missing');
    rmSync(laptop.path('sea.jpg'));
    await laptop.sync();
    await until(() => heard(drive) === 'trashed', 'the drive to hear of the deletion', 60_000);
    await world.server?.stop();
    rmSync(world.data, { recursive: true });
    cpSync(backup, world.data, { recursive: true });
    renameSync(away, drive.folder);
    await until(async () => !(await status()).device.conditions.some(({ code }) => code === 'folder-missing'), 'the folder to be back');
    await until(
      async () => (await status()).reasons.some(({ code }) => code === 'server-unreachable'),
      'the removal to say what it waits for',
    );
    await removal();
    assert.equal(has(drive), true, 'the last copy');
    await world.serveAgain();
    await until(async () => (await status()).upToDate, 'the drive to be up to date', 90_000);
    assert.equal(has(drive), true);
    await laptop.sync();
    assert.equal(has(laptop), true, 'it is in the library again');
  });
});
