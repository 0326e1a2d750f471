import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import { largeVideo, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { Device, World } from '../support/world.ts';
import { Cable, clears, noCable, saysOf, seenBy } from './internet-support.ts';
import { Road } from './internet-road.ts';

/** More than the systems on the way take in at once: how far it is shows. */
const FILM = 12_000_000;

describe('check 2, internet: what is seen on the way to the server', () => {
  const world = new World();
  const road = new Road(() => world.url);
  let a: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = new Device(world, 'Laptop');
    a.at = await road.open();
    mkdirSync(a.folder, { recursive: true });
    const linked = await a.link();
    assert.equal(linked.code, 0, linked.err);
  });
  afterEach(async () => {
    await world.stopAgents();
    road.toll = { is: 'nothing' };
    road.limit = Number.POSITIVE_INFINITY;
    road.ahead = 0;
  });
  after(async () => {
    await world.end();
    road.close();
  });

  async function keeping(): Promise<void> {
    await a.start().line(/Keeping/);
  }

  test('NW-20: a network that wants a sign-in is told with the page to open, and what waits goes on when it lets it', async () => {
    for (const page of ['http://hotel.example/welcome', null]) {
      const name = page === null ? 'shown.jpg' : 'led.jpg';
      road.toll = { is: 'portal', page };
      a.put(name, await photo());
      await keeping();
      const told = await saysOf(a, name, 'captive-portal');
      assert.deepEqual([told.check, told.class, told.evidence['page']], [2, 'failing', page ?? a.at]);
      assert.match(told.cure, /Open http.* sign in/);
      road.toll = { is: 'nothing' };
      await clears(a, name);
      await a.agent?.stop();
    }
  });

  test('NW-21: a server that is away is told with when it last answered; one that is busy with until when', async () => {
    await keeping();
    await world.server?.kill();
    a.put('away.jpg', await photo());
    const away = await saysOf(a, 'away.jpg', 'server-unreachable');
    assert.deepEqual([away.check, away.class], [2, 'failing']);
    assert.ok(Number(away.evidence['lastSuccess']) > 0);
    assert.match(away.words, /last answered at/);
    await world.serveAgain();
    await clears(a, 'away.jpg');
    road.toll = { is: 'busy', seconds: 30 };
    a.put('busy.jpg', await photo());
    const busy = await saysOf(a, 'busy.jpg', 'server-busy', ({ evidence }) => typeof evidence['until'] === 'number');
    assert.equal(busy.check, 2);
    assert.match(busy.words, /busy until/);
    road.toll = { is: 'nothing' };
    await clears(a, 'busy.jpg');
  });

  test('NW-22: a way that falls silent is noticed though nobody refuses anything, and what hung on it goes on when it speaks again', async () => {
    await keeping();
    road.toll = { is: 'silence' };
    a.put('silent.jpg', await photo());
    const told = await saysOf(a, 'silent.jpg', 'server-unreachable');
    assert.equal(told.evidence['error'], 'ETIMEDOUT');
    road.toll = { is: 'nothing' };
    await clears(a, 'silent.jpg');
  });

  test('NW-23: over a slow link what is sent tells the rate, how far it is and how long it takes, and what waits its turn; a clock that is wrong is told', async () => {
    road.toll = { is: 'slowness', bytes: 4000 };
    road.ahead = 3600;
    for (let at = 0; at < 9; at++) a.put(`film${at}.mp4`, largeVideo(FILM + at));
    await keeping();
    const films = Array.from({ length: 9 }, (_, at) => `film${at}.mp4`);
    const sending = await until(
      async () => {
        for (const film of films) if ((await seenBy(a).reasons(film)).some(({ code }) => code === 'sending')) return film;
        return null;
      },
      'one of the films to be on its way',
      120_000,
    );
    const slow = await saysOf(a, sending, 'slow-link');
    assert.deepEqual([slow.check, slow.class, slow.evidence['where']], [2, 'failing', 'link']);
    assert.ok(Number(slow.evidence['rate']) < 60_000, slow.words);
    const onWay = await saysOf(a, sending, 'sending');
    assert.ok(Number(onWay.evidence['offset']) >= 0 && Number(onWay.evidence['size']) >= FILM);
    assert.ok(Number(onWay.evidence['lastProgress']) > 0);
    const skew = await saysOf(a, sending, 'clock-skew');
    assert.match(skew.words, /clock is (59|60|61) min behind the server/);
    let waiting = '';
    await until(
      async () => {
        for (const film of films)
          if ((await seenBy(a).reasons(film)).some(({ code, evidence }) => code === 'queued' && evidence['expected'] != null))
            waiting = film;
        return waiting !== '';
      },
      'one of the films to wait its turn, for a time that is known',
      120_000,
    );
    const queued = await saysOf(a, waiting, 'queued');
    assert.ok(Number(queued.evidence['position']) >= 1 && Number(queued.evidence['bytesAhead']) > 0, JSON.stringify(queued.evidence));
    road.toll = { is: 'nothing' };
    road.ahead = 0;
    await world.stopAgents();
    await keeping();
    for (const film of films) await clears(a, film);
  });

  test('NW-24: a proxy that refuses large bodies is told with the size that it refuses, the film arrives in smaller pieces, and the next one is not refused again', async () => {
    road.limit = 1_000_000;
    road.toll = { is: 'slowness', bytes: 60_000 };
    a.put('large.mp4', largeVideo(3_000_000));
    await keeping();
    const told = await saysOf(a, 'large.mp4', 'too-large-for-proxy', ({ evidence }) => typeof evidence['limit'] === 'number');
    assert.equal(told.check, 2);
    assert.ok(Number(told.evidence['piece']) > 1_000_000 && Number(told.evidence['limit']) <= 1_000_000, told.words);
    assert.match(told.cure, /body limit of the proxy/);
    road.toll = { is: 'nothing' };
    await clears(a, 'large.mp4');
    const before = road.refused.length;
    assert.ok(before > 0 && before <= 4, `${before} bodies were refused`);
    a.put('larger.mp4', largeVideo(4_000_000));
    await clears(a, 'larger.mp4');
    assert.equal(road.refused.length, before);
  });

  test('NW-25: what the settings forbid on mobile data says so, with its cure, and ends with its cause', async () => {
    const rows = [
      { code: 'wifi-only', set: ['mobile-data', 'off'], seen: ['link=cellular'], back: ['mobile-data', 'on'] },
      { code: 'metered', set: ['mobile-data', 'off'], seen: ['link=wifi', 'metered=yes'], back: ['mobile-data', 'on'] },
      { code: 'roaming', set: ['roaming', 'off'], seen: ['link=cellular', 'roaming=yes'], back: ['roaming', 'off'] },
      { code: 'mobile-budget-spent', set: ['mobile-budget', '1kB'], seen: ['link=cellular'], back: ['mobile-budget', '1GB'] },
    ] as const;
    for (const { code, set, seen, back } of rows) {
      assert.equal((await a.run('settings', 'set', ...set)).code, 0);
      assert.equal((await a.run('conditions', 'set', 'roaming=no', 'metered=no', 'charging=yes', ...seen)).code, 0);
      a.put(`${code}.jpg`, await photo());
      await keeping();
      const told = await saysOf(a, `${code}.jpg`, code);
      assert.deepEqual([told.check, told.class], [2, 'held']);
      assert.equal((await a.run('settings', 'set', ...back)).code, 0);
      assert.equal((await a.run('conditions', 'set', 'link=wifi', 'metered=no', 'roaming=no')).code, 0);
      await clears(a, `${code}.jpg`);
      await world.stopAgents();
    }
    assert.equal((await a.run('conditions', 'clear')).code, 0);
  });

  test('NW-26: what is simulated of the way is told as if it were so, and over when it is cleared', async () => {
    await keeping();
    for (const [condition, code] of [
      ['link=none', 'offline'],
      ['portal=yes', 'captive-portal'],
    ] as const) {
      assert.equal((await a.run('conditions', 'set', condition)).code, 0);
      // Heeded when the running agent says it of itself.
      const conditions = async (): Promise<string[]> =>
        (await a.json<{ device: { conditions: { code: string }[] } }>('status')).device.conditions.map((each) => each.code);
      await until(async () => (await conditions()).includes(code), `the agent to heed ${condition}`, 60_000);
      a.put(`${code}.jpg`, await photo());
      assert.equal((await saysOf(a, `${code}.jpg`, code)).check, 2);
      assert.equal((await a.run('conditions', 'clear')).code, 0);
      await clears(a, `${code}.jpg`);
    }
  });
});

