import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { prepareRollcall, ROLLCALL } from '../contestants/rollcall.ts';
import { spentBy, spentByEnded } from '../machine/cost.ts';
import { run } from '../machine/program.ts';
import { fill, REAL } from '../photos.ts';
import { draw } from '../strips.ts';
import { median, type Table } from '../table.ts';
import type { Wish } from './measure.ts';

const WAYS = ['sync', 'import folder', 'import ZIP'] as const;
type Way = (typeof WAYS)[number];

interface Round {
  readonly seconds: number;
  /** Of these, what the cloud took to read all of it again; 0 of a sync, which proves nothing. */
  readonly proof: number;
  readonly cpu: number;
}

/** The same photographs into an empty cloud: by a plain sync of a device, and by imports, each with the proof at its end. */
export async function importing(wish: Wish): Promise<Table> {
  const source = join(wish.folder, 'source');
  wish.say('drawing photographs');
  const bytes = fill(source, await draw(REAL), wish.photos);
  const archive = join(wish.folder, 'photographs.zip');
  await pack(source, archive);
  const rounds = new Map<Way, Round[]>(WAYS.map((way) => [way, []]));
  for (let round = 0; round < wish.rounds; round += 1)
    for (const way of WAYS) {
      const one = await brought(way, source, archive, wish);
      rounds.get(way)!.push(one);
      wish.say(`${way}: ${one.seconds.toFixed(1)} s, of which ${one.proof.toFixed(1)} s for the proof; ${one.cpu.toFixed(1)} s CPU`);
    }
  const of = (way: Way, value: (round: Round) => number): number => median(rounds.get(way)!.map(value));
  const secondsOf = (way: Way): number => of(way, ({ seconds, proof }) => seconds - proof);
  return {
    title: 'Import, beside a plain sync of the same photographs',
    columns: ['', 'seconds', 'x the speed of sync', 'proof s', 'CPU s'],
    rows: WAYS.map((way) => [
      way,
      secondsOf(way),
      secondsOf('sync') / secondsOf(way),
      of(way, ({ proof }) => proof),
      of(way, ({ cpu }) => cpu),
    ]),
    notes: [
      `${wish.photos} photographs, ${(bytes / 1e9).toFixed(2)} GB, into an empty cloud; median of ${wish.rounds} rounds, each way once a round`,
      'sync: sync --once of a new device; import: from the start of the command until all is in the library; proof: until the cloud has read all of it again',
    ],
  };
}

async function brought(way: Way, source: string, archive: string, wish: Wish): Promise<Round> {
  const root = join(wish.folder, way.replaceAll(' ', '-'));
  mkdirSync(root);
  const arena = await prepareRollcall(root);
  try {
    if (way === 'sync') await run('cp', ['-al', `${source}/.`, arena.a]);
    await run('sync', []);
    const home = ['--home', arena.homeOf('a')];
    const spent = (): number => spentBy(arena.server.pid) + spentByEnded();
    const before = spent();
    const began = performance.now();
    const what = way === 'sync' ? ['sync', '--once'] : ['import', way === 'import ZIP' ? archive : source];
    const said = await run(ROLLCALL, [...what, '--json', ...home]);
    return { seconds: (performance.now() - began) / 1000, proof: way === 'sync' ? 0 : proofSeconds(said), cpu: spent() - before };
  } finally {
    await arena.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

function proofSeconds(said: string): number {
  const { importedAt, endedAt } = JSON.parse(said.slice(said.indexOf('{'))) as { readonly importedAt: string; readonly endedAt: string };
  return (Date.parse(endedAt) - Date.parse(importedAt)) / 1000;
}

/** Deflated, as takeouts are. */
async function pack(folder: string, path: string): Promise<void> {
  const zip = new ZipFile();
  for (const name of readdirSync(folder).sort()) zip.addFile(join(folder, name), `Photos/${name}`);
  zip.end();
  await pipeline(zip.outputStream as Readable, createWriteStream(path));
}
