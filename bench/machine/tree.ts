import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Visible files below a folder, by path; what begins with a dot belongs to programs. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')));
}

/** How much longer than a look at a folder the pause after it is: who watches must not take the time of who is measured. */
const LEISURE = 20;

/** Waits until a folder shows so many files; gives the moment, by the clock of `performance.now()`. */
export async function filled(folder: string, count: number, stuck: () => string | null, patience = 900_000): Promise<number> {
  const end = performance.now() + patience;
  for (;;) {
    const began = performance.now();
    const found = filesIn(folder).length;
    const now = performance.now();
    if (found >= count) return now;
    const why = stuck();
    if (why !== null || now > end) throw new Error(`${found} of ${count} files came to ${folder}. ${why ?? 'Patience is at its end.'}`);
    await new Promise((resolve) => setTimeout(resolve, Math.max(40, LEISURE * (now - began))));
  }
}

/** One digest over the bytes of all files, whatever they are called. */
export function digestOf(folder: string): string {
  const hashes = filesIn(folder).map((path) => hashOf(readFileSync(join(folder, path))));
  return hashOf(hashes.sort().join('\n'));
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The bytes of all visible files. */
export function sizeOf(folder: string): number {
  return filesIn(folder).reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
}
