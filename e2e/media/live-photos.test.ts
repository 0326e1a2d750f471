import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mediaIn } from '../support/media.ts';
import { until } from '../support/program.ts';
import { hashOf, World, type Device } from '../support/world.ts';
import { becomes as joined } from './joined.ts';

const { missing, bytes } = mediaIn('live');

/** A still and its film in which no identifier was written, of one moment. */
const WITHOUT = {
  still: () => bytes('odd/IMG_7005.JPG'),
  film: () => Buffer.from(bytes('odd/IMG_7005.MOV').toString('latin1').replaceAll('2024-05-01T10:30:00', '2024-05-01T10:20:00'), 'latin1'),
};

/** Pictures are made, and files read, when nothing else is to be done. */
const READ_MS = 240_000;

interface Status {
  library: { assets: number };
}
interface Listed {
  items: { path: string; assetId: string }[];
}

describe('Live Photos from a phone', { skip: missing }, () => {
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
    'LP-6: the halves of a Live Photo, from two devices and in either order, become one photo by themselves, and each file stays where it is',
    { timeout: 2 * READ_MS },
    async () => {
      a.put('Phone/IMG_4580.HEIC', bytes('IMG_4580.HEIC'));
      b.put('Import/IMG_3582.MOV', bytes('IMG_3582.MOV'));
      await becomes(2);
      b.put('Import/IMG_4580.MOV', bytes('IMG_4580.MOV'));
      a.put('Phone/IMG_3582.HEIC', bytes('IMG_3582.HEIC'));
      await becomes(2);
      for (const device of [a, b]) {
        assert.equal(device.files().size, 4);
        const { items } = await device.json<Listed>('ls');
        const stems = new Map(items.map(({ path, assetId }) => [path.slice(path.lastIndexOf('/') + 1), assetId]));
        for (const stem of ['IMG_4580', 'IMG_3582']) assert.equal(stems.get(`${stem}.HEIC`), stems.get(`${stem}.MOV`), stem);
        assert.notEqual(stems.get('IMG_4580.HEIC'), stems.get('IMG_3582.HEIC'));
      }
      assert.equal(a.files().get('Phone/IMG_4580.HEIC'), hashOf(bytes('IMG_4580.HEIC')));
      assert.equal(b.files().get('Import/IMG_4580.MOV'), hashOf(bytes('IMG_4580.MOV')));
      const told = await a.run('why', a.path('Phone/IMG_4580.HEIC'));
      assert.match(told.out, /Joined with “IMG_4580\.MOV”/);
    },
  );

  test(
    'LP-15: a still and a film in which no identifier was written are one photo by name, moment and device',
    { timeout: READ_MS },
    async () => {
      b.put('Import/IMG_7005.JPG', WITHOUT.still());
      b.put('Import/IMG_7005.MOV', WITHOUT.film());
      await becomes(3);
      const { items } = await b.json<Listed>('ls');
      assert.equal(new Set(items.flatMap(({ path, assetId }) => (path.includes('IMG_7005') ? [assetId] : []))).size, 1);
      assert.equal(b.files().get('Import/IMG_7005.MOV'), hashOf(WITHOUT.film()));
    },
  );

  test('LP-7: such a pair is deleted and comes back as one; taken apart by a person it stays apart', { timeout: 4 * READ_MS }, async () => {
    const split = await a.run('split', a.path('Phone/IMG_4580.HEIC'));
    assert.equal(split.code, 0, split.err);
    await becomes(4);
    // The server has read the film again by now: its picture is there, or it is known that there is none.
    await until(
      async () => {
        const { items } = await a.json<Listed>('ls');
        const film = items.find(({ path }) => path.endsWith('IMG_4580.MOV'));
        const token = readFileSync(join(a.home, 'token'), 'utf8').trim();
        const answer = await fetch(`${world.url}/api/v1/assets/${film?.assetId}/renditions/thumbnail`, {
          headers: { authorization: `Bearer ${token}` },
        });
        return answer.status === 200;
      },
      'a picture of the film that was split off',
      READ_MS,
    );
    await becomes(4);
    const { items } = await a.json<Listed>('ls');
    const shown = items.find(({ path }) => path.endsWith('IMG_3582.HEIC'));
    const removed = await a.run('trash', 'ls', '--json');
    assert.equal((JSON.parse(removed.out) as { items: unknown[] }).items.length, 0);
    rmSync(a.path('Phone/IMG_3582.HEIC'));
    await becomes(3);
    for (const device of [a, b])
      assert.ok(
        [...device.files().keys()].every((path) => !path.includes('IMG_3582')),
        'both halves are gone',
      );
    assert.equal((await a.run('trash', 'restore', shown?.assetId ?? '')).code, 0);
    await becomes(4);
    for (const device of [a, b]) assert.equal(device.files().size, 6);
  });

  test(
    'LP-23: a device that has the wrong film beside its photo keeps it as a film, and gets the right one, when that comes',
    { timeout: 3 * READ_MS },
    async () => {
      const right = bytes('train.mov');
      const wrong = Buffer.from(
        right.toString('latin1').replaceAll('quicktime.content.identifier', 'quicktime.content.identifieX'),
        'latin1',
      );
      const before = (await a.json<Status>('status')).library.assets;
      a.put('Phone/train.jpg', bytes('train.jpg'));
      a.put('Phone/train.mov', wrong);
      await becomes(before + 1);
      b.put('Backup/train.mov', right);
      /** The photo that the only file with these bytes is a file of; undefined: there is none, or more than one. */
      const photoOf = async (device: Device, held: Buffer): Promise<string | undefined> => {
        const { items } = await device.json<Listed>('ls');
        const paths = [...device.files()].flatMap(([path, hash]) => (hash === hashOf(held) ? [path] : []));
        return paths.length === 1 ? items.find(({ path }) => path === paths[0])?.assetId : undefined;
      };
      // There are as many photos before the server has read the film as after.
      const isRight = async (device: Device): Promise<boolean> => {
        const [still, joined, alone] = await Promise.all([bytes('train.jpg'), right, wrong].map((held) => photoOf(device, held)));
        return still !== undefined && joined === still && alone !== undefined && alone !== still;
      };
      await until(
        async () => {
          await becomes(before + 2);
          return (await isRight(a)) && (await isRight(b));
        },
        'the film that the identifier names in its place, on both devices',
        READ_MS,
      );
      assert.equal(a.files().get('Phone/train.mov'), hashOf(wrong), 'where it was');
      assert.equal(b.files().get('Backup/train.mov'), hashOf(right));
    },
  );
});