const without = noCable();

describe('check 2, internet: a device with a link of its own', { skip: without ?? false }, () => {
  const world = new World();
  const road = new Road(() => world.url);
  let cable: Cable;
  let a: Device;
  before(async () => {
    cable = new Cable(`rc${process.pid}`);
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = new Device(world, 'Laptop');
    a.within = cable.name;
    a.at = await road.open(cable.here);
    mkdirSync(a.folder, { recursive: true });
    const linked = await a.link();
    assert.equal(linked.code, 0, linked.err);
  });
  after(async () => {
    await world.end();
    road.close();
    cable.remove();
  });

  test('NW-27: a device whose cable is out is offline, says that no network is connected, and goes on when it is in again', async () => {
    await a.start().line(/Keeping/);
    cable.unplug();
    a.put('offline.jpg', await photo());
    const told = await saysOf(a, 'offline.jpg', 'offline');
    assert.deepEqual([told.check, told.class, told.evidence['interface']], [2, 'failing', 'no network is connected']);
    cable.plugIn();
    await clears(a, 'offline.jpg');
    await a.agent?.stop();
  });

  test('NW-28: a link that swallows all in the middle of a film is noticed, and the film goes on when it carries again', async () => {
    road.toll = { is: 'slowness', bytes: 100_000 };
    a.put('film.mp4', largeVideo(FILM));
    await a.start().line(/Keeping/);
    await saysOf(a, 'film.mp4', 'sending', ({ evidence }) => Number(evidence['offset']) > 0);
    cable.swallow();
    await saysOf(a, 'film.mp4', 'server-unreachable');
    road.toll = { is: 'nothing' };
    cable.give();
    await clears(a, 'film.mp4');
    await a.agent?.stop();
  });
});
