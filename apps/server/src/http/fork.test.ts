import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextName } from '../accounts/fork.ts';
import { Served, uuid } from '../testing/served.ts';

test('RD-16: the copy of a device gets an id, a token and a name of its own, once for each attempt', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  const device = await server.device('anna@x.org', 'Laptop');
  const attempt = uuid();
  const lost = await device.client.ok('forkDevice', { body: { attempt } });
  const told = await device.client.ok('forkDevice', { body: { attempt } });
  assert.deepEqual([lost.name, told.name, told.deviceId], ['Laptop (2)', 'Laptop (2)', lost.deviceId]);
  assert.notEqual(lost.token, told.token);
  const names = async () =>
    (await browser.ok('devices', {})).devices
      .filter(({ kind }) => kind === 'folder')
      .map(({ name }) => name)
      .sort();
  assert.deepEqual(await names(), ['Laptop', 'Laptop (2)']);
  assert.equal(await server.client({ authorization: `Bearer ${lost.token}` }).code('library', {}), 'signed-out');
  assert.equal(await server.client({ authorization: `Bearer ${told.token}` }).code('library', {}), 'ok');
  // The new device was heard of: this attempt is over. A browser is no copy.
  assert.equal(await device.client.code('forkDevice', { body: { attempt } }), 'bad-request');
  assert.equal(await browser.code('forkDevice', { body: { attempt: uuid() } }), 'forbidden');
  // Another account that asks with the same attempt, or with a device's id, learns nothing of this one.
  await server.account('bob@x.org');
  const other = await server.device('bob@x.org', 'Tablet');
  for (const known of [attempt, device.deviceId, told.deviceId]) {
    const apart = await other.client.ok('forkDevice', { body: { attempt: known } });
    assert.notEqual(apart.deviceId, known);
    assert.match(apart.name, /^Tablet /);
  }
});

test('RD-17: names of copies count up, and stay within their limit', () => {
  assert.equal(nextName('Laptop', ['Laptop']), 'Laptop (2)');
  assert.equal(nextName('Laptop (2)', ['Laptop', 'Laptop (2)']), 'Laptop (3)');
  assert.equal(nextName('x'.repeat(100), []).length, 100);
});
