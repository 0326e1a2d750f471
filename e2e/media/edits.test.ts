import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mediaIn } from '../support/media.ts';
import { until } from '../support/program.ts';
import { hashOf, World, type Device } from '../support/world.ts';
import { becomes as joined } from './joined.ts';

const { missing, bytes } = mediaIn();

/** Pictures are made, and files read, when nothing else is to be done. */
const READ_MS = 600_000;

interface Listed {
  items: { path: string; assetId: string }[];
}

describe('edits that have names of their own', { skip: missing }, () => {
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

  const becomes = (count: number): Promise<void> => joined(count, [a, b], READ_MS);
  async function idsOf(device: Device): Promise<Map<string, string>> {
    const { items } = await device.json<Listed>('ls');
    return new Map(items.map(({ path, assetId }) => [path.slice(path.lastIndexOf('/') + 1), assetId]));
  }
  /** What lies here, by name. */
  const here = (device: Device): Map<string, string> =>
    new Map([...device.files()].map(([path, hash]) => [path.slice(path.lastIndexOf('/') + 1), hash]));

  test(
    'ED-9: an edit and its original, from two devices and in either order, become one photo by themselves, and each file keeps its bytes, name and place',
    { timeout: 2 * READ_MS },
    async () => {
      b.put('Edits/IMG_E1853.HEIC', bytes('edits/IMG_E1853.HEIC'));
      a.put('Phone/IMG_1853.AAE', bytes('edits/IMG_1853.AAE'));
      await becomes(1);
      a.put('Phone/IMG_1853.HEIC', bytes('edits/IMG_1853.HEIC'));
      await becomes(1);
      for (const device of [a, b]) {
        const ids = await idsOf(device);
        assert.equal(ids.get('IMG_1853.HEIC'), ids.get('IMG_E1853.HEIC'));
        for (const name of ['IMG_1853.HEIC', 'IMG_E1853.HEIC'])
          assert.equal(here(device).get(name), hashOf(bytes(`edits/${name}`)), `${device.name}: ${name}`);
      }
      assert.ok(a.files().has('Phone/IMG_1853.HEIC') && b.files().has('Edits/IMG_E1853.HEIC'));
      assert.match((await b.run('why', b.path('Edits/IMG_E1853.HEIC'))).out, /Joined with “IMG_1853\.HEIC”/);
      assert.match((await a.run('why', a.path('Phone/IMG_1853.AAE'))).out, /In sync: it is in the cloud with its photo/);
      const c = await world.device('Tablet');
      await c.sync();
      assert.deepEqual([...here(c).keys()].sort(), ['IMG_1853.HEIC', 'IMG_E1853.HEIC']);
    },
  );

  test(
    'ED-10: edited once more, the edit changes and the original does not; an original deleted alone comes back, and an edit takes its original along',
    { timeout: 3 * READ_MS },
    async () => {
      // Bytes behind its end that nothing reads: the same shot.
      const again = Buffer.concat([
        bytes('edits/IMG_E1853.HEIC'),
        Buffer.from([0, 0, 0, 16, 0x66, 0x72, 0x65, 0x65, 0, 0, 0, 0, 0, 0, 0, 0]),
      ]);
      writeFileSync(b.path('Edits/IMG_E1853.HEIC'), again);
      await becomes(1);
      for (const device of [a, b]) {
        assert.equal(here(device).get('IMG_E1853.HEIC'), hashOf(again), device.name);
        assert.equal(here(device).get('IMG_1853.HEIC'), hashOf(bytes('edits/IMG_1853.HEIC')), device.name);
      }
      rmSync(a.path('Phone/IMG_1853.HEIC'));
      await becomes(1);
      assert.equal(here(a).get('IMG_1853.HEIC'), hashOf(bytes('edits/IMG_1853.HEIC')), 'put back');
      const pair = (await idsOf(b)).get('IMG_E1853.HEIC') ?? '';
      rmSync(b.path('Edits/IMG_E1853.HEIC'));
      await becomes(0);
      for (const device of [a, b]) assert.ok([...here(device).keys()].every((name) => !name.endsWith('.HEIC')));
      assert.equal((await a.run('trash', 'restore', pair)).code, 0);
      await becomes(1);
      for (const device of [a, b]) {
        assert.equal(here(device).get('IMG_E1853.HEIC'), hashOf(again), device.name);
        assert.equal(here(device).get('IMG_1853.HEIC'), hashOf(bytes('edits/IMG_1853.HEIC')), device.name);
      }
    },
  );

  test('ED-11: taken apart by a person they stay apart, without a byte changed', { timeout: 3 * READ_MS }, async () => {
    const original = [...a.files().keys()].find((path) => path.endsWith('/IMG_1853.HEIC')) ?? '';
    const split = await a.run('split', a.path(original));
    assert.equal(split.code, 0, split.err);
    await becomes(2);
    const token = readFileSync(join(a.home, 'token'), 'utf8').trim();
    const apart = (await idsOf(a)).get('IMG_1853.HEIC');
    // The server has read it again by now: its picture is there.
    await until(
      async () => {
        const headers = { authorization: `Bearer ${token}` };
        return (await fetch(`${world.url}/api/v1/assets/${apart}/renditions/thumbnail`, { headers })).status === 200;
      },
      'a picture of the original that was split off',
      READ_MS,
    );
    await becomes(2);
    for (const device of [a, b])
      assert.deepEqual(
        [...here(device).keys()].filter((name) => name.endsWith('.HEIC')).sort(),
        ['IMG_1853.HEIC', 'IMG_E1853.HEIC'],
        device.name,
      );
    assert.equal(here(a).get('IMG_1853.HEIC'), hashOf(bytes('edits/IMG_1853.HEIC')));
  });

  test(
    'ED-12: an edited Live Photo and its original, from two devices, become one photo of four files, whichever came first',
    { timeout: 3 * READ_MS },
    async () => {
      a.put('Phone/IMG_3582.HEIC', bytes('live/IMG_3582.HEIC'));
      b.put('Edits/IMG_E3582.HEIC', bytes('live/IMG_E3582.HEIC'));
      b.put('Edits/IMG_E3582.MOV', bytes('live/IMG_E3582.MOV'));
      await becomes(3);
      a.put('Phone/IMG_3582.MOV', bytes('live/IMG_3582.MOV'));
      a.put('Phone/IMG_3582.AAE', bytes('live/IMG_3582.AAE'));
      a.put('Phone/IMG_O3582.AAE', bytes('live/IMG_O3582.AAE'));
      await becomes(3);
      const names = ['IMG_3582.HEIC', 'IMG_3582.MOV', 'IMG_E3582.HEIC', 'IMG_E3582.MOV'];
      for (const device of [a, b]) {
        const ids = await idsOf(device);
        assert.equal(new Set(names.map((name) => ids.get(name))).size, 1, device.name);
        for (const name of names) assert.equal(here(device).get(name), hashOf(bytes(`live/${name}`)), `${device.name}: ${name}`);
      }
      for (const name of ['IMG_3582.AAE', 'IMG_O3582.AAE'])
        assert.match((await a.run('why', a.path(`Phone/${name}`))).out, /In sync: it is in the cloud with its photo/);
    },
  );
});
