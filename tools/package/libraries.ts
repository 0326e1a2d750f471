import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Credit } from './notice.ts';
import { ownPlatform, type Platform } from './platform.ts';

/** The compiler's own libraries, which Node.js and all compiled parts load. Nearly every machine has them; one with nothing but glibc has not. */
const LIBRARIES = ['libstdc++.so.6', 'libgcc_s.so.1'];
/** Where Debian and its kin keep the words under which they may be passed on. */
const WORDS = ['/usr/share/doc/libstdc++6/copyright', '/usr/share/doc/libgcc-s1/copyright'];

/** Those of this machine come along, for a package of its own kind. None: it is another kind, or they or their words were not found. */
export function putLibraries(to: string, platform: Platform): readonly Credit[] {
  const words = WORDS.find((path) => existsSync(path));
  if (ownPlatform()?.name !== platform.name || words === undefined) return [];
  const listed = execFileSync(platform.loader, ['--list', join(to, 'runtime', 'node')], { encoding: 'utf8' });
  const found = LIBRARIES.map((name) => ({ name, path: new RegExp(`${name.replaceAll(/[.+]/g, '\\$&')} => (/\\S+)`).exec(listed)?.[1] }));
  if (found.some(({ path }) => path === undefined)) return [];
  mkdirSync(join(to, 'lib'), { recursive: true });
  copyFileSync(words, join(to, 'lib', 'copyright'));
  return found.map(({ name, path }) => {
    copyFileSync(path as string, join(to, 'lib', name));
    return { name, version: 'of GCC', license: 'GPL-3.0 WITH GCC-exception-3.1', words: 'lib/copyright', where: 'in lib/' };
  });
}
