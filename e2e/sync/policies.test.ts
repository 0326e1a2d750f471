import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { largeVideo, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { Visitor } from '../support/visitor.ts';
import { unfinishedUploads } from '../support/unfinished.ts';
import { World, type Device } from '../support/world.ts';

interface Told {
  code: string;
  check: number | null;
  class: string;
  since: number;
  words: string;
  cure: string;
  ends: { by: string; words: string };
  evidence: Record<string, unknown>;
}
interface Why {
  inSync: boolean;
  primary: string | null;
  reasons: Told[];
}
interface Status {
  counts: Record<string, number>;
  upToDate: boolean;
  device: { id: string; conditions: Told[] };
}
interface Once {
  exit: number;
  sent: number;
  received: number;
}

/** As at home: nothing of this machine's own link and battery counts. */
const HOME = ['link=wifi', 'metered=no', 'roaming=no', 'battery=90', 'charging=yes', 'low-power=no'];

const AS_NEW = [
  ['sync', 'on'],
  ['mobile-data', 'on'],
  ['metered-as-mobile', 'on'],
  ['unlimited-updates', 'off'],
  ['mobile-budget', '1GB'],
  ['only-charging', 'off'],
  ['quiet-hours', 'off'],
  ['upload-limit', 'off'],
  ['exclude-names', 'none'],
] as const;

describe('what the settings of a device hold back', () => {
  const world = new World();
  let a: Device;
  let serial = 0;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
  });
  after(() => world.end());
  // Each begins as the first one did, however the one before it ended.
  afterEach(async () => {
    await world.stopAgents();
    await simulate(a);
    await run(a, 'resume');
    for (const [name, value] of AS_NEW) await set(a, name, value);
    // Until that is over it would override what the next one sets.
    await run(a, 'sync-now', '--for', '1s');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    // What was read in the moment in which it was written is read once more, which would wait as well where all is switched off.
    await a.sync();
  });

  const run = async (device: Device, ...args: string[]): Promise<string> => {
    const ended = await device.run(...args);
    assert.equal(ended.code, 0, `${args.join(' ')}: ${ended.out}${ended.err}`);
    return ended.out;
  };
  const simulate = (device: Device, ...facts: string[]): Promise<string> => run(device, 'conditions', 'set', ...HOME, ...facts);
  const set = (device: Device, name: string, value: string): Promise<string> => run(device, 'settings', 'set', name, value);
  const put = async (device: Device): Promise<string> => {
    serial += 1;
    const name = `new-${serial}.jpg`;
    device.put(name, await photo());
    return name;
  };

  /** What is said of a file; null: it was not seen yet. */
  const told = async (name: string): Promise<Why | null> => {
    const ended = await a.run('why', name, '--json');
    return ended.code === 2 ? null : (JSON.parse(ended.out) as Why);
  };

  /** Bytes of the largest upload that the server holds in part. */
  const partly = (): number => Math.max(0, ...unfinishedUploads(world.data));

  interface Case {
    readonly title: string;
    readonly code: string;
    readonly check: number;
    readonly settings: readonly (readonly [name: string, value: string])[];
    readonly facts: readonly string[];
    /** What lifts it. */
    readonly lift: (device: Device) => Promise<unknown>;
    readonly words: RegExp;
  }
  const hour = new Date().getHours();
  const quiet = `${String(hour).padStart(2, '0')}:00-${String((hour + 3) % 24).padStart(2, '0')}:00`;
  const CASES: readonly Case[] = [
    {
      title: 'without mobile data it waits for Wi-Fi',
      code: 'wifi-only',
      check: 2,
      settings: [['mobile-data', 'off']],
      facts: ['link=cellular'],
      lift: (device) => simulate(device),
      words: /Wi-Fi/,
    },
    {
      title: 'a metered Wi-Fi is used like mobile data',
      code: 'metered',
      check: 2,
      settings: [['mobile-data', 'off']],
      facts: ['metered=yes'],
      lift: (device) => set(device, 'metered-as-mobile', 'off'),
      words: /metered/,
    },
    {
      title: 'abroad it waits',
      code: 'roaming',
      check: 2,
      settings: [],
      facts: ['link=cellular', 'roaming=yes'],
      lift: (device) => set(device, 'roaming', 'on'),
      words: /roaming/,
    },
    {
      title: 'a battery below its limit holds it back, and power lets it go',
      code: 'low-battery',
      check: 7,
      settings: [],
      facts: ['battery=15', 'charging=no'],
      lift: (device) => simulate(device, 'battery=15', 'charging=yes'),
      words: /15 %, needs 20 %/,
    },
    {
      title: 'set to sync only while charging, it waits for power',
      code: 'charging-only',
      check: 7,
      settings: [['only-charging', 'on']],
      facts: ['charging=no'],
      lift: (device) => set(device, 'only-charging', 'off'),
      words: /power/,
    },
    {
      title: 'low-power mode holds it back, and it goes on when the mode ends',
      code: 'low-power-mode',
      check: 7,
      settings: [],
      facts: ['charging=no', 'low-power=yes'],
      lift: (device) => simulate(device, 'charging=no'),
      words: /Low-power/,
    },
    {
      title: 'in quiet hours it is quiet',
      code: 'quiet-hours',
      check: 1,
      settings: [['quiet-hours', quiet]],
      facts: [],
      lift: (device) => run(device, 'sync-now', '--for', '1h'),
      words: /Quiet hours until/,
    },
    {
      title: 'switched off, nothing is done at all',
      code: 'sync-off',
      check: 1,
      settings: [['sync', 'off']],
      facts: [],
      lift: (device) => set(device, 'sync', 'on'),
      words: /off/,
    },
  ];

  for (const each of CASES)
    test(`HB-1: ${each.title}: said in words, with exit code 4, and over by itself with its cause`, async () => {
      const moment = Date.now();
      await simulate(a, ...each.facts);
      for (const [name, value] of each.settings) await set(a, name, value);
      const name = await put(a);
      const once = await a.json<Once>('sync', '--once', '--wait', '10');
      assert.deepEqual([once.exit, once.sent], [4, 0]);
      const why = await a.json<Why>('why', name);
      const [reason] = why.reasons;
      assert.ok(reason);
      assert.deepEqual(
        [why.inSync, why.primary, reason.code, reason.class, reason.check],
        [false, each.code, each.code, 'held', each.check],
      );
      assert.match(reason.words, each.words);
      assert.ok(reason.cure.length > 5 && reason.ends.words.length > 5);
      assert.ok(reason.since >= moment - 3 * 3_600_000 && reason.since <= Date.now(), `since ${reason.since}`);
      const status = await a.json<Status>('status');
      assert.equal(status.counts['held'], 1);
      assert.equal(status.upToDate, false);
      assert.ok(status.device.conditions.some(({ code }) => code === each.code));
      const agent = a.start();
      await agent.line(/Keeping/);
      await new Promise((resolve) => setTimeout(resolve, 600));
      assert.equal((await a.json<Why>('why', name)).primary, each.code, 'a running agent keeps to it');
      await each.lift(a);
      await until(async () => (await told(name))?.inSync, 'it to be in sync once nothing holds it');
      assert.equal(await agent.stop(), 0);
    });

  test('HB-2: paused until a time, it waits, says until when, and resumes when told', async () => {
    await simulate(a);
    const name = await put(a);
    await run(a, 'pause', '--until', '2h');
    assert.equal((await a.json<Once>('sync', '--once')).exit, 4);
    const [reason] = (await a.json<Why>('why', name)).reasons;
    assert.equal(reason?.code, 'paused');
    assert.ok(Math.abs(Number(reason.evidence['until']) - Date.now() - 7_200_000) < 120_000);
    interface Devices {
      devices: { self: boolean; roll: { reasons: { code: string; count: number; since: number; evidence: object }[] } | null }[];
    }
    const roll = (await a.json<Devices>('devices')).devices.find(({ self }) => self)?.roll?.reasons;
    const { since, evidence } = reason;
    assert.deepEqual(roll?.[0], { code: 'paused', check: 1, class: 'held', count: 1, primary: 1, since, evidence });
    await run(a, 'resume');
    assert.equal((await a.json<Once>('sync', '--once')).exit, 0);
    await run(a, 'pause');
    const idle = await a.json<Once & { reasons: { code: string; count: number }[] }>('sync', '--once');
    assert.deepEqual([idle.exit, idle.reasons.map(({ code, count }) => [code, count])], [4, [['paused', 0]]]);
    await run(a, 'resume');
    await run(a, 'pause', '--until', '15s');
    const later = await put(a);
    const agent = a.start();
    await until(async () => (await told(later))?.inSync, 'the pause to end by itself', 60_000);
    await agent.stop();
  });

  test('HB-3: a transfer under way stops at once when Wi-Fi goes, nothing more is sent, and it goes on where it was', async () => {
    await simulate(a);
    await set(a, 'mobile-data', 'off');
    // Slow enough to be caught in the middle.
    await set(a, 'upload-limit', '2MB');
    const size = 12_000_000;
    a.put('film.mp4', largeVideo(size));
    const agent = a.start();
    await until(() => partly() > 2_000_000, 'some of the video to be sent', 60_000);
    await simulate(a, 'link=cellular');
    await until(async () => (await told('film.mp4'))?.primary === 'wifi-only', 'it to wait for Wi-Fi');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const stopped = partly();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(partly(), stopped, 'not a byte more');
    assert.ok(stopped < size);
    await set(a, 'upload-limit', 'off');
    await simulate(a);
    await until(async () => (await told('film.mp4'))?.inSync, 'the video to be safe', 60_000);
    await agent.stop();
  });

  test('HB-4: mobile data is counted, goes within the budget of the month, and stops there', async () => {
    await simulate(a, 'link=cellular');
    await set(a, 'mobile-budget', '3MB');
    a.put('film2.mp4', largeVideo(9_000_000));
    const once = await a.json<Once>('sync', '--once', '--wait', '10');
    assert.equal(once.exit, 4);
    const why = await a.json<Why>('why', 'film2.mp4');
    assert.equal(why.primary, 'mobile-budget-spent');
    const { used, budget, resets } = (why.reasons[0]?.evidence ?? {}) as { used?: number; budget?: number; resets?: number };
    assert.equal(budget, 3_000_000);
    assert.ok(used !== undefined && resets !== undefined);
    assert.ok(used >= budget && used < budget + 200_000, `used ${used}`);
    assert.ok(resets > Date.now());
    assert.ok(partly() <= 3_000_000, `the server has ${partly()}`);
    await set(a, 'unlimited-updates', 'on');
    assert.equal((await a.json<Once>('sync', '--once')).exit, 0);
  });

  test('HB-5: the limit of what is sent in a second is kept, also by several files together', async () => {
    await simulate(a);
    await set(a, 'upload-limit', '500kB');
    const bytes = 1_200_000;
    for (const name of ['one.mp4', 'two.mp4']) a.put(name, largeVideo(bytes + name.length * 1000 + name.charCodeAt(0)));
    const began = Date.now();
    const once = await a.json<Once & { milliseconds: number }>('sync', '--once', '--wait', '30');
    assert.equal(once.exit, 0);
    const rate = once.sent / ((Date.now() - began) / 1000);
    assert.ok(rate < 520_000, `${rate} a second`);
  });

  test('HB-6: what a rule leaves out is not sent, says by which rule, and goes when the rule goes; one way, photos go one way', async () => {
    await simulate(a);
    await set(a, 'exclude-names', 'Screenshots/**,*.mp4');
    a.put('Screenshots/shot.jpg', await photo());
    const once = await a.json<Once>('sync', '--once');
    assert.deepEqual([once.exit, once.sent], [0, 0]);
    const why = await a.json<Why>('why', 'Screenshots/shot.jpg');
    assert.deepEqual([why.primary, why.reasons[0]?.evidence['rule']], ['excluded-by-rule', 'Screenshots/**']);
    await set(a, 'exclude-names', 'none');
    assert.equal((await a.json<Once>('sync', '--once')).exit, 0);
    assert.equal((await a.json<Why>('why', 'Screenshots/shot.jpg')).inSync, true);
    const b = await world.device('Archive');
    await simulate(b);
    await set(b, 'direction', 'backup-only');
    assert.deepEqual((await b.json<Once>('sync', '--once')).received, 0);
    assert.equal(b.files().size, 0);
    await set(b, 'direction', 'download-only');
    await b.sync();
    b.put('own.jpg', await photo());
    const own = await b.json<Once>('sync', '--once');
    assert.deepEqual([own.exit, own.sent], [0, 0]);
    assert.equal((await b.json<Why>('why', 'own.jpg')).primary, 'not-in-this-direction');
  });

  test('HB-7: what is seen is told with its source and since when, and what is simulated says so until it is cleared', async () => {
    interface Conditions {
      conditions: Record<string, { value: unknown; source?: string; since?: number; simulated?: boolean; unseen?: string }>;
      held: Told[];
    }
    await run(a, 'conditions', 'clear');
    await run(a, 'conditions', 'set', 'link=cellular', 'battery=15', 'free-space=10MB');
    const { conditions } = await a.json<Conditions>('conditions');
    assert.deepEqual([conditions['link']?.value, conditions['link']?.simulated], ['cellular', true]);
    assert.deepEqual([conditions['free-space']?.value, conditions['free-space']?.simulated], [10_000_000, true]);
    assert.equal(conditions['server']?.value, true);
    assert.equal(typeof conditions['round-trip']?.value, 'number');
    assert.ok(Math.abs(Number(conditions['clock-skew']?.value)) <= 2);
    for (const [name, { value, source, since, unseen }] of Object.entries(conditions))
      if (value === null) assert.ok((unseen ?? '').length > 5, name);
      else assert.ok((source ?? '').length > 2 && typeof since === 'number', name);
    await run(a, 'conditions', 'clear', 'link', 'battery');
    assert.match((await a.run('conditions')).out, /free-space +10 MB +\(simulated/);
    await run(a, 'conditions', 'clear');
    const after = await a.json<Conditions>('conditions');
    assert.ok(Object.values(after.conditions).every(({ simulated }) => simulated !== true));
    await world.server?.stop();
    const down = await a.json<Conditions>('conditions');
    assert.equal(down.conditions['server']?.value, false);
    assert.match(down.conditions['round-trip']?.unseen ?? '', /does not answer/);
    await world.serveAgain();
  });

  test('HB-8: a device without room takes nothing, says how much is free, and goes on by itself when there is room', async () => {
    const c = await world.device('Tablet');
    await run(c, 'conditions', 'set', ...HOME, 'free-space=10kB');
    const once = await c.json<Once & { reasons: { code: string }[] }>('sync', '--once', '--wait', '5');
    assert.equal(once.exit, 3);
    assert.deepEqual(
      once.reasons.map(({ code }) => code),
      ['device-disk-full'],
    );
    assert.equal(c.files().size, 0);
    const agent = c.start();
    await agent.line(/Keeping/);
    await run(c, 'conditions', 'clear', 'free-space');
    await until(async () => (await c.json<Status>('status')).upToDate, 'all to be here', 60_000);
    assert.ok(c.files().size > 0);
    await agent.stop();
  });

  test('HB-9: a setting, a pause and a resume from a browser reach a running device within seconds, also while it waits for Wi-Fi', async () => {
    const visitor = await new Visitor(world.url).signIn();
    const { id } = (await a.json<Status>('status')).device;
    await simulate(a, 'link=cellular');
    await set(a, 'mobile-data', 'off');
    const name = await put(a);
    const agent = a.start();
    await until(async () => (await told(name))?.primary === 'wifi-only', 'it to wait for Wi-Fi');
    await visitor.order(id, { kind: 'settings-set', values: { 'mobile-data': 'on' } });
    await until(async () => (await told(name))?.inSync, 'it to go over mobile data');
    await visitor.order(id, { kind: 'pause', until: null });
    const later = await put(a);
    await until(async () => (await told(later))?.primary === 'paused', 'it to be paused');
    await visitor.order(id, { kind: 'resume' });
    await until(async () => (await told(later))?.inSync, 'it to resume');
    await agent.stop();
  });
});
