import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EMAIL, PASSWORD, prepareRollcall, ROLLCALL, type RollcallArena } from '../contestants/rollcall.ts';
import { forgetPeak, shareOf, spentByEnded } from '../machine/cost.ts';
import { Program, run } from '../machine/program.ts';
import { fill, REAL } from '../photos.ts';
import { draw } from '../strips.ts';
import { median, quantile, type Cell, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

/** About 5 MB each. */
const LARGE = { ...REAL, quality: 94 };
const GLANCE_MS = 50;
const LONGEST_MS = 30 * 60_000;
const OPENED = 20;

interface Seen {
  readonly files: number;
  readonly bytes: number;
  readonly largest: number;
  readonly paths: readonly string[];
}

/** What stands in a device's folder, with what is half fetched. */
function look(folder: string): Seen {
  const [paths, sizes]: [string[], number[]] = [[], []];
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    bytes += size;
    if (path.includes('/.rollcall/')) continue;
    paths.push(path);
    sizes.push(size);
  }
  return { files: paths.length, bytes, largest: sizes.reduce((most, size) => Math.max(most, size), 0), paths };
}

async function until(what: string, is: () => boolean): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (!is()) {
    if (performance.now() > end) throw new Error(`${what} never came`);
    await wait(GLANCE_MS);
  }
}

/** What it took until all originals on a device were compressed, by the clock, of processors, and of memory at most: of the agent, the server, and the workers of that. */
interface Made {
  readonly photos: number;
  readonly seconds: number;
  readonly cpu: { readonly agent: number; readonly server: number; readonly workers: number };
  readonly peak: { readonly agent: number; readonly server: number; readonly workers: number };
}

const set = (home: string, name: string, value: string): Promise<unknown> =>
  run(ROLLCALL, ['settings', 'set', name, value, '--home', home, '--yes']);

/** All that is on device B makes room; its agent begins for that. */
async function makeRoom(arena: RollcallArena, root: string, average: number, wish: Wish): Promise<Made> {
  const home = arena.homeOf('b');
  const photos = look(arena.b).files;
  await set(home, 'disk-budget', '1MB');
  const agent = new Program('B', join(root, 'b.log'), ROLLCALL, ['sync', '--home', home]);
  try {
    await wait(5000);
    forgetPeak(agent.pid);
    forgetPeak(arena.server.pid);
    const before = { agent: shareOf(agent.pid), server: shareOf(arena.server.pid) };
    const began = performance.now();
    await set(home, 'storage', 'optimise');
    let workers = 0;
    await until('the last compressed version', () => {
      // A worker that has nothing to do ends: what it held is seen while it is there.
      workers = Math.max(workers, shareOf(arena.server.pid).started.peak);
      return look(arena.b).largest < average / 2;
    });
    const seconds = (performance.now() - began) / 1000;
    const [its, servers] = [shareOf(agent.pid), shareOf(arena.server.pid)];
    wish.say(`${photos} originals made room in ${seconds.toFixed(1)} s`);
    return {
      photos,
      seconds,
      cpu: {
        agent: its.own.cpu + its.started.cpu - before.agent.own.cpu - before.agent.started.cpu,
        server: servers.own.cpu - before.server.own.cpu,
        workers: servers.started.cpu - before.server.started.cpu,
      },
      peak: { agent: its.own.peak + its.started.peak, server: servers.own.peak, workers },
    };
  } finally {
    await agent.stop();
  }
}

function rowsOf({ photos, seconds, cpu, peak }: Made): Cell[][] {
  const all = cpu.agent + cpu.server + cpu.workers;
  const mb = (bytes: number): number => bytes / 1e6;
  return [
    [`${photos} originals make room`, seconds, seconds * (1000 / photos), 60, 's, x 1,000'],
    ['  processor time of all of them', all, all * (1000 / photos), null, 's, x 1,000'],
    ['  of the agent, the server, its workers', cpu.agent, cpu.server, cpu.workers, 's'],
    ['  memory at most of the agent, the server, its workers', mb(peak.agent), mb(peak.server), mb(peak.workers), 'MB'],
  ];
}

/**
 * How soon originals make room, what that takes, and whether it takes more memory where they are twice as many; how soon one is opened in full again,
 * and whether a folder stays within its budget while a large library arrives.
 */
