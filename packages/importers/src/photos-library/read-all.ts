import type { FoundFile } from '../found.ts';
import type { Sources } from '../sources.ts';
import { isRead } from './plan.ts';
import { readLibrary, type LibraryReading, type LibraryRow } from './rows.ts';

/** The libraries among the sources of an import, by the numbers of these. */
export async function readLibraries({ all }: Sources, signal: AbortSignal): Promise<Map<number, LibraryReading>> {
  const libraries = new Map<number, LibraryReading>();
  for (const [at, { label, files, photos }] of all.entries())
    if (photos !== undefined) libraries.set(at, await readLibrary({ label, files, from: photos }, Date.now(), signal));
  return libraries;
}

/** What of photos of a library is read to know what it is. */
export function readIn(rows: readonly LibraryRow[]): FoundFile[] {
  return rows.flatMap(({ parts }) => parts.filter(isRead).map(({ file }) => file));
}
