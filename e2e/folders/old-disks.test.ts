import assert from 'node:assert/strict';
import { renameSync, rmSync, statSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import type { Device } from '../support/world.ts';
import { cannotMount, Disks, type Disk, type DiskKind } from './disk.ts';

/** Disks without hard links, without lasting inodes, with times of one or two seconds. */
const KINDS: readonly DiskKind[] = ['card', 'fat', 'coarse-times'];

for (const kind of KINDS) {
  const skip = await cannotMount(kind);
  describe(`a photo folder on a disk of the kind “${kind}”`, { skip }, () => {
    const disks = new Disks();
    let disk: Disk;
    let a: Device;
    let b: Device;
    before(async () => {
      await disks.open();
      disk = disks.make(kind, 'old');
      a = await disks.device('Laptop');
      b = await disks.device('Stick', disk);
    });
    after(() => disks.end());

    test('FS-27: photos come and go both ways, with their dates and names, also after the disk was unplugged', async () => {
      for (const name of ['IMG_0001.JPG', 'Mixed Case.jpg', 'caf\u00e9 🏖️.jpg']) a.put(name, await photo());
      await a.sync();
      await b.sync();
      b.put('Summer/From the stick.jpg', await photo());
      await b.sync();
      disk.unmount();
      disk.mount(b.folder);
      const again = await b.json<{ exit: number; sent: number; received: number }>('sync', '--once');
      assert.deepEqual([again.exit, again.sent, again.received], [0, 0, 0]);
      await a.sync();
      assert.deepEqual(a.names(), b.names());
      const [one] = [...b.files().keys()].filter((path) => path.endsWith('IMG_0001.JPG'));
      const apart = Math.abs(statSync(b.path(one ?? '')).mtimeMs - statSync(a.path('IMG_0001.JPG')).mtimeMs);
      assert.ok(apart < 2500, `its date is ${apart} ms apart`);
      renameSync(b.path('Summer/From the stick.jpg'), b.path('Summer/Renamed.jpg'));
      rmSync(b.path(one ?? ''));
      await b.sync();
      await a.sync();
      assert.deepEqual(a.names(), b.names());
      assert.equal(a.files().size, 3);
      assert.equal((await b.run('verify')).code, 0);
    });

    test('FS-28: a person who changes only capitals has renamed the photo, where the disk keeps them', async () => {
      renameSync(b.path('Summer/Renamed.jpg'), b.path('Summer/RENAMED.jpg'));
      await b.sync();
      await a.sync();
      const names = (device: Device): string[] => [...device.files().keys()].map((path) => path.slice(path.lastIndexOf('/') + 1)).sort();
      assert.ok(names(a).includes('RENAMED.jpg'), names(a).join());
      const here = [...a.files().keys()].find((path) => path.endsWith('RENAMED.jpg')) ?? '';
      renameSync(a.path(here), a.path(here.replace('RENAMED', 'renamed')));
      await a.sync();
      await b.sync();
      assert.ok(names(b).includes('renamed.jpg'), names(b).join());
      assert.deepEqual([a.files().size, b.files().size], [3, 3]);
      assert.equal((await b.once()).code, 0);
    });
  });
}