export async function storage(wish: Wish): Promise<Table> {
  const photos = wish.quick ? 20 : wish.photos;
  const half = Math.floor(photos / 2);
  const root = join(wish.folder, 'rollcall');
  mkdirSync(root);
  const arena = await prepareRollcall(root);
  const rows: Cell[][] = [];
  const more: Program[] = [];
  const drawn = await draw(LARGE);
  const bothSync = async (): Promise<void> => {
    for (const device of ['a', 'b'] as const) await run(ROLLCALL, ['sync', '--once', '--home', arena.homeOf(device)]);
  };
  try {
    const first = fill(arena.a, drawn, half);
    await bothSync();
    const average = first / half;
    rows.push(...rowsOf(await makeRoom(arena, root, average, wish)));
    const home = arena.homeOf('b');
    await set(home, 'storage', 'keep-originals');
    const bytes = first + fill(arena.a, drawn, photos - half, false, half);
    await bothSync();
    rows.push(...rowsOf(await makeRoom(arena, root, average, wish)));
    await set(home, 'disk-budget', 'none');
    more.push(new Program('B', join(root, 'b.log'), ROLLCALL, ['sync', '--home', home]));
    await wait(5000);
    const spent = spentByEnded();
    const times = await open(arena, home);
    const cpu = ((spentByEnded() - spent) / times.length) * 1000;
    rows.push(['one opened in full, by command', median(times), quantile(times, 0.99), 300, 'ms, p99']);
    rows.push(['  processor time of the command', cpu, null, null, 'ms']);
    wish.say(`opened in ${median(times).toFixed(0)} ms`);
    rows.push(await arrival(arena, root, Math.max(1_000_000, Math.round(bytes / 10)), more, wish));
    return {
      title: 'A device without the room for all',
      columns: ['', 'measured', '', 'bar', ''],
      rows,
      notes: [
        `photographs of ${(average / 1e6).toFixed(1)} MB; the server makes their compressed versions meanwhile, on the same cores`,
        'the second time the server has made half of them already, and its memory is measured anew, with what it holds since the first',
        'the command starts anew each time; `--help` alone is told by bench views',
      ],
    };
  } finally {
    for (const program of more) await program.stop();
    await arena.stop();
  }
}

/** Milliseconds from the start of the command until its file stands there as it was, and the command has ended. */
async function open(arena: RollcallArena, home: string): Promise<number[]> {
  const times: number[] = [];
  for (const path of look(arena.b).paths.slice(0, OPENED)) {
    const compressed = statSync(path).size;
    const began = performance.now();
    await run(ROLLCALL, ['get', path, '--home', home]);
    times.push(performance.now() - began);
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (statSync(path).size === compressed || !readFileSync(path).equals(readFileSync(join(arena.a, name))))
      throw new Error(`${name} is not what it was`);
  }
  return times;
}

/** A new device whose budget is a tenth of the library. */
async function arrival(arena: RollcallArena, root: string, budget: number, more: Program[], wish: Wish): Promise<Cell[]> {
  const [folder, home] = [join(root, 'C'), join(root, 'c.home')];
  mkdirSync(folder);
  const account = ['--server', arena.url, '--email', EMAIL, '--password-stdin'];
  await run(ROLLCALL, ['link', '--home', home, '--folder', folder, '--name', 'c', ...account, '--yes'], PASSWORD);
  await run(ROLLCALL, ['settings', 'set', 'storage', 'optimise', '--home', home]);
  await run(ROLLCALL, ['settings', 'set', 'disk-budget', String(budget), '--home', home]);
  more.push(new Program('C', join(root, 'c.log'), ROLLCALL, ['sync', '--home', home]));
  const all = look(arena.a).files;
  let [most, largest, files] = [0, 0, 0];
  let grew = performance.now();
  await until('the last photo that fits', () => {
    const seen = look(folder);
    most = Math.max(most, seen.bytes);
    largest = Math.max(largest, seen.largest);
    if (seen.files !== files) grew = performance.now();
    files = seen.files;
    // What does not fit any more waits.
    return files === all || (files > 0 && performance.now() - grew > 15_000);
  });
  wish.say(`${files} of ${all} came; at most ${(most / 1e6).toFixed(1)} MB of ${(budget / 1e6).toFixed(1)}`);
  return [`${files} of ${all} arrive, at most`, most / 1e6, null, (budget + largest) / 1e6, 'MB in the folder'];
}
