import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant } from '../contestants/contestant.ts';
import { copy, copyHash, rsync } from '../contestants/copiers.ts';
import { rollcall, rollcallInTurn } from '../contestants/rollcall.ts';
import { smallest } from '../contestants/smallest.ts';
import { syncthing } from '../contestants/syncthing.ts';
import { shareOf, spentBy, spentByEnded, type Share } from '../machine/cost.ts';
import { run, type Program } from '../machine/program.ts';
import { digestOf, filled, sizeOf } from '../machine/tree.ts';
import { fill, REAL } from '../photos.ts';
import { draw } from '../strips.ts';
import { median, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

const CONTESTANTS: readonly Contestant[] = [rollcall, rollcallInTurn, smallest, copy, copyHash, rsync, syncthing];

/** Milliseconds. */
const PATIENCE = 480_000;

interface Round {
  readonly seconds: number;
  readonly cpu: number;
  /** By program; what a program started stands under its name and a `+` (Rollcall's server: the workers that make pictures). */
  readonly shares: Readonly<Record<string, Share>>;
}

/** A -> server -> B of new photographs, from the start of the agents until the last one stands in B with the right bytes. */
export async function firstSync(wish: Wish): Promise<Table> {
  const source = join(wish.folder, 'source');
  wish.say('drawing photographs');
  const bytes = fill(source, await draw(REAL), wish.photos);
  const digest = digestOf(source);
  const notes = [
    `${wish.photos} photographs, ${(bytes / 1e9).toFixed(2)} GB; median of ${wish.rounds} rounds, each contestant once a round`,
    '+ is what a program started itself: of the server of Rollcall, the workers that make pictures',
  ];
  const taking = CONTESTANTS.filter(({ name }) => wish.only.length === 0 || wish.only.includes(name));
  const rounds = new Map<Contestant, Round[]>();
  for (const contestant of taking) {
    const missing = contestant.missing();
    if (missing === null) rounds.set(contestant, []);
    else notes.push(`NOT MEASURED: ${contestant.name}: ${missing}`);
  }
  for (let round = 0; round < wish.rounds; round += 1) {
    for (const [contestant, done] of rounds) {
      const one = await compete(contestant, source, digest, wish);
      done.push(one);
      wish.say(`${contestant.name}: ${one.seconds.toFixed(1)} s, ${one.cpu.toFixed(1)} s CPU`);
    }
  }
  const secondsOf = (contestant: Contestant): number | null => {
    const done = rounds.get(contestant);
    return done && done.length > 0 ? median(done.map(({ seconds }) => seconds)) : null;
  };
  const times = (value: number, other: number | null): number | null => (other === null ? null : value / other);
  const [copied, small] = [secondsOf(copy), secondsOf(smallest)];
  const rows = [...rounds].map(([contestant, done]) => {
    const seconds = median(done.map((each) => each.seconds));
    const byProgram = (value: (share: Share) => number): string | null =>
      Object.keys(done[0]?.shares ?? {})
        .map((name) => `${name} ${Math.round(median(done.map(({ shares: { [name]: share } }) => (share ? value(share) : 0))))}`)
        .join(', ') || null;
    return [
      contestant.name,
      seconds,
      times(seconds, copied),
      times(seconds, small),
      median(done.map(({ cpu }) => cpu)),
      byProgram(({ cpu }) => cpu),
      byProgram(({ peak }) => peak / 1e6),
    ];
  });
  return {
    title: 'First sync: A -> server -> B',
    columns: ['', 'seconds', 'x copy', 'x smallest', 'CPU s', 'by process', 'peak MB'],
    rows,
    notes,
  };
}

async function compete(contestant: Contestant, source: string, digest: string, wish: Wish): Promise<Round> {
  const root = join(wish.folder, contestant.name.replaceAll(' ', '-'));
  mkdirSync(root);
  const arena = await contestant.prepare(root);
  try {
    await run('cp', ['-al', `${source}/.`, arena.a]);
    await run('sync', []);
    const before = spent(arena.programs);
    const began = performance.now();
    await arena.start();
    const stuck = (): string | null => arena.programs.find(({ ended }) => ended)?.said ?? null;
    const ended = contestant.live ? await filled(arena.b, wish.photos, stuck, PATIENCE) : performance.now();
    const cpu = spent(arena.programs) - before;
    const shares = sharesOf(arena.programs);
    if (digestOf(arena.b) !== digest) throw new Error(`${contestant.name} brought other bytes (${sizeOf(arena.b)}) to B`);
    return { seconds: (ended - began) / 1000, cpu, shares };
  } finally {
    await arena.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

function sharesOf(programs: readonly Program[]): Record<string, Share> {
  const shares: Record<string, Share> = {};
  for (const { name, pid } of programs) {
    const { own, started } = shareOf(pid);
    shares[name] = own;
    if (started.peak > 0) shares[`${name}+`] = started;
  }
  return shares;
}

function spent(programs: readonly Program[]): number {
  return programs.reduce((sum, { pid }) => sum + spentBy(pid), spentByEnded());
}
