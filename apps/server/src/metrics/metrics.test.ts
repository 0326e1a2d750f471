import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, after, test } from 'node:test';
import type { RollReport } from '@rollcall/protocol';
import { noteBackedUp } from '../backed-up.ts';
import { begin } from '../bytes/scrub-nights.ts';
import { scrub } from '../scrub-command.ts';
import { ran } from '../testing/ran.ts';
import { createOf } from '../testing/photos.ts';
import { Served, uuid, type Client, type TestDevice } from '../testing/served.ts';
import { watchLoopDelay } from './loop-delay.ts';
import { openMetrics } from './metrics.ts';

const COUNTS = { onDevice: 9, inSync: 2, moving: 1, waiting: 2, held: 0, failing: 1, needsYou: 0, excluded: 3 };
const ROLL: RollReport = {
  full: true,
  counts: COUNTS,
  incoming: 4,
  pendingRemovals: 0,
  reasons: [
    { code: 'file-changing', check: null, class: 'waiting', count: 2, primary: 2 },
    { code: 'excluded-by-rule', check: null, class: 'excluded', count: 3, primary: 3 },
  ],
  upToDate: false,
  entries: [],
  removed: [],
};
const short = ({ deviceId }: TestDevice): string => deviceId.slice(-12);

let server: Served;
let browser: Client;
before(async () => {
  server = await Served.start();
  browser = await server.account('ann@x.org', 10_000);
});
after(() => server.close());

