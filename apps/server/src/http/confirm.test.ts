import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { subjectOf, type Change } from '@rollcall/protocol';
import { createOf } from '../testing/photos.ts';
import { PASSWORD, Served, uuid, type Client, type TestDevice } from '../testing/served.ts';

async function withTrash(
  t: TestContext,
  photos: number,
): Promise<{ server: Served; browser: Client; device: TestDevice; purges: Change[] }> {
  const server = await Served.start();
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  const device = await server.device('anna@x.org');
  for (let n = 0; n < photos; n += 1) {
    const assetId = uuid();
    const { hash, size } = await device.client.upload(Buffer.from(`photo ${n}`));
    await device.send(createOf(assetId, [{ hash, size }]), { name: 'asset.trash', args: { assetId } });
  }
  const purges = (await device.snapshot()).flatMap(({ seq, entity }) =>
    entity.type === 'asset' ? [{ name: 'asset.purge', args: { assetId: entity.id }, expect: seq } as const] : [],
  );
  return { server, browser, device, purges };
}

const actions = (changes: readonly Change[], password?: string) => ({
  body: { actions: changes.map((change) => ({ id: uuid(), change })), ...(password === undefined ? {} : { password }) },
});

test('SI-17: a browser deletes for good with the person’s password only, and nothing of a request without it happens', async (t) => {
  const { browser, purges } = await withTrash(t, 2);
  const restore: Change = { name: 'asset.restore', args: { assetId: subjectOf(purges[0]!) } };
  for (const password of [undefined, '', 'not the password']) {
    const answer = await browser.call('actions', actions([restore, ...purges], password));
    assert.ok(!answer.ok && answer.refusal.code === 'wrong-password', String(password));
  }
  assert.equal((await browser.ok('library', {})).trashed, 2, 'what stood beside it did not happen either');
  const { results } = await browser.ok('actions', actions(purges, PASSWORD));
  assert.deepEqual(
    results.map(({ result }) => result.status),
    ['applied', 'applied'],
  );
  assert.equal((await browser.ok('library', {})).trashed, 0);
  assert.equal(await browser.code('session', {}), 'ok', 'and the browser stays signed in');
});

test('SI-17: what can be taken back needs no password', async (t) => {
  const { browser, purges } = await withTrash(t, 1);
  const assetId = subjectOf(purges[0]!);
  for (const name of ['asset.restore', 'asset.trash'] as const) {
    const { results } = await browser.ok('actions', actions([{ name, args: { assetId } }]));
    assert.equal(results[0]?.result.status, 'applied', name);
  }
});

test('SI-17: a device deletes for good by its own chain', async (t) => {
  const { device, purges } = await withTrash(t, 1);
  assert.deepEqual(await device.send(...purges), [{ status: 'applied' }]);
});

test('SI-18: guessing the password that is asked again is limited like signing in', async (t) => {
  const { server, browser, purges } = await withTrash(t, 1);
  for (let n = 0; n < 10; n += 1) assert.equal(await browser.code('actions', actions(purges, `guess ${n}`)), 'wrong-password');
  assert.equal(await browser.code('actions', actions(purges, PASSWORD)), 'rate-limited');
  const { deviceId } = await browser.ok('session', {});
  assert.equal(await browser.code('revokeDevice', { params: { deviceId }, body: { password: PASSWORD } }), 'rate-limited');
  assert.equal((await browser.ok('library', {})).trashed, 1);
  await server.restart();
  assert.equal(await browser.code('actions', actions(purges, PASSWORD)), 'ok');
});

test('SI-19: the list of devices and browsers says when and from where each was last seen', async (t) => {
  const time = { now: Date.now() };
  const server = await Served.start({ clock: { now: () => time.now } });
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  const device = await server.device('anna@x.org');
  const from = (address: string): Client => server.client({ ...device.client.headers, 'x-forwarded-for': address });
  const seen = async () => {
    const { devices } = await browser.ok('devices', {});
    const { lastSeenAt, address } = devices.find(({ id }) => id === device.deviceId)!;
    return { lastSeenAt, address };
  };
  assert.equal((await seen()).address, '127.0.0.1', 'where it was linked from');
  await from('203.0.113.1').ok('library', {});
  assert.deepEqual(await seen(), { lastSeenAt: time.now, address: '203.0.113.1' });
  time.now += 1000;
  await from('203.0.113.2').ok('library', {});
  assert.deepEqual(await seen(), { lastSeenAt: time.now, address: '203.0.113.2' }, 'another place is noted at once');
  await server.restart();
  assert.deepEqual(await seen(), { lastSeenAt: time.now, address: '203.0.113.2' });
  assert.equal((await browser.ok('devices', {})).devices.find(({ self }) => self)?.address, '127.0.0.1');
});
