import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/** How often it is looked whether an account is closed or kept; also when another program did it in the data folder. Milliseconds. */
const LOOK = 1000;

/** Calls `tell` for each library that is to be closed, or is kept again. */
export function watchClosings(database: Database, tell: (libraryId: string) => void): { readonly close: () => void } {
  const standing = (): Set<string> =>
    new Set((sql(database, 'SELECT library_id AS id FROM closings WHERE ended_at IS NULL').all() as { id: string }[]).map(({ id }) => id));
  let told = standing();
  const looking = setInterval(() => {
    const now = standing();
    const changed = [...now, ...told].filter((id) => now.has(id) !== told.has(id));
    told = now;
    for (const libraryId of changed) tell(libraryId);
  }, LOOK);
  looking.unref();
  return { close: () => clearInterval(looking) };
}
