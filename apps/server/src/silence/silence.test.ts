import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { type Counts, LIMITS, type ReasonCount, type RollEntry, type RollReport } from '@rollcall/protocol';
import { createOf } from '../testing/photos.ts';
import { Served, uuid, type Client, type TestDevice } from '../testing/served.ts';

const HOUR = 3_600_000;
const COUNTS: Counts = { onDevice: 40, inSync: 3, moving: 0, waiting: 0, held: 37, failing: 0, needsYou: 0, excluded: 0 };
const WIFI_ONLY: ReasonCount = { code: 'wifi-only', check: 2, class: 'held', count: 37, primary: 37 };

/** A server whose clock stands until it is moved, with its heartbeats when asked for. */
class Slow {
  now = Date.UTC(2026, 10, 1);
  served!: Served;
  browser!: Client;
  laptop!: TestDevice;

  static async start(t: TestContext, silentAfter?: number): Promise<Slow> {
    const slow = new Slow();
    slow.served = await Served.start({ clock: { now: () => slow.now }, ...(silentAfter === undefined ? {} : { silentAfter }) });
    t.after(() => slow.served.close());
    slow.browser = await slow.served.account('anna@x.org');
    slow.laptop = await slow.served.device('anna@x.org', 'Laptop');
    return slow;
  }
  async beat(): Promise<void> {
    const { libraries, silences } = this.served.server.context;
    await libraries.heartbeat();
    await silences.beat();
  }
  /** The server runs for so long. */
  async pass(ms: number): Promise<void> {
    await this.beat();
    for (let left = ms; left > 0; left -= HOUR) {
      this.now += Math.min(HOUR, left);
      await this.beat();
    }
  }
  tell(entries: readonly RollEntry[] = [], more: object = {}): Promise<unknown> {
    const report = { full: true, counts: COUNTS, incoming: 0, pendingRemovals: 0, reasons: [WIFI_ONLY], upToDate: false, removed: [] };
    return this.laptop.client.ok('roll', { body: { ...report, entries: [...entries], ...more } });
  }
  async silent(): Promise<unknown> {
    const { devices } = await this.browser.ok('devices', {});
    return devices.find(({ id }) => id === this.laptop.deviceId)?.silent;
  }
}

