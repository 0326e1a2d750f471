import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { UNLIMITED, type UploadAnswer } from '@rollcall/protocol';
import { createOf } from '../testing/photos.ts';
import { Served, uuid, type Client, type TestDevice } from '../testing/served.ts';

interface House {
  readonly server: Served;
  readonly owner: Client;
  readonly ben: Client;
  readonly device: TestDevice;
}

async function house(t: TestContext, now = { is: Date.now() }): Promise<House> {
  const server = await Served.start({ clock: { now: () => now.is } });
  t.after(() => server.close());
  const owner = await server.account('anna@x.org');
  const ben = await server.account('ben@x.org');
  return { server, owner, ben, device: await server.device('ben@x.org') };
}

const idOf = async (client: Client): Promise<string> => (await client.ok('session', {})).account.id;
const quotaOf = async (client: Client): Promise<number> => (await client.ok('library', {})).quota;
async function askFor(device: TestDevice, size: number): Promise<UploadAnswer> {
  const asks = [{ hash: randomBytes(32).toString('hex'), size, mime: 'image/jpeg' }];
  const { answers } = await device.client.ok('askUploads', { body: { asks } });
  return answers[0] ?? assert.fail('no answer');
}

test('QP-1: every account begins with 5 GB, one of the plans that a server begins with; the owner adds plans, changes them at once for all who have them, and takes away what nobody has', async (t) => {
  const { owner, ben } = await house(t);
  const { plans, plan } = await ben.ok('plans', {});
  assert.deepEqual(
    plans.map(({ name, bytes }) => [name, bytes]),
    [
      ['5 GB', 5e9],
      ['50 GB', 50e9],
      ['200 GB', 200e9],
      ['2 TB', 2e12],
      ['6 TB', 6e12],
      ['12 TB', 12e12],
      ['Unlimited', null],
    ],
  );
  assert.deepEqual([plan, await quotaOf(ben)], ['5 GB', 5e9]);
  await owner.ok('setPlan', { params: { name: 'Family' }, body: { bytes: 300e9 } });
  await owner.ok('setAccountPlan', { params: { accountId: await idOf(ben) }, body: { plan: 'family' } });
  assert.deepEqual([(await ben.ok('plans', {})).plan, await quotaOf(ben), await quotaOf(owner)], ['Family', 300e9, 5e9]);
  await owner.ok('setPlan', { params: { name: 'FAMILY' }, body: { bytes: 400e9 } });
  assert.deepEqual([(await ben.ok('plans', {})).plan, await quotaOf(ben)], ['FAMILY', 400e9]);
  assert.equal(await owner.code('removePlan', { params: { name: 'Family' } }), 'bad-request');
  await owner.ok('setAccountPlan', { params: { accountId: await idOf(ben) }, body: { plan: 'Unlimited' } });
  assert.equal(await quotaOf(ben), UNLIMITED);
  await owner.ok('removePlan', { params: { name: 'Family' } });
  assert.equal(await owner.code('removePlan', { params: { name: 'Family' } }), 'not-found');
  assert.equal(await owner.code('setAccountPlan', { params: { accountId: await idOf(ben) }, body: { plan: 'Family' } }), 'not-found');
});

test('QP-2: who has less room than is stored keeps all of it, and is refused new bytes until there is room', async (t) => {
  const { owner, ben, device } = await house(t);
  const { hash, size } = await device.client.upload(randomBytes(2000));
  const assetId = uuid();
  await device.send(createOf(assetId, [{ hash, size }]));
  await owner.ok('setPlan', { params: { name: 'Tiny' }, body: { bytes: 1000 } });
  await owner.ok('setAccountPlan', { params: { accountId: await idOf(ben) }, body: { plan: 'Tiny' } });
  const { bytes, quota, assets } = await ben.ok('library', {});
  assert.deepEqual([bytes, quota, assets], [2000, 1000, 1]);
  assert.equal((await device.client.raw('GET', `/api/v1/assets/${assetId}/resources/${await resourceOf(ben, assetId)}`)).status, 200);
  assert.deepEqual(await askFor(device, 1), { answer: 'over-quota', needed: 1, free: 0, quota: 1000 });
  await owner.ok('setPlan', { params: { name: 'Tiny' }, body: { bytes: 3000 } });
  assert.deepEqual((await askFor(device, 1001)).answer, 'over-quota');
  assert.deepEqual((await askFor(device, 1000)).answer, 'send');
});

async function resourceOf(client: Client, assetId: string): Promise<string> {
  const { changes } = await client.ok('changes', { query: {} });
  const found = changes.map(({ entity }) => entity).find((entity) => entity.type === 'resource' && entity.assetId === assetId);
  return found?.type === 'resource' ? found.id : assert.fail('no resource');
}

