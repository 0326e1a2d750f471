import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import { API } from '@rollcall/protocol';
import { isDeepStrictEqual } from 'node:util';
import { doctor, faults } from '../doctor/told.ts';
import { largeVideo, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import { Device, World } from '../support/world.ts';
import { Cable, clears, noCable, saysOf, seenBy, type Told } from './internet-support.ts';
import { Road } from './internet-road.ts';
import { listens, onPage } from './page.ts';
import { isFound, isOver, isShown, isTold, type Row } from './told.ts';

/** More than the systems on the way take in at once: how far it is shows. */
const FILM = 12_000_000;

/** What fails on the way. */
const failing = { check: 2, class: 'failing' } as const;
const AWAY: Row = {
  ...failing,
  code: 'server-unreachable',
  words: /^The server does not answer: [a-z][a-z ]+ \(E[A-Z]+\)\. It last answered at \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
  cure: /^See that the server is running \(rollcall serve, there\)\. It is tried again by itself\.$/,
  place: 'server',
  untold: 'no-page',
};
const OFFLINE: Row = {
  ...failing,
  code: 'offline',
  words: /^This device is offline/,
  cure: /^Connect to a network\. It then goes on by itself\.$/,
  place: 'device',
  untold: 'silent',
};
const PORTAL: Row = {
  ...failing,
  code: 'captive-portal',
  words: /^This network wants you to sign in first\.$/,
  cure: /^Open http:\/\/[^ ]+ in a browser on this device, and sign in\. It then goes on by itself\.$/,
  place: 'network',
  untold: 'silent',
};
const SLOW: Row = {
  ...failing,
  code: 'slow-link',
  words:
    /^The link is slow \((?:[\d.]+ (?:k?B|bytes?) a second|next to nothing comes by)(?:; \d+ % of what this device sends is lost)?\), here or on the way to the server\.$/,
  cure: /^Use a better link; it goes on meanwhile\.$/,
  place: 'network',
};

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
    await keeping();
    await listens(a);
    await world.stopAgents();
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
      const told = await isTold(a, a.path(name), PORTAL);
      assert.equal(told.evidence['page'], page ?? a.at);
      road.toll = { is: 'nothing' };
      await isOver(a, a.path(name), PORTAL.code);
      await a.agent?.stop();
    }
  });

  test('NW-21: a server that is away is told with when it last answered; one that is busy with until when', async () => {
    await keeping();
    await world.server?.kill();
    a.put('away.jpg', await photo());
    const away = await isTold(a, a.path('away.jpg'), AWAY);
    assert.ok(Number(away.evidence['lastSuccess']) > 0);
    await world.serveAgain();
    await isOver(a, a.path('away.jpg'), AWAY.code);
    road.toll = { is: 'busy', seconds: 30 };
    a.put('busy.jpg', await photo());
    await isTold(a, a.path('busy.jpg'), {
      ...failing,
      code: 'server-busy',
      words: /^The server is busy until \d\d:\d\d:\d\d UTC\.$/,
      cure: /^Nothing to do: it goes on by itself\.$/,
      place: 'server',
      untold: 'silent',
    });
    road.toll = { is: 'nothing' };
    await isOver(a, a.path('busy.jpg'), 'server-busy');
  });

  test('NW-22: a way that falls silent is noticed though nobody refuses anything, and what hung on it goes on when it speaks again', async () => {
    await keeping();
    road.toll = { is: 'silence' };
    a.put('silent.jpg', await photo());
    const told = await isTold(a, a.path('silent.jpg'), { ...AWAY, untold: 'silent' });
    assert.equal(told.evidence['error'], 'ETIMEDOUT');
    road.toll = { is: 'nothing' };
    await isOver(a, a.path('silent.jpg'), AWAY.code);
  });

  test('NW-31: what the server did, and whose answer was swallowed though the way carries, is asked for anew, and is done once', async () => {
    const count = async (): Promise<number> => (await (await signInByPassword(world.url)).ok('library', {})).assets;
    const before = await count();
    for (const beginning of [`POST ${API.askUploads.path}`, 'PUT /api/v1/uploads/', `POST ${API.mutations.path}`])
      road.mutes.add(beginning);
    const told = road.told.length;
    a.put('once.jpg', await photo());
    await keeping();
    await clears(a, 'once.jpg');
    assert.equal(road.mutes.size, 0, 'each was swallowed');
    const [first, again] = road.told.slice(told);
    assert.ok(first !== undefined && again === first, 'it was told once more');
    assert.equal(await count(), before + 1);
  });

  test('NW-23: over a slow link what is sent tells the rate, how far it is and how long it takes, and what waits its turn; a clock that is wrong is told', async () => {
    road.toll = { is: 'slowness', bytes: 4000 };
    road.ahead = 3600;
    for (let at = 0; at < 9; at++) a.put(`film${at}.mp4`, largeVideo(FILM + at));
    await keeping();
    const films = Array.from({ length: 9 }, (_, at) => `film${at}.mp4`);
    /** One of the films of which this is told. */
    const oneThat = async (is: (told: Told) => boolean): Promise<string | undefined> => {
      const { items } = await a.json<{ items: { path: string; reasons: Told[] }[] }>('ls');
      return items.find(({ path, reasons }) => films.includes(path) && reasons.some(is))?.path;
    };
    const sending = await until(() => oneThat(({ code }) => code === 'sending'), 'one of the films to be on its way', 120_000);
    const slow = await isTold(a, a.path(sending), SLOW);
    assert.ok(Number(slow.evidence['rate']) < 60_000, slow.words);
    const onWay = await saysOf(a, sending, 'sending');
    assert.ok(Number(onWay.evidence['offset']) >= 0 && Number(onWay.evidence['size']) >= FILM);
    assert.ok(Number(onWay.evidence['lastProgress']) > 0);
    const skew = await saysOf(a, sending, 'clock-skew');
    assert.match(skew.words, /clock is (59|60|61) min behind the server/);
    const once = [
      ['slow-link', 'network'],
      ['clock-skew', 'device'],
    ];
    const found = async () => (await doctor(a)).checks[1]?.findings.map(({ code, place }) => [code, place]);
    // For a moment something may come by as quickly as over a good link.
    await until(async () => isDeepStrictEqual(await found(), once), 'each to be told once', 120_000);
    const shown = (await onPage(a)).checks[1]?.findings.find(({ topic }) => topic === 'clock-skew');
    assert.match(shown?.words ?? '', /^Laptop’s clock is (59|60|61) min behind the server’s\.$/);
    // So fast that something arrives in whatever seconds are measured.
    road.toll = { is: 'slowness', bytes: 100_000 };
    const waiting = await until(
      () => oneThat(({ code, evidence }) => code === 'queued' && evidence['expected'] != null),
      'one of the films to wait its turn, for a time that is known',
      120_000,
    );
    const queued = await saysOf(a, waiting, 'queued');
    assert.ok(Number(queued.evidence['position']) >= 1 && Number(queued.evidence['bytesAhead']) > 0, JSON.stringify(queued.evidence));
    await until(
      () =>
        oneThat(({ code, evidence, words }) => code === 'sending' && Number(evidence['left']) > 0 && /, about \d+ \S+ to go\)/.test(words)),
      'one of the films to tell how long it takes',
      120_000,
    );
    road.toll = { is: 'nothing' };
    road.ahead = 0;
    await world.stopAgents();
    for (const film of films) if (film !== sending && film !== waiting) rmSync(a.path(film));
    await keeping();
    await clears(a, waiting);
    await isOver(a, a.path(sending), 'slow-link');
  });

  test('NW-30: a server that takes its time, though the way to it is quick, is told as what is slow, with both times, here and on the page', async () => {
    await keeping();
    road.toll = { is: 'delay', milliseconds: 2000 };
    a.put('patience.mp4', largeVideo(FILM + 30));
    // Before a small question was answered nobody knows which of the two it is.
    await saysOf(a, 'patience.mp4', 'slow-link', ({ evidence }) => evidence['where'] === 'server');
    const told = await isTold(a, a.path('patience.mp4'), {
      ...SLOW,
      words: /^It goes slowly \([^)]+\): the server takes \d{4,5} ms for a small answer, the way to it \d+ ms\.$/,
      cure: /^Ask the owner of the server what keeps it busy; it goes on meanwhile\.$/,
      place: 'server',
    });
    assert.ok(Number(told.evidence['answer']) >= 2000, told.words);
    road.toll = { is: 'nothing' };
    await isOver(a, a.path('patience.mp4'), 'slow-link');
  });

  test('NW-24: a proxy that refuses large bodies is told with the size that it refuses, the film arrives in smaller pieces, and the next one is not refused again', async () => {
    road.limit = 1_000_000;
    // Slow enough to be looked at on its way, and no slow link.
    road.toll = { is: 'slowness', bytes: 150_000 };
    a.put('large.mp4', largeVideo(9_000_000));
    await keeping();
    const told = await saysOf(a, 'large.mp4', 'too-large-for-proxy', ({ evidence }) => Number(evidence['limit']) <= 1_000_000);
    assert.equal(told.check, 2);
    assert.ok(Number(told.evidence['piece']) > 1_000_000 && Number(told.evidence['limit']) <= 1_000_000, told.words);
    // On a busy machine the link is slow as well, and that comes first.
    const row: Row = {
      ...failing,
      code: 'too-large-for-proxy',
      words: /^Something between here and the server refuses pieces of [\d.]+ MB(?:; pieces of [\d.]+ (?:k|M)B are sent instead)?\.$/,
      cure: /^Raise the body limit of the proxy in front of the server\.$/,
      place: 'network',
    };
    await isFound(a, row);
    await isShown(a, row);
    road.toll = { is: 'nothing' };
    await isOver(a, a.path('large.mp4'), 'too-large-for-proxy');
    const before = road.refused.length;
    assert.ok(before > 0 && before <= 4, `${before} bodies were refused`);
    a.put('larger.mp4', largeVideo(4_000_000));
    await clears(a, 'larger.mp4');
    assert.equal(road.refused.length, before);
  });

  test('NW-26: what is simulated of the way is told as if it were so, and over when it is cleared', async () => {
    await keeping();
    for (const [condition, row] of [
      ['link=none', OFFLINE],
      ['portal=yes', PORTAL],
    ] as const) {
      const { code } = row;
      assert.equal((await a.run('conditions', 'set', condition)).code, 0);
      // Heeded when the running agent says it of itself.
      const conditions = async (): Promise<string[]> =>
        (await a.json<{ device: { conditions: { code: string }[] } }>('status')).device.conditions.map((each) => each.code);
      await until(async () => (await conditions()).includes(code), `the agent to heed ${condition}`, 60_000);
      a.put(`${code}.jpg`, await photo());
      await isTold(a, a.path(`${code}.jpg`), { ...row, untold: 'spoke' });
      assert.deepEqual(faults(await doctor(a)), [row.place], 'as if it were so');
      assert.equal((await a.run('conditions', 'clear')).code, 0);
      await isOver(a, a.path(`${code}.jpg`), code);
    }
  });

  test('CN-12: while a link or a portal is simulated not a byte goes, not even of what was on its way, and all goes on when it is cleared', async () => {
    const stored = async (): Promise<number> => (await (await signInByPassword(world.url)).ok('library', {})).bytes;
    const before = await stored();
    for (const [condition, code] of [
      ['link=none', 'offline'],
      ['portal=yes', 'captive-portal'],
    ] as const) {
      assert.equal((await a.run('conditions', 'set', condition)).code, 0);
      a.put(`one-${code}.jpg`, await photo());
      const once = await a.once(1);
      assert.equal(once.code, 5, once.out + once.err);
      assert.match(once.out, new RegExp(`\\(${code}\\)`));
      assert.equal(await stored(), before, `nothing was sent with ${condition}`);
      assert.equal((await a.run('conditions', 'clear')).code, 0);
    }
    await a.sync();
    for (const [condition, code] of [
      ['link=none', 'offline'],
      ['portal=yes', 'captive-portal'],
    ] as const) {
      road.toll = { is: 'slowness', bytes: 500_000 };
      const film = `film-${code}.mp4`;
      a.put(film, largeVideo(FILM + code.length));
      await keeping();
      await saysOf(a, film, 'sending', ({ evidence }) => Number(evidence['offset']) > 0);
      assert.equal((await a.run('conditions', 'set', condition)).code, 0);
      const told = await saysOf(a, film, code);
      assert.deepEqual(told.simulated, [condition.slice(0, condition.indexOf('='))]);
      await until(() => road.under === 0, 'nothing to be on the road any more', 60_000);
      const passed = road.passed;
      a.put(`two-${code}.jpg`, await photo());
      await saysOf(a, `two-${code}.jpg`, code);
      assert.equal(road.passed, passed, `nobody asked for anything with ${condition}`);
      road.toll = { is: 'nothing' };
      assert.equal((await a.run('conditions', 'clear')).code, 0);
      await clears(a, film);
      await isOver(a, a.path(`two-${code}.jpg`), code);
      await world.stopAgents();
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
    const told = await isTold(a, a.path('offline.jpg'), { ...OFFLINE, words: /^This device is offline: no network is connected\.$/ });
    assert.equal(told.evidence['interface'], 'no network is connected');
    cable.plugIn();
    await isOver(a, a.path('offline.jpg'), OFFLINE.code);
    await a.agent?.stop();
  });

  test('NW-28: a link that swallows all in the middle of a film is noticed, and the film goes on when it carries again', async () => {
    road.toll = { is: 'slowness', bytes: 100_000 };
    a.put('film.mp4', largeVideo(FILM));
    await a.start().line(/Keeping/);
    await saysOf(a, 'film.mp4', 'sending', ({ evidence }) => Number(evidence['offset']) > 0);
    // Of its own network the system counts what is lost, which the device tells with where that is from.
    const lost = async (): Promise<unknown> =>
      (await a.json<{ conditions: { loss: { value: number | null; source?: string } } }>('conditions')).conditions.loss.value;
    await until(async () => typeof (await lost()) === 'number', 'it to be counted what is lost', 60_000);
    cable.swallow();
    // Nothing comes back from the server's machine either: it is the way.
    await isTold(a, a.path('film.mp4'), { ...AWAY, place: 'network', untold: 'silent' });
    road.toll = { is: 'nothing' };
    cable.give();
    await isOver(a, a.path('film.mp4'), AWAY.code);
    await a.agent?.stop();
  });

  test(
    'NW-29: a link that is narrow and loses what does not fit tells that it is slow and how much is lost, and no more when it is wide again',
    { skip: noCable((each) => each.narrow(1000)) ?? false },
    async () => {
      cable.narrow(200);
      a.put('narrow.mp4', largeVideo(FILM + 29));
      await a.start().line(/Keeping/);
      await isTold(a, a.path('narrow.mp4'), SLOW);
      const lossy = /; \d+ % of what (?:this device|Laptop) sends is lost\)/;
      const tellers: Readonly<Record<string, () => Promise<readonly { readonly words: string }[] | undefined>>> = {
        why: () => seenBy(a).reasons('narrow.mp4'),
        'the doctor': async () => (await doctor(a)).checks[1]?.findings,
        'the page': async () => (await onPage(a)).checks[1]?.findings,
      };
      for (const [who, findings] of Object.entries(tellers))
        await until(async () => (await findings())?.some(({ words }) => lossy.test(words)), `${who} to tell how much is lost`, 120_000);
      cable.widen();
      await isOver(a, a.path('narrow.mp4'), SLOW.code);
      await a.agent?.stop();
    },
  );
});
