import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { hashOf, type Device } from '../support/world.ts';
import { cannotMount, Disks, type Disk } from './disk.ts';

const skip = await cannotMount('coarse-times');

interface Status {
  counts: { inSync: number };
  upToDate: boolean;
}
interface Why {
  inSync: boolean;
  primary: string | null;
  mended: { found: string; written: string } | null;
}

describe('a disk with coarse times, and one that forgets', { skip }, () => {
  const disks = new Disks();
  let disk: Disk;
  let a: Device;
  let b: Device;
  before(async () => {
    await disks.open();
    disk = disks.make('coarse-times', 'old-disk');
    a = await disks.device('OldDisk', disk);
    b = await disks.device('Desktop');
  });
  after(() => disks.end());

  /** Changes bytes on the disk itself, below the file system: size, times and inode stay. Gives what the file reads as then. */
  function rot(name: string, at: number): string {
    const bytes = readFileSync(a.path(name));
    disk.unmount();
    const image = readFileSync(disk.image);
    // A block of the file, wherever it lies on the disk.
    const block = Math.floor(at / 1024) * 1024;
    const place = image.indexOf(bytes.subarray(block, block + 1024));
    assert.ok(place > 0, 'the photo is on the disk');
    const raw = openSync(disk.image, 'r+');
    writeSync(raw, Buffer.from([(bytes[at] ?? 0) ^ 0xff]), 0, 1, place + (at - block));
    closeSync(raw);
    disk.mount(a.folder);
    const now = hashOf(readFileSync(a.path(name)));
    assert.notEqual(now, hashOf(bytes));
    return now;
  }

  /** Safe in the cloud, and read again once it lay still: from now on nothing but its bytes can tell of a change. */
  async function keep(name: string, bytes: Buffer): Promise<void> {
    a.put(name, bytes);
    await a.sync();
    await new Promise((resolve) => setTimeout(resolve, 2200));
    await a.sync();
  }

  /** As if the files had last been read so many days ago. */
  function age(days: number): void {
    const database = new DatabaseSync(join(a.home, 'device.sqlite'));
    database.prepare('update local set hashed_at = ?').run(Date.now() - days * 86_400_000);
    database.close();
  }

  test('FS-18: where times have whole seconds, a change within the same second with the same size is noticed', async () => {
    const agent = a.start();
    await agent.line(/Keeping/);
    let sameStamp = 0;
    for (let round = 0; round < 4 && sameStamp === 0; round++) {
      const name = `quick${round}.jpg`;
      const bytes = await photo();
      const other = Buffer.from(bytes);
      other[bytes.length - 100] = (other[bytes.length - 100] ?? 0) ^ 1;
      await until(() => Date.now() % 1000 < 50, 'a second to begin');
      overwrite(name, bytes);
      const before = statSync(a.path(name));
      await until(() => hashed(name), 'it to be read');
      overwrite(name, other);
      const { size, mtimeMs, ctimeMs, ino } = statSync(a.path(name));
      const same = size === before.size && mtimeMs === before.mtimeMs && ctimeMs === before.ctimeMs && ino === before.ino;
      if (same) sameStamp += 1;
    }
    await agent.stop();
    if (sameStamp === 0) process.stdout.write('Not seen: this machine was too slow to change a file twice in one second\n');
    await a.sync();
    await b.sync();
    assert.deepEqual(b.names(), a.names());
  });

  /** Writes in place, and sets an old date, as programs that copy do. */
  function overwrite(name: string, bytes: Buffer): void {
    writeFileSync(a.path(name), bytes);
    utimesSync(a.path(name), 1_500_000_000, 1_500_000_000);
  }

  /** The device has read the file. */
  function hashed(name: string): boolean {
    const database = new DatabaseSync(join(a.home, 'device.sqlite'), { readOnly: true });
    const row = database.prepare('select hash from local where path = ?').get(name) as { hash: string | null } | undefined;
    database.close();
    return row?.hash != null;
  }

  test('RH-2: bytes that changed on the disk by themselves are found when all is read again, kept as a version, and the good ones come back', async () => {
    const bytes = await photo({ taken: '2020:01:01 00:00:00' });
    await keep('kept.jpg', bytes);
    await b.sync();
    const found = rot('kept.jpg', Math.floor(bytes.length / 2));
    const look = await a.json<{ exit: number; sent: number }>('sync', '--once');
    assert.deepEqual([look.exit, look.sent], [0, 0], 'by its size, times and inode the file was not touched');
    age(31);
    const agent = a.start();
    await until(() => hashOf(readFileSync(a.path('kept.jpg'))) === hashOf(bytes), 'the good bytes to come back', 60_000);
    await until(async () => (await a.json<Status>('status')).upToDate, 'all to be in sync', 30_000);
    const why = await a.json<Why>('why', a.path('kept.jpg'));
    assert.deepEqual([why.inSync, why.mended?.found, why.mended?.written], [true, found, hashOf(bytes)]);
    assert.match((await a.run('why', a.path('kept.jpg'))).out, /this disk gave other bytes than were written/);
    assert.equal(await agent.stop(), 0);
    await b.sync();
    assert.ok(b.names().includes(`kept.jpg ${hashOf(bytes)}`), 'nothing of it is shown elsewhere');
    assert.deepEqual([...b.files().values()].includes(found), false);
    assert.ok(versions('kept.jpg').includes(found), 'what the disk gave is kept');
    assert.equal((await a.run('verify')).code, 0);
  });

  test('RH-3: the roll call finds such bytes too, and the next sync mends them', async () => {
    const bytes = await photo({ taken: '2020:01:02 00:00:00' });
    await keep('called.jpg', bytes);
    const found = rot('called.jpg', Math.floor(bytes.length / 3));
    const proof = await a.run('verify');
    assert.equal(proof.code, 1, proof.out);
    assert.match(proof.out, /missing here: called\.jpg \(This disk gave other bytes/);
    const why = await a.json<Why>('why', a.path('called.jpg'));
    assert.equal(why.primary, 'disk-changed-bytes');
    await a.sync();
    assert.equal(hashOf(readFileSync(a.path('called.jpg'))), hashOf(bytes));
    assert.ok(versions('called.jpg').includes(found));
    assert.equal((await a.run('verify')).code, 0);
  });

  /** Hashes of all that the cloud has of a photo, as the device was told. */
  function versions(name: string): string[] {
    const database = new DatabaseSync(join(a.home, 'device.sqlite'));
    const rows = database
      .prepare(
        `select remote_hash.hash from remote_hash join local on local.asset_id = remote_hash.asset_id where local.path = ? and role = 'edited'`,
      )
      .all(name) as { hash: string }[];
    database.close();
    return rows.map(({ hash }) => hash);
  }
});
