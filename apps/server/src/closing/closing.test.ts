import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { dayWords, LATER_ORDERS, LIMITS, type RollEntry } from '@rollcall/protocol';
import { collect } from '../bytes/index.ts';
import { openAttempts } from '../renditions/attempts.ts';
import { sweep } from '../renditions/sweep.ts';
import { createOf } from '../testing/photos.ts';
import { PASSWORD, Served, uuid, type Client, type TestDevice } from '../testing/served.ts';
import { clearStep, TABLES } from './clear.ts';
import { endAccount } from './rows.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ANNA = 'anna@x.org';
const BEN = 'ben@x.org';

/** A server with two people on it, and a clock that stands until it is moved. */
class Town {
  now = Date.UTC(2026, 10, 1, 12);
  served!: Served;
  anna!: Client;
  ben!: Client;
  /** Ben's. */
  laptop!: TestDevice;

  static async start(t: TestContext): Promise<Town> {
    const town = new Town();
    town.served = await Served.start({ clock: { now: () => town.now } });
    t.after(() => town.served.close());
    town.anna = await town.served.account(ANNA);
    town.ben = await town.served.account(BEN);
    town.laptop = await town.served.device(BEN, 'Laptop');
    await town.context.libraries.heartbeat();
    return town;
  }
  get context() {
    return this.served.server.context;
  }
  async beat(): Promise<void> {
    await this.context.libraries.heartbeat();
    await this.context.closings.end();
  }
  /** The server runs for so long. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= HOUR) {
      this.now += Math.min(HOUR, left);
      await this.context.libraries.heartbeat();
    }
    await this.context.closings.end();
  }
  async add(bytes: string, device = this.laptop): Promise<string> {
    const { hash, size } = await device.client.upload(Buffer.from(bytes));
    const assetId = uuid();
    await device.send(createOf(assetId, [{ hash, size }]));
    return assetId;
  }
  async tell(entries: readonly { readonly assetId: string; readonly form: RollEntry['form'] }[]): Promise<void> {
    const counts = { onDevice: 1, inSync: 1, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };
    const entry = { path: 'a.jpg', size: 1, hash: null, inSync: true, reasons: [] };
    await this.laptop.client.ok('roll', {
      body: {
        full: true,
        counts,
        incoming: 0,
        pendingRemovals: 0,
        reasons: [],
        upToDate: true,
        removed: [],
        entries: entries.map((each, at) => ({ ...entry, key: String(at), ...each })),
      },
    });
  }
  /** How many rows of any table name one of these things. */
  rowsWith(...things: readonly string[]): Record<string, number> {
    const { database } = this.context;
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const rows = (database.prepare(`SELECT * FROM "${name}"`).all() as object[]).filter((row) =>
        Object.values(row).some((value) => things.includes(String(value))),
      );
      if (rows.length > 0) found[name] = rows.length;
    }
    return found;
  }
}

const close = (who: Client, password = PASSWORD) => who.ok('closeAccount', { body: { password } });

test('EV-23: while a library closes no device is told to free up room, for what is in the cloud alone is gone then: that is refused, with the day', async (t) => {
  const town = await Town.start(t);
  const { closing } = await close(town.ben);
  const order = { params: { deviceId: town.laptop.deviceId }, body: { order: { kind: 'free-up', bytes: 9 } } } as const;
  const answer = await town.ben.call('giveOrder', order);
  assert.ok(!answer.ok && answer.refusal.code === 'forbidden', JSON.stringify(answer));
  assert.match(answer.refusal.words, new RegExp(`^The library closes on ${dayWords(closing.on)}`));
  assert.deepEqual((await town.laptop.client.ok('deviceOrders', { query: { knows: LATER_ORDERS } })).orders, []);
  await town.ben.ok('keepAccount', {});
  await town.ben.ok('giveOrder', order);
});

