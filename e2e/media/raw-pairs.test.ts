import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mediaIn } from '../support/media.ts';
import { until } from '../support/program.ts';
import { hashOf, World, type Device } from '../support/world.ts';
import { becomes as joined } from './joined.ts';

const { missing, bytes } = mediaIn('raw');

/** Pictures are made, and files read, when nothing else is to be done. */
const READ_MS = 240_000;

interface Listed {
  items: { path: string; assetId: string }[];
}

describe('a RAW and its JPEG', { skip: missing }, () => {
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

  test(
    'LP-14: a RAW and its JPEG, from two devices, become one photo by themselves, each file stays where it is, and what a person takes apart stays so',
    { timeout: 4 * READ_MS },
    async () => {
      a.put('Card/DSC_4001.DNG', bytes('DSC_4001.DNG'));
      b.put('Shared/DSC_4001.JPG', bytes('DSC_4001.JPG'));
      a.put('Card/other.CR2', bytes('sample.cr2'));
      await becomes(2);
      for (const device of [a, b]) {
        assert.equal(device.files().size, 3);
        const { items } = await device.json<Listed>('ls');
        const ids = new Map(items.map(({ path, assetId }) => [path.slice(path.lastIndexOf('/') + 1), assetId]));
        assert.equal(ids.get('DSC_4001.JPG'), ids.get('DSC_4001.DNG'));
        assert.notEqual(ids.get('other.CR2'), ids.get('DSC_4001.DNG'));
      }
      assert.equal(a.files().get('Card/DSC_4001.DNG'), hashOf(bytes('DSC_4001.DNG')));
      assert.equal(b.files().get('Shared/DSC_4001.JPG'), hashOf(bytes('DSC_4001.JPG')));
      assert.match((await b.run('why', b.path('Shared/DSC_4001.JPG'))).out, /Joined with “DSC_4001\.DNG”/);

      // The picture is what the pair is: with it both go, and come back.
      const { items } = await b.json<Listed>('ls');
      const pair = items.find(({ path }) => path === 'Shared/DSC_4001.JPG');
      rmSync(b.path('Shared/DSC_4001.JPG'));
      await becomes(1);
      assert.ok([...a.files().keys()].every((path) => !path.includes('DSC_4001')));
      assert.equal((await a.run('trash', 'restore', pair?.assetId ?? '')).code, 0);
      await becomes(2);
      assert.equal(a.files().get('Card/DSC_4001.DNG'), hashOf(bytes('DSC_4001.DNG')));

      const split = await a.run('split', a.path('Card/DSC_4001.DNG'));
      assert.equal(split.code, 0, split.err);
      await becomes(3);
      const raw = (await a.json<Listed>('ls')).items.find(({ path }) => path === 'Card/DSC_4001.DNG');
      const token = readFileSync(join(a.home, 'token'), 'utf8').trim();
      // The server has read the RAW again by now: its picture is there.
      await until(
        async () => {
          const headers = { authorization: `Bearer ${token}` };
          return (await fetch(`${world.url}/api/v1/assets/${raw?.assetId}/renditions/thumbnail`, { headers })).status === 200;
        },
        'a picture of the RAW that was split off',
        READ_MS,
      );
      await becomes(3);
      assert.equal(a.files().size, 3, [...a.files().keys()].join(', '));
    },
  );
});
