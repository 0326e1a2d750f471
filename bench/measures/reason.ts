import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMAIL, PASSWORD, prepareRollcall, ROLLCALL, type RollcallArena } from '../contestants/rollcall.ts';
import { run } from '../machine/program.ts';
import { nameOf, photograph, TINY } from '../photos.ts';
import { draw } from '../strips.ts';
import { median, quantile, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

/** How often is looked whether the page would show it. Milliseconds. */
const GLANCE = 10;
const PATIENCE = 60_000;

interface Told {
  readonly name: string;
  readonly connected: boolean;
  readonly roll: { readonly reasons: readonly { readonly code: string }[]; readonly upToDate: boolean } | null;
}

/**
 * From the moment that the cause is there until the cloud tells the reason, to whoever looks at the page; and from the click that ends
 * it until it is no more told. A page that is open hears of it at that moment.
 */
export async function reason(wish: Wish): Promise<Table> {
  const root = join(wish.folder, 'reason');
  mkdirSync(root);
  const arena = await prepareRollcall(root);
  const rounds = wish.quick ? 3 : 15;
  const times: Record<'appears' | 'clears', number[]> = { appears: [], clears: [] };
  try {
    const drawn = await draw(TINY);
    await arena.start();
    const page = await signIn(arena);
    await page.until((device) => device.connected && device.roll?.upToDate === true);
    await page.order({ kind: 'settings-set', values: { 'mobile-data': 'off' } });
    for (let round = 0; round < rounds; round += 1) {
      writeFileSync(join(arena.a, nameOf(round)), photograph(drawn, round));
      await page.until((device) => device.roll?.upToDate === true);
      await run(ROLLCALL, ['conditions', 'set', 'link=cellular', '--home', arena.homeOf('a')]);
      times.appears.push(await page.until((device) => isHeld(device)));
      const began = performance.now();
      await page.order({ kind: 'settings-set', values: { 'mobile-data': 'on' } });
      await page.until((device) => !isHeld(device));
      times.clears.push(performance.now() - began);
      await run(ROLLCALL, ['conditions', 'set', 'link=wifi', '--home', arena.homeOf('a')]);
      await page.order({ kind: 'settings-set', values: { 'mobile-data': 'off' } });
    }
  } finally {
    await arena.stop();
  }
  const row = (what: string, values: readonly number[]): (string | number)[] => [
    what,
    values.length,
    median(values),
    quantile(values, 0.99),
  ];
  return {
    title: 'Why a photo is not in sync, on a page',
    columns: ['', 'times', 'median ms', 'p99 ms'],
    rows: [row('cause to reason (no mobile data)', times.appears), row('click to cleared (allow mobile data)', times.clears)],
    notes: ['as the cloud tells a page; from the end of the command that makes the cause, and from the click'],
  };
}

const isHeld = ({ roll }: Told): boolean => roll?.reasons.some(({ code }) => code === 'wifi-only') ?? false;

interface Page {
  order(order: object): Promise<void>;
  /** Waits until the device A is told so; how long that took, in milliseconds. */
  until(is: (device: Told) => boolean): Promise<number>;
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
  const all = async (): Promise<(Told & { readonly id: string })[]> =>
    ((await ask('GET', '/api/v1/devices')) as { devices: (Told & { id: string })[] }).devices;
  const { id } = (await all()).find(({ name }) => name === 'a') ?? { id: '' };
  return {
    order: async (order) => void (await ask('POST', `/api/v1/devices/${id}/orders`, { order })),
    async until(is) {
      const began = performance.now();
      while (performance.now() - began < PATIENCE) {
        const device = (await all()).find((each) => each.id === id);
        if (device && is(device)) return performance.now() - began;
        await new Promise((resolve) => setTimeout(resolve, GLANCE));
      }
      throw new Error('it was never told');
    },
  };
}
