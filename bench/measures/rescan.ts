import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareRollcall, ROLLCALL } from '../contestants/rollcall.ts';
import { needs } from '../contestants/folders.ts';
import { bytesRead, memoryOf, spentByEnded } from '../machine/cost.ts';
import { Program, run } from '../machine/program.ts';
import { fill, TINY } from '../photos.ts';
import { draw } from '../strips.ts';
import { median, type Cell, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

/** A look at a large folder in which nothing has changed. No file may be read for it. */
export async function rescan(wish: Wish): Promise<Table> {
  const count = wish.quick ? 5000 : 100_000;
  const root = join(wish.folder, 'rescan');
  mkdirSync(root);
  const arena = await prepareRollcall(root);
  try {
    const bytes = fill(arena.a, await draw(TINY), count, true);
    const home = arena.homeOf('a');
    wish.say(`first sync of ${count} small files`);
    const began = performance.now();
    await run(ROLLCALL, ['sync', '--once', '--home', home]);
    const first = (performance.now() - began) / 1000;
    wish.say(`${first.toFixed(0)} s; now with nothing changed`);
    const looks = [];
    for (let round = 0; round < 3; round += 1) looks.push(await look(root, home));
    const find = [];
    for (let round = 0; round < 3; round += 1) find.push(await timed('find', [arena.a, '-printf', '%p %s %T@ %C@ %i\n']));
    const rsync = [];
    if (needs('rsync') === null) {
      await run('rsync', ['-a', `${arena.a}/`, join(root, 'copy')]);
      for (let round = 0; round < 3; round += 1) rsync.push(await timed('rsync', ['-an', `${arena.a}/`, join(root, 'copy')]));
    }
    const found = median(find);
    const read = median(looks.map((each) => each.read));
    const row = (name: string, seconds: number, cpu: Cell, read: Cell, peak: Cell): Cell[] => [
      name,
      seconds,
      seconds / found,
      cpu,
      read,
      peak,
    ];
    const rows = [
      row(
        'rollcall sync --once',
        median(looks.map(({ seconds }) => seconds)),
        median(looks.map(({ cpu }) => cpu)),
        read / 1e6,
        median(looks.map(({ peak }) => peak)) / 1e6,
      ),
      row('find -printf', found, null, null, null),
    ];
    if (rsync.length > 0) rows.push(row('rsync -n', median(rsync), null, null, null));
    const notes = [
      read < bytes / 2 ? 'no file was read again: all that was read is less than half of what the files hold' : 'FILES WERE READ AGAIN',
      `${count} files of ${(bytes / count / 1000).toFixed(1)} kB (${(bytes / 1e6).toFixed(0)} MB); their first sync took ${first.toFixed(0)} s`,
      'the whole command: its start, the look, the question to the server, the answer; "read" is all it read of files and sockets, its own program and database included',
    ];
    return { title: 'Rescan with nothing changed', columns: ['', 'seconds', 'x find', 'CPU s', 'read MB', 'peak MB'], rows, notes };
  } finally {
    await arena.stop();
  }
}

async function look(root: string, home: string): Promise<{ seconds: number; cpu: number; read: number; peak: number }> {
  const cpu = spentByEnded();
  const began = performance.now();
  const program = new Program('look', join(root, 'look.log'), ROLLCALL, ['sync', '--once', '--home', home]);
  let [read, peak] = [0, 0];
  while (!program.ended) {
    try {
      read = Math.max(read, bytesRead(program.pid));
      peak = Math.max(peak, memoryOf(program.pid).peak);
    } catch {
      // It has just ended; what was seen last stands.
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await program.stop();
  const seconds = (performance.now() - began) / 1000;
  if (program.child.exitCode !== 0) throw new Error(program.said.slice(-2000));
  return { seconds, cpu: spentByEnded() - cpu, read, peak };
}

async function timed(command: string, args: readonly string[]): Promise<number> {
  const began = performance.now();
  await run(command, args);
  return (performance.now() - began) / 1000;
}
