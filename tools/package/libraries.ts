import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Credit } from './notice.ts';
import { ownPlatform, type Platform } from './platform.ts';

/** The compiler's own libraries, which Node.js and all compiled parts load. Nearly every machine has them; one with nothing but glibc has not. */
const LIBRARIES = ['libstdc++.so.6', 'libgcc_s.so.1'];

/** Those of this machine come along, for a package of its own kind. None: it is another kind, or they were not found. */
export function putLibraries(to: string, platform: Platform): readonly Credit[] {
  if (ownPlatform()?.name !== platform.name) return [];
  const listed = execFileSync(platform.loader, ['--list', join(to, 'runtime', 'node')], { encoding: 'utf8' });
  const found = LIBRARIES.map((name) => ({ name, path: new RegExp(`${name.replaceAll(/[.+]/g, '\\$&')} => (/\\S+)`).exec(listed)?.[1] }));
  if (found.some(({ path }) => path === undefined)) return [];
  mkdirSync(join(to, 'lib'), { recursive: true });
  return found.map(({ name, path }) => {
    copyFileSync(path as string, join(to, 'lib', name));
    const license = 'GPL-3.0 with the GCC Runtime Library Exception';
    return {
      name: `${name} (GCC)`,
      version: 'as on the machine that made this package',
      license,
      folder: join(to, 'lib'),
      where: 'in lib/',
    };
  });
}
