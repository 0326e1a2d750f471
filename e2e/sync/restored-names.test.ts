import assert from 'node:assert/strict';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { World } from '../support/world.ts';

const world = new World();
after(() => world.end());

test('RS-10: a rename of which the server had not heard when it was put back to before the photo is not lost, and all devices show it', async () => {
  const backup = join(world.root, 'backup');
  await world.serve();
  assert.equal((await world.account()).code, 0);
  const [a, b] = [await world.device('Laptop'), await world.device('Desktop')];
  await world.server?.stop();
  cpSync(world.data, backup, { recursive: true });
  await world.serveAgain();
  a.put('before.jpg', await photo());
  for (const device of [a, b]) await device.sync();
  await world.server?.stop();
  renameSync(a.path('before.jpg'), a.path('after.jpg'));
  assert.equal((await a.once(1)).code, 5, 'nobody hears of it yet');
  rmSync(world.data, { recursive: true });
  cpSync(backup, world.data, { recursive: true });
  await world.serveAgain();
  for (const device of [a, b, a, b]) await device.sync();
  assert.match(a.names().join(), /^after\.jpg /);
  assert.deepEqual(b.names(), a.names());
});
