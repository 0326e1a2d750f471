import assert from 'node:assert/strict';
import { mkdirSync, rmSync, truncateSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { doctor } from '../doctor/told.ts';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { Device, World } from '../support/world.ts';
import { clears, saysOf } from './internet-support.ts';
import { Road } from './internet-road.ts';
import { onPage } from './page.ts';
import { HOME, isOver, isTold, type Row } from './told.ts';

const refused = { class: 'needs-you', place: 'server' } as const;

describe('files that the server does not take', () => {
  const world = new World();
  const road = new Road(() => world.url);
  let a: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = new Device(world, 'Laptop');
    a.at = await road.open();
    mkdirSync(a.folder, { recursive: true });
    const linked = await a.link();
    assert.equal(linked.code, 0, linked.err);
    assert.equal((await a.run('conditions', 'set', ...HOME)).code, 0);
    await a.start().line(/Keeping/);
  });
  afterEach(() => {
    road.toll = { is: 'nothing' };
  });
  after(async () => {
    await world.end();
    road.close();
  });

  test('DR-53: a photo that is larger than any server takes is told as that, before it is read; others go on, and so does it when it is smaller', async () => {
    a.put('vast.jpg', await photo());
    truncateSync(a.path('vast.jpg'), 2 * 1024 ** 4);
    a.put('beside.jpg', await photo());
    const row: Row = {
      ...refused,
      code: 'too-large-for-server',
      check: 3,
      words: /^The file \(2\.2 TB\) is larger than the server takes \(1\.1 TB\)\.$/,
      cure: /^Shorten the video, or ask the owner of the server for a version that takes more\. All others go on\.$/,
    };
    const told = await isTold(a, a.path('vast.jpg'), row);
    assert.deepEqual([told.evidence['size'], told.evidence['limit']], [2 * 1024 ** 4, 1024 ** 4]);
    await clears(a, 'beside.jpg');
    rmSync(a.path('vast.jpg'));
    a.put('vast.jpg', await photo());
    await isOver(a, a.path('vast.jpg'), row.code);
  });

  test('DR-54: a kind of file that a server does not take is told as that, of that photo alone; this server takes every kind', async () => {
    // No server of this version says so: what one might say that does.
    road.toll = { is: 'pickiness', mime: 'image/png' };
    a.put(
      'drawn.png',
      await sharp(await photo())
        .png()
        .toBuffer(),
    );
    a.put('taken.jpg', await photo());
    const told = await saysOf(a, 'drawn.png', 'unsupported-kind');
    assert.deepEqual([told.check, told.class], [null, 'needs-you']);
    assert.equal(told.words, 'The server does not take this kind of file (image/png).');
    assert.equal(told.cure, 'Update the server, or move the file out of the photo folder.');
    await clears(a, 'taken.jpg');
    const found = await doctor(a);
    assert.deepEqual(
      [found.code, found.others.map(({ code, verdict, place }) => [code, verdict, place])],
      [3, [[told.code, 'broken', 'server']]],
    );
    const shown = async (): Promise<string[]> => (await onPage(a)).others.map(({ words }) => words);
    await until(async () => (await shown()).includes(told.words), 'the page to tell it', 60_000);
    road.toll = { is: 'nothing' };
    assert.equal((await a.run('restart')).code, 0);
    await clears(a, 'drawn.png');
    assert.deepEqual((await doctor(a)).others, []);
    await until(async () => (await shown()).length === 0, 'the page to tell it no more', 60_000);
  });
});
