import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { World } from '../play/world.ts';
import { busyPlan } from './evictions.ts';
import { run } from './run.ts';

const ENOUGH = 10_000;
/** Runs beyond which something is wrong with the plans. */
const MOST_RUNS = 1000;

test('EV-9: ten thousand times at random an original gives way or photos are fetched, compressed or in full, and nothing is lost', () => {
  const sum = { evicted: 0, full: 0, fetched: 0 };
  for (let seed = 0; sum.evicted + sum.fetched < ENOUGH; seed += 1) {
    let world: World | null = null;
    const { violation } = run(busyPlan(seed), { story: false, looking: (each) => void (world = each) });
    assert.equal(violation, null, `evictions ${seed}`);
    const { evict, full, replace, place } = (world as World | null)?.touched ?? assert.fail('nothing was seen of the run');
    sum.evicted += evict;
    sum.full += full;
    sum.fetched += replace + place;
    assert.ok(seed < MOST_RUNS, JSON.stringify(sum));
  }
  assert.ok(sum.evicted > 1000 && sum.full > 1000, JSON.stringify(sum));
});
