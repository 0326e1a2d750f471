import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { hashOf, World, type Device } from '../support/world.ts';

interface Scrubbed {
  ok: boolean;
  blobs: number;
  damaged: number;
  bad: { hash: string; why: string; photos: { fileName: string; email: string }[] }[];
}

describe('stored bytes', () => {
  const world = new World();
  let a: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
  });
  after(() => world.end());

  const blob = (hash: string): string => join(world.data, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);
  const flip = (hash: string): void => {
    const bytes = readFileSync(blob(hash));
    bytes[200] = (bytes[200] ?? 0) ^ 4;
    writeFileSync(blob(hash), bytes);
  };
  const scrub = async (): Promise<Scrubbed & { code: number | null }> => {
    const { code, out, err } = await rollcall(['scrub', '--data', world.data, '--json']);
    assert.notEqual(out, '', err);
    return { ...(JSON.parse(out) as Scrubbed), code };
  };
  const stateInCloud = async (device: Device, path: string): Promise<string | undefined> => {
    const { places } = await device.json<{ places: { where: string; state: string }[] }>('why', path);
    return places.find(({ where }) => where === 'cloud')?.state;
  };

  test('SB-5: a flipped bit and a lost file are found while everything runs, given to nobody, and mended from a device that has the photos', async () => {
    const [flipped, lost] = [await photo(), await photo()];
    a.put('flipped.jpg', flipped);
    a.put('lost.jpg', lost);
    a.put('sound.jpg', await photo());
    await a.sync();
    const sound = await scrub();
    assert.deepEqual([sound.code, sound.ok, sound.blobs, sound.damaged, sound.bad], [0, true, 3, 0, []]);
    const agent = a.start();
    await agent.line(/Keeping/);
    flip(hashOf(flipped));
    rmSync(blob(hashOf(lost)));
    const found = await scrub();
    assert.deepEqual([found.code, found.damaged], [1, 2]);
    assert.deepEqual(
      new Map(found.bad.map(({ photos, why }) => [photos[0]?.fileName, why])),
      new Map([
        ['flipped.jpg', 'damaged'],
        ['lost.jpg', 'missing'],
      ]),
    );
    await until(
      () => existsSync(blob(hashOf(lost))) && hashOf(readFileSync(blob(hashOf(flipped)))) === hashOf(flipped),
      'the photos to be mended',
    );
    await until(async () => (await scrub()).ok, 'the scrub to find everything sound');
    await agent.stop();
    const proof = await a.run('verify');
    assert.equal(proof.code, 0, proof.out);
    const b = await world.device('Desktop');
    await b.sync();
    assert.deepEqual(b.names(), a.names());
    rmSync(b.folder, { recursive: true });
  });

  test('SB-5: what is found damaged while no device runs is mended by the next single sync', async () => {
    const bytes = await photo();
    a.put('later.jpg', bytes);
    await a.sync();
    flip(hashOf(bytes));
    assert.equal((await scrub()).code, 1);
    assert.equal(await stateInCloud(a, a.path('later.jpg')), 'damaged');
    await a.sync();
    assert.equal((await scrub()).code, 0);
    assert.equal(await stateInCloud(a, a.path('later.jpg')), 'safe');
  });

  test('SB-7: what nobody has stays damaged, said so, and given to nobody', async () => {
    const bytes = await photo();
    a.put('nobody.jpg', bytes);
    await a.sync();
    flip(hashOf(bytes));
    assert.equal((await scrub()).code, 1);
    // The only other copy went, with its device.
    rmSync(a.home, { recursive: true });
    rmSync(a.folder, { recursive: true });
    const c = await world.device('Phone');
    const synced = await c.once(3);
    assert.notEqual(synced.code, 0);
    assert.ok(![...c.files().keys()].some((path) => path.endsWith('nobody.jpg')));
    const again = await scrub();
    assert.deepEqual([again.code, again.bad.map(({ hash, why }) => [hash, why])], [1, [[hashOf(bytes), 'damaged']]]);
    const incoming = (await c.json<{ incoming: { assetId: string; fileName: string }[] }>('ls')).incoming.find(
      ({ fileName }) => fileName === 'nobody.jpg',
    );
    assert.ok(incoming);
    assert.equal(await stateInCloud(c, incoming.assetId), 'damaged');
  });
});

describe('a purge', () => {
  const world = new World();
  after(() => world.end());

  test('QA-15: a photo that was deleted for good is brought back by the owner on every device, byte for byte, while everything runs', async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    const [a, b] = [await world.device('Laptop'), await world.device('Desktop')];
    const bytes = await photo();
    a.put('back.jpg', bytes);
    a.put('stays.jpg', await photo());
    await a.sync();
    await b.sync();
    const names = a.names();
    const agents = [a.start(), b.start()];
    for (const agent of agents) await agent.line(/Keeping/);
    rmSync(a.path('back.jpg'));
    await until(
      async () => (await a.json<{ items: unknown[] }>('trash', 'ls')).items.length === 1,
      'the photo to be in Recently Deleted',
      60_000,
    );
    assert.equal((await a.run('trash', 'empty', '--yes')).code, 0);
    await until(() => b.files().size === 1, 'the photo to go from the other device');
    const { out } = await rollcall(['purged', 'ls', '--data', world.data, '--json']);
    const { items } = JSON.parse(out) as { items: { id: string; fileName: string; purgedBy: unknown }[] };
    assert.deepEqual(
      items.map(({ fileName, purgedBy }) => ({ fileName, purgedBy })),
      [{ fileName: 'back.jpg', purgedBy: { by: 'person', device: 'Laptop' } }],
    );
    const restored = await rollcall(['purged', 'restore', items[0]!.id, '--data', world.data]);
    assert.equal(restored.code, 0, restored.err);
    for (const device of [a, b]) await until(() => device.names().join() === names.join(), `the photo to be back on ${device.name}`);
    for (const agent of agents) await agent.stop();
    for (const device of [a, b]) assert.equal((await device.run('verify')).code, 0);
  });
});
