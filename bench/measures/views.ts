import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROLLCALL } from '../contestants/rollcall.ts';
import { spentByEnded } from '../machine/cost.ts';
import { run } from '../machine/program.ts';
import { prepareLarge } from '../size/large.ts';
import { median, type Cell, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

const ROUNDS = 3;

/** Exit code of `rollcall status` where no device is: the program has started, and that is all. */
const NEEDS_YOU = 3;

/**
 * How long somebody waits for `status`, `ls`, `doctor` and `why` on a device with many files: the first three grow as they do, and not
 * faster; the last not at all.
 */
export async function views(wish: Wish): Promise<Table> {
  const counts = wish.assets.length > 0 ? wish.assets : wish.quick ? [500, 1000] : [10_000, 100_000];
  const rows: Cell[][] = [];
  for (const count of counts) rows.push(await measured(wish, count));
  const perFile = (row: Cell[] | undefined): number => Number(row?.[2]) / Number(row?.[1]);
  const growth = perFile(rows.at(-1)) / perFile(rows[0]);
  return {
    title: 'Status, list, doctor and why of a large device',
    columns: ['assets', 'files', 'status s', 'CPU s', 'ls s', 'CPU s', 'doctor s', 'CPU s', 'why s', 'CPU s', 'start s', 'CPU s'],
    rows,
    notes: [
      'start: the program by itself, which finds no device; each of the others begins with it',
      'the whole command: its start, a look at the folder, the question to the server, and the plan of every file',
      ...(rows.length > 1 ? [`status takes ${growth.toFixed(2)} times as long a file with the most as with the fewest`] : []),
    ],
  };
}

async function measured(wish: Wish, count: number): Promise<Cell[]> {
  const root = join(wish.folder, `views-${count}`);
  mkdirSync(root);
  const { arena, home, files } = await prepareLarge(root, count);
  try {
    wish.say(`${files} files`);
    const status = await timed(['status', '--home', home, '--json'], (text) => {
      const { counts } = JSON.parse(text) as { counts: { onDevice: number; inSync: number } };
      if (counts.onDevice !== files || counts.inSync !== files) throw new Error(`not as it was made: ${JSON.stringify(counts)}`);
    });
    const list = await timed(['ls', '--home', home, '--json'], (text) => {
      const { items } = JSON.parse(text) as { items: unknown[] };
      if (items.length !== files) throw new Error(`${items.length} files of ${files}`);
    });
    const doctor = await timed(['doctor', '--home', home, '--json'], (text) => {
      const { outcome, counts } = JSON.parse(text) as { outcome: string; counts: { inSync: number } };
      if (outcome !== 'fine' || counts.inSync !== files) throw new Error(`the doctor found ${outcome}, ${counts.inSync} in sync`);
    });
    const [one] = readdirSync(arena.a, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.JPG'));
    const why = await timed(['why', join(arena.a, one ?? ''), '--home', home, '--json'], (text) => {
      if (!(JSON.parse(text) as { inSync: boolean }).inSync) throw new Error(`not in sync: ${text}`);
    });
    const start = await timed(['status', '--home', join(root, 'none')], () => undefined, NEEDS_YOU);
    const all = [status, list, doctor, why, start];
    wish.say(['status', 'ls', 'doctor', 'why', 'start'].map((name, at) => `${name} ${all[at]?.seconds.toFixed(2)} s`).join(', '));
    return [String(count), files, ...all.flatMap(({ seconds, cpu }) => [seconds, cpu])];
  } finally {
    await arena.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function timed(args: readonly string[], check: (text: string) => void, code = 0): Promise<{ seconds: number; cpu: number }> {
  const rounds: { seconds: number; cpu: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [cpu, began] = [spentByEnded(), performance.now()];
    check(await run(ROLLCALL, args, '', code));
    rounds.push({ seconds: (performance.now() - began) / 1000, cpu: spentByEnded() - cpu });
  }
  return { seconds: median(rounds.map(({ seconds }) => seconds)), cpu: median(rounds.map(({ cpu }) => cpu)) };
}
