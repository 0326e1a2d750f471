import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { MockBus, whyNoMockBus } from '../../apps/agent/src/conditions/testing/mock-bus.ts';
import { doctor } from '../doctor/told.ts';
import { photo } from '../support/photos.ts';
import { World, type Device } from '../support/world.ts';
import { isOver, isTold, type Row } from './told.ts';

const missing = whyNoMockBus();
const AT_HOME = { link: 'wifi', metered: false, portal: false, battery: 90, charging: true, 'low-power': false } as const;

describe('check 7: power, as the system’s own services tell it', { skip: missing ?? false }, () => {
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
  });
  after(async () => {
    await world.end();
    await bus?.close();
  });

  interface Case {
    readonly row: Row;
    readonly settings: readonly (readonly [name: string, value: string])[];
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
