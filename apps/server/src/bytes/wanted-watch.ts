import type { Database } from 'better-sqlite3';
import { wantingLibraries } from './checks.ts';

/** How often it is looked whether bytes were found damaged; also by another program that looks at the data folder. Milliseconds. */
const LOOK = 2000;
/** Damaged blobs that are told of at a time. */
const MOST = 1000;

/**
 * Calls `tell` for each library of which bytes were newly found damaged or missing, or are whole again. Costs one look at an index
 * that is all but empty.
 */
export function watchWanted(database: Database, tell: (libraryId: string) => void): { readonly close: () => void } {
  let told = new Map<string, string>();
  const look = (): void => {
    const now = new Map(wantingLibraries(database, MOST).map(({ libraryId, hash }) => [`${libraryId} ${hash}`, libraryId]));
    const changed = [...now, ...told].filter(([key]) => now.has(key) !== told.has(key)).map(([, libraryId]) => libraryId);
    told = now;
    for (const libraryId of new Set(changed)) tell(libraryId);
  };
  const looking = setInterval(look, LOOK);
  looking.unref();
  return { close: () => clearInterval(looking) };
}
