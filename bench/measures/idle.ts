import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROLLCALL } from '../contestants/rollcall.ts';
import { memoryOf, spentBy } from '../machine/cost.ts';
import { Program } from '../machine/program.ts';
import { prepareLarge } from '../size/large.ts';
import type { Cell, Table } from '../table.ts';
import type { Wish } from './measure.ts';
import { pause, quieted } from './rest.ts';

/** Longer than the time between two looks at the whole folder; seconds. */
const REST = 70;

/** What the agent of a device with many files costs that are all in sync: until it is quiet, and from then on. */
export async function idle(wish: Wish): Promise<Table> {
  const counts = wish.assets.length > 0 ? wish.assets : wish.quick ? [1000] : [10_000, 100_000];
  const rows: Cell[][] = [];
  for (const count of counts) rows.push(await measured(wish, count));
  return {
    title: 'The agent of a large device at rest',
    columns: ['assets', 'files', 'CPU s to rest', 'CPU s a minute', 'peak MB', 'after MB'],
    rows,
    notes: [
      'to rest: the start of the program, a look at the folder, the question to the server, the plan, the whole roll told',
      `a minute: as ${wish.quick ? 10 : REST} seconds in which nothing happens show it, a look at the whole folder among them if it is due`,
    ],
  };
}

async function measured(wish: Wish, count: number): Promise<Cell[]> {
  const root = join(wish.folder, `idle-${count}`);
  mkdirSync(root);
  const { arena, home, files } = await prepareLarge(root, count);
  wish.say(`${files} files`);
  const agent = new Program('A', join(root, 'a.log'), ROLLCALL, ['sync', '--home', home]);
  try {
    if (!(await quieted([agent, arena.server], 600))) throw new Error(`never quiet:\n${agent.said.slice(-2000)}`);
    const start = spentBy(agent.pid);
    const seconds = wish.quick ? 10 : REST;
    await pause(seconds * 1000);
    const { peak, now } = memoryOf(agent.pid);
    return [String(count), files, start, ((spentBy(agent.pid) - start) / seconds) * 60, peak / 1e6, now / 1e6];
  } finally {
    await agent.stop();
    await arena.stop();
    rmSync(root, { recursive: true, force: true });
  }
}
