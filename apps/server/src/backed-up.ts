import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In the data folder: what the command `backup` notes when it has come to its end, for the server to tell. */
const FILE = 'backed-up.json';

export interface BackedUp {
  /** The moment that the snapshot is of; milliseconds since 1970. */
  readonly at: number;
  /** Files that it lacks. */
  readonly lacking: number;
}

export async function noteBackedUp(dataDir: string, { at, lacking }: BackedUp): Promise<void> {
  const file = join(dataDir, FILE);
  await writeFile(`${file}.new`, `${JSON.stringify({ at, lacking })}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Null: no backup is known. A note that was cut short is none. */
export async function readBackedUp(dataDir: string): Promise<BackedUp | null> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const { at, lacking } = JSON.parse(text) as Partial<BackedUp>;
    return typeof at === 'number' && typeof lacking === 'number' ? { at, lacking } : null;
  } catch {
    return null;
  }
}
