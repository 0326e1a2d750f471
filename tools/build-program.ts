import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { ROOT } from './house.ts';
import { run } from './run.ts';

/** `bin/rollcall` runs what lies there, unless a source is newer; before it links or syncs, it has it made. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'rollcall');
const CURRENT = join(CACHE, 'program');
/** Older ones stay for programs that run from them, and load the rest of it later. */
const KEPT = 3;
/** Of what others wrote only this is taken in: each of these is many files, and every command loads them. */
const TAKEN_IN = ['@noble/hashes', 'commander', 'zod'];

/**
 * Puts the program of a device (`bin`, and all that it loads but the server) into few files: a command spends most of its time on finding
 * and loading some four hundred. Nothing is made shorter or renamed, and without it everything runs from its sources. Throws what the
 * bundler throws.
 */
export async function buildProgram(): Promise<void> {
  if (await isFresh()) return;
  const began = new Date();
  const name = `program-${began.getTime().toString(36)}-${process.pid}`;
  const folder = join(CACHE, name);
  const built = await rolldown({
    input: join(ROOT, 'bin', 'main.ts'),
    platform: 'node',
    external: isApart,
    plugins: [{ name: 'own-address', transform: (code, id) => ownAddress(code, id, folder) }],
  });
  await built.write({ dir: folder, format: 'esm', chunkFileNames: '[name]-[hash].js' });
  await built.close();
  // What was changed while this was made is newer than it.
  utimesSync(join(folder, 'main.js'), began, began);
  const link = join(CACHE, `${name}.link`);
  symlinkSync(name, link);
  renameSync(link, CURRENT);
  const all = readdirSync(CACHE).filter((each) => each.startsWith('program-'));
  const byAge = all.sort((a, b) => statSync(join(CACHE, b)).mtimeMs - statSync(join(CACHE, a)).mtimeMs);
  for (const old of byAge.slice(KEPT)) rmSync(join(CACHE, old), { recursive: true });
}

/** The program itself knows whether it runs from its sources. */
async function isFresh(): Promise<boolean> {
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(join(CURRENT, 'main.js'))) return false;
  const { output } = await run(join(ROOT, 'bin', 'rollcall'), ['--where'], { keep: true });
  return output.trim() === join(CURRENT, 'main.js');
}

function isApart(id: string): boolean {
  if (id.startsWith('.') || id.startsWith('/')) return false;
  if (id.startsWith('@rollcall/')) return id === '@rollcall/server';
  return !TAKEN_IN.some((name) => id === name || id.startsWith(`${name}/`));
}

/** A module that looks for something beside it finds it where its source is, wherever the whole house lies. */
function ownAddress(code: string, id: string, folder: string): string | null {
  if (!code.includes('import.meta.url')) return null;
  const way = relative(folder, id);
  return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(way)}, import.meta.url).href`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await buildProgram();
  } catch (error) {
    // Who may not write there runs from the sources.
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      process.stderr.write(`The program could not be put into few files, and runs from its sources, more slowly: ${String(error)}\n`);
  }
}
