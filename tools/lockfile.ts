import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './house.ts';

/**
 * npm compares a package's `engines` with the Node.js that npm itself runs on, and silently leaves out optional
 * packages that do not fit: on a machine with Node.js 18, the prebuilt parts of the picture library and of the bundler.
 * Ours run on the bundled Node.js instead, so the lockfile says nothing of engines. Nor does it name a host
 * to load from: that is for each machine's own settings.
 */
export function tidyLockfile(text: string): string {
  const lock = JSON.parse(text) as { packages: Record<string, Record<string, unknown>> };
  for (const entry of Object.values(lock.packages)) {
    delete entry['engines'];
    if (typeof entry['resolved'] === 'string' && /^https?:/.test(entry['resolved'])) delete entry['resolved'];
  }
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/**
 * Packages (`from: name`) that others in the lockfile need, or may take, and that do not stand in it. npm leaves out
 * builds for other systems that it could not look up, and newer versions of it then refuse the lockfile; written from
 * nothing, it has also been seen to forget a package that is needed.
 */
export function absentParts(text: string): string[] {
  const { packages } = JSON.parse(text) as { packages: Record<string, Needs> };
  const absent: string[] = [];
  for (const [path, entry] of Object.entries(packages))
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }))
      if (!stands(packages, path, name)) absent.push(`${path || '.'}: ${name}`);
  return absent;
}

interface Needs {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Looks where Node.js looks: in the package's own node_modules, then in those of the folders around it. */
function stands(packages: Record<string, unknown>, path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (`${folder}${folder ? '/' : ''}node_modules/${name}` in packages) return true;
    if (!folder) return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = join(ROOT, 'package-lock.json');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, tidyLockfile(text));
  const absent = absentParts(text);
  if (absent.length > 0) {
    process.stderr.write(`Not found while the lockfile was written; choose versions that have them:\n${absent.join('\n')}\n`);
    process.exitCode = 1;
  }
}
