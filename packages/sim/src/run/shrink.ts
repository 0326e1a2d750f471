import { PLAIN_DISK } from '../disk/disk.ts';
import type { Plan } from '../play/plan.ts';
import { run } from './run.ts';

/** Runs that shrinking may take. */
const MOST_RUNS = 400;

/** A smaller plan that breaks the same promise: without all that does not matter for it. */
export function shrink(plan: Plan, invariant: string, most = MOST_RUNS): Plan {
  let runs = 0;
  const fails = (tried: Plan): boolean => {
    runs += 1;
    return run(tried, { story: false }).violation?.invariant === invariant;
  };
  const goesOn = (): boolean => runs < most;
  let best = plan;
  for (let size = Math.ceil(best.items.length / 2); size >= 1 && goesOn(); size = Math.floor(size / 2)) {
    for (let at = 0; at < best.items.length && goesOn();) {
      const without = { ...best, items: [...best.items.slice(0, at), ...best.items.slice(at + size)] };
      if (fails(without)) best = without;
      else at += size;
    }
  }
  for (const at of best.devices.keys()) {
    for (const simpler of [{ photos: 0 }, { rules: PLAIN_DISK }, { page: 1000 }]) {
      if (!goesOn()) return best;
      const tried = { ...best, devices: best.devices.map((device, each) => (each === at ? { ...device, ...simpler } : device)) };
      if (fails(tried)) best = tried;
    }
  }
  // A device at the end that does nothing is left out.
  while (best.devices.length > best.libraries && best.devices.length > 1 && goesOn()) {
    const last = best.devices.length - 1;
    const tried = { ...best, devices: best.devices.slice(0, last) };
    if (best.items.some(({ device }) => device === last) || !fails(tried)) break;
    best = tried;
  }
  return best;
}
