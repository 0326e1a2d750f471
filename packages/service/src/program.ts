import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBelow } from './hidden.ts';
import type { Program } from './service.ts';

/**
 * How Rollcall is begun by others: by its launcher, which finds the runtime, where that is to be had.
 * @param main the file that runs now
 * @param runtime the Node.js that runs it
 */
export function programOf(main: string, runtime: string, launcher: 'taken' | 'left'): Program {
  const file = existsSync(main) ? realpathSync(main) : main;
  const node = realpathSync(runtime);
  const own = findLauncher(dirname(file));
  const root = own === null ? dirname(file) : dirname(dirname(own));
  const command = own !== null && launcher === 'taken' ? [own] : [node, own === null ? file : join(dirname(own), 'main.ts')];
  return { command, root, runtime: isBelow(node, root) ? null : dirname(node) };
}

/** `bin/rollcall`, next above what runs. */
function findLauncher(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const launcher = join(folder, 'bin', 'rollcall');
    if (existsSync(launcher)) return launcher;
    if (folder === dirname(folder)) return null;
  }
}