test('AC-20: an account is closed by its password only, on a day 30 days of the server away, and kept again until that day; asked twice, the day stays', async (t) => {
  const town = await Town.start(t);
  assert.equal(await town.ben.code('closeAccount', { body: {} }), 'wrong-password');
  assert.equal(await town.ben.code('closeAccount', { body: { password: 'a wrong one' } }), 'wrong-password');
  assert.equal(await town.laptop.client.code('closeAccount', { body: { password: PASSWORD, email: ANNA } }), 'bad-request');
  const { closing } = await close(town.ben);
  assert.deepEqual(closing, { on: town.now + LIMITS.closing, askedAt: town.now });
  await town.pass(3 * DAY + 1000);
  assert.deepEqual((await close(town.ben)).closing, closing, 'and it does not move while the server runs');
  assert.deepEqual((await town.ben.ok('session', {})).closing, closing);
  assert.deepEqual((await town.laptop.client.ok('deviceOrders', {})).closing, closing);
  assert.equal((await town.anna.ok('session', {})).closing, null);
  await town.laptop.client.ok('keepAccount', {});
  await town.ben.ok('keepAccount', {});
  assert.equal((await town.ben.ok('closing', {})).closing, null);
  await town.pass(LIMITS.closing);
  assert.equal((await town.ben.ok('session', {})).closing, null, 'and so it stays');
});

test('AC-21: only time that the server saw pass counts: neither a clock that jumps nor a server that was off ends the grace early', async (t) => {
  const town = await Town.start(t);
  const { closing } = await close(town.ben);
  town.now += 60 * DAY;
  await town.beat();
  const after = (await town.laptop.client.ok('closing', {})).closing;
  assert.equal(after?.on, closing.on + 60 * DAY - HOUR, 'the clock jumped: an hour of it counts');
  await town.served.server.stop();
  town.now += 60 * DAY;
  await town.served.open();
  await town.beat();
  const later = (await town.laptop.client.ok('closing', {})).closing;
  assert.ok(later !== null && later.on >= closing.on + 120 * DAY - 2 * HOUR, 'the server was off');
});

test('AC-22: while it closes the library can be read, changed and signed in to, what is on its way arrives, and nothing new is taken', async (t) => {
  const town = await Town.start(t);
  const assetId = await town.add('here before');
  const hash = createHash('sha256').update('on its way').digest('hex');
  const ask = (bytes: string) => ({
    hash: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    mime: 'image/jpeg',
  });
  const begun = await town.laptop.client.ok('askUploads', { body: { asks: [ask('on its way')] } });
  assert.equal(begun.answers[0]?.answer, 'send');
  const { closing } = await close(town.ben);
  const asked = await town.laptop.client.ok('askUploads', { body: { asks: [ask('here before'), ask('on its way'), ask('quite new')] } });
  assert.deepEqual(
    asked.answers.map(({ answer }) => answer),
    ['have', 'send', 'over-quota'],
  );
  assert.deepEqual(asked.answers[2], { answer: 'over-quota', needed: 9, free: 0, quota: 5_000_000_000, closes: closing.on });
  await town.laptop.client.upload(Buffer.from('on its way'));
  const [made] = await town.laptop.send(createOf(uuid(), [{ hash, size: 10 }]));
  assert.equal(made?.status, 'applied');
  assert.equal((await town.laptop.send({ name: 'asset.set', args: { assetId, fields: { title: 'Mine' } } }))[0]?.status, 'applied');
  assert.equal((await town.laptop.snapshot()).filter(({ entity }) => entity.type === 'asset').length, 2);
  await town.served.signIn(BEN);
  await town.served.device(BEN, 'a new device, to save the photos with');
  const post = await town.laptop.client.raw('POST', '/api/v1/uploads', {
    headers: { 'upload-complete': '?1', 'content-type': 'image/jpeg' },
    body: 'another',
  });
  assert.equal(post.status, 507);
  assert.match(await post.text(), /The library closes on 2026-12-01/);
  await town.ben.ok('keepAccount', {});
  const again = await town.laptop.client.ok('askUploads', { body: { asks: [ask('quite new')] } });
  assert.equal(again.answers[0]?.answer, 'send', 'kept, it takes new photos at once');
});

test('AC-23: before it is closed its person is told which photos no device has in full', async (t) => {
  const town = await Town.start(t);
  const [here, compressed] = [await town.add('here'), await town.add('compressed')];
  await town.add('nowhere else');
  await town.tell([
    { assetId: here, form: 'original' },
    { assetId: compressed, form: 'compressed' },
  ]);
  const { onlyInCloud, standing } = await town.ben.ok('closing', {});
  assert.deepEqual([onlyInCloud.count, onlyInCloud.names.length, standing], [2, 2, 'free']);
  const { devices } = await town.ben.ok('devices', {});
  const laptop = devices.find(({ name }) => name === 'Laptop');
  await town.ben.ok('revokeDevice', { params: { deviceId: laptop?.id ?? '' }, body: { password: PASSWORD } });
  assert.equal((await town.ben.ok('closing', {})).onlyInCloud.count, 3, 'what a removed device has counts no more');
});

