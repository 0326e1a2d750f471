import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RollState } from '@rollcall/core';
import { LIMITS, type RollEntry, type RollReport } from '@rollcall/protocol';
import type { Connection } from '../server/connection.ts';
import { RollTeller, type Told } from './roll-teller.ts';

const KEYS = Array.from({ length: 4 * LIMITS.namedWhileHeld }, (_, key) => key);
const ABOUT = {} as Told['about'];
const STATE = { counts: {}, reasons: [], upToDate: false } as unknown as RollState;

function entry(key: number, held: boolean): RollEntry {
  const reasons = held ? [{ code: 'wifi-only' as const, since: 1, evidence: {} }] : [];
  return { key: `${key}`, path: `${key}.jpg`, size: 1, assetId: null, hash: null, form: 'original', inSync: !held, reasons };
}

test('DS-16: what waits is named while only words may go, never as a whole inventory, again after a report that broke, and all of it as soon as it may', async () => {
  const told: RollReport[] = [];
  let breaks = 0;
  let held = true;
  const call = async (_: string, { body }: { body: RollReport }): Promise<unknown> => {
    if (breaks-- > 0) throw new Error('the link broke');
    told.push(body);
    return { ok: true, value: {} };
  };
  const waits = (key: number): boolean => held && key % 2 === 0;
  const teller = new RollTeller(
    { call } as unknown as Connection,
    () => STATE,
    () => ({ about: ABOUT }),
    (key) => entry(key, waits(key)),
    () => KEYS,
    () => held,
    () => KEYS.filter(waits),
  );
  breaks = 1;
  await assert.rejects(teller.tell(), /the link broke/);
  await teller.tell();
  await teller.tell();
  assert.deepEqual(
    told.map(({ full, entries }) => [full, entries.length, entries.every(({ inSync }) => !inSync)]),
    [[false, LIMITS.namedWhileHeld, true]],
  );
  held = false;
  await teller.tell();
  assert.deepEqual(
    told.slice(1).map(({ full, entries }) => [full, entries.length]),
    [[true, KEYS.length]],
  );
});
