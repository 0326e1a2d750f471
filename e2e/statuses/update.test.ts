import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { MIN_SUPPORTED, PROTOCOL_HEADER, PROTOCOL_VERSION } from '@rollcall/protocol';
import { ClientV1 } from '../fixtures/client-v1.mjs';
import { doctor } from '../doctor/told.ts';
import { Between } from '../support/between.ts';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { EMAIL, PASSWORD, World, type Device } from '../support/world.ts';
import { onPage } from './page.ts';
import { HOME, isOver, isTold, whyOf, type Row } from './told.ts';

interface Status {
  readonly counts: { readonly onDevice: number };
  readonly device: { readonly conditions: readonly { readonly code: string; readonly words: string; readonly cure: string }[] };
}

describe('check 6: versions', () => {
  const world = new World();
  let direct = '';
  let a: Device;
  const between = new Between(() => direct);
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    direct = world.url;
    // The page as well is told the version that the server is made to say.
    world.url = await between.open();
    a = await world.device('Laptop');
    assert.equal((await a.run('conditions', 'set', ...HOME)).code, 0);
    await a.sync();
  });
  after(async () => {
    between.close();
    await world.end();
  });

  const REFUSED: readonly (readonly [Row, { readonly protocol: number; readonly minSupported: number }])[] = [
    [
      {
        code: 'update-needed',
        check: 6,
        class: 'needs-you',
        words: new RegExp(`^This version \\(.*protocol ${PROTOCOL_VERSION}\\) is too old for the server \\(needs protocol 9\\)\\.$`),
        cure: /^Update Rollcall on this device \(rollcall update, or in a clone: git pull && npm ci\); it then goes on by itself\. Nothing is lost meanwhile\.$/,
        place: 'device',
      },
      { protocol: 9, minSupported: 9 },
    ],
    [
      {
        code: 'server-outdated',
        check: 6,
        class: 'needs-you',
        words: new RegExp(
          `^The server \\(.*protocol 0\\) is too old for this version \\(.*protocol ${PROTOCOL_VERSION}, which needs protocol ${MIN_SUPPORTED}\\)\\.$`,
        ),
        cure: /^Update Rollcall on the server \(rollcall update, or in a clone: git pull && npm ci; then start it again\); this device then goes on by itself\. Nothing is lost meanwhile\.$/,
        place: 'server',
        untold: 'silent',
      },
      { protocol: 0, minSupported: 0 },
    ],
  ];
  for (const [row, says] of REFUSED) {
    test(`DR-26: ${row.code} is told with both versions and what to update, and is over by itself`, async () => {
      between.says = says;
      a.put(`${row.code}.jpg`, await photo());
      const agent = a.start();
      await isTold(a, a.path(`${row.code}.jpg`), row);
      // What the device has not told, the page concludes from both versions: too old, or only that they differ.
      const shown = (await onPage(a)).checks[5];
      assert.deepEqual(
        shown?.findings.map(({ topic, verdict }) => [topic, verdict]),
        [row.code === 'update-needed' ? [row.code, 'broken'] : ['older-server', 'look']],
      );
      between.says = null;
      await isOver(a, a.path(`${row.code}.jpg`), row.code);
      assert.equal(await agent.stop(), 0);
    });
  }

  test('DR-26: a version that is only older than the other side’s stops nothing, and is to look at', async () => {
    for (const [code, protocol] of [
      ['older-here', PROTOCOL_VERSION + 1],
      ['older-server', PROTOCOL_VERSION - 1],
    ] as const) {
      between.says = { protocol, minSupported: 1 };
      const told = await doctor(a);
      assert.deepEqual([told.code, told.checks[5]?.verdict, told.checks[5]?.findings[0]?.code], [0, 'look', code]);
      assert.match(told.checks[5]?.findings[0]?.cure ?? '', /^Update Rollcall on (this device|the server) when it suits/);
    }
    between.says = null;
    await until(async () => (await doctor(a)).checks[5]?.verdict === 'fine', 'it to be over');
  });

  test('DR-26: the frozen client of version 1 goes on beside a device of today; one that is older still is refused in words', async () => {
    const old = new ClientV1(world.url);
    await old.link(EMAIL, PASSWORD, 'Old tablet');
    const { result } = await old.add(await photo(), 'old.jpg');
    assert.deepEqual(result, { status: 'applied' });
    assert.equal((await doctor(a)).checks[5]?.verdict, 'fine');
    const answer = await fetch(`${world.url}/api/v1/session`, { headers: { [PROTOCOL_HEADER]: String(MIN_SUPPORTED - 1) } });
    const { error } = (await answer.json()) as { error: { code: string; words: string; details: Record<string, unknown> } };
    assert.deepEqual([answer.status, error.code, error.details['minSupported']], [426, 'update-needed', MIN_SUPPORTED]);
    assert.match(error.words, /[Uu]pdate/);
  });

  test('UD-10: a device that the server takes no more, or that takes the server no more, is told how that ends, goes on looking, and loses nothing: once that is over, all is synced', async () => {
    const gone = a.path('gone-meanwhile.jpg');
    a.put('gone-meanwhile.jpg', await photo());
    await a.sync();
    const before = (await a.json<Status>('status')).counts.onDevice;
    const told: readonly (readonly ['update-needed' | 'server-outdated', () => void, RegExp])[] = [
      // The server itself answers a device of a version before all that it takes.
      [
        'update-needed',
        () => (between.speaks = MIN_SUPPORTED - 1),
        new RegExp(`too old for the server \\(needs protocol ${MIN_SUPPORTED}\\)`),
      ],
      ['server-outdated', () => (between.says = { protocol: MIN_SUPPORTED - 1, minSupported: 0 }), /^The server \(.*\) is too old/],
    ];
    for (const [n, [code, begin, words]] of told.entries()) {
      begin();
      const agent = a.start();
      a.put(`meanwhile-${code}.jpg`, await photo());
      let last: unknown = null;
      const isTheirs = async (): Promise<boolean> => {
        const why = await whyOf(a, a.path(`meanwhile-${code}.jpg`));
        last = why;
        return why?.primary === code;
      };
      await until(isTheirs, `${code} to be told`, 20_000).catch((error: unknown) => {
        throw new Error(`${String(error)}; told was ${JSON.stringify(last)} ${agent.err} ${agent.out}`);
      });
      if (n === 0) rmSync(gone);
      const counted = before + 1 + n - 1;
      const status = await until(async () => {
        const now = await a.json<Status>('status');
        return now.counts.onDevice === counted && now;
      }, 'the folder to be counted as it is');
      const reason = status.device.conditions.find((each) => each.code === code);
      assert.match(reason?.words ?? '', words);
      assert.match(reason?.cure ?? '', /rollcall update, or in a clone: git pull && npm ci/);
      const ended = await a.once(1);
      assert.notEqual(ended.code, 0);
      assert.equal(await agent.stop(), 0);
      [between.speaks, between.says] = [null, null];
    }
    const other = new ClientV1(direct);
    await other.link(EMAIL, PASSWORD, 'Onlooker');
    await other.pull();
    const names = (): string[] =>
      [...other.rows.values()].filter(({ type }) => type === 'asset').map(({ fileName, state }) => `${fileName} ${state}`);
    assert.ok(names().includes('gone-meanwhile.jpg live') && !names().some((name) => name.startsWith('meanwhile-')), names().join());
    await a.sync();
    await other.pull();
    for (const each of ['gone-meanwhile.jpg trashed', 'meanwhile-update-needed.jpg live', 'meanwhile-server-outdated.jpg live'])
      assert.ok(names().includes(each), `${each}: ${names().join()}`);
  });
});