test('AC-24: the last owner closes no account while others are on the server; one who is alone does', async (t) => {
  const town = await Town.start(t);
  assert.equal((await town.anna.ok('closing', {})).standing, 'last-owner');
  const refused = await town.anna.call('closeAccount', { body: { password: PASSWORD } });
  assert.ok(!refused.ok && refused.refusal.code === 'forbidden' && /rollcall account owner/.test(refused.refusal.words));
  await close(town.ben);
  assert.equal((await town.anna.ok('closing', {})).standing, 'alone', 'whose account closes, too, is no other');
  await close(town.anna);
});

test('AC-25: at the end nothing of the library is left but by what its devices and its person are told; bytes that others have stay', async (t) => {
  const town = await Town.start(t);
  const annas = await town.served.device(ANNA, 'Phone');
  await town.add('of both', annas);
  await town.add('of both');
  const only = await town.add('of Ben alone');
  await town.tell([{ assetId: only, form: 'original' }]);
  await town.laptop.send({ name: 'asset.trash', args: { assetId: await town.add('in the trash') } });
  const open = await town.laptop.client.ok('askUploads', { body: { asks: [{ hash: null, size: 5, mime: 'image/jpeg' }] } });
  assert.equal(open.answers[0]?.answer, 'send');
  const { account, library } = await town.ben.ok('session', {});
  // As where ffmpeg is not installed.
  const tried = { libraryId: library.id, assetId: only, resourceId: uuid() };
  const ofBen = openAttempts(town.context.database, town.context.write);
  await ofBen.start(tried, town.now);
  await ofBen.finish(tried, { state: 'unavailable', words: 'ffmpeg is not installed', lacks: 'ffmpeg', hurt: false }, town.now, 'told');
  assert.equal(ofBen.lacking(['ffmpeg']).length, 1);
  const pokes = await town.laptop.client.pokes();
  await close(town.ben);
  await town.pass(LIMITS.closing - HOUR);
  assert.equal(await town.laptop.client.code('library', {}), 'ok', 'not an hour too early');
  await town.pass(HOUR);
  const ended = town.now;
  while ((await pokes.next()) !== null);

  const words = `This library was closed on ${dayWords(ended)}. The photos on your devices stay where they are.`;
  const told = await town.laptop.client.call('library', {});
  assert.ok(!told.ok && told.refusal.code === 'device-revoked');
  assert.deepEqual([told.refusal.words, told.refusal.details['closedOn']], [words, ended]);
  assert.equal(await town.ben.code('session', {}), 'signed-out');
  const signIn = await town.served.client().call('signIn', { body: { email: BEN, password: PASSWORD } });
  assert.ok(!signIn.ok && signIn.refusal.code === 'forbidden' && signIn.refusal.words.startsWith(words));
  const guessed = await town.served.client().code('signIn', { body: { email: BEN, password: 'guessed' } });
  assert.equal(guessed, 'wrong-password', 'who does not know the password is told nothing');
  const linked = await town.served.client().call('link', {
    body: { email: BEN, password: PASSWORD, name: 'x', kind: 'folder', platform: 'p', version: '1' },
  });
  assert.ok(!linked.ok && linked.refusal.words.startsWith(words));

  const { database } = town.context;
  const num = database.prepare('SELECT max(num) AS n FROM libraries').get();
  assert.deepEqual(num, { n: 1 }, 'Anna’s is the only one');
  // Pictures go by the sweep, which is made now and then.
  const attempts = openAttempts(database, town.context.write);
  assert.deepEqual(attempts.lacking(['ffmpeg']), [], 'nothing of it is asked for again');
  await sweep(town.context, { attempts, views: { forget: async () => undefined } }, new AbortController().signal);
  const left = town.rowsWith(account.id, library.id, town.laptop.deviceId, only);
  assert.deepEqual(left, { user: 1, account: 1, devices: 2, closings: 1 });
  for (const table of ['entities', 'ledger', 'journal', 'chains'])
    assert.deepEqual(database.prepare(`SELECT count(DISTINCT library) AS n FROM ${table}`).get(), { n: 1 }, table);
  const loose = database.prepare('SELECT hash FROM loose_blobs').all() as { hash: string }[];
  const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
  assert.deepEqual(loose.map(({ hash }) => hash).sort(), [hashOf('of Ben alone'), hashOf('in the trash')].sort());
  const { blobs, libraries } = town.context;
  await collect({ ...town.context, time: () => libraries.seenTime() });
  await town.pass(2 * DAY);
  await collect({ ...town.context, time: () => libraries.seenTime() });
  assert.equal(await blobs.stat(hashOf('of Ben alone')), null, 'it lies in quarantine');
  assert.ok(await blobs.stat(hashOf('of both')));
  assert.equal((await annas.snapshot()).filter(({ entity }) => entity.type === 'asset').length, 1);
});

