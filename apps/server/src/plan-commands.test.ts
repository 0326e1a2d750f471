import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { accountPlan, planAdd, planAnswer, planList, planRemove, planRequests, planSet } from './plan-commands.ts';
import { createOf } from './testing/photos.ts';
import { ran } from './testing/ran.ts';
import { Served, uuid } from './testing/served.ts';

test('QP-7: whoever looks after the data folder has the same by commands, while the server runs: plans, who has which, what is asked for, and the answer', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  await server.account('anna@x.org');
  const ben = await server.account('ben@x.org');
  const device = await server.device('ben@x.org');
  const { hash, size } = await device.client.upload(randomBytes(2000));
  await device.send(createOf(uuid(), [{ hash, size }]));
  const words = { data: server.data, json: false };
  const figures = { data: server.data, json: true };

  assert.match(
    (await ran((io) => planList(words, io))).out,
    /^5 GB {2}5 GB {2}2 accounts\n50 GB {2}50 GB {2}0 accounts\n[^]*Unlimited {2}no limit/,
  );
  assert.deepEqual(await ran((io) => planAdd({ ...words, name: 'Tiny', bytes: 3000 }, io)), {
    code: 0,
    out: 'There is the plan Tiny now: 3 kB.\n',
    err: '',
  });
  const twice = await ran((io) => planAdd({ ...words, name: 'TINY', bytes: 1 }, io));
  assert.deepEqual([twice.code, twice.err], [1, 'rollcall: There is a plan “Tiny” already. Change it: rollcall plan set.\n']);
  const given = await ran((io) => accountPlan({ ...figures, email: 'Ben@x.org', name: 'tiny' }, io));
  assert.deepEqual(JSON.parse(given.out), { email: 'Ben@x.org', plan: 'Tiny', quota: 3000, bytes: 2000 });
  const lowered = await ran((io) => planSet({ ...words, name: 'tiny', bytes: 1000 }, io));
  assert.match(lowered.out, /^The plan Tiny is 1 kB now\. One account has it\.\nben@x\.org has more than that: all of it stays/);
  assert.deepEqual([(await ben.ok('library', {})).quota, (await ben.ok('library', {})).bytes], [1000, 2000]);
  const had = await ran((io) => planRemove({ ...words, name: 'Tiny' }, io));
  assert.deepEqual([had.code, had.err], [1, 'rollcall: One account has this plan. Give them another one first.\n']);

  assert.equal((await ran((io) => planRequests(words, io))).out, 'Nobody asks for another plan.\n');
  await ben.ok('askForPlan', { body: { plan: '50 GB', note: 'Holidays' } });
  assert.equal((await ran((io) => planRequests(words, io))).out, 'ben@x.org asks for 50 GB, and uses 2 kB of 1 kB: Holidays\n');
  const { requests } = JSON.parse((await ran((io) => planRequests(figures, io))).out) as { requests: Record<string, unknown>[] };
  assert.deepEqual(
    requests.map(({ email, plan, has, bytes }) => [email, plan, has, bytes]),
    [['ben@x.org', '50 GB', 'Tiny', 2000]],
  );
  const declined = await ran((io) => planAnswer({ ...words, email: 'ben@x.org', grant: false, answer: 'Later' }, io));
  assert.equal(declined.out, 'ben@x.org is told that it does not get the plan 50 GB.\n');
  assert.deepEqual([(await ben.ok('plans', {})).request?.state, (await ben.ok('plans', {})).request?.answer], ['declined', 'Later']);
  const none = await ran((io) => planAnswer({ ...words, email: 'ben@x.org', grant: true, answer: '' }, io));
  assert.deepEqual([none.code, none.err.startsWith('rollcall: ben@x.org does not ask for another plan.')], [1, true]);
  await ben.ok('askForPlan', { body: { plan: 'Unlimited' } });
  const granted = await ran((io) => planAnswer({ ...words, email: 'ben@x.org', grant: true, answer: '' }, io));
  assert.equal(granted.out, 'ben@x.org has the plan Unlimited now.\n');
  const whole = await ran((io) => accountPlan({ ...words, email: 'ben@x.org', name: 'unlimited' }, io));
  assert.equal(whole.out, 'ben@x.org has the plan Unlimited now, and uses 2 kB, without a limit.\n');
  assert.equal((await ran((io) => planRemove({ ...words, name: 'Tiny' }, io))).out, 'There is no plan Tiny any more.\n');

  const nobody = await ran((io) => accountPlan({ ...words, email: 'eve@x.org', name: '5 GB' }, io));
  assert.match(nobody.err, /no account eve@x\.org here\. See them: rollcall account list/);
  assert.equal((await ran((io) => accountPlan({ ...words, email: 'ben@x.org', name: 'none' }, io))).code, 1);
  assert.match((await ran((io) => planList({ data: '/nowhere', json: false }, io))).err, /not a data folder/);
});
