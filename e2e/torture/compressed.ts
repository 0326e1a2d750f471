import { closeSync, openSync, readSync } from 'node:fs';

/** A compressed version says near its beginning what it stands for. */
const HEAD = 64 * 1024;
const OF = /<rdf:Description [^>]*:of="([0-9a-f]{64})"/;

/** SHA-256 of the original for which a file stands; null: it is no compressed version. */
export function standsFor(path: string): string | null {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    const length = readSync(file, head, 0, HEAD, 0);
    return OF.exec(head.toString('latin1', 0, length))?.[1] ?? null;
  } finally {
    closeSync(file);
  }
}