test('AC-26: an end that was interrupted anywhere is finished by the next start, and nobody gets in meanwhile', async (t) => {
  const town = await Town.start(t);
  for (let n = 0; n < 5; n += 1) await town.add(`photo ${n}`);
  const { library, account } = await town.ben.ok('session', {});
  await close(town.ben);
  await town.served.server.stop();
  await town.served.open();
  // As a server that ended when the first steps were done.
  const { database, write } = town.context;
  await write(() => database.prepare("UPDATE server_facts SET value = value + ? WHERE name = 'seen-time'").run(LIMITS.closing));
  assert.notEqual(await write(() => endAccount(database, account.id, town.now)), null);
  for (let steps = 0; steps < 3; steps += 1) assert.ok(await write(() => clearStep(database, library.id)));
  assert.notEqual(town.rowsWith(library.id)['libraries'], undefined, 'it is not done');
  await town.served.restart();
  const until = Date.now() + 60_000;
  const left = (): Record<string, number> => town.rowsWith(library.id);
  while (left()['libraries'] !== undefined && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  const { rendition_attempts: _, ...others } = left();
  assert.deepEqual(others, { devices: 2, closings: 1 });
  assert.equal(await town.served.client().code('signIn', { body: { email: BEN, password: PASSWORD } }), 'forbidden');
});

test('AC-27: an address whose account was closed can have a new one, with nothing in it; and what was closed is forgotten after 180 days', async (t) => {
  const town = await Town.start(t);
  await town.add('old');
  const { account } = await town.ben.ok('session', {});
  await close(town.ben);
  await town.pass(LIMITS.closing);
  const anew = await town.served.account(BEN);
  const { library, account: now } = await anew.ok('session', {});
  assert.deepEqual([library.assets, now.id === account.id], [0, false]);
  assert.equal(await town.laptop.client.code('library', {}), 'device-revoked', 'the old device is none of the new library’s');
  await town.served.restart();
  await town.context.write(() =>
    town.context.database.prepare("UPDATE server_facts SET value = value + ? WHERE name = 'seen-time'").run(LIMITS.closed),
  );
  await town.beat();
  assert.deepEqual(town.rowsWith(account.id), {});
  assert.equal(await town.laptop.client.code('library', {}), 'signed-out');
});

/** Tables with such a column whose rows go, or are kept, by other ways: each with which. */
const BY_OTHER_WAYS: Readonly<Record<string, string>> = {
  members: 'with the account',
  device_codes: 'with the account',
  rendition_attempts: 'with the pictures, by the sweep',
  devices: 'kept, without what they were called, so that each can be told what happened',
  closings: 'kept for as long as people are told',
};

test('AC-38: what any room of the server keeps of a library, or of its devices, goes with it: no table is forgotten', async (t) => {
  const { context } = await Town.start(t);
  const tables = context.database
    .prepare(
      `SELECT DISTINCT m.name FROM sqlite_master m, pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.name IN ('library', 'library_id', 'device_id') ORDER BY m.name`,
    )
    .pluck()
    .all() as string[];
  const goes = new Set(TABLES.map(([name]) => name));
  assert.ok(tables.length > 20, tables.join());
  assert.deepEqual(
    tables.filter((name) => !goes.has(name) && BY_OTHER_WAYS[name] === undefined),
    [],
  );
});
