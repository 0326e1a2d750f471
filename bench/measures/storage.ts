import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EMAIL, PASSWORD, prepareRollcall, ROLLCALL, type RollcallArena } from '../contestants/rollcall.ts';
import { spentBy } from '../machine/cost.ts';
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

/** How soon originals make room, how soon one is opened in full again, and whether a folder stays within its budget while a large library arrives. */
export async function storage(wish: Wish): Promise<Table> {
  const photos = wish.quick ? 20 : wish.photos;
  const root = join(wish.folder, 'rollcall');
  mkdirSync(root);
  const arena = await prepareRollcall(root);
  const rows: Cell[][] = [];
  const more: Program[] = [];
  try {
    const bytes = fill(arena.a, await draw(LARGE), photos);
    for (const device of ['a', 'b'] as const) await run(ROLLCALL, ['sync', '--once', '--home', arena.homeOf(device)]);
    const average = bytes / photos;
    const set = (home: string, name: string, value: string): Promise<unknown> =>
      run(ROLLCALL, ['settings', 'set', name, value, '--home', home]);
    const home = arena.homeOf('b');
    await set(home, 'disk-budget', '1MB');
    const device = new Program('B', join(root, 'b.log'), ROLLCALL, ['sync', '--home', home]);
    more.push(device);
    await wait(5000);
    const spent = (): number => spentBy(arena.server.pid) + spentBy(device.pid);
    const [began, before] = [performance.now(), spent()];
    await set(home, 'storage', 'optimise');
    await until('the last compressed version', () => look(arena.b).largest < average / 2);
    const seconds = (performance.now() - began) / 1000;
    const cpu = spent() - before;
    wish.say(`${photos} originals made room in ${seconds.toFixed(1)} s`);
    rows.push([`${photos} originals make room`, seconds, seconds * (1000 / photos), 60, 's, x 1,000']);
    rows.push(['processor time of server, workers and device', cpu, cpu * (1000 / photos), null, 's, x 1,000']);
    await set(home, 'disk-budget', 'none');
    const times = await open(arena, home);
    rows.push(['one opened in full, by command', median(times), quantile(times, 0.99), 300, 'ms, p99']);
    wish.say(`opened in ${median(times).toFixed(0)} ms`);
    rows.push(await arrival(arena, root, Math.max(1_000_000, Math.round(bytes / 10)), more, wish));
    return {
      title: 'A device without the room for all',
      columns: ['', 'measured', '', 'bar', ''],
      rows,
      notes: [
        `photographs of ${(average / 1e6).toFixed(1)} MB; the server makes their compressed versions meanwhile, on the same cores`,
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
