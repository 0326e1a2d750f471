import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Served } from '../testing/served.ts';

test('DS-6: what is set for all devices of an account is changed at a page only, kept, told to each device with its orders, and poked; what no device would take is refused', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  const [one, two] = [await server.device('anna@x.org'), await server.device('anna@x.org', 'other')];
  const pokes = await Promise.all([one, two].map(({ client }) => client.pokes()));
  t.after(() => pokes.forEach((each) => each.stop()));
  const told = await browser.ok('setDefaultSettings', { body: { values: { 'mobile-data': 'No', 'minimum-battery': '35 %' } } });
  assert.deepEqual(told.values, { 'minimum-battery': '35', 'mobile-data': 'off' });
  for (const each of pokes) await each.until('orders');
  await server.restart();
  for (const { client } of [one, two]) assert.deepEqual((await client.ok('deviceOrders', {})).defaults, told.values);
  assert.deepEqual((await one.client.ok('defaultSettings', {})).values, told.values);
  const wrong: Record<string, string>[] = [{ moon: 'full' }, { sync: 'on', 'minimum-battery': '101' }];
  for (const values of wrong) assert.equal(await browser.code('setDefaultSettings', { body: { values } }), 'bad-request');
  assert.equal(await one.client.code('setDefaultSettings', { body: { values: { sync: 'off' } } }), 'forbidden');
  assert.deepEqual((await browser.ok('setDefaultSettings', { body: { values: { 'mobile-data': 'default' } } })).values, {
    'minimum-battery': '35',
  });
  await server.account('ben@x.org');
  assert.deepEqual((await (await server.device('ben@x.org')).client.ok('deviceOrders', {})).defaults, {});
});
