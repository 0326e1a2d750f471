import Database from 'better-sqlite3';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { LIMITS, type DeviceAbout, type RollCallReceipt, type RollReport } from '@rollcall/protocol';
import { DATABASE_FILE } from '../database.ts';
import { PASSWORD, Served, uuid, type TestDevice } from '../testing/served.ts';
import { optimises, optimising } from './optimises.ts';

const COUNTS = { onDevice: 0, inSync: 0, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };
const REPORT: RollReport = {
  full: false,
  counts: COUNTS,
  incoming: 0,
  pendingRemovals: 0,
  reasons: [{ code: 'paused', check: 1, class: 'held', count: 0, primary: 0, since: 5, evidence: { until: 9 } }],
  upToDate: true,
  entries: [],
  removed: [],
};
const ABOUT: DeviceAbout = {
  version: '9.8.7',
  protocol: 2,
  at: 77,
  settings: { sync: { value: 'on', from: 'usual' } },
  paused: { since: 3, until: null },
  syncNowUntil: null,
  conditions: { link: { value: 'wifi', source: 'NetworkManager', since: 4 }, battery: { unseen: 'no battery' } },
};
const receipt = (order: string): RollCallReceipt => ({
  order,
  madeAt: 5,
  items: 1,
  bytes: 2,
  digestHere: 'a',
  digestThere: 'a',
  why: [],
  missing: { count: 0, first: [] },
});

test('DS-7: how a device is set and what it sees is shown with when that was heard, its version follows, and a receipt keeps the time when it was first heard', async (t) => {
  let now = Date.now();
  const server = await Served.start({ clock: { now: () => now } });
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  const device = await server.device('anna@x.org');
  const tell = (of: TestDevice, more: Partial<RollReport>) => of.client.ok('roll', { body: { ...REPORT, ...more } });
  const shown = async () => (await browser.ok('devices', {})).devices.find(({ id }) => id === device.deviceId);
  await tell(device, {});
  const older = await shown();
  assert.deepEqual([older?.roll?.about, older?.roll?.receipt, older?.version], [undefined, undefined, '1']);
  now += 1000;
  await tell(device, { about: ABOUT });
  const told = await shown();
  assert.deepEqual([told?.roll?.about, told?.roll?.reportedAt, told?.version], [ABOUT, now, '9.8.7']);
  assert.deepEqual(told?.roll?.reasons, REPORT.reasons);
  const first = receipt(uuid());
  const heardAt = now;
  await tell(device, { about: ABOUT, receipt: first });
  now += 90_000;
  await tell(device, { about: ABOUT, receipt: first });
  assert.deepEqual((await shown())?.roll?.receipt, { ...first, heardAt });
  const second = receipt(uuid());
  await tell(device, { about: ABOUT, receipt: second });
  assert.deepEqual((await shown())?.roll?.receipt, { ...second, heardAt: now });
  await server.restart();
  assert.deepEqual((await shown())?.roll?.about, ABOUT);
  const many = Object.fromEntries(Array.from({ length: LIMITS.settings + 1 }, (_, at) => [`s${at}`, { unseen: 'x' }]));
  assert.equal(await device.client.code('roll', { body: { ...REPORT, about: { ...ABOUT, conditions: many } } }), 'bad-request');
});

test('CV-17: that a device of a library keeps no originals is what one of it told last, as long as it has access', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  await server.account('ben@x.org');
  const [one, two, elsewhere] = [
    await server.device('anna@x.org'),
    await server.device('anna@x.org', 'other'),
    await server.device('ben@x.org'),
  ];
  const tell = (of: TestDevice, value: string) =>
    of.client.ok('roll', { body: { ...REPORT, about: { ...ABOUT, settings: { storage: { value, from: 'device' } } } } });
  const library = async (of: TestDevice): Promise<string> => (await of.client.ok('library', {})).id;
  const [its, other] = [await library(one), await library(elsewhere)];
  const database = new Database(join(server.data, DATABASE_FILE), { readonly: true });
  t.after(() => database.close());
  const said = (): boolean[] => [its, other].map((id) => optimises(database, id));
  await one.client.ok('roll', { body: REPORT });
  assert.deepEqual([said(), optimising(database)], [[false, false], []]);
  await tell(two, 'keep-originals');
  await tell(one, 'optimise');
  assert.deepEqual(said(), [true, false]);
  assert.deepEqual(optimising(database), [its]);
  await tell(one, 'keep-originals');
  assert.deepEqual(said(), [false, false]);
  await tell(one, 'optimise');
  await browser.ok('revokeDevice', { params: { deviceId: one.deviceId }, body: { password: PASSWORD } });
  assert.deepEqual(said(), [false, false]);
});
