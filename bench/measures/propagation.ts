import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollcall } from '../contestants/rollcall.ts';
import type { Contestant } from '../contestants/contestant.ts';
import { smallest } from '../contestants/smallest.ts';
import { syncthing } from '../contestants/syncthing.ts';
import { filesIn } from '../machine/tree.ts';
import { nameOf, photograph, REAL } from '../photos.ts';
import { draw, type Drawn } from '../strips.ts';
import { median, quantile, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

/** Pictures for a real size are big; a look at B this often costs nothing. Milliseconds. */
const GLANCE = 2;
/** Between two photos. Milliseconds. */
const REST = 700;

/** From the moment that a photo gets its name in A until it stands in B, whole; everything runs and rests. */
export async function propagation(wish: Wish): Promise<Table> {
  const drawn = await draw(REAL);
  const notes = [
    `from the rename into A until the whole file stands in B, one new photo of ${(photograph(drawn, 0).length / 1e6).toFixed(1)} MB at a time`,
  ];
  const rows: (string | number | null)[][] = [];
  const of = new Map<Contestant, number>();
  for (const contestant of [smallest, rollcall, syncthing]) {
    if (wish.only.length > 0 && !wish.only.includes(contestant.name)) continue;
    const missing = contestant.missing();
    if (missing !== null) {
      notes.push(`NOT MEASURED: ${contestant.name}: ${missing}`);
      continue;
    }
    const slow = contestant === syncthing;
    const times = await watch(contestant, join(wish.folder, contestant.name.replaceAll(' ', '-')), drawn, slow ? 3 : wish.quick ? 10 : 30);
    const middle = median(times);
    of.set(contestant, middle);
    wish.say(`${contestant.name}: ${middle.toFixed(0)} ms`);
    const small = of.get(smallest);
    rows.push([contestant.name, times.length, middle, quantile(times, 0.99), small === undefined ? null : middle / small]);
  }
  return { title: 'One new photo, from A to B', columns: ['', 'photos', 'median ms', 'p99 ms', 'x smallest'], rows, notes };
}

async function watch(contestant: Contestant, root: string, drawn: Drawn, count: number): Promise<number[]> {
  mkdirSync(root);
  const arena = await contestant.prepare(root);
  const times: number[] = [];
  try {
    for (let number = 0; number <= count; number += 1) {
      const bytes = photograph(drawn, number);
      const hidden = join(root, 'coming');
      writeFileSync(hidden, bytes);
      const began = performance.now();
      renameSync(hidden, join(arena.a, nameOf(number)));
      // The first one is there when everything starts, tells that everything runs, and is not counted.
      if (number === 0) await arena.start();
      await arrival(arena.b, nameOf(number), bytes.length);
      if (number > 0) times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, number === 0 ? 5000 : REST));
    }
    return times;
  } finally {
    await arena.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function arrival(folder: string, name: string, size: number): Promise<void> {
  const end = performance.now() + 120_000;
  let path: string | undefined;
  while (performance.now() < end) {
    path ??= filesIn(folder).find((each) => each.endsWith(name));
    if (path !== undefined) {
      const file = join(folder, path);
      if (existsSync(file) && statSync(file).size === size) return;
    }
    await new Promise((resolve) => setTimeout(resolve, GLANCE));
  }
  throw new Error(`${name} never came`);
}
