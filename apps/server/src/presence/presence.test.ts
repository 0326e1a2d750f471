import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Served, type Client, type Pokes, type TestDevice } from '../testing/served.ts';
import { openPresence } from './presence.ts';

/** Devices that listen, by what became of them: asked so often, and dropped or not. */
function listeners(...ids: readonly string[]) {
  const open = new Set(ids);
  const asked: string[] = [];
  return {
    asked,
    open,
    devices: ids.map((id) => ({ id, libraryId: 'library' })),
    pokes: {
      connected: (id: string) => open.has(id),
      orders: (_library: string, id: string) => void asked.push(id),
      drop: (_library: string, id: string) => void open.delete(id),
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
const settled = async (look: () => boolean): Promise<void> => {
  const end = Date.now() + 30_000;
  while (!look() && Date.now() < end) await turn();
  assert.ok(look());
};

test('SH-27: who listens is asked whether it is there while somebody looks, and listens no more when it does not answer', async () => {
  const { pokes, devices, asked, open } = listeners('asleep', 'awake', 'old');
  const presence = openPresence(pokes, { answerMs: 20, latelyMs: -1 });
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

test('SH-27: who spoke just now is not asked', () => {
  const { pokes, devices, asked } = listeners('awake');
  const presence = openPresence(pokes, { latelyMs: 60_000 });
  presence.answers('awake');
  presence.spoke('awake');
  presence.look(devices);
  assert.deepEqual(asked, []);
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
  const connected = async (): Promise<boolean | undefined> =>
    (await browser.ok('devices', {})).devices.find(({ id }) => id === laptop.deviceId)?.connected;
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
});
