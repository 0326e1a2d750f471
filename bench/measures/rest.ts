import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareRollcall } from '../contestants/rollcall.ts';
import { memoryOf, spentBy } from '../machine/cost.ts';
import { filled } from '../machine/tree.ts';
import { fill, TINY } from '../photos.ts';
import { draw } from '../strips.ts';
import type { Program } from '../machine/program.ts';
import type { Table } from '../table.ts';
import type { Wish } from './measure.ts';

/** What server and agents hold when nothing happens, before and after a sync of many photographs, and what that costs. */
export async function rest(wish: Wish): Promise<Table> {
  const count = wish.quick ? 1000 : 10_000;
  const root = join(wish.folder, 'rest');
  mkdirSync(root);
  const arena = await prepareRollcall(root);
  try {
    await pause(3000);
    const before = memoryOf(arena.server.pid);
    fill(arena.a, await draw(TINY), count, true);
    await arena.start();
    await filled(arena.b, count, () => arena.programs.find(({ ended }) => ended)?.said ?? null);
    const arrived = performance.now();
    // Pictures are made after the photos have come.
    const quiet = await quieted(arena.programs, wish.quick ? 120 : 1200);
    const took = ((performance.now() - arrived) / 1000).toFixed(0);
    const spent = arena.programs.map(({ pid }) => spentBy(pid));
    const seconds = 20;
    await pause(seconds * 1000);
    const rows = arena.programs.map(({ name, pid }, at) => {
      const { peak, now } = memoryOf(pid);
      return [
        name,
        name === 'server' ? before.now / 1e6 : null,
        peak / 1e6,
        now / 1e6,
        ((spentBy(pid) - (spent[at] ?? 0)) / seconds) * 100,
      ];
    });
    const notes = [
      `a sync of ${count} small photographs in between; memory is that of the process itself, in MB`,
      quiet
        ? `all was quiet ${took} s after the last photo came: until then pictures were made`
        : `NOT QUIET even ${took} s after the last photo came`,
    ];
    return { title: 'At rest', columns: ['', 'before', 'peak', 'after', 'CPU % at rest'], rows, notes };
  } finally {
    await arena.stop();
  }
}

/** Waits until for ten seconds nobody takes more than a twentieth of a core. False: that never came. */
export async function quieted(programs: readonly Program[], patience: number): Promise<boolean> {
  const step = 5;
  let still = 0;
  for (let waited = 0; waited < patience && still < 2; waited += step) {
    const before = programs.map(({ pid }) => spentBy(pid));
    await pause(step * 1000);
    const busy = programs.some(({ pid }, at) => spentBy(pid) - (before[at] ?? 0) > step / 20);
    still = busy ? 0 : still + 1;
  }
  return still >= 2;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
