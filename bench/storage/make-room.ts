import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROLLCALL, type RollcallArena } from '../contestants/rollcall.ts';
import { forgetPeak, shareOf } from '../machine/cost.ts';
import { Program, run } from '../machine/program.ts';
import type { Cell } from '../table.ts';
import { look, until } from './folder.ts';

/** Of the agent, the server, and the workers of that. */
interface Each {
  readonly agent: number;
  readonly server: number;
  readonly workers: number;
}

/** What it took until all originals on a device were compressed, by the clock, of processors in seconds, and of memory at most in bytes: while the first half made room, and in all. */
interface Made {
  readonly photos: number;
  readonly seconds: number;
  readonly cpu: Each;
  readonly half: Each;
  readonly whole: Each;
}

export const set = (home: string, name: string, value: string): Promise<unknown> =>
  run(ROLLCALL, ['settings', 'set', name, value, '--home', home, '--yes']);

/** What has all that is on device B make room: a setting, changed while its agent runs. */
export interface Change {
  readonly name: string;
  readonly value: string;
  /** Files of fewer bytes are compressed versions. */
  readonly small: number;
}

/** Milliseconds between looks at the folder, at least, and for each file in it: a look takes of the processors that are measured, so at most a hundredth of their time. */
const [LEAST_GLANCE, GLANCE] = [50, 0.4];

/** All that is on device B makes room; its agent begins for that, and ends. */
export async function makeRoom(arena: RollcallArena, root: string, { name, value, small }: Change): Promise<Made> {
  const home = arena.homeOf('b');
  const before = look(arena.b, small);
  const photos = before.files - before.small;
  const agent = new Program('B', join(root, 'b.log'), ROLLCALL, ['sync', '--home', home]);
  try {
    await wait(5000);
    forgetPeak(agent.pid);
    forgetPeak(arena.server.pid);
    const spent = (): Each => {
      const [its, servers] = [shareOf(agent.pid), shareOf(arena.server.pid)];
      return { agent: its.own.cpu + its.started.cpu, server: servers.own.cpu, workers: servers.started.cpu };
    };
    // A worker that has nothing to do ends: what it held is seen while it is there.
    let workers = 0;
    const held = (): Each => {
      const [its, servers] = [shareOf(agent.pid), shareOf(arena.server.pid)];
      workers = Math.max(workers, servers.started.peak);
      return { agent: its.own.peak + its.started.peak, server: servers.own.peak, workers };
    };
    const start = spent();
    const began = performance.now();
    await set(home, name, value);
    let half: Each | null = null;
    await until('the last compressed version', Math.max(LEAST_GLANCE, before.files * GLANCE), () => {
      const now = look(arena.b, small);
      const left = now.files - now.small;
      const memory = held();
      if (half === null && left <= photos / 2) half = memory;
      return left === 0;
    });
    const seconds = (performance.now() - began) / 1000;
    const [end, whole] = [spent(), held()];
    const cpu = { agent: end.agent - start.agent, server: end.server - start.server, workers: end.workers - start.workers };
    return { photos, seconds, cpu, half: half ?? whole, whole };
  } finally {
    await agent.stop();
  }
}

/** Seconds that a thousand originals may take. */
const BAR = 60;

export function rowsOf(what: string, { photos, seconds, cpu, half, whole }: Made): Cell[][] {
  const all = cpu.agent + cpu.server + cpu.workers;
  const mb = ({ agent, server, workers }: Each): number[] => [agent / 1e6, server / 1e6, workers / 1e6];
  return [
    [`${photos} ${what}`, seconds, seconds * (1000 / photos), BAR, 's, x 1,000'],
    ['  processor time of all of them', all, all * (1000 / photos), null, 's, x 1,000'],
    ['  of the agent, the server, its workers', cpu.agent, cpu.server, cpu.workers, 's'],
    ['  memory at most of each, until half was done', ...mb(half), 'MB'],
    ['  and until all was', ...mb(whole), 'MB'],
  ];
}
