import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { LATER_ORDERS, LIMITS, type Order } from '@rollcall/protocol';
import { PASSWORD, Served, uuid, type Client, type TestDevice } from '../testing/served.ts';

async function withAnna(t: TestContext): Promise<{ server: Served; browser: Client; device: TestDevice }> {
  const server = await Served.start();
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  return { server, browser, device: await server.device('anna@x.org') };
}

const KEEP: Order = { kind: 'held-keep', which: { keys: ['7', '9'] } };
const TRASH: Order = { kind: 'held-trash', which: { all: 12 } };
const ordered = async (device: TestDevice): Promise<unknown[]> =>
  (await device.client.ok('deviceOrders', {})).orders.map(({ order }) => order);

test('OR-1: an order waits for its device, is told the oldest first, also after a restart, and is dropped when it is done', async (t) => {
  const { server, browser, device } = await withAnna(t);
  const params = { deviceId: device.deviceId };
  const { id } = await browser.ok('giveOrder', { params, body: { order: KEEP } });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await browser.ok('giveOrder', { params, body: { order: TRASH, password: PASSWORD } });
  await server.restart();
  assert.deepEqual(await ordered(device), [KEEP, TRASH]);
  assert.deepEqual((await browser.ok('ordersOf', { params })).orders, (await device.client.ok('deviceOrders', {})).orders);
  for (let time = 0; time < 2; time += 1) await device.client.ok('orderDone', { params: { orderId: id } });
  assert.deepEqual(await ordered(device), [TRASH]);
});

test('OR-2: what deletes needs the password again, and the right one', async (t) => {
  const { browser, device } = await withAnna(t);
  const params = { deviceId: device.deviceId };
  assert.equal(await browser.code('giveOrder', { params, body: { order: TRASH } }), 'wrong-password');
  assert.equal(await browser.code('giveOrder', { params, body: { order: TRASH, password: 'not the password' } }), 'wrong-password');
  assert.deepEqual(await ordered(device), []);
  assert.equal(await browser.code('giveOrder', { params, body: { order: TRASH, password: PASSWORD } }), 'ok');
  assert.equal(await browser.code('giveOrder', { params, body: { order: KEEP } }), 'ok');
});

test('OR-3: the device alone is poked, and pages hear that something about devices changed', async (t) => {
  const { server, browser, device } = await withAnna(t);
  const other = await server.device('anna@x.org', 'other');
  const [own, others, page] = [await device.client.pokes(), await other.client.pokes(), await browser.pokes()];
  t.after(() => [own, others, page].forEach((pokes) => pokes.stop()));
  await page.until('devices');
  const { id } = await browser.ok('giveOrder', { params: { deviceId: device.deviceId }, body: { order: KEEP } });
  await own.until('orders');
  await page.until('devices');
  await device.client.ok('orderDone', { params: { orderId: id } });
  await page.until('devices');
  await browser.ok('renameDevice', { params: { deviceId: other.deviceId }, body: { name: 'renamed' } });
  await browser.ok('revokeDevice', { params: { deviceId: other.deviceId }, body: { password: PASSWORD } });
  const heard: string[] = [];
  for (let poke = await others.next(); poke !== null; poke = await others.next()) heard.push(poke.type);
  assert.equal(heard.includes('orders'), false);
  assert.equal(heard.at(-1), 'revoked');
});

test('OR-4: only a person at a page gives orders, and only to a folder’s or phone’s device', async (t) => {
  const { server, browser, device } = await withAnna(t);
  const other = await server.device('anna@x.org', 'other');
  const params = { deviceId: device.deviceId };
  for (const client of [device.client, other.client])
    assert.equal(await client.code('giveOrder', { params, body: { order: TRASH, password: PASSWORD } }), 'forbidden');
  const self = { deviceId: (await browser.ok('session', {})).deviceId };
  assert.equal(await browser.code('giveOrder', { params: self, body: { order: KEEP } }), 'bad-request');
  assert.equal(await browser.code('deviceOrders', {}), 'forbidden');
  assert.equal(await browser.code('orderDone', { params: { orderId: uuid() } }), 'forbidden');
  for (const which of [{ all: 0 }, { keys: [] }, { keys: Array.from({ length: LIMITS.orderKeys + 1 }, (_, at) => `${at}`) }])
    assert.equal(await browser.code('giveOrder', { params, body: { order: { kind: 'held-keep', which } } }), 'bad-request');
  assert.deepEqual(await ordered(device), []);
});

test('OR-5: another account’s device is as if it were not there: it gets no orders, and nobody sees or drops its own', async (t) => {
  const { server, browser, device } = await withAnna(t);
  const bensBrowser = await server.account('ben@x.org');
  const ben = await server.device('ben@x.org');
  const params = { deviceId: device.deviceId };
  const { id } = await browser.ok('giveOrder', { params, body: { order: KEEP } });
  for (const client of [bensBrowser, ben.client]) {
    assert.equal(await client.code('giveOrder', { params, body: { order: TRASH, password: PASSWORD } }), 'not-found');
    assert.equal(await client.code('ordersOf', { params }), 'not-found');
  }
  assert.deepEqual(await ordered(ben), []);
  await ben.client.ok('orderDone', { params: { orderId: id } });
  assert.deepEqual(await ordered(device), [KEEP]);
});

