import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lane } from './lanes.ts';

test('OS-6: a lane goes about the highest rank first, and about equals as they came', async () => {
  const ran: string[] = [];
  const ranks: Readonly<Record<string, number>> = { old: 1, new: 3, newer: 4, waited: Number.POSITIVE_INFINITY };
  await new Promise<void>((resolve) => {
    const lane = new Lane(
      1,
      async (unit) => {
        ran.push(unit);
        await Promise.resolve();
        if (lane.size === 1) resolve();
      },
      (unit) => ranks[unit] ?? 0,
    );
    for (const unit of ['first', 'old', 'second', 'third', 'newer', 'new', 'old', 'waited']) lane.add(unit);
  });
  assert.deepEqual(ran, ['waited', 'newer', 'new', 'old', 'first', 'second', 'third']);
});
