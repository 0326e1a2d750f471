import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLLCALL } from '../contestants/rollcall.ts';
import { memoryOf, spentByEnded } from '../machine/cost.ts';
import { fill, nameOf, photograph, REAL, TINY } from '../photos.ts';
import { byWorker } from '../pictures/by-worker.ts';
import { asHeic } from '../pictures/heic.ts';
import { draw } from '../strips.ts';
import type { Cell, Table } from '../table.ts';
import type { Wish } from './measure.ts';

interface Cost {
  readonly seconds: number;
  readonly cpu: number;
  /** Bytes. */
  readonly peak: number;
}

/** Milliseconds between looks at the memory of a program. */
const LOOK = 20;
const PLAIN = new URL('../pictures/plain.ts', import.meta.url).pathname;

/**
 * Thumbnail and preview of photographs, and their compressed versions, of the same as HEIC, and what many small ones tell of themselves: by this program, and by others
 * that do no more than that. Each works alone and on one thread.
 */
export async function pictures(wish: Wish): Promise<Table> {
  const [large, small] = wish.quick ? [3, 60] : [10, 1000];
  const folder = (name: string): string => {
    mkdirSync(join(wish.folder, name));
    return join(wish.folder, name);
  };
  const [photos, tiny, heic, into] = [folder('photos'), folder('tiny'), folder('heic'), folder('into')];
  const drawn = await draw(REAL);
  const files = Array.from({ length: large }, (_, number) => {
    const file = join(photos, nameOf(number));
    writeFileSync(file, photograph(drawn, number));
    return file;
  });
  fill(tiny, await draw(TINY), small);
  const tinies = Array.from({ length: small }, (_, number) => join(tiny, nameOf(number)));
  const heics = await asHeic(files.slice(0, Math.ceil(large / 5)), heic);

  const rows: Cell[][] = [];
  const group = async (
    what: string,
    count: number,
    contestants: readonly (readonly [string, () => Promise<Cost | null>])[],
  ): Promise<void> => {
    const costs: (readonly [string, Cost | null])[] = [];
    for (const [name, run] of contestants) {
      wish.say(`${what}: ${name}`);
      costs.push([name, await run()]);
    }
    const least = Math.min(...costs.slice(1).flatMap(([, cost]) => (cost === null ? [] : [cost.cpu])));
    for (const [name, cost] of costs)
      rows.push([
        what,
        name,
        cost && count / cost.seconds,
        cost && (cost.cpu * 1000) / count,
        cost && cost.cpu / least,
        cost && cost.peak / 1e6,
      ]);
  };
  await group('JPEG, 12 megapixels', files.length, [
    ['rollcall', () => worked(into, files)],
    ['sharp, plain', () => program(process.execPath, [PLAIN, 'pictures', into, ...files])],
    ['vipsthumbnail', () => byVips(into, files)],
  ]);
  await group('compressed, of JPEG', files.length, [
    ['rollcall', () => worked(into, files, 'compressed')],
    ['sharp, plain', () => program(process.execPath, [PLAIN, 'compressed', into, ...files])],
    ['vipsthumbnail', () => program('vipsthumbnail', ['-s', '2048x2048', '-o', join(into, '%s.vips2.jpg[Q=82]'), ...files])],
  ]);
  if (heics !== null)
    await group('HEIC, 12 megapixels', heics.length, [
      ['rollcall', () => worked(into, heics)],
      ['heif-convert, full size only', () => each('heif-convert', heics, (file) => [file, join(into, 'whole.jpg')])],
    ]);
  await group('what they tell', tinies.length, [
    ['rollcall inspect', () => program(ROLLCALL, ['inspect', '--json', ...tinies])],
    ['exiftool', () => program('exiftool', ['-json', '-fast', ...tinies])],
    ['sharp, size only', () => program(process.execPath, [PLAIN, 'facts', into, ...tinies])],
  ]);
  return {
    title: 'Pictures, and what files tell',
    columns: ['of', 'by', 'files/s', 'CPU ms a file', 'x the least other', 'peak MB'],
    rows,
    notes: [
      `${files.length} photographs, ${heics?.length ?? 0} as HEIC, ${tinies.length} small ones; one thread each; a program’s start is part of its time`,
      'rollcall also reads what the file tells, and makes placeholder and likeness; a dash: not installed, not measured',
    ],
  };
}

async function worked(into: string, files: readonly string[], what?: 'compressed'): Promise<Cost> {
  const [cpu, began] = [spentByEnded(), performance.now()];
  const peak = await byWorker(into, files, what);
  return { seconds: (performance.now() - began) / 1000, cpu: spentByEnded() - cpu, peak };
}

/** Null: it is not installed. */
async function program(command: string, args: readonly string[]): Promise<Cost | null> {
  const [cpu, began] = [spentByEnded(), performance.now()];
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, VIPS_CONCURRENCY: '1' } });
  let peak = 0;
  const look = setInterval(() => {
    // It may have ended between two looks.
    if (child.exitCode === null && child.pid !== undefined) peak = Math.max(peak, peakOf(child.pid));
  }, LOOK);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${command} ended with ${code}`);
    return { seconds: (performance.now() - began) / 1000, cpu: spentByEnded() - cpu, peak };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    clearInterval(look);
  }
}

function peakOf(pid: number): number {
  try {
    return memoryOf(pid).peak;
  } catch {
    return 0;
  }
}

/** One run for all previews, and one for all thumbnails. */
async function byVips(into: string, files: readonly string[]): Promise<Cost | null> {
  return added([
    await program('vipsthumbnail', ['-s', '1440x1440', '-o', join(into, '%s.vips.jpg[Q=82]'), ...files]),
    await program('vipsthumbnail', ['-s', '512x512', '-o', join(into, '%s.vips.webp[Q=76,effort=2]'), ...files]),
  ]);
}

async function each(command: string, files: readonly string[], args: (file: string) => readonly string[]): Promise<Cost | null> {
  const costs: (Cost | null)[] = [];
  for (const file of files) costs.push(await program(command, args(file)));
  return added(costs);
}

function added(costs: readonly (Cost | null)[]): Cost | null {
  return costs.reduce(
    (sum, cost) =>
      sum === null || cost === null
        ? null
        : { seconds: sum.seconds + cost.seconds, cpu: sum.cpu + cost.cpu, peak: Math.max(sum.peak, cost.peak) },
    { seconds: 0, cpu: 0, peak: 0 },
  );
}
