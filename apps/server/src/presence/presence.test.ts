import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Served, type Client, type Pokes, type TestDevice } from '../testing/served.ts';
import { openPresence, TIMES as REAL, type PresenceTimes } from './presence.ts';

/** Devices that listen, by what became of them: asked so often, and dropped or not; and how often pages were told. */
function listeners(...ids: readonly string[]) {
  const open = new Set(ids);
  const asked: string[] = [];
  const told: string[] = [];
  return {
    asked,
    open,
    told,
    devices: ids.map((id) => ({ id, libraryId: 'library', dear: false })),
    pokes: {
      connected: (id: string) => open.has(id),
      orders: (_library: string, id: string) => void asked.push(id),
      drop: (_library: string, id: string) => void open.delete(id),
      devices: (library: string) => void told.push(library),
    },
  };
}

const NEVER = 1_000_000;
const TIMES: PresenceTimes = { quietMs: NEVER, answerMs: NEVER, latelyMs: -1, dearMs: -1, watchMs: NEVER, tickMs: NEVER };
let time = 100;
const clock = { now: () => time };
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
const settled = async (look: () => boolean): Promise<void> => {
  const end = Date.now() + 30_000;
  while (!look() && Date.now() < end) await turn();
  assert.ok(look());
};

test('SH-27: who listens is asked whether it is there while somebody looks, and listens no more when it does not answer', async () => {
  const { pokes, devices, asked, open } = listeners('asleep', 'awake', 'old');
  const presence = openPresence(pokes, clock, { ...TIMES, answerMs: 20 });
  presence.answers('asleep');
  presence.answers('awake');
  presence.look(devices);
  // One that never asked for orders cannot answer, and is left in peace.
  assert.deepEqual(asked, ['asleep', 'awake']);
  presence.look(devices);
  assert.deepEqual(asked, ['asleep', 'awake'], 'nobody is asked twice at once');
  presence.spoke('awake');
  await settled(() => !open.has('asleep'));
  assert.deepEqual([...open], ['awake', 'old']);
  presence.look(devices);
  assert.deepEqual(asked, ['asleep', 'awake', 'awake'], 'who listens no more is not asked');
  presence.close();
});

test('SH-27: who spoke just now is not asked, and who pays for each word is asked less often', () => {
  const { pokes, devices, asked } = listeners('awake', 'abroad');
  const presence = openPresence(pokes, clock, { ...TIMES, dearMs: NEVER });
  for (const id of ['awake', 'abroad']) {
    presence.answers(id);
    presence.spoke(id);
  }
  presence.look(devices.map((device) => ({ ...device, dear: device.id === 'abroad' })));
  assert.deepEqual(asked, ['awake']);
  presence.close();
  const late = openPresence(pokes, clock, { ...TIMES, latelyMs: NEVER });
  late.answers('awake');
  late.spoke('awake');
  late.look(devices);
  assert.deepEqual(asked, ['awake']);
  late.close();
});

test('SH-46: whoever does not answer is told to be gone within five seconds of its last word, also who pays for each', () => {
  for (const lately of [REAL.latelyMs, REAL.dearMs]) assert.ok(lately + REAL.tickMs + REAL.quietMs < 5000);
  assert.ok(REAL.latelyMs < REAL.dearMs, 'who pays is asked less often');
});

test('SH-39: while somebody looks it is asked again and again, and no more when nobody does', async () => {
  const { pokes, devices, asked } = listeners('awake');
  const presence = openPresence(pokes, clock, { ...TIMES, tickMs: 1 });
  presence.answers('awake');
  presence.look(devices);
  for (const times of [1, 2, 3]) {
    await settled(() => asked.length === times);
    presence.spoke('awake');
  }
  presence.close();
  const left = openPresence(pokes, clock, { ...TIMES, watchMs: -1, tickMs: 1 });
  left.answers('awake');
  const before = asked.length;
  left.look(devices);
  assert.equal(asked.length, before + 1);
  left.spoke('awake');
  for (let at = 0; at < 20; at += 1) await turn();
  assert.equal(asked.length, before + 1, 'nobody looks any more');
  left.close();
});

test('SH-39: who does not answer in a moment is told to be gone since it was last heard, though it is listened to still; and there again with its next word', async () => {
  const { pokes, devices, open, told } = listeners('asleep');
  const presence = openPresence(pokes, clock, { ...TIMES, quietMs: 20 });
  presence.answers('asleep');
  time = 500;
  presence.spoke('asleep');
  assert.equal(presence.goneAt('asleep'), null);
  time = 900;
  presence.look(devices);
  await settled(() => presence.goneAt('asleep') !== null);
  assert.deepEqual([presence.goneAt('asleep'), told, [...open]], [500, ['library'], ['asleep']]);
  // Its stream breaks: it is gone since then all the same.
  open.delete('asleep');
  presence.left('asleep');
  assert.equal(presence.goneAt('asleep'), 500);
  presence.spoke('asleep');
  assert.deepEqual([presence.goneAt('asleep'), told], [null, ['library', 'library']]);
  presence.close();
});

test('SH-39: who takes its time over each answer is waited for as long', async () => {
  const { pokes, devices } = listeners('slow');
  const presence = openPresence(pokes, clock, { ...TIMES, quietMs: 1 });
  presence.answers('slow');
  presence.look(devices);
  const from = performance.now();
  await settled(() => performance.now() - from > 60 && presence.goneAt('slow') !== null);
  presence.spoke('slow');
  const asked = performance.now();
  presence.look(devices);
  await settled(() => presence.goneAt('slow') !== null);
  assert.ok(performance.now() - asked >= 150, 'three times as long as it took before');
  presence.close();
});

test('SH-40: a device whose stream ended is gone at once, and no more with its next word', () => {
  const { pokes } = listeners();
  const presence = openPresence(pokes, clock, TIMES);
  time = 700;
  presence.left('stopped');
  assert.equal(presence.goneAt('stopped'), 700);
  presence.spoke('stopped');
  assert.equal(presence.goneAt('stopped'), null);
  presence.close();
});

async function listening(t: TestContext): Promise<{ served: Served; browser: Client; laptop: TestDevice; pokes: Pokes }> {
  const served = await Served.start();
  t.after(() => served.close());
  const browser = await served.account('anna@x.org');
  const laptop = await served.device('anna@x.org', 'Laptop');
  await laptop.client.ok('deviceOrders', {});
  const pokes = await laptop.client.pokes();
  await pokes.until('library');
  return { served, browser, laptop, pokes };
}

test('SH-27: a page that asks for the devices has a device asked that said nothing for a while; its stream ends when it says nothing still', async (t) => {
  const { browser, laptop, pokes } = await listening(t);
  const told = async () => (await browser.ok('devices', {})).devices.find(({ id }) => id === laptop.deviceId);
  const connected = async (): Promise<boolean | undefined> => (await told())?.connected;
  assert.equal(await connected(), true);
  const ended = (async (): Promise<number> => {
    let asked = 0;
    for (;;) {
      const poke = await pokes.next().catch(() => null);
      if (poke === null) return asked;
      if (poke.type === 'orders') asked += 1;
    }
  })();
  const end = Date.now() + 60_000;
  while ((await connected()) === true && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(await connected(), false);
  assert.equal(await ended, 1, 'it was asked once');
  const gone = (await told())?.goneAt ?? null;
  assert.ok(gone !== null && gone <= Date.now(), 'since when');
  await laptop.client.ok('deviceOrders', {});
  assert.equal((await told())?.goneAt, null, 'it spoke');
});
