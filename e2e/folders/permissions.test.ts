import assert from 'node:assert/strict';
import { chmodSync, chownSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import type { Device } from '../support/world.ts';
import { cannotMount, Disks, succeeds, USER } from './disk.ts';

const skip = await cannotMount('plain');

interface Status {
  upToDate: boolean;
  counts: { inSync: number; needsYou: number };
  reasons: { code: string; count: number }[];
}
interface Why {
  primary: string | null;
  reasons: { words: string }[];
}

/** Two whole looks at the folder, so far apart that they settle what is missing, did not see this file. */
function wasMissedTwice({ home }: Device, path: string): boolean {
  const database = new DatabaseSync(join(home, 'device.sqlite'), { readOnly: true });
  try {
    const looked = Number(database.prepare("select value from meta where key = 'looked'").get()?.['value'] ?? 0);
    const since = database.prepare('select missing_since from local where path = ?').get(path)?.['missing_since'];
    return typeof since === 'number' && looked - since >= TWO_LOOKS_MS;
  } finally {
    database.close();
  }
}
/** What lies between the two. */
const TWO_LOOKS_MS = 5000;

describe('what the user that runs Rollcall may not read or change', { skip }, () => {
  const disks = new Disks();
  let a: Device;
  let b: Device;
  const trashed = async (): Promise<unknown[]> => (await a.json<{ items: unknown[] }>('trash', 'ls')).items;
  const inSync = async (device: Device): Promise<number> => (await device.json<Status>('status')).counts.inSync;
  const why = (path: string): Promise<Why> => b.json<Why>('why', b.path(path));

  before(async () => {
    await disks.open();
    a = await disks.device('Laptop');
    b = await disks.device('Shared', disks.make('plain', 'shared'));
    for (const name of ['open.jpg', 'private/one.jpg', 'private/deep/two.jpg', 'locked.jpg']) b.put(name, await photo());
    await b.sync();
    await a.sync();
    b.start();
    await b.agent?.line(/Keeping/);
  });
  after(() => {
    for (const name of ['fixed.jpg', '.']) succeeds('chattr', '-i', b.path(name));
    return disks.end();
  });

  test('FS-19: a folder that cannot be read any more says so, with its photos; none is missing, and all goes on when it can', async () => {
    assert.equal(await inSync(b), 4, 'the system’s own folder on the disk asks for nothing');
    chmodSync(b.path('private'), 0);
    b.put('.poke', Buffer.from(''));
    await b.agent?.stop();
    b.start();
    await until(async () => (await why('private/one.jpg')).primary === 'permission-missing', 'the reason');
    assert.match((await why('private/deep/two.jpg')).reasons[0]?.words ?? '', /may not read private/);
    assert.equal((await why('private')).primary, 'permission-missing');
    // What is missing elsewhere may have been moved in there: it is not taken for deleted before one can look.
    const open = readFileSync(b.path('open.jpg'));
    rmSync(b.path('open.jpg'));
    await until(() => wasMissedTwice(b, 'open.jpg'), 'two looks that miss it', 30_000);
    assert.equal(await inSync(b), 1);
    assert.deepEqual(await trashed(), []);
    chmodSync(b.path('private'), 0o755);
    await until(async () => (await trashed()).length === 1, 'the deletion', 30_000);
    b.put('open.jpg', open);
    await until(async () => (await inSync(b)) === 4, 'the photos in it', 20_000);
    assert.deepEqual(await trashed(), []);
  });

  test('FS-19: a photo that cannot be read says so, alone, and goes on when it can', async () => {
    const bytes = await photo();
    writeFileSync(b.path('draft'), bytes);
    chmodSync(b.path('draft'), 0);
    renameSync(b.path('draft'), b.path('secret.jpg'));
    b.put('after it.jpg', await photo());
    await until(async () => (await inSync(b)) === 5, 'the other photo to be sent');
    await until(async () => /may not read secret\.jpg/.test((await why('secret.jpg')).reasons[0]?.words ?? ''), 'the reason');
    chownSync(b.path('secret.jpg'), USER, USER);
    chmodSync(b.path('secret.jpg'), 0o644);
    await until(async () => (await inSync(b)) === 6, 'the photo to be sent', 20_000);
  });

  test('FS-39: a photo that was moved, and cannot be read where it is now, or has a name there that is no text, is not missing', async () => {
    b.put('moved.jpg', await photo());
    b.put('renamed.jpg', await photo());
    b.put('Été/below.jpg', await photo());
    await until(async () => (await inSync(b)) === 9, 'the photos to be sent');
    const raw = (name: string): Buffer => Buffer.concat([Buffer.from(`${b.folder}/`), Buffer.from(name, 'latin1')]);
    chmodSync(b.path('moved.jpg'), 0);
    renameSync(b.path('moved.jpg'), b.path('private/elsewhere.jpg'));
    renameSync(b.path('renamed.jpg'), raw('für.jpg'));
    await until(() => wasMissedTwice(b, 'moved.jpg') && wasMissedTwice(b, 'renamed.jpg'), 'two looks that miss them', 30_000);
    assert.deepEqual(await trashed(), []);
    assert.equal((await why('private/elsewhere.jpg')).primary, 'permission-missing');
    // What is surely none of these goes.
    rmSync(b.path('after it.jpg'));
    await until(async () => (await trashed()).length === 1, 'the deletion', 30_000);
    chmodSync(b.path('private/elsewhere.jpg'), 0o644);
    renameSync(raw('für.jpg'), b.path('renamed.jpg'));
    await until(async () => (await inSync(b)) === 8, 'the photos to be seen again', 30_000);
    // A folder with such a name may hold whatever is missing.
    renameSync(b.path('Été'), raw('Été'));
    await until(() => wasMissedTwice(b, 'Été/below.jpg'), 'two looks that miss it', 30_000);
    assert.equal((await trashed()).length, 1);
    renameSync(raw('Été'), b.path('Été'));
    await until(async () => (await inSync(b)) === 8, 'the folder to be seen again', 30_000);
    assert.equal((await trashed()).length, 1);
  });

  test('FS-40: a photo whose twin lies where nobody may look is sent all the same, and the agent goes on', async () => {
    const bytes = readFileSync(b.path('private/one.jpg'));
    chmodSync(b.path('private'), 0);
    b.put('twin.jpg', bytes);
    b.put('after the twin.jpg', await photo());
    await until(async () => (await why('after the twin.jpg')).primary === null, 'the next photo to be sent');
    await until(async () => (await why('twin.jpg')).primary === null, 'the twin to be known');
    assert.equal(b.agent?.child.exitCode, null, b.agent?.err);
    chmodSync(b.path('private'), 0o755);
    for (const name of ['twin.jpg', 'after the twin.jpg']) rmSync(b.path(name));
    await until(async () => (await trashed()).length === 2 && (await inSync(b)) === 8, 'the photos to be as before', 30_000);
  });

  test('FS-23: a file that cannot be changed is neither removed nor renamed, says so, and follows when it can', async (t) => {
    await a.sync();
    b.put('fixed.jpg', await photo());
    await until(async () => (await inSync(b)) === 9, 'the photo to be sent');
    await a.sync();
    if (!succeeds('chattr', '+i', b.path('fixed.jpg'))) {
      process.stdout.write('Skipped: this disk knows no files that cannot be changed (chattr +i)\n');
      t.skip('no immutable files here');
      return;
    }
    const here = [...a.files().keys()].find((path) => path.endsWith('fixed.jpg')) ?? assert.fail('it did not arrive');
    rmSync(a.path(here));
    await a.sync();
    await until(async () => /may not (write to|change) fixed\.jpg/.test((await why('fixed.jpg')).reasons[0]?.words ?? ''), 'the reason');
    assert.ok([...b.files().keys()].includes('fixed.jpg'));
    succeeds('chattr', '-i', b.path('fixed.jpg'));
    await until(() => ![...b.files().keys()].includes('fixed.jpg'), 'it to be removed', 20_000);
  });

  test('FS-24: a name that is no text is told, and stops nothing', async () => {
    const raw = Buffer.concat([Buffer.from(`${b.folder}/`), Buffer.from([0x66, 0xfc, 0x72]), Buffer.from('.jpg')]);
    writeFileSync(raw, await photo());
    b.put('after/plain.jpg', await photo());
    await b.agent?.stop();
    const ended = await b.once();
    assert.match(ended.out, /its name is no valid text|file-unreadable/);
    const status = await b.json<Status>('status');
    assert.equal(status.reasons.find(({ code }) => code === 'file-unreadable')?.count, 1);
    rmSync(raw);
    await b.sync();
  });
});