test('QP-3: an account asks for one plan at a time, a few times a day; the owner sees it with what it uses, gives it or declines it with words, and whoever asked is told and poked', async (t) => {
  const now = { is: Date.now() };
  const { owner, ben, device } = await house(t, now);
  const pokes = await device.client.pokes();
  t.after(() => pokes.stop());
  assert.equal(await ben.code('askForPlan', { body: { plan: 'Palace' } }), 'not-found');
  assert.equal(await ben.code('askForPlan', { body: { plan: '5 GB' } }), 'bad-request', 'has it already');
  await ben.ok('askForPlan', { body: { plan: '50gb' } });
  const { request } = await ben.ok('askForPlan', { body: { plan: '200 GB', note: 'The\u001B[2J\nwedding' } });
  const seen = async () =>
    (await owner.ok('serverStorage', {})).accounts.map((each) => [each.account.email, each.plan, each.request?.plan, each.request?.note]);
  assert.deepEqual(await seen(), [
    ['anna@x.org', '5 GB', undefined, undefined],
    ['ben@x.org', '5 GB', '200 GB', 'The [2J wedding'],
  ]);
  await owner.ok('answerPlanRequest', { params: { requestId: request.id }, body: { grant: false, answer: 'Not this month' } });
  await pokes.until('room');
  assert.deepEqual((await ben.ok('plans', {})).request, { ...request, state: 'declined', answeredAt: now.is, answer: 'Not this month' });
  assert.equal(await quotaOf(ben), 5e9);
  assert.equal(await owner.code('answerPlanRequest', { params: { requestId: request.id }, body: { grant: true } }), 'not-found');
  const again = await ben.ok('askForPlan', { body: { plan: '200 GB' } });
  await owner.ok('answerPlanRequest', { params: { requestId: again.request.id }, body: { grant: true } });
  await pokes.until('room');
  const told = await ben.ok('plans', {});
  assert.deepEqual([told.plan, told.request?.state, await quotaOf(ben)], ['200 GB', 'granted', 200e9]);
  await ben.ok('askForPlan', { body: { plan: '2 TB' } });
  await ben.ok('withdrawPlanRequest', {});
  assert.equal(await ben.code('withdrawPlanRequest', {}), 'not-found');
  assert.deepEqual((await seen())[1], ['ben@x.org', '200 GB', undefined, undefined]);
  await ben.ok('askForPlan', { body: { plan: '2 TB' } });
  assert.equal(await ben.code('askForPlan', { body: { plan: '6 TB' } }), 'rate-limited');
  assert.equal((await seen())[1]?.[2], '2 TB', 'what was asked for before stays open');
  now.is += 86_400_001;
  await ben.ok('askForPlan', { body: { plan: '6 TB' } });
});

test('QP-4: plans are the owner’s, at a page: nobody else changes one, gives one, answers a request or sees other accounts, and no device asks in a person’s name', async (t) => {
  const { server, owner, ben, device } = await house(t);
  const { request } = await ben.ok('askForPlan', { body: { plan: '50 GB' } });
  const accountId = await idOf(ben);
  const ownersDevice = (await server.device('anna@x.org')).client;
  for (const client of [ben, device.client, ownersDevice]) {
    assert.equal(await client.code('setPlan', { params: { name: '5 GB' }, body: { bytes: null } }), 'forbidden');
    assert.equal(await client.code('removePlan', { params: { name: '12 TB' } }), 'forbidden');
    assert.equal(await client.code('setAccountPlan', { params: { accountId }, body: { plan: 'Unlimited' } }), 'forbidden');
    assert.equal(await client.code('answerPlanRequest', { params: { requestId: request.id }, body: { grant: true } }), 'forbidden');
    assert.equal(await client.code('serverStorage', {}), 'forbidden');
  }
  assert.equal(await device.client.code('askForPlan', { body: { plan: '2 TB' } }), 'forbidden');
  assert.equal(await device.client.code('withdrawPlanRequest', {}), 'forbidden');
  assert.deepEqual([await quotaOf(ben), (await owner.ok('plans', {})).plans.length], [5e9, 7]);
});

test('QP-5: a number of one’s own takes an account out of its plan, and whoever begins with as much as a plan gives has that plan', async (t) => {
  const { server, owner, ben } = await house(t);
  const rich = await server.account('cleo@x.org', 200e9);
  const odd = await server.account('dora@x.org', 123_456);
  assert.deepEqual([(await rich.ok('plans', {})).plan, (await odd.ok('plans', {})).plan], ['200 GB', null]);
  server.server.context.database.prepare('UPDATE libraries SET quota = 7 WHERE id = ?').run((await ben.ok('library', {})).id);
  assert.equal((await ben.ok('plans', {})).plan, null);
  await owner.ok('setPlan', { params: { name: '5 GB' }, body: { bytes: 6e9 } });
  assert.deepEqual([await quotaOf(ben), await quotaOf(owner)], [7, 6e9]);
});
