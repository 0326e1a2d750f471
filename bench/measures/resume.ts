import { mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { prepareRollcall, type RollcallArena } from '../contestants/rollcall.ts';
import { countTo } from '../machine/counter.ts';
import { filled, hashOf } from '../machine/tree.ts';
import { median, type Table } from '../table.ts';
import { writeVideo } from '../video.ts';
import type { Wish } from './measure.ts';

/** Where the server is when it is killed. */
const SHARE = 0.4;
/** Milliseconds. */
const PATIENCE = 180_000;

/** The server is killed, as by a loss of power, in the middle of one large upload: how much is sent twice? */
export async function resume(wish: Wish): Promise<Table> {
  const bytes = wish.quick ? 100e6 : 600e6;
  const rounds = [];
  for (let round = 0; round < Math.min(wish.rounds, 3); round += 1) {
    const one = await interrupted(join(wish.folder, `resume-${round}`), bytes);
    rounds.push(one);
    wish.say(`killed at ${((one.had / bytes) * 100).toFixed(0)} %: ${((one.twice / bytes) * 100).toFixed(2)} % sent twice`);
  }
  const row = [
    'rollcall',
    (median(rounds.map(({ had }) => had)) / bytes) * 100,
    median(rounds.map(({ twice }) => twice)) / 1e6,
    (median(rounds.map(({ twice }) => twice)) / bytes) * 100,
    median(rounds.map(({ seconds }) => seconds)),
  ];
  return {
    title: 'The server is killed in the middle of an upload',
    columns: ['', 'killed at %', 'sent twice MB', '% of the file', 'seconds to B'],
    rows: [row],
    notes: [
      `one video of ${bytes / 1e6} MB; the server is killed with SIGKILL at ${SHARE * 100} % and started again at once; median of ${rounds.length}`,
      'sent twice: all that A sent through a counter in between, less the size of the file; what A asks and tells is in it too',
    ],
  };
}

async function interrupted(root: string, bytes: number): Promise<{ had: number; twice: number; seconds: number }> {
  mkdirSync(root);
  const arena = await prepareRollcall(root, countTo);
  try {
    const film = join(root, 'film.mp4');
    writeVideo(film, bytes);
    const hash = hashOf(readFileSync(film));
    renameSync(film, join(arena.a, 'film.mp4'));
    const before = arena.counter?.asked() ?? 0;
    const began = performance.now();
    await arena.start();
    await reached(arena, bytes * SHARE);
    await arena.server.stop('SIGKILL');
    const had = held(arena);
    if (had >= bytes) throw new Error('the upload had ended before the server was killed');
    await arena.serveAgain();
    const ended = await filled(arena.b, 1, () => null, PATIENCE);
    const [name = ''] = readdirSync(arena.b, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('film.mp4'));
    if (hashOf(readFileSync(join(arena.b, name))) !== hash) throw new Error('other bytes came to B');
    return { had, twice: (arena.counter?.asked() ?? 0) - before - bytes, seconds: (ended - began) / 1000 };
  } finally {
    await arena.stop();
  }
}

/** Bytes of the largest upload that the server holds in part. */
function held({ data }: RollcallArena): number {
  const sizes = readdirSync(join(data, 'incoming'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return Math.max(0, ...sizes);
}

async function reached(arena: RollcallArena, bytes: number): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (held(arena) < bytes) {
    if (performance.now() > end) throw new Error(`the server never held ${bytes} bytes:\n${arena.server.said.slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
