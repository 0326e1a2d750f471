import { planOf, type Deed, type Fault, type Plan } from '../play/plan.ts';
import { Chance } from '../world/chance.ts';

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
export function busyPlan(seed: number): Plan {
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
