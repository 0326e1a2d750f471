import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayWords, LIMITS } from '@rollcall/protocol';
import { accountClose, accountKeep, accountOwner } from './closing-commands.ts';
import { accountList } from './commands.ts';
import { createOf } from './testing/photos.ts';
import { ran } from './testing/ran.ts';
import { PASSWORD, Served, uuid } from './testing/served.ts';

test('AC-37: whoever looks after the data folder closes and keeps accounts and makes owners, also while the server runs; devices and pages hear of it, and the list says it', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const [ANNA, BEN] = ['anna@x.org', 'ben@x.org'];
  const anna = await server.account(ANNA);
  const ben = await server.account(BEN);
  const device = await server.device(BEN);
  const { hash, size } = await device.client.upload(Buffer.from('only in the cloud'));
  await device.send(createOf(uuid(), [{ hash, size }]));
  const of = (email: string, json = false) => ({ data: server.data, email, json });

  const unknown = await ran((io) => accountClose(of('nobody@x.org'), io));
  assert.equal(unknown.code, 1);
  assert.match(unknown.err, /There is no account nobody@x\.org here/);
  const nowhere = await ran((io) => accountClose({ ...of(BEN), data: `${server.data}-none` }, io));
  assert.equal(nowhere.code, 1);
  const last = await ran((io) => accountClose(of(ANNA), io));
  assert.deepEqual([last.code, /account owner EMAIL/.test(last.err)], [1, true]);

  const [hears, sees] = [await device.client.pokes(), await ben.pokes()];
  const day = dayWords(Date.now() + LIMITS.closing);
  const closed = await ran((io) => accountClose(of('BEN@x.org'), io));
  assert.equal(closed.code, 0, closed.err);
  assert.match(closed.out, new RegExp(`closes on ${day}\\. .*account keep`));
  assert.match(closed.out, /1 photo of it is only in the cloud, and would be gone then/);
  await hears.until('orders');
  await sees.until('room');
  assert.equal(dayWords((await device.client.ok('deviceOrders', {})).closing?.on ?? 0), day);
  assert.match(
    (await ran((io) => accountList({ data: server.data, json: false }, io))).out,
    new RegExp(`ben@x\\.org .* closes on ${day}\n`),
  );

  const kept = await ran((io) => accountKeep(of(BEN, true), io));
  assert.deepEqual(JSON.parse(kept.out), { email: BEN, kept: true });
  await hears.until('orders');
  assert.equal((await ben.ok('session', {})).closing, null);
  assert.match((await ran((io) => accountKeep(of(BEN), io))).out, /was not to be closed/);
  for (const each of [hears, sees]) each.stop();

  assert.equal((await ran((io) => accountOwner(of(BEN), io))).code, 0);
  assert.equal((await server.signIn(BEN)) !== undefined && (await anna.ok('closing', {})).standing, 'free');
  const { accounts } = JSON.parse((await ran((io) => accountList({ data: server.data, json: true }, io))).out) as {
    accounts: { owner: boolean; closesOn: number | null }[];
  };
  assert.deepEqual(
    accounts.map(({ owner, closesOn }) => [owner, closesOn]),
    [
      [true, null],
      [true, null],
    ],
  );
  // Beside a server that does not run, too.
  await server.server.stop();
  const alone = await ran((io) => accountClose(of(ANNA, true), io));
  assert.equal((JSON.parse(alone.out) as { onlyInCloud: { count: number } }).onlyInCloud.count, 0);
  await server.open();
  assert.notEqual((await (await server.signIn(ANNA, PASSWORD)).ok('session', {})).closing, null);
});
