import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EMAIL, PASSWORD, prepareRollcall, type RollcallArena } from '../contestants/rollcall.ts';
import { memoryOf } from '../machine/cost.ts';
import { startAgent } from '../size/agent.ts';
import { answering } from '../size/answering.ts';
import { changeAssets } from '../size/change.ts';
import { dumpSqlite, writeSources } from '../size/floor.ts';
import { fillLibrary } from '../size/library.ts';
import { startPostgres, type Postgres } from '../size/postgres.ts';
import { median, type Cell, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

const ROUNDS = 3;
const CHANGES = 100;

/** Large libraries: a new device hears of everything, and one that was away for a hundred changes; with the least that databases take for such rows. */
export async function size(wish: Wish): Promise<Table> {
  const counts = wish.assets.length > 0 ? wish.assets : wish.quick ? [1000] : [10_000, 100_000];
  const postgres = await startPostgres();
  const rows: Cell[][] = [];
  const notes: string[] = [];
  try {
    for (const count of counts) rows.push(await measured(wish, count, postgres, notes));
  } finally {
    if (typeof postgres !== 'string') await postgres.stop();
  }
  if (typeof postgres === 'string') notes.push(`NOT MEASURED: COPY: ${postgres}`);
  notes.push(
    'bootstrap: the whole feed from a real server into the store of a new device; COPY and dump: the same rows into a table with their key alone, on disk',
    `catch-up: ${CHANGES} titles changed elsewhere; memory in MB: the server at rest with the library, at its most, and the device at its most`,
  );
  return {
    title: 'Size',
    columns: ['assets', 'rows', 'B/row', 'bootstrap s', 'COPY s', 'x COPY', 'dump s', 'x dump', 'catch-up ms', 'server', 'most', 'device'],
    rows,
    notes,
  };
}

async function measured(wish: Wish, count: number, postgres: Postgres | string, notes: string[]): Promise<Cell[]> {
  const root = join(wish.folder, `size-${count}`);
  mkdirSync(root);
  const arena = await prepareRollcall(root);
  try {
    await arena.server.stop();
    const filled = fillLibrary(arena.data, count);
    wish.say(`${count} assets: ${filled.rows} rows, ${(filled.bytes / 1e6).toFixed(0)} MB of JSON`);
    await arena.serveAgain();
    await answering(arena.url);
    const atRest = memoryOf(arena.server.pid).now;
    const device = await heard(wish, arena);
    const { copy, dump } = await floors(root, postgres, count);
    wish.say(
      `bootstrap ${device.bootstrap.toFixed(2)} s (${device.cpu.toFixed(1)} s of processor time), COPY ${copy?.toFixed(2)} s, dump ${dump.toFixed(2)} s`,
    );
    notes.push(
      `${count} assets: the device’s database is ${(statSync(join(arena.homeOf('a'), 'device.sqlite')).size / 1e6).toFixed(0)} MB`,
    );
    const most = memoryOf(arena.server.pid).peak;
    return [
      String(count),
      String(filled.rows),
      filled.bytes / filled.rows,
      device.bootstrap,
      copy,
      copy === null ? null : device.bootstrap / copy,
      dump,
      device.bootstrap / dump,
      device.catchUp * 1000,
      atRest / 1e6,
      most / 1e6,
      device.peak / 1e6,
    ];
  } finally {
    await arena.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function heard(wish: Wish, arena: RollcallArena) {
  const agent = startAgent(arena.homeOf('a'));
  try {
    const bootstrap = await agent.pull();
    const { peak, cpu } = agent.cost();
    const catchUps: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await changeAssets(arena.url, EMAIL, PASSWORD, CHANGES, round);
      catchUps.push(await agent.pull());
    }
    wish.say(`catch-up ${catchUps.map((each) => (each * 1000).toFixed(0)).join(', ')} ms`);
    return { bootstrap, peak, cpu, catchUp: median(catchUps) };
  } finally {
    await agent.stop();
  }
}

async function floors(root: string, postgres: Postgres | string, count: number): Promise<{ copy: number | null; dump: number }> {
  const running = typeof postgres === 'string' ? null : postgres;
  const sources = writeSources(root, running?.folder ?? root, count);
  const copies: number[] = [];
  const dumps: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (running) copies.push(await running.copy(sources.text));
    dumps.push(dumpSqlite(sources.sqlite, join(root, `dump-${round}.sqlite`)));
  }
  return { copy: running ? median(copies) : null, dump: median(dumps) };
}
