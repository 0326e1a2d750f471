import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/** How often it is looked whether somebody has another quota; also when another program changed it in the data folder. Milliseconds. */
const LOOK = 1000;

/** Calls `tell` for each library whose quota has changed, or whose request for a plan was answered. */
export function watchRoom(database: Database, tell: (libraryId: string) => void): { readonly close: () => void } {
  const standing = (): Map<string, string> =>
    new Map(
      (
        sql(
          database,
          `SELECT l.id AS id, l.quota || ' ' || coalesce((SELECT n || state FROM plan_requests r WHERE r.library_id = l.id ORDER BY n DESC LIMIT 1), '') AS standing
           FROM libraries l`,
        ).all() as { id: string; standing: string }[]
      ).map((row) => [row.id, row.standing]),
    );
  let told = standing();
  const looking = setInterval(() => {
    const now = standing();
    const changed = [...now].filter(([id, its]) => told.get(id) !== its);
    told = now;
    for (const [id] of changed) tell(id);
  }, LOOK);
  looking.unref();
  return { close: () => clearInterval(looking) };
}
