import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMAIL, PASSWORD, prepareRollcall, ROLLCALL, type RollcallArena } from '../contestants/rollcall.ts';
import { run } from '../machine/program.ts';
import { filesIn } from '../machine/tree.ts';
import { Gatehouse } from '../machine/wall.ts';
import { nameOf, photograph, TINY } from '../photos.ts';
import { draw } from '../strips.ts';
import { median, quantile, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

/** How often is looked whether the page would show it. Milliseconds. */
const GLANCE = 10;
/** A photo waits for so long before its cause is ended; over a link that is cut, until the device has noticed as well. Milliseconds. */
const REST = 1500;
const NOTICED = 8000;
const PATIENCE = 60_000;
const HOME = ['link=wifi', 'battery=90', 'charging=yes', 'portal=no', 'free-space=50GB'];

interface Told {
  readonly id: string;
  readonly name: string;
  readonly connected: boolean;
  readonly goneAt: number | null;
  readonly roll: { readonly reasons: readonly { readonly code: string }[]; readonly upToDate: boolean } | null;
}

/** Something that holds photos back, as a person or the world makes and ends it. */
interface Cause {
  readonly name: string;
  readonly on: 'a' | 'b';
  /** By what the page tells it. */
  readonly told: (device: Told) => boolean;
  /** It is told only of a photo that waits for it. */
  readonly ofPhoto?: true;
  /** Where the photo that waits is put, while the cause lasts. */
  readonly folder?: string;
  /** How long the photo waits, at least. */
  readonly rest?: number;
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
}

/**
 * From the moment that a cause is there until the cloud tells the reason, to whoever looks at the page; from its end until it is no more
 * told; and until the photo that waited has arrived. A page that is open hears of it at that moment.
 */
export async function reason(wish: Wish): Promise<Table> {
  const root = join(wish.folder, 'reason');
  mkdirSync(root);
  const house: { is: Gatehouse | null } = { is: null };
  const arena = await prepareRollcall(root, async (url) => (house.is = await Gatehouse.before(url)));
  const rounds = wish.quick ? 2 : 6;
  const rows: (string | number)[][] = [];
  try {
    const drawn = await draw(TINY);
    await arena.start();
    const page = await signIn(arena);
    const quiet = (device: Told): boolean => device.connected && device.goneAt === null && device.roll?.upToDate === true;
    for (const device of ['a', 'b'] as const) {
      await page.until(device, quiet);
      await conditions(arena, device, HOME);
    }
    let number = 0;
    for (const cause of causes(arena, page, house.is)) {
      const times: Record<'appears' | 'clears' | 'resumes', number[]> = { appears: [], clears: [], resumes: [] };
      for (let round = 0; round < rounds; round += 1) {
        for (const device of ['a', 'b'] as const) await page.until(device, quiet);
        const name = nameOf(number);
        const put = (): void => writeFileSync(join(cause.folder ?? arena.a, name), photograph(drawn, number));
        const before = await page.photos();
        await cause.begin();
        if (cause.ofPhoto === true) put();
        times.appears.push(await page.until(cause.on, cause.told));
        if (cause.ofPhoto !== true) put();
        number += 1;
        await new Promise((resolve) => setTimeout(resolve, cause.rest ?? REST));
        await cause.end();
        const ended = performance.now();
        const cleared = page.until(cause.on, (device) => !cause.told(device));
        const arrived = (): boolean => filesIn(arena.b).some((path) => path.slice(path.lastIndexOf('/') + 1) === name);
        await waitFor(async () => (cause.on === 'b' ? arrived() : (await page.photos()) > before));
        times.resumes.push(performance.now() - ended);
        times.clears.push(await cleared);
      }
      const { appears, clears, resumes } = times;
      rows.push([
        cause.name,
        rounds,
        ...[appears, clears, resumes].flatMap((values) => [median(values) / 1000, quantile(values, 1) / 1000]),
      ]);
      wish.say(
        `${cause.name}: told after ${(median(appears) / 1000).toFixed(2)} s, arrived after ${(median(resumes) / 1000).toFixed(2)} s`,
      );
    }
  } finally {
    await arena.stop();
  }
  return {
    title: 'Why a photo is not in sync, on a page',
    columns: ['', 'times', 'told s', 'at most', 'cleared s', 'at most', 'arrived s', 'at most'],
    rows,
    notes: [
      'told: as the cloud tells a page, from the end of what makes the cause; cleared: until it tells it no more; arrived: until the photo that waited is in the cloud, or on the disk that was full',
      'of a link that is cut, and behind a portal, the device can tell nothing: the page says that nothing is heard of it',
    ],
  };
}

const says = (code: string) => (device: Told) => device.roll?.reasons.some((each) => each.code === code) ?? false;
const isGone = ({ goneAt }: Told): boolean => goneAt !== null;

function causes(arena: RollcallArena, page: Page, house: Gatehouse | null): Cause[] {
  const quota = (size: string) => run(ROLLCALL, ['account', 'quota', EMAIL, size, '--data', arena.data]);
  const simulated = (name: string, on: Cause['on'], told: Cause['told'], set: readonly string[]): Cause => ({
    name,
    on,
    told,
    begin: () => conditions(arena, on, set),
    end: () => conditions(arena, on, HOME),
  });
  const setting = (name: string, code: string, begin: object, end: object): Cause => ({
    name,
    on: 'a',
    told: says(code),
    begin: () => page.order(begin),
    end: () => page.order(end),
  });
  const away = `${arena.a}.away`;
  const mobile = (value: string): object => ({ kind: 'settings-set', values: { 'mobile-data': value } });
  return [
    setting('paused', 'paused', { kind: 'pause', until: null }, { kind: 'resume' }),
    setting('sync off', 'sync-off', { kind: 'settings-set', values: { sync: 'off' } }, { kind: 'settings-set', values: { sync: 'on' } }),
    {
      ...setting('mobile data, off', 'wifi-only', {}, mobile('on')),
      begin: async () => {
        await conditions(arena, 'a', HOME);
        await page.order(mobile('off'));
        await conditions(arena, 'a', ['link=cellular']);
      },
    },
    simulated('low battery', 'a', says('low-battery'), ['link=wifi', 'battery=10', 'charging=no']),
    {
      name: 'folder away',
      on: 'a',
      told: says('folder-missing'),
      folder: away,
      begin: () => renameSync(arena.a, away),
      end: () => renameSync(away, arena.a),
    },
    {
      name: 'cloud full',
      on: 'a',
      told: says('quota-full'),
      ofPhoto: true,
      begin: async () => void (await quota('1')),
      end: async () => void (await quota('500GB')),
    },
    { ...simulated('disk full', 'b', says('device-disk-full'), ['free-space=1kB']), ofPhoto: true },
    simulated('portal', 'a', isGone, ['portal=yes']),
    ...(house === null
      ? []
      : [
          {
            name: 'link cut',
            on: 'a' as const,
            told: isGone,
            rest: NOTICED,
            begin: () => void (house.wall = 'silent'),
            end: () => void (house.wall = 'open'),
          },
        ]),
  ];
}

async function conditions(arena: RollcallArena, device: 'a' | 'b', set: readonly string[]): Promise<void> {
  await run(ROLLCALL, ['conditions', 'set', ...set, '--home', arena.homeOf(device)]);
}

interface Page {
  /** Asks the device A. */
  order(order: object): Promise<void>;
  /** Photos in the cloud. */
  photos(): Promise<number>;
  /** Waits until a device is told so; how long that took, in milliseconds. */
  until(device: 'a' | 'b', is: (device: Told) => boolean): Promise<number>;
}

async function signIn({ url }: RollcallArena): Promise<Page> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email: EMAIL, password: PASSWORD.trim() });
  const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || cookie === undefined) throw new Error(`nobody was signed in: ${answer.status} ${await answer.text()}`);
  const ask = async (method: string, path: string, what?: object): Promise<unknown> => {
    const asked = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, cookie },
      ...(what === undefined ? {} : { body: JSON.stringify(what) }),
    });
    if (!asked.ok) throw new Error(`${method} ${path}: ${asked.status} ${await asked.text()}`);
    return asked.json();
  };
  const all = async (): Promise<readonly Told[]> => ((await ask('GET', '/api/v1/devices')) as { devices: Told[] }).devices;
  const { id } = (await all()).find(({ name }) => name === 'a') ?? { id: '' };
  return {
    order: async (order) => void (await ask('POST', `/api/v1/devices/${id}/orders`, { order })),
    photos: async () => ((await ask('GET', '/api/v1/library')) as { assets: number }).assets,
    async until(name, is) {
      const began = performance.now();
      await waitFor(async () => (await all()).some((device) => device.name === name && is(device)));
      return performance.now() - began;
    },
  };
}

async function waitFor(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`it was never so, within ${PATIENCE / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, GLANCE));
  }
}
