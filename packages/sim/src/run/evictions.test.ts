import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf, type Deed, type Fault, type Plan } from '../play/plan.ts';
import type { World } from '../play/world.ts';
import { Chance } from '../world/chance.ts';
import { run } from './run.ts';

const ENOUGH = 10_000;
const DEEDS_EACH = 60;
const SPAN_MS = 120_000;
const DEEDS: readonly Deed[] = [
  'evict',
  'evict',
  'evict',
  'open-in-full',
  'open-in-full',
  'open-in-full',
  'set-storage',
  'move',
  'copy',
  'rename',
  'edit',
  'take-pair',
];
const FAULTS: readonly Fault[] = [
  'agent-dies',
  'device-loses-power',
  'device-full',
  'link-loses',
  'body-cut',
  'cloud-dies',
  'state-lost',
  'folder-unmounted',
];

/** Room is made and photos are opened in full, again and again; in every second run things go wrong meanwhile. */
function busyPlan(seed: number): Plan {
  const plan = planOf(`evictions ${seed}`, { often: ['evict', 'open-in-full'], photos: 6 });
  const chance = new Chance(`evictions ${seed}`);
  const faults = seed % 2 === 0 ? [] : FAULTS;
  const items = Array.from({ length: DEEDS_EACH }, (_, id) => ({
    id,
    at: Math.floor(5000 + chance.next() * SPAN_MS),
    does: faults.length > 0 && chance.happens(0.15) ? chance.pick(faults) : chance.pick(DEEDS),
    device: chance.below(plan.devices.length),
    lasts: Math.floor(500 + chance.next() ** 2 * 30_000),
  }));
  return { ...plan, items: items.toSorted((a, b) => a.at - b.at || a.id - b.id) };
}

test('EV-9: ten thousand times at random an original gives way or comes back in full, and nothing is lost', () => {
  const touched = { evict: 0, full: 0 };
  for (let seed = 0; touched.evict + touched.full < ENOUGH; seed += 1) {
    let world: World | null = null;
    const { violation } = run(busyPlan(seed), { story: false, looking: (each) => void (world = each) });
    assert.equal(violation, null, `evictions ${seed}`);
    const counts = (world as World | null)?.touched;
    touched.evict += counts?.evict ?? 0;
    touched.full += counts?.full ?? 0;
    assert.ok(seed < ENOUGH, 'every run has some');
  }
  assert.ok(touched.evict > ENOUGH / 4 && touched.full > ENOUGH / 4, JSON.stringify(touched));
});