test('OR-6: orders of one device are limited, and go with its access', async (t) => {
  const { server, browser, device } = await withAnna(t);
  const params = { deviceId: device.deviceId };
  const give = () => browser.code('giveOrder', { params, body: { order: KEEP } });
  for (let count = 0; count < LIMITS.orders; count += 1) assert.equal(await give(), 'ok');
  assert.equal(await give(), 'rate-limited');
  const other = await server.device('anna@x.org', 'other');
  assert.equal(await browser.code('giveOrder', { params: { deviceId: other.deviceId }, body: { order: KEEP } }), 'ok');
  await browser.ok('revokeDevice', { params, body: { password: PASSWORD } });
  assert.deepEqual(server.server.context.orders.waiting(device.deviceId), []);
});

test('OR-10: settings, sync now, pause and resume go to a device without a password, and what no device would take is refused in words', async (t) => {
  const { browser, device } = await withAnna(t);
  const params = { deviceId: device.deviceId };
  const orders: Order[] = [
    { kind: 'settings-set', values: { 'mobile-data': 'off', 'quiet-hours': '22:00-07:00' } },
    { kind: 'pause', until: null },
    { kind: 'resume' },
    { kind: 'sync-now', forMs: 3_600_000 },
  ];
  for (const order of orders) {
    assert.equal(await browser.code('giveOrder', { params, body: { order } }), 'ok');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.deepEqual(await ordered(device), orders);
  const wrong: Order[] = [
    { kind: 'settings-set', values: { moon: 'full' } },
    { kind: 'settings-set', values: { sync: 'on', 'minimum-battery': '101' } },
    { kind: 'sync-now', forMs: 0 },
    { kind: 'sync-now', forMs: 86_400_001 },
  ];
  for (const order of wrong)
    assert.equal(await browser.code('giveOrder', { params, body: { order } }), 'bad-request', JSON.stringify(order));
  assert.equal(await device.client.code('giveOrder', { params, body: { order: { kind: 'resume' } } }), 'forbidden');
  assert.deepEqual(await ordered(device), orders);
});

test('DS-8: an order that a device does not say it knows is dropped and told as unknown; those that it knows go on', async (t) => {
  const { browser, device } = await withAnna(t);
  const params = { deviceId: device.deviceId };
  const { id } = await browser.ok('giveOrder', { params, body: { order: { kind: 'roll-call' } } });
  await browser.ok('giveOrder', { params, body: { order: KEEP } });
  // As a device that is older than these orders asks.
  assert.deepEqual(await ordered(device), [KEEP]);
  const { orders, answered } = await browser.ok('ordersOf', { params });
  assert.deepEqual(
    orders.map(({ order }) => order),
    [KEEP],
  );
  assert.deepEqual(
    answered.map((each) => [each.id, each.kind, each.answer]),
    [[id, 'roll-call', 'unknown']],
  );
  await browser.ok('giveOrder', { params, body: { order: { kind: 'roll-call' } } });
  const known = await device.client.ok('deviceOrders', { query: { knows: LATER_ORDERS } });
  assert.equal(known.orders.length, 2);
  await device.client.ok('orderDone', { params: { orderId: known.orders[1]!.id }, query: { answer: 'unknown' } });
  assert.equal((await browser.ok('ordersOf', { params })).answered[0]?.answer, 'unknown', 'or it says so itself');
});

test('DS-9: no order waits for ever: after its time it is dropped and told as expired, sooner where it was asked of the moment; only the last answers are remembered', async (t) => {
  let now = Date.now();
  const server = await Served.start({ clock: { now: () => now } });
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  const device = await server.device('anna@x.org');
  const params = { deviceId: device.deviceId };
  for (const order of [{ kind: 'roll-call' }, { kind: 'resume' }, { kind: 'sync-now', forMs: 1000 }] as Order[])
    await browser.ok('giveOrder', { params, body: { order } });
  const waiting = async (): Promise<string[]> => (await browser.ok('ordersOf', { params })).orders.map(({ order }) => order.kind).sort();
  const told = async (): Promise<unknown[]> =>
    (await browser.ok('ordersOf', { params })).answered.map(({ kind, answer }) => `${kind} ${answer}`);
  assert.deepEqual(await waiting(), ['resume', 'roll-call', 'sync-now']);
  now += 11 * 60_000;
  assert.deepEqual([await waiting(), await told()], [['resume', 'sync-now'], ['roll-call expired']]);
  now += 86_400_000;
  assert.deepEqual(await ordered(device), [{ kind: 'resume' }]);
  now += 31 * 86_400_000;
  assert.deepEqual(await ordered(device), []);
  assert.deepEqual((await told()).sort(), ['resume expired', 'roll-call expired', 'sync-now expired']);
  // What has expired takes nobody's place.
  for (let count = 0; count < LIMITS.orders; count += 1)
    assert.equal(await browser.code('giveOrder', { params, body: { order: KEEP } }), 'ok');
  for (const { id } of (await browser.ok('ordersOf', { params })).orders) await device.client.ok('orderDone', { params: { orderId: id } });
  assert.equal((await told()).length, LIMITS.orderAnswers);
});
