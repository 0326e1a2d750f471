import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { prepareRollcall, ROLLCALL, type RollcallArena } from '../contestants/rollcall.ts';
import { spentByEnded } from '../machine/cost.ts';
import { Program, run } from '../machine/program.ts';
import { fill, photograph, REAL } from '../photos.ts';
import { asHeic, numbered } from '../pictures/heic.ts';
import { arrival } from '../storage/arrival.ts';
import { look, pictured } from '../storage/folder.ts';
import { makeRoom, rowsOf, set } from '../storage/make-room.ts';
import { draw, type Drawn } from '../strips.ts';
import { median, quantile, type Cell, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

/** About 5 MB each. */
const LARGE = { ...REAL, quality: 94 };
const OPENED = 20;
/** Photos that are a HEIC photo, of all; and pictures that they show. */
const HEIC_PART = 10;
const HEIC_PICTURES = 2;

/**
 * How soon originals make room on a device, what that takes, and whether it takes more memory where they are twice as many; how soon one is opened in full again,
 * and whether a folder stays within its budget while a large library arrives.
 */
export async function storage(wish: Wish): Promise<Table> {
  const photos = wish.quick ? 20 : wish.photos;
  const root = join(wish.folder, 'rollcall');
  mkdirSync(root);
  const arena = await prepareRollcall(root);
  const rows: Cell[][] = [];
  const drawn = await draw(LARGE);
  const home = arena.homeOf('b');
  const bothSync = async (): Promise<void> => {
    for (const device of ['a', 'b'] as const) await run(ROLLCALL, ['sync', '--once', '--home', arena.homeOf(device)]);
  };
  try {
    let bytes = fill(arena.a, drawn, photos);
    await bothSync();
    await pictured(arena.data, photos);
    const average = bytes / photos;
    await set(home, 'disk-budget', '1MB');
    const optimise = { name: 'storage', value: 'optimise', small: average / 2 };
    const first = await makeRoom(arena, root, optimise);
    wish.say(`${first.photos} originals made room in ${first.seconds.toFixed(1)} s`);
    rows.push(...rowsOf('originals make room', first));
    await set(home, 'storage', 'keep-originals');
    await bothSync();
    rows.push(...rowsOf('whose compressed versions the server has', await makeRoom(arena, root, optimise)));
    await set(home, 'disk-budget', 'none');
    const heics = await heicsMakeRoom(arena, root, drawn, photos);
    if (heics !== null) rows.push(...rowsOf('HEIC that came while B kept no originals', heics));
    await set(home, 'disk-budget', 'none');
    rows.push(...(await opened(arena, root, wish)));
    const more = Math.max(photos, Math.ceil((wish.library ?? 0) / average));
    if (more > photos) {
      bytes += fill(arena.a, drawn, more - photos, false, photos);
      await run(ROLLCALL, ['sync', '--once', '--home', arena.homeOf('a')]);
    }
    rows.push(...(await arrival(arena, root, wish.budget ?? Math.max(1_000_000, Math.round(bytes / 10)), wish.say)));
    return {
      title: 'A device without the room for all',
      columns: ['', 'measured', '', 'bar', ''],
      rows,
      notes: [
        `photographs of ${(average / 1e6).toFixed(1)} MB; the server makes their compressed versions meanwhile, on the same cores`,
        'memory and processor time: of the agent, of the server, and of its workers',
        ...(heics === null ? ['NOT MEASURED: HEIC, for heif-enc is not installed'] : []),
        'the command starts anew each time; `--help` alone is told by bench views',
      ],
    };
  } finally {
    await arena.stop();
  }
}

/** HEIC photos that were put onto device B when it kept no originals make room there. Null: nothing here writes such files. */
async function heicsMakeRoom(
  arena: RollcallArena,
  root: string,
  drawn: Drawn,
  photos: number,
): Promise<Awaited<ReturnType<typeof makeRoom>> | null> {
  const into = join(root, 'heic');
  mkdirSync(into);
  const files = Array.from({ length: HEIC_PICTURES }, (_, number) => {
    const file = join(into, `${number}.jpg`);
    writeFileSync(file, photograph(drawn, number));
    return file;
  });
  const heics = await asHeic(files, into);
  if (heics === null) return null;
  const count = Math.ceil(photos / HEIC_PART);
  numbered(heics, arena.b, count);
  await run(ROLLCALL, ['sync', '--once', '--home', arena.homeOf('b')]);
  await pictured(arena.data, photos + count);
  const smallest = Math.min(...heics.map((file) => statSync(file).size));
  return makeRoom(arena, root, { name: 'disk-budget', value: '1MB', small: smallest });
}

async function opened(arena: RollcallArena, root: string, wish: Wish): Promise<Cell[][]> {
  const home = arena.homeOf('b');
  const agent = new Program('B', join(root, 'b.log'), ROLLCALL, ['sync', '--home', home]);
  try {
    await wait(5000);
    const spent = spentByEnded();
    const times = await open(arena, home);
    const cpu = ((spentByEnded() - spent) / times.length) * 1000;
    wish.say(`opened in ${median(times).toFixed(0)} ms`);
    return [
      ['one opened in full, by command', median(times), quantile(times, 0.99), 300, 'ms, p99'],
      ['  processor time of the command', cpu, null, null, 'ms'],
    ];
  } finally {
    await agent.stop();
  }
}

/** Milliseconds from the start of the command until its file stands there as it was, and the command has ended. */
async function open(arena: RollcallArena, home: string): Promise<number[]> {
  const times: number[] = [];
  const photos = look(arena.b).paths.filter((path) => path.endsWith('.JPG'));
  for (const path of photos.slice(0, OPENED)) {
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
