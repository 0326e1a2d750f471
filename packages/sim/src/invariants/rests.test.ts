import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allUnits, planUnit } from '@rollcall/core';
import type { Device } from '../device/device.ts';
import { planOf } from '../play/plan.ts';
import { run } from '../run/run.ts';
import { restsOf, stillRests, type Rests } from './rests.ts';

/** What is told of all units of a device, without the moments: each reason, whether there is something to do, and when it is tried again. */
function reasonsOf({ store, agent }: Device): string {
  if (!agent) return '';
  const conditions = agent.conditions();
  const lines = [...allUnits(store)].map((unit) => {
    if (unit.startsWith('a:')) return '';
    const plan = planUnit(store, unit, conditions, agent.transfers())?.plan;
    return `${unit} ${(plan?.reasons ?? []).map(({ code }) => code).join('+')} ${(plan?.actions ?? []).map((action) => action.do).join('+')}`;
  });
  return lines.join('\n');
}

test('SM-10: where nothing has changed on which a plan rests, no reason has; so that nothing is looked at again is as good as looking', () => {
  let [same, changed] = [0, 0];
  for (let seed = 1; seed <= 30; seed += 1) {
    const known = new Map<Device, { readonly rests: Rests; readonly reasons: string }>();
    const { violation } = run(planOf(`rests ${seed}`), {
      story: false,
      looking: ({ devices }) => {
        for (const device of devices) {
          if (!device.agent) continue;
          const before = known.get(device);
          if (before && stillRests(before.rests, device)) {
            assert.equal(reasonsOf(device), before.reasons);
            same += 1;
            continue;
          }
          known.set(device, { rests: restsOf(device, device.agent), reasons: reasonsOf(device) });
          changed += 1;
        }
      },
    });
    // What is asserted within a run ends it as anything does that throws there.
    assert.equal(violation, null);
  }
  assert.ok(same > 1000 && changed > 1000, `${same} and ${changed}`);
});
