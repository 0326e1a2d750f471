import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Part } from './parts.ts';
import type { Platform } from './platform.ts';

/** Folders at the top of others' packages that nothing loads while Rollcall runs; further down such a name may mean anything. */
const FOLDERS = /^(?:tests?|__tests__|e2e|examples?|docs?|benchmarks?|bench|coverage|\.github)$/;
/** Types, sources of what was compiled, maps from one to the other, what a machine builds with. */
const FILES =
  /\.(?:d\.[cm]?ts|[cm]?ts|map|flow|gypi?|cc|cpp|c|h|mm|markdown)$|^(?:\.|tsconfig|eslint\.config|babel\.config|webpack\.config|playwright\.config|CHANGELOG|HISTORY)/;
const WORDS = /^(?:licen[cs]e|copying|notice|copyright)/i;

/** Of these more is known, by looking into them. */
const KNOWN: Readonly<Record<string, (path: string, platform: Platform) => boolean>> = {
  'better-sqlite3': (path, { name }) =>
    !/^(?:deps|src)\//.test(path) && (!path.startsWith('prebuilds/') || path === `prebuilds/${name}.node`),
  sharp: (path) => !/^(?:src|install)\//.test(path),
  '@parcel/watcher': (path) => !/^(?:src|scripts)\//.test(path),
  exifreader: (path) => !/^(?:src|bin)\//.test(path),
  'libheif-js': (path) => !path.startsWith('libheif/'),
};

/** Files of an installed package that come along, by their paths in it. */
export function filesOf(folder: string, { name }: Part, platform: Platform): readonly string[] {
  const known = KNOWN[name];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => {
      const steps = path.split('/');
      const file = steps.pop() ?? '';
      if (FOLDERS.test(steps[0] ?? '') || steps.includes('node_modules')) return false;
      if (isLicence(file)) return true;
      return !FILES.test(file) && !/\.md$/i.test(file) && (known === undefined || known(path, platform));
    })
    .sort();
}

export const isLicence = (file: string): boolean => WORDS.test(file);
