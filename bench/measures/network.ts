import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { prepareRollcall } from '../contestants/rollcall.ts';
import { Gatehouse, type Wall } from '../machine/wall.ts';
import { filesIn } from '../machine/tree.ts';
import { nameOf, photograph, REAL, TINY } from '../photos.ts';
import { draw } from '../strips.ts';
import { quantile, median, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

/** A look at the device's own notes; milliseconds. */
const GLANCE = 20;
const REST = 3000;
const PATIENCE = 120_000;

/** From a fault of the way to the reason that is told of it, and from its end until a photo that waited stands on the other device. */
export async function network(wish: Wish): Promise<Table> {
  const drawn = await draw(TINY);
  const large = await draw(REAL);
  const house: { is: Gatehouse | null } = { is: null };
  const root = join(wish.folder, 'rollcall');
  mkdirSync(root);
  const arena = await prepareRollcall(root, async (url) => (house.is = await Gatehouse.before(url)));
  const gatehouse = house.is ?? fail('nothing stands before the server');
  const notes = new DatabaseSync(join(arena.homeOf('a'), 'device.sqlite'), { readOnly: true });
  const trouble = (): boolean => notes.prepare("select 1 from meta where key = 'server-trouble'").get() !== undefined;
  const rows: (string | number)[][] = [];
  let number = 0;
  const add = (of = drawn): string => {
    const name = nameOf(number);
    writeFileSync(join(wish.folder, 'coming'), photograph(of, number));
    renameSync(join(wish.folder, 'coming'), join(arena.a, name));
    number += 1;
    return name;
  };
  try {
    await arena.start();
    const first = add();
    await until(() => existsIn(arena.b, first));
    for (const fault of ['refusing', 'silent'] as const satisfies Wall[]) {
      const told: number[] = [];
      const resumed: number[] = [];
      for (let round = 0; round < (wish.quick ? 4 : 10); round += 1) {
        await new Promise((resolve) => setTimeout(resolve, REST));
        gatehouse.wall = fault;
        const from = performance.now();
        const waits = add();
        await until(trouble);
        told.push((performance.now() - from) / 1000);
        // Some way into the fault, so that whoever tries has tried for a while.
        await new Promise((resolve) => setTimeout(resolve, 1000 + 900 * round));
        gatehouse.wall = 'open';
        const free = performance.now();
        await until(() => existsIn(arena.b, waits));
        resumed.push((performance.now() - free) / 1000);
      }
      wish.say(`${fault}: told after ${median(told).toFixed(1)} s, resumed after ${median(resumed).toFixed(1)} s`);
      rows.push([fault, told.length, median(told), quantile(told, 1), median(resumed), quantile(resumed, 1)]);
    }
    const resumed: number[] = [];
    for (let round = 0; round < (wish.quick ? 4 : 10); round += 1) {
      await new Promise((resolve) => setTimeout(resolve, REST));
      gatehouse.wall = 'silent';
      const before = gatehouse.asked();
      const waits = add();
      await until(() => gatehouse.asked() > before);
      gatehouse.wall = 'open';
      const free = performance.now();
      await until(() => existsIn(arena.b, waits));
      resumed.push((performance.now() - free) / 1000);
    }
    wish.say(`silent for a moment: resumed after ${median(resumed).toFixed(1)} s`);
    rows.push(['silent for a moment', resumed.length, 'not', 'not', median(resumed), quantile(resumed, 1)]);
    const goneOn: number[] = [];
    for (let round = 0; round < (wish.quick ? 4 : 10); round += 1) {
      // A whole one, so that it is known how fast they come by.
      const whole = add(large);
      await until(() => existsIn(arena.b, whole));
      await new Promise((resolve) => setTimeout(resolve, REST));
      const before = gatehouse.forgotAt;
      gatehouse.forgetAfter(1_000_000);
      const cut = add(large);
      await until(() => existsIn(arena.b, cut));
      if (gatehouse.forgotAt === before) throw new Error('it was not cut');
      goneOn.push((performance.now() - gatehouse.forgotAt) / 1000);
    }
    wish.say(`connections forgotten: resumed after ${median(goneOn).toFixed(1)} s`);
    rows.push(['connections forgotten', goneOn.length, 'not', 'not', median(goneOn), quantile(goneOn, 1)]);
  } finally {
    notes.close();
    await arena.stop();
  }
  return {
    title: 'Faults of the way: to the reason, and from their end',
    columns: ['', 'rounds', 'told s', 'at most', 'resumed s', 'at most'],
    rows,
    notes: [
      'told: from the fault until the device notes its reason; resumed: from its end until the photo that waited stands in B',
      'connections forgotten: in the midst of a photo of 3 MB, from that moment',
    ],
  };
}

/** Where it was placed depends on the date that it carries. */
function existsIn(folder: string, name: string): boolean {
  return filesIn(folder).some((path) => path.slice(path.lastIndexOf('/') + 1) === name);
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not within ${PATIENCE / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, GLANCE));
  }
}

function fail(words: string): never {
  throw new Error(words);
}