test('DN-3: a device that is not heard from for three days is told of as silent, with what was not safe, until it is heard from', async (t) => {
  const slow = await Slow.start(t);
  await slow.tell();
  const told = slow.now;
  await slow.pass(LIMITS.silentAfter - HOUR);
  assert.equal(await slow.silent(), null);
  await slow.pass(HOUR);
  assert.deepEqual(await slow.silent(), { since: told, notSafe: 37 });
  await slow.served.restart();
  assert.deepEqual(await slow.silent(), { since: told, notSafe: 37 }, 'also after a restart');
  await slow.laptop.client.ok('deviceOrders', {});
  const until = Date.now() + 20_000;
  while ((await slow.silent()) !== null && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(await slow.silent(), null, 'it is heard from');
  const browsers = (await slow.browser.ok('devices', {})).devices.filter(({ kind }) => kind === 'browser');
  assert.ok(browsers.length > 0 && browsers.every(({ silent }) => silent === null), 'a browser holds nothing');
});

test('DN-4: neither a clock that jumps nor a server that was off makes a device silent', async (t) => {
  const slow = await Slow.start(t);
  await slow.tell();
  await slow.beat();
  slow.now += 30 * 24 * HOUR;
  await slow.beat();
  assert.equal(await slow.silent(), null, 'the clock jumped');
  await slow.served.server.stop();
  slow.now += 30 * 24 * HOUR;
  await slow.served.open();
  await slow.beat();
  assert.equal(await slow.silent(), null, 'the server was off');
});

test('DN-5: a device that listens is not silent, however long it asks nothing; nor is it as soon as it stops', async (t) => {
  const slow = await Slow.start(t);
  const pokes = await slow.laptop.client.pokes();
  await pokes.until('library');
  await slow.pass(LIMITS.silentAfter + HOUR);
  assert.equal(await slow.silent(), null);
  pokes.stop();
  const { context } = slow.served.server;
  const until = Date.now() + 20_000;
  while (context.pokes.connected(slow.laptop.deviceId) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  await slow.pass(HOUR);
  assert.equal(await slow.silent(), null);
  await slow.pass(LIMITS.silentAfter);
  assert.deepEqual(await slow.silent(), { since: slow.now - LIMITS.silentAfter - HOUR, notSafe: null }, 'it never told');
});

test('DN-6: who runs the server may say after how long a device is silent', async (t) => {
  const slow = await Slow.start(t, 2 * HOUR);
  await slow.tell();
  await slow.pass(2 * HOUR);
  assert.notEqual(await slow.silent(), null);
});

test('WY-4: where a photo is not yet is told with why: what the device said of itself, or that it is silent', async (t) => {
  const slow = await Slow.start(t);
  const assetId = uuid();
  const { hash, size } = await slow.laptop.client.upload(Buffer.from('a photo'));
  await slow.laptop.send(createOf(assetId, [{ hash, size }]));
  await slow.tell([], { incoming: 1 });
  const there = async () => (await slow.browser.ok('assetPlaces', { params: { assetId } })).places[1];
  const place = await there();
  assert.deepEqual([place?.state, place?.reasons.map(({ code }) => code)], ['on-its-way', ['wifi-only']]);
  await slow.pass(LIMITS.silentAfter);
  assert.deepEqual(
    (await there())?.reasons.map(({ code }) => code),
    ['device-silent', 'wifi-only'],
  );
});

test('WY-41: on a device that only sends a photo is not on its way, and it is told that it only sends', async (t) => {
  const slow = await Slow.start(t);
  const assetId = uuid();
  const { hash, size } = await slow.laptop.client.upload(Buffer.from('a photo'));
  await slow.laptop.send(createOf(assetId, [{ hash, size }]));
  const about: RollReport['about'] = {
    version: '0.1.0',
    protocol: 2,
    at: 1,
    settings: { direction: { value: 'backup-only', from: 'device' } },
    paused: null,
    syncNowUntil: null,
    conditions: {},
  };
  await slow.tell([], { about });
  const place = (await slow.browser.ok('assetPlaces', { params: { assetId } })).places[1];
  assert.deepEqual([place?.state, place?.reasons.map(({ code }) => code)], ['not-here', ['not-in-this-direction']]);
});

test('WY-5: what a device holds and the library does not is found by letters of its path, in whatever case, and by nobody else', async (t) => {
  const slow = await Slow.start(t);
  const entry = (path: string, more: Partial<RollEntry> = {}): RollEntry => ({
    key: path,
    path,
    size: 5,
    assetId: null,
    hash: null,
    form: 'original',
    inSync: false,
    reasons: [{ code: 'wifi-only', since: 1, evidence: {} }],
    ...more,
  });
  const many = Array.from({ length: LIMITS.named + 1 }, (_, at) => entry(`many/${at}.jpg`));
  await slow.tell([entry('Ostern/Möwe.JPG'), entry('in the cloud/möwe.jpg', { assetId: uuid() }), ...many]);
  const ask = (client: Client, name: string) => client.ok('itemsNamed', { query: { name } });
  const { items, more } = await ask(slow.browser, 'mo\u0308we');
  assert.deepEqual([items.map(({ device, entry: each }) => [device, each.path]), more], [[['Laptop', 'Ostern/Möwe.JPG']], false]);
  const all = await ask(slow.browser, '.jpg');
  assert.deepEqual([all.items.length, all.more], [LIMITS.named, true]);
  assert.deepEqual((await ask(slow.laptop.client, 'nowhere')).items, []);
  const ben = await slow.served.account('ben@x.org');
  assert.deepEqual((await ask(ben, 'jpg')).items, []);
});

test('HI-5: the history tells which device did each thing, and of which kind it is', async (t) => {
  const slow = await Slow.start(t);
  const assetId = uuid();
  const { hash, size } = await slow.laptop.client.upload(Buffer.from('a photo'));
  await slow.laptop.send(createOf(assetId, [{ hash, size }]));
  await slow.browser.ok('actions', { body: { actions: [{ id: uuid(), change: { name: 'asset.trash', args: { assetId } } }] } });
  const { entries } = await slow.browser.ok('assetHistory', { params: { assetId } });
  const told = entries
    .filter(({ what }) => what !== 'described')
    .map(({ what, device, deviceKind }) => [what, deviceKind, device !== null]);
  assert.deepEqual(told, [
    ['asset.trash', 'browser', true],
    ['asset.create', 'folder', true],
  ]);
});
