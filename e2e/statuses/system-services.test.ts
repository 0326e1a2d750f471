import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { MockBus, whyNoMockBus } from '../../apps/agent/src/conditions/testing/mock-bus.ts';
import { doctor } from '../doctor/told.ts';
import { photo } from '../support/photos.ts';
import { World, type Device } from '../support/world.ts';
import { listens } from './page.ts';
import { isOver, isTold, type Row } from './told.ts';

const missing = whyNoMockBus();
const AT_HOME = { link: 'wifi', metered: false, roaming: false, portal: false, battery: 90, charging: true, 'low-power': false } as const;

describe('checks 2 and 7: the link and the power, as the system’s own services tell them', { skip: missing ?? false }, () => {
  const world = new World();
  let bus: MockBus | null = null;
  let a: Device;
  let serial = 0;
  before(async () => {
    bus = await MockBus.open();
    await bus.show(AT_HOME);
    // What the programs of this test take for the system's bus.
    process.env['DBUS_SYSTEM_BUS_ADDRESS'] = bus.address;
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    await a.sync();
    a.start();
    await a.agent?.line(/Keeping/);
    await listens(a);
  });
  after(async () => {
    await world.end();
    await bus?.close();
  });

  type Setting = readonly [name: string, value: string];
  interface Case {
    readonly row: Row;
    readonly settings: readonly Setting[];
    readonly facts: Parameters<MockBus['show']>[0];
    readonly lift: Parameters<MockBus['show']>[0];
  }
  const held = { check: 7, class: 'held', place: 'device' } as const;
  const CASES: readonly Case[] = [
    {
      row: {
        ...held,
        code: 'low-power-mode',
        words: /^Low-power mode is on\.$/,
        cure: /^Charge, or Sync now for an hour\. As a command: rollcall sync-now\.$/,
      },
      settings: [],
      facts: { charging: false, 'low-power': true },
      lift: { 'low-power': false },
    },
    {
      row: {
        ...held,
        code: 'low-battery',
        words: /^The battery is low \(18 %, needs 20 % or power\)\.$/,
        cure: /^Connect power, or Sync now for an hour\. As a command: rollcall sync-now\.$/,
      },
      settings: [],
      facts: { charging: false, battery: 18 },
      lift: { charging: true },
    },
    {
      row: {
        ...held,
        code: 'charging-only',
        words: /^Waiting for power\.$/,
        cure: /^Connect power, or Sync now for an hour\. As a command: rollcall sync-now\.$/,
      },
      settings: [['only-charging', 'on']],
      facts: { charging: false },
      lift: { charging: true },
    },
  ];
  for (const { row, settings, facts, lift } of CASES) {
    test(`DR-27: ${row.code} is told as the system tells it, with its cure, and is over when its cause is`, async () => {
      for (const [name, value] of settings) assert.equal((await a.run('settings', 'set', name, value)).code, 0);
      await bus?.show(facts);
      serial += 1;
      a.put(`${serial}.jpg`, await photo());
      const finding = await isTold(a, a.path(`${serial}.jpg`), row);
      assert.ok((finding.since ?? 0) > 0);
      await bus?.show(lift);
      await isOver(a, a.path(`${serial}.jpg`), row.code);
      await bus?.show(AT_HOME);
    });
  }

  const unpaid = { check: 2, class: 'held', place: 'network' } as const;
  const MOBILE: readonly { row: Row; set: Setting; facts: Case['facts']; back: Setting }[] = [
    {
      row: {
        ...unpaid,
        code: 'wifi-only',
        words: /^Waiting for Wi-Fi\.$/,
        cure: /^Use mobile data, or Sync now for an hour\. As commands: rollcall settings set mobile-data on, or rollcall sync-now\.$/,
      },
      set: ['mobile-data', 'off'],
      facts: { link: 'cellular' },
      back: ['mobile-data', 'on'],
    },
    {
      row: {
        ...unpaid,
        code: 'metered',
        words: /^Waiting: this link is metered\.$/,
        cure: /^Sync now for an hour, or change the rule for metered links\. As commands: rollcall sync-now, or rollcall settings set metered-as-mobile off\.$/,
      },
      set: ['mobile-data', 'off'],
      facts: { metered: true },
      back: ['mobile-data', 'on'],
    },
    {
      row: {
        ...unpaid,
        code: 'roaming',
        words: /^Waiting: this link is roaming\.$/,
        cure: /^Use Wi-Fi, or Sync now for an hour\. As a command: rollcall sync-now\.$/,
        untold: 'may-not-speak',
      },
      set: ['roaming', 'off'],
      facts: { roaming: true, link: 'cellular' },
      back: ['roaming', 'off'],
    },
    {
      row: {
        ...unpaid,
        code: 'mobile-budget-spent',
        words: /^This month’s mobile data is used up \([\d.]+ (?:bytes|kB|MB) of 1 kB\)\.$/,
        cure: /^Raise the budget, or use Wi-Fi\. As a command: rollcall settings set mobile-budget SIZE\.$/,
        untold: 'may-not-speak',
      },
      set: ['mobile-budget', '1kB'],
      facts: { link: 'cellular' },
      back: ['mobile-budget', '1GB'],
    },
  ];
  for (const { row, set, facts, back } of MOBILE) {
    test(`NW-25: ${row.code} is told where the system tells of such a link and the settings forbid it, with its cure, and ends with its cause`, async () => {
      assert.equal((await a.run('settings', 'set', ...set)).code, 0);
      await bus?.show(facts);
      a.put(`${row.code}.jpg`, await photo());
      await isTold(a, a.path(`${row.code}.jpg`), row);
      await bus?.show(AT_HOME);
      await isOver(a, a.path(`${row.code}.jpg`), row.code);
      assert.equal((await a.run('settings', 'set', ...back)).code, 0);
    });
  }

  test('DR-27: “Sync now” overrides what spares the battery, and what cannot be seen is said to be unknown', async () => {
    await bus?.show({ charging: false, battery: 18 });
    serial += 1;
    a.put(`${serial}.jpg`, await photo());
    await isTold(a, a.path(`${serial}.jpg`), (CASES[1] as Case).row);
    assert.equal((await a.run('sync-now', '--for', '1h')).code, 0);
    await isOver(a, a.path(`${serial}.jpg`), 'low-battery');
    assert.deepEqual((await doctor(a)).checks[6]?.cannotSee, ['how hot it is: no system tells Rollcall, and it never waits for that']);
    await bus?.stopServices();
    const blind = (await doctor(a)).checks[6];
    assert.ok(
      (blind?.cannotSee ?? []).some((words) => words.startsWith('low-power mode: ')),
      JSON.stringify(blind),
    );
  });
});
