import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { hashOf, World, type Device } from '../support/world.ts';

interface Receipt {
  ok: boolean;
  items: number;
  digestHere: string;
  digestThere: string;
  missing: { what: string; where: 'here' | 'cloud'; why: string }[];
}

describe('what a device can say without the cloud, and against it', () => {
  const world = new World();
  let a: Device;
  const bytes = new Map<string, Buffer>();
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    for (const name of ['sound.jpg', 'damaged.jpg', 'gone.jpg', 'taken-away.jpg', 'deleted.jpg']) {
      bytes.set(name, await photo());
      a.put(name, bytes.get(name) as Buffer);
    }
    await a.sync();
    rmSync(a.path('deleted.jpg'));
    await a.sync();
  });
  after(() => world.end());

  const blob = (name: string): string => {
    const hash = hashOf(bytes.get(name) as Buffer);
    return join(world.data, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);
  };

  test('CL-12: Recently Deleted without the server is told as it was last heard, and when that was', async () => {
    const told = await a.run('trash', 'ls');
    assert.match(told.out, /^\S+\tdeleted\.jpg\t.*30 days left\n$/, 'with the server: as it is now');
    assert.equal((await a.json<{ asOf: string | null }>('trash', 'ls')).asOf, null);
    const before = new Date();
    await world.server?.stop();
    const { out } = await a.run('trash', 'ls');
    assert.match(
      out,
      /^The server does not answer: no program takes calls at its address \(ECONNREFUSED\)\. It last answered at [^.]+ UTC\. This is what it said last, on \d{4}-\d\d-\d\d \d\d:\d\d UTC:\n\S+\tdeleted\.jpg\t/,
    );
    const { items, asOf } = await a.json<{ items: unknown[]; asOf: string }>('trash', 'ls');
    assert.equal(items.length, 1);
    assert.ok(new Date(asOf) <= before, `${asOf} is before the server stopped`);
    await world.serveAgain();
  });

  test('CL-13: the roll call tells what is missing here and what is missing in the cloud; `why` tells damage there', async () => {
    const before = await a.json<Receipt>('verify');
    assert.deepEqual([before.ok, before.items, before.missing], [true, 4, []]);
    assert.equal(before.digestHere, before.digestThere);

    const stored = readFileSync(blob('damaged.jpg'));
    stored[100] = (stored[100] ?? 0) ^ 1;
    writeFileSync(blob('damaged.jpg'), stored);
    rmSync(blob('gone.jpg'));
    renameSync(a.path('taken-away.jpg'), join(world.root, 'elsewhere.jpg'));
    a.put('new.jpg', await photo());

    const ended = await a.run('verify', '--json');
    assert.equal(ended.code, 1);
    const receipt = JSON.parse(ended.out) as Receipt;
    assert.deepEqual(receipt.missing.map(({ what, where }) => `${what} ${where}`).sort(), [
      'damaged.jpg cloud',
      'gone.jpg cloud',
      'new.jpg cloud',
      'taken-away.jpg here',
    ]);
    const why = (name: string): string => receipt.missing.find(({ what }) => what === name)?.why ?? '';
    assert.equal(why('damaged.jpg'), 'stored bytes: damaged');
    assert.equal(why('gone.jpg'), 'stored bytes: missing');
    assert.deepEqual([receipt.ok, receipt.items], [false, 3]);
    assert.notEqual(receipt.digestHere, receipt.digestThere);
    const words = await a.run('verify');
    assert.match(words.out, /^Not everything answered the roll call: 4 missing\.$/m);
    assert.match(words.out, /^ {2}missing in the cloud: damaged\.jpg \(stored bytes: damaged\)$/m);
    assert.match(words.out, /^ {2}missing here: taken-away\.jpg \(/m);

    const damaged = await a.run('why', a.path('damaged.jpg'));
    assert.match(
      damaged.out,
      /^Its bytes here are as they were agreed on; those in the cloud are damaged, and this device gives them back/m,
    );
    assert.match(damaged.out, /^cloud: damaged in the cloud; asked back from your devices$/m);
    const sound = await a.run('why', a.path('sound.jpg'));
    assert.match(sound.out, /^In sync: it is in the cloud, and its bytes here are the same\.$/m);
  });
});
