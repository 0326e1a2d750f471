import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mediaIn } from '../support/media.ts';
import { until } from '../support/program.ts';
import { World, type Device } from '../support/world.ts';

const { missing, bytes } = mediaIn();

interface Status {
  counts: { onDevice: number; inSync: number; excluded: number };
  upToDate: boolean;
  library: { assets: number; bytes: number };
}

describe('data that lie beside photos', { skip: missing }, () => {
  const world = new World();
  let a: Device;
  let b: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    b = await world.device('Desktop');
  });
  after(() => world.end());
  const status = (device: Device): Promise<Status> => device.json<Status>('status');

  test(
    'SX-11: sidecars are kept in the cloud with their photo, stay where they are, and are placed nowhere else',
    { timeout: 480_000 },
    async () => {
      a.put('Trip/IMG_1853.HEIC', bytes('edits/IMG_1853.HEIC'));
      a.put('Trip/IMG_1853.AAE', bytes('edits/IMG_1853.AAE'));
      a.put('Trip/DSC_5001.JPG', bytes('sidecar/DSC_5001.JPG'));
      a.put('Trip/DSC_5001.JPG.xmp', bytes('sidecar/DSC_5001.JPG.xmp'));
      a.put('Trip/orphan.xmp', bytes('sidecar/orphan.xmp'));
      a.put('Trip/settings.json', Buffer.from('{"title": "no photo"}'));
      await a.sync();
      const first = await status(a);
      assert.deepEqual([first.counts.onDevice, first.counts.inSync, first.counts.excluded, first.upToDate], [6, 4, 2, true]);
      assert.equal(first.library.assets, 2);
      assert.equal(
        first.library.bytes,
        ['edits/IMG_1853.HEIC', 'edits/IMG_1853.AAE', 'sidecar/DSC_5001.JPG', 'sidecar/DSC_5001.JPG.xmp'].reduce(
          (sum, path) => sum + bytes(path).length,
          0,
        ),
      );
      assert.match((await a.run('why', a.path('Trip/IMG_1853.AAE'))).out, /In sync: it is in the cloud with its photo, IMG_1853\.HEIC/);
      assert.match((await a.run('why', a.path('Trip/orphan.xmp'))).out, /It belongs to no photo here/);
      assert.match((await a.run('why', a.path('Trip/settings.json'))).out, /Not a photo or video \(data file\)\.\n/);
      assert.equal((await a.run('verify')).code, 0);
      // The server reads them when there is nothing else to do.
      await until(
        async () => /Given another key photo in Photos on 2024-06-0[12]/.test((await a.run('why', a.path('Trip/IMG_1853.HEIC'))).out),
        'the history tells how the photo was edited',
        240_000,
      );
      // What stands beside the photo says that it was taken two hours later than the photo itself says (SX-21).
      await until(
        async () => {
          const { items } = await a.json<{ items: { path: string; assetId: string }[] }>('ls');
          const photo = items.find(({ path }) => path === 'Trip/DSC_5001.JPG');
          const token = readFileSync(join(a.home, 'token'), 'utf8').trim();
          const answer = await fetch(`${world.url}/api/v1/assets/${photo?.assetId}/history`, {
            headers: { authorization: `Bearer ${token}` },
          });
          return (await answer.text()).includes('"capturedAt":"2022-08-08T10:08:08+02:00"');
        },
        'the date beside the photo corrects its own',
        240_000,
      );
      await b.sync();
      assert.deepEqual([...b.files().keys()].map((path) => path.slice(path.lastIndexOf('/') + 1)).sort(), [
        'DSC_5001.JPG',
        'IMG_1853.HEIC',
      ]);
      assert.equal((await status(b)).upToDate, true);
    },
  );

  test(
    'SX-12: one that changes is kept once more, one that goes is removed nowhere, and one whose photo is called otherwise is left alone',
    { timeout: 240_000 },
    async () => {
      const before = (await status(a)).library.bytes;
      appendFileSync(a.path('Trip/DSC_5001.JPG.xmp'), '\n<!-- rated -->\n');
      await a.sync();
      const size = bytes('sidecar/DSC_5001.JPG.xmp').length;
      assert.equal((await status(a)).library.bytes, before + size + 16);
      assert.equal((await status(a)).upToDate, true);
      rmSync(a.path('Trip/DSC_5001.JPG.xmp'));
      await a.sync();
      assert.deepEqual([(await status(a)).library.bytes, (await status(a)).library.assets], [before + size + 16, 2]);
      renameSync(a.path('Trip/IMG_1853.HEIC'), a.path('Trip/Sea.HEIC'));
      await a.sync();
      await b.sync();
      assert.match((await a.run('why', a.path('Trip/IMG_1853.AAE'))).out, /It belongs to no photo here/);
      assert.ok([...b.files().keys()].some((path) => path.endsWith('/Sea.HEIC')));
      assert.equal((await status(a)).upToDate, true);
      // Deleted with its photo on the other device, here only the photo goes.
      rmSync(b.path([...b.files().keys()].find((path) => path.endsWith('/Sea.HEIC')) ?? ''));
      for (const device of [b, b, a]) await device.sync();
      assert.deepEqual([...a.files().keys()].sort(), ['Trip/DSC_5001.JPG', 'Trip/IMG_1853.AAE', 'Trip/orphan.xmp', 'Trip/settings.json']);
    },
  );
});
