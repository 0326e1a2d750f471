import { statSync } from 'node:fs';
import { join } from 'node:path';
import { makePhotosLibrary, type MadePhoto } from '../../packages/importers/src/testing/photos-library.ts';
import { ROLLCALL } from '../contestants/rollcall.ts';
import { memoryOf, spentByEnded } from '../machine/cost.ts';
import { Program } from '../machine/program.ts';
import type { Cell, Table } from '../table.ts';
import type { Wish } from './measure.ts';

const WHOLE = 200_000;
const QUICK = 2000;
/** Needs a person. */
const NEEDS_YOU = 3;

/** How soon `rollcall icloud doctor` has examined a large library of Apple Photos, files and all, and what it takes for that. */
export async function applePhotos(wish: Wish): Promise<Table> {
  const counts = wish.assets.length > 0 ? wish.assets : [wish.quick ? QUICK : WHOLE];
  const rows: Cell[][] = [];
  for (const count of counts) {
    const library = join(wish.folder, `${count}.photoslibrary`);
    const began = performance.now();
    const database = makePhotosLibrary(library, photos(count));
    wish.say(`${count} photos made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    const megabytes = statSync(database).size / 1e6;
    for (const how of [[], ['--json'], ['--html', join(wish.folder, `${count}.html`)]]) {
      const { seconds, cpu, peak } = await examined(wish.folder, library, how);
      rows.push([count, megabytes, how[0] ?? 'words', seconds, cpu, peak / 1e6]);
    }
  }
  const notes = [
    'a third of the originals only in iCloud, a fifth Live Photos, 15 % edited; files of 1 to 2 kB of holes for all that is here; the bars: 20 s, 500 MB',
  ];
  return {
    title: 'A library of Apple Photos, examined',
    columns: ['assets', 'database MB', 'as', 'seconds', 'CPU s', 'peak MB'],
    rows,
    notes,
  };
}

function* photos(count: number): IterableIterator<MadePhoto> {
  for (let at = 0; at < count; at += 1) {
    const id = at.toString(16).toUpperCase().padStart(8, '0');
    const kind = at % 100;
    yield {
      uuid: `${id.at(-1)}${id.slice(1)}-0000-4000-8000-0000${id}`,
      video: kind > 90,
      live: kind < 20,
      edited: kind >= 20 && kind < 35,
      taken: 300_000_000 + at * 2000,
      added: 300_000_000 + at * 2000,
      here: kind % 3 === 0 ? -1 : 1,
      bytes: 1000 + (at % 1000),
      ...(kind === 50 ? { master: 1 } : kind === 52 ? { asset: 4, attempts: 11 } : {}),
    };
  }
}

async function examined(folder: string, library: string, how: readonly string[]): Promise<{ seconds: number; cpu: number; peak: number }> {
  const cpu = spentByEnded();
  const began = performance.now();
  const program = new Program('doctor', join(folder, 'doctor.log'), ROLLCALL, ['icloud', 'doctor', library, ...how]);
  let peak = 0;
  while (!program.ended) {
    try {
      peak = Math.max(peak, memoryOf(program.pid).peak);
    } catch {
      // It has just ended; what was seen last stands.
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await program.stop();
  const seconds = (performance.now() - began) / 1000;
  if (program.child.exitCode !== NEEDS_YOU) throw new Error(program.said.slice(-2000));
  return { seconds, cpu: spentByEnded() - cpu, peak };
}
