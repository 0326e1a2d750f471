import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EMAIL, PASSWORD, ROLLCALL, type RollcallArena } from '../contestants/rollcall.ts';
import { Program, run } from '../machine/program.ts';
import type { Cell } from '../table.ts';
import { look, until } from './folder.ts';
import { set } from './make-room.ts';

/** What does not fit any more waits: nothing came for so long. Milliseconds. */
const NOTHING_COMES = 15_000;
/** Between looks at the folder: often, so that what it holds for a moment is seen. Milliseconds. */
const GLANCE = 50;

/** A new device whose budget is far less than the library: what comes, and the most that its folder holds meanwhile. */
export async function arrival(arena: RollcallArena, root: string, budget: number, say: (words: string) => void): Promise<Cell[][]> {
  const [folder, home] = [join(root, 'C'), join(root, 'c.home')];
  mkdirSync(folder);
  const account = ['--server', arena.url, '--email', EMAIL, '--password-stdin'];
  await run(ROLLCALL, ['link', '--home', home, '--folder', folder, '--name', 'c', ...account, '--yes'], PASSWORD);
  await set(home, 'storage', 'optimise');
  await set(home, 'disk-budget', String(budget));
  const { files: all, bytes } = look(arena.a);
  const device = new Program('C', join(root, 'c.log'), ROLLCALL, ['sync', '--home', home]);
  try {
    let [most, largest, files] = [0, 0, 0];
    let grew = performance.now();
    await until('the last photo that fits', GLANCE, () => {
      const seen = look(folder);
      most = Math.max(most, seen.bytes);
      largest = Math.max(largest, seen.largest);
      if (seen.files !== files) grew = performance.now();
      files = seen.files;
      return files === all || (files > 0 && performance.now() - grew > NOTHING_COMES);
    });
    say(`${files} of ${all} came; at most ${(most / 1e6).toFixed(1)} MB of ${(budget / 1e6).toFixed(1)}`);
    return [
      [
        `${files} of ${all}, ${(bytes / 1e9).toFixed(2)} GB, arrive, at most`,
        most / 1e6,
        null,
        (budget + largest) / 1e6,
        'MB in the folder',
      ],
      ['  above its budget, in files as large as its largest', Math.max(0, most - budget) / largest, null, 1, 'files'],
    ];
  } finally {
    await device.stop();
  }
}
