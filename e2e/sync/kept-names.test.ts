import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { World } from '../support/world.ts';

const world = new World();
after(() => world.end());

test('KF-11: a photo that was renamed here while it was deleted elsewhere, and is kept, has its new name on all devices', async () => {
  await world.serve();
  assert.equal((await world.account()).code, 0);
  const [a, b] = [await world.device('Laptop'), await world.device('Desktop')];
  a.put('before.jpg', await photo());
  a.put('other.jpg', await photo());
  for (const device of [a, b]) await device.sync();
  rmSync(b.path('2024/05/before.jpg'));
  await b.sync();
  renameSync(a.path('before.jpg'), a.path('after.jpg'));
  assert.equal((await a.once()).code, 3, 'the person is asked');
  assert.equal((await a.run('keep', a.path('after.jpg'))).code, 0);
  for (const device of [a, b, a]) await device.sync();
  assert.equal(a.names()[0]?.split(' ')[0], 'after.jpg');
  assert.deepEqual(b.names(), a.names());
});
