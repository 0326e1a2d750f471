import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { ComingTold } from '@rollcall/protocol';
import { Between } from '../support/between.ts';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import { hashOf, World, type Device } from '../support/world.ts';

interface Status {
  upToDate: boolean;
  coming: ComingTold | null;
}
interface Why {
  primary: string;
  reasons: { code: string; words: string; evidence: { position?: number } }[];
}
interface Listed {
  items: { assetId: string; path: string; name: string }[];
  incoming: { assetId: string; fileName: string }[];
}

const PHOTOS = 40;
/** So many photos are on their way at once. */
const AT_ONCE = 6;
/** Bytes a second: of what comes so there is much to come when the first is there; and what stays to come for as long as anybody looks. */
const SLOW = 20_000;
const SLOWEST = 1500;
const LONG_MS = 120_000;

describe('a new device, and a library that is there already', () => {
  const world = new World();
  let direct = '';
  const between = new Between(() => direct);
  let b: Device;
  const originals = new Map<string, Buffer>();
  /** Names, the newest first. */
  const byDate: string[] = [];

  before(async () => {
    await world.serve();
    direct = world.url;
    assert.equal((await world.account()).code, 0);
    const a = await world.device('Desktop');
    for (let n = 0; n < PHOTOS; n += 1) {
      const name = `p${n}.jpg`;
      // Neither by name nor as they were added are they in the order of their dates.
      const year = 1970 + ((n * 17) % PHOTOS);
      byDate[PHOTOS - 1 - ((n * 17) % PHOTOS)] = name;
      originals.set(name, await photo({ size: 120, taken: `${year}:05:01 10:00:00` }));
      a.put(name, originals.get(name) as Buffer);
    }
    await a.sync();
    world.url = await between.open();
    b = await world.device('Laptop');
    world.url = direct;
  });
  after(async () => {
    await world.end();
    between.close();
  });

  const listed = (): Promise<Listed> => b.json<Listed>('ls');

  /** Names of what is here, as it came: where a file got its place is the last that was done with it. */
  const arrived = (items: Listed['items']): string[] => {
    const at = (path: string): bigint => statSync(b.path(path), { bigint: true }).ctimeNs;
    return items.toSorted((x, y) => (at(x.path) < at(y.path) ? -1 : 1)).map(({ name }) => name);
  };

  const isNewestFirst = (names: readonly string[]): void =>
    names.forEach((name, at) => {
      const rank = byDate.indexOf(name);
      assert.ok(rank < at + AT_ONCE, `${name}, of which ${rank} are newer, was number ${at + 1} to come: ${names.join()}`);
    });

  test(
    'OS-24: a new device gets the newest photos first; what is there can be opened, and of the rest it says when its turn is; ended in the middle it goes on, and nothing comes twice',
    { timeout: 3 * LONG_MS },
    async () => {
      assert.equal((await b.run('settings', 'set', 'download-limit', String(SLOW))).code, 0);
      b.start();
      const some = await until(async () => [await listed()].find(({ items }) => items.length > 2), 'the first photos', LONG_MS);
      assert.equal((await b.run('settings', 'set', 'download-limit', String(SLOWEST))).code, 0);
      const session = await signInByPassword(direct);
      const told = async (): Promise<ComingTold | undefined> =>
        (await session.ok('devices', {})).devices.find(({ name }) => name === b.name)?.roll?.about?.coming;
      const isWhole = (coming: ComingTold | null | undefined): boolean => coming?.rate != null && coming.timeLeft !== null;
      const bytes = [...originals.values()].reduce((sum, { length }) => sum + length, 0);
      const afar = await until(async () => [await told()].find(isWhole), 'the cloud to hear how long it takes', LONG_MS);
      assert.ok(afar.photos <= PHOTOS && (afar.bytes ?? 0) > 0 && (afar.bytes ?? 0) <= bytes, JSON.stringify(afar));
      const { coming, upToDate } = await b.json<Status>('status');
      assert.ok(isWhole(coming) && !upToDate, JSON.stringify(coming));
      assert.match(
        (await b.run('status')).out,
        /Still to come here: \d+ {2}\([\d.]+ k?B(?:ytes)?, .* a second, about \d+ (?:s|min) to go\)/,
      );

      assert.ok(some.incoming.length > 2, 'all came before anybody looked');
      assert.equal(some.items.length + some.incoming.length, PHOTOS);
      isNewestFirst(arrived(some.items));
      for (const { path, name } of some.items) assert.equal(hashOf(readFileSync(b.path(path))), hashOf(originals.get(name) as Buffer));
      const oldest = some.incoming.find(({ fileName }) => fileName === byDate.at(-1)) ?? assert.fail('the oldest came early');
      const turn = await b.json<Why>('why', oldest.assetId);
      assert.equal(turn.primary, 'queued');
      const { incoming: left } = await listed();
      assert.ok(
        (turn.reasons[0]?.evidence.position ?? 0) >= left.length - AT_ONCE,
        `it is the last of ${left.length}: ${JSON.stringify(turn)}`,
      );

      await b.agent?.kill();
      const { items: here } = await listed();
      const whole = new Map([...between.answered].filter(([path]) => here.some(({ assetId }) => path.includes(assetId))));
      assert.equal((await b.run('settings', 'set', 'download-limit', 'off')).code, 0);
      b.start();
      await until(async () => (await b.json<Status>('status')).upToDate, 'all to be here', LONG_MS);
      await until(async () => (await told()) === undefined, 'the cloud to hear that nothing is to come', LONG_MS);
      await b.agent?.stop();
      const all = await listed();
      assert.deepEqual([all.items.length, all.incoming.length], [PHOTOS, 0]);
      isNewestFirst(arrived(all.items));
      for (const [path, count] of whole) assert.equal(between.answered.get(path), count, `${path} came again`);
      const carried = [...between.answered].filter(([path]) => path.includes('/resources/')).reduce((sum, [, count]) => sum + count, 0);
      const most = Math.max(...[...originals.values()].map(({ length }) => length));
      assert.ok(carried >= bytes && carried <= bytes + AT_ONCE * most, `${carried} bytes were carried for ${bytes}`);
      assert.equal((await b.json<Status>('status')).coming, null);
    },
  );
});
