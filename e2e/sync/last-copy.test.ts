import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { rollcall } from '../support/program.ts';
import { hashOf, World, type Device } from '../support/world.ts';

describe('a copy here that the cloud has no more', () => {
  const world = new World();
  let laptop: Device;
  let desktop: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
    desktop = await world.device('Desktop');
    // Enough of them that a few that go are not asked about.
    for (let at = 0; at < 8; at += 1) laptop.put(`stays-${at}.jpg`, await photo({ size: 40 }));
  });
  after(() => world.end());

  const blob = (hash: string): string => join(world.data, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);
  const stored = (hash: string): string => hashOf(readFileSync(blob(hash)));
  const flip = (hash: string): void => {
    const bytes = readFileSync(blob(hash));
    bytes[200] = (bytes[200] ?? 0) ^ 4;
    writeFileSync(blob(hash), bytes);
    assert.notEqual(stored(hash), hash);
  };
  const has = (device: Device, hash: string): boolean => [...device.files().values()].includes(hash);

  test('GU-1: a photo that was deleted elsewhere goes only when the cloud has given its word for sound bytes of it, and gives it what it lost before', async () => {
    const bytes = await photo();
    const hash = hashOf(bytes);
    laptop.put('deleted.jpg', bytes);
    await laptop.sync();
    await desktop.sync();
    rmSync(laptop.path('deleted.jpg'));
    await laptop.sync();
    flip(hash);
    await desktop.sync();
    assert.equal(stored(hash), hash, 'the cloud has it whole again');
    assert.equal(has(desktop, hash), false, 'and so it went');
    const { items } = await laptop.json<{ items: { id: string }[] }>('trash', 'ls');
    assert.equal(items.length, 1);
    assert.equal((await laptop.run('trash', 'restore', items[0]?.id ?? '')).code, 0);
    await laptop.sync();
    assert.equal(has(laptop, hash), true, 'it can be fetched, byte for byte');
  });

  test('GU-1: bytes that the cloud has lost altogether are sent again before their last copy goes', async () => {
    const bytes = await photo();
    const hash = hashOf(bytes);
    laptop.put('missing.jpg', bytes);
    await laptop.sync();
    await desktop.sync();
    rmSync(laptop.path('missing.jpg'));
    await laptop.sync();
    rmSync(blob(hash));
    await desktop.sync();
    assert.equal(stored(hash), hash);
    assert.equal(has(desktop, hash), false);
  });

  test('GU-2: what was edited elsewhere is written over only when the cloud has sound bytes of what is here', async () => {
    const taken = { taken: '2021:05:06 07:08:09', model: 'Testcam 9' };
    const original = await photo(taken);
    const edited = await photo({ ...taken, colour: '#ff0000' });
    laptop.put('edit.jpg', original);
    await laptop.sync();
    await desktop.sync();
    writeFileSync(laptop.path('edit.jpg'), edited);
    await laptop.sync();
    flip(hashOf(original));
    await desktop.sync();
    assert.equal(stored(hashOf(original)), hashOf(original), 'the original is whole again');
    assert.equal(has(desktop, hashOf(edited)), true, 'and the edit is here');
    assert.equal((await rollcall(['scrub', '--data', world.data, '--json'])).code, 0);
  });

  test('GU-3: a photo that was deleted for good goes, whatever became of its bytes', async () => {
    const bytes = await photo();
    const hash = hashOf(bytes);
    laptop.put('purged.jpg', bytes);
    await laptop.sync();
    await desktop.sync();
    rmSync(laptop.path('purged.jpg'));
    await laptop.sync();
    assert.equal((await laptop.run('trash', 'empty', '--yes')).code, 0);
    flip(hash);
    await desktop.sync();
    assert.equal(has(desktop, hash), false);
  });
});
