import assert from 'node:assert/strict';
import { keepSettings, pause, readSettings, resume, takeValues } from '@rollcall/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { HeldBack } from '../server/gate.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { Allowance } from './allowance.ts';
import { gateOf } from './gate-of.ts';
import { Lookout } from './lookout.ts';
import { keepOverrides } from './overrides.ts';
import { BLIND } from './probe.ts';

test('SG-9: what a person has set holds for the next request, however soon it follows, and so does its end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-gate-'));
  const store = openDeviceStore(join(folder, 'device.db'));
  // Where the commands of a person write, beside the agent.
  const beside = openDeviceStore(join(folder, 'device.db'));
  const lookout = new Lookout(BLIND, store, () => 1000);
  await lookout.look();
  let [told, simulated] = [0, 0];
  const allowance = new Allowance(
    store,
    lookout,
    () => 0,
    () => 1000,
    { heldChanged: () => (told += 1), rulesChanged: () => undefined, simulatedChanged: () => (simulated += 1) },
  );
  const gate = gateOf(allowance, () => 1000);
  const before = gate.admit('photos');
  assert.equal(before.aborted, false);
  keepSettings(beside, pause(readSettings(beside), null, 1000));
  assert.throws(() => gate.admit('photos'), HeldBack);
  assert.equal(before.aborted, true, 'and what was under way ends');
  assert.equal(told, 1);
  keepSettings(beside, resume(readSettings(beside)));
  assert.equal(gate.admit('photos').aborted, false);
  keepSettings(beside, takeValues(readSettings(beside), { 'mobile-data': 'off' }, 1000));
  keepOverrides(beside, { link: { is: 'cellular', since: 1000 } });
  assert.throws(() => gate.admit('photos'), HeldBack);
  assert.equal(gate.admit('words').aborted, false, 'words may go');
  keepOverrides(beside, { link: { is: 'none', since: 1000 } });
  assert.throws(() => gate.admit('words'), HeldBack, 'nothing goes over no link');
  keepOverrides(beside, { portal: { is: true, since: 1000 } });
  assert.throws(() => gate.admit('words'), HeldBack);
  keepOverrides(beside, {});
  assert.equal(gate.admit('words').aborted, false);
  assert.equal(simulated, 3);
  store.close();
  beside.close();
  rmSync(folder, { recursive: true });
});