/** The figures as of now, by name and labels. */
async function figures(): Promise<Map<string, number>> {
  const { context } = server.server;
  const text = await context.metricsOf(() => undefined).text();
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

test('OB-5: figures follow what happens: photos, bytes, requests, refusals, and how each device stands', async () => {
  const device = await server.device('ann@x.org');
  const idle = await server.device('ann@x.org', 'Ann’s phone');
  const { hash, size } = await device.client.upload(randomBytes(700));
  await device.send(createOf(uuid(), [{ hash, size }]));
  await device.snapshot();
  const pokes = await device.client.pokes();
  await pokes.next();
  await device.client.ok('roll', { body: ROLL });
  assert.equal(await server.client().code('signIn', { body: { email: 'ann@x.org', password: 'not it, not at all' } }), 'wrong-password');
  await device.client.ok('askUploads', { body: { asks: [{ hash: 'e'.repeat(64), size: 100, mime: 'image/jpeg' }] } });
  const told = await figures();
  const expected = {
    rollcall_accounts: 1,
    rollcall_libraries: 1,
    rollcall_devices: 2,
    rollcall_streams: 1,
    'rollcall_photos{state="live"}': 1,
    'rollcall_stored_bytes{what="used"}': 700,
    'rollcall_stored_bytes{what="reserved"}': 100,
    'rollcall_queue{queue="uploads"}': 1,
    'rollcall_refusals_total{code="wrong-password"}': 1,
    'rollcall_requests_total{route="/api/v1/uploads/:id/whole",method="PUT",status="201"}': 1,
    [`rollcall_device_connected{device="${short(device)}"}`]: 1,
    [`rollcall_device_connected{device="${short(idle)}"}`]: 0,
    [`rollcall_device_silence_seconds{device="${short(device)}"}`]: 0,
    [`rollcall_device_changes_behind{device="${short(device)}"}`]: 0,
    [`rollcall_device_changes_behind{device="${short(idle)}"}`]: undefined,
    [`rollcall_device_to_come{device="${short(device)}"}`]: 4,
    [`rollcall_device_not_in_sync{device="${short(device)}"}`]: 4,
    'rollcall_items_not_in_sync{reason="file-changing"}': 2,
    'rollcall_items_not_in_sync{reason="excluded-by-rule"}': undefined,
  };
  for (const [name, value] of Object.entries(expected)) assert.equal(told.get(name), value, name);
  assert.ok((told.get('rollcall_received_bytes_total{route="/api/v1/uploads/:id/whole"}') ?? 0) > 700);
  assert.ok((told.get('rollcall_request_seconds_count{route="/api/v1/library/changes"}') ?? 0) >= 1);
  assert.ok((told.get(`rollcall_device_silence_seconds{device="${short(idle)}"}`) ?? -1) >= 0);
  // What one device adds, another is behind, until it is given it.
  await idle.snapshot();
  await device.send({
    name: 'album.create',
    args: { albumId: uuid(), fields: { title: 'Ann at the sea', order: 'by-hand', cover: null } },
  });
  assert.equal((await figures()).get(`rollcall_device_changes_behind{device="${short(idle)}"}`), 1);
  pokes.stop();
});

test('OB-4: no name is among the figures; devices beyond a hundred are told together', async () => {
  const { context } = server.server;
  const text = await context.metricsOf(() => undefined).text();
  assert.doesNotMatch(text, /ann|phone|laptop|sea|@/i);
  const account = (await browser.ok('session', {})).account.id;
  const [{ library_id: library } = { library_id: '' }] = context.accounts.devices.of(account);
  const link = context.database.prepare(
    "INSERT INTO devices (id, account_id, library_id, name, kind, platform, version, created_at, last_seen_at) VALUES (?, ?, ?, 'x', 'folder', 'p', '1', 0, ?)",
  );
  const now = Date.now();
  context.database.transaction(() => {
    for (let n = 0; n < 1100; n += 1)
      link.run(`ffffffff-0000-7000-8000-${String(n).padStart(12, '0')}`, account, library, now - (n + 1) * 1_000_000);
  })();
  const told = await figures();
  const labelled = [...told.keys()].filter((name) => name.startsWith('rollcall_device_silence_seconds'));
  assert.equal(labelled.length, 101);
  const rest = told.get('rollcall_device_silence_seconds{device="rest"}') ?? 0;
  assert.ok(rest >= 998_000 && rest < 999_000, `the longest of those that are looked at: ${rest}`);
  assert.deepEqual([told.get('rollcall_devices'), told.get('rollcall_devices_not_looked_at')], [1000, 1]);
  context.database.exec("DELETE FROM devices WHERE id LIKE 'ffffffff%'");
});

test('OB-12: the last whole scrub is remembered while the next is under way, and that of the command counts; a backup tells when it is through', async () => {
  const { context } = server.server;
  const scrubbed = async (): Promise<(number | undefined)[]> => {
    const told = await figures();
    return [told.get('rollcall_scrub_last_success_timestamp_seconds'), told.get('rollcall_scrub_running')];
  };
  await context.write(() => context.database.exec('UPDATE scrub SET begun = 1000, ended = 2000'));
  assert.deepEqual(await scrubbed(), [2, 0]);
  await context.write(() => begin(context.database, 3000));
  assert.deepEqual(await scrubbed(), [2, 1]);
  await context.write(() => begin(context.database, 4000));
  assert.deepEqual(await scrubbed(), [2, 1], 'also where one was begun anew');
  await context.write(() => context.database.exec('UPDATE scrub SET ended = 5000'));
  await ran((io) => scrub({ data: server.data, json: true }, io));
  const [at, running] = await scrubbed();
  assert.ok(at !== undefined && at > 5 && running === 0);
  const backup = 'rollcall_backup_last_success_timestamp_seconds';
  assert.equal((await figures()).get(backup), undefined);
  await noteBackedUp(server.data, { at: 7000, lacking: 3 });
  const told = await figures();
  assert.deepEqual([told.get(backup), told.get('rollcall_backup_lacking_files')], [7, 3]);
  writeFileSync(join(server.data, 'backed-up.json'), '{"at":');
  assert.equal((await figures()).get(backup), undefined);
});

test('OB-6: no figure is looked for in tables that grow with a library, but by an index of what waits, or up to a limit', async (t) => {
  const { context } = server.server;
  const asked = new Set<string>();
  const database = new Proxy(context.database, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (key !== 'prepare') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      return (text: string) => {
        asked.add(text);
        return target.prepare(text);
      };
    },
  });
  const delay = watchLoopDelay();
  t.after(() => delay.close());
  const parts = { dataDir: server.data, version: '1', figures: context.figures, delay, now: Date.now, settle: () => undefined };
  const disk = async () => ({ total: 1, free: 1, keepFree: 0, room: 1, state: 'fine' as const });
  await openMetrics({ ...parts, database, disk, streams: () => [], views: () => ({}) }).text();
  assert.ok(asked.size >= 12, `${asked.size} questions`);
  const small = /^(libraries|l|s|members|devices|d|r|user|scrub|rolls|errands|orders|plan_requests)$/;
  for (const text of asked) {
    const values = Array.from({ length: text.split('?').length - 1 }, () => 1);
    const plan = context.database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[];
    for (const { detail } of plan) {
      const table = /^SCAN (\w+)/.exec(detail)?.[1];
      if (table === undefined || small.test(table) || /\(subquery/i.test(detail)) continue;
      assert.match(text, /LIMIT \d+/, `${detail} in ${text}`);
    }
  }
});
