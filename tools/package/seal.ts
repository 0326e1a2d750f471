import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, createWriteStream, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export const SUMS = 'SHA256SUMS';
const PROGRAMS = new Set(['bin/rollcall', 'runtime/node']);

export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => !each.isDirectory())
    .map((each) => relative(folder, join(each.parentPath, each.name)))
    .sort();
}

/** Gives everything the same rights wherever it was made, and writes down what each file's bytes are, as `sha256sum -c` reads it. */
export function sealFolder(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (lstatSync(path).isSymbolicLink()) throw new Error(`${path} is a link, which would lead elsewhere on another machine`);
    chmodSync(path, entry.isDirectory() || PROGRAMS.has(relative(folder, path)) ? 0o755 : 0o644);
  }
  chmodSync(folder, 0o755);
  const lines = listFiles(folder).map((path) => `${sumOf(join(folder, path))}  ${path}\n`);
  writeFileSync(join(folder, SUMS), lines.join(''), { mode: 0o644 });
}

const sumOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** `FOLDER.tar.gz` beside it, and its checksum beside that. The same folder gives the same bytes: no times, no names of users. */
export async function packFolder(folder: string): Promise<string> {
  const archive = `${folder}.tar.gz`;
  const how = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--format=gnu'];
  const tar = spawn('tar', [...how, '-C', dirname(folder), '-c', basename(folder)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => tar.once('close', resolve).once('error', reject));
  await Promise.all([pipeline(tar.stdout, createGzip({ level: 6 }), createWriteStream(archive)), ended]);
  if ((await ended) !== 0) throw new Error(`tar ended with ${await ended}`);
  writeFileSync(`${archive}.sha256`, `${sumOf(archive)}  ${basename(archive)}\n`);
  return archive;
}

/** How many bytes lie in each of its folders, the largest first. */
export function sizesOf(folder: string): readonly (readonly [name: string, bytes: number])[] {
  const sizes = new Map<string, number>();
  for (const path of listFiles(folder)) {
    const [top = ''] = path.split('/');
    const name = path === top ? 'the rest' : top;
    sizes.set(name, (sizes.get(name) ?? 0) + statSync(join(folder, path)).size);
  }
  return [...sizes].sort((a, b) => b[1] - a[1]);
}
