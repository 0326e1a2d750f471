import type { Database } from 'better-sqlite3';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerContext } from '../context.ts';
import type { Unpurged } from '../library/store.ts';
import { sql } from '../statements.ts';

/** How often the server looks for something to do. Milliseconds. */
const LOOK = 500;
/** Errands done in one look; the others wait for the next. */
const MOST = 100;
/** An errand that nobody fetched the answer of is forgotten after this. Milliseconds. */
const KEPT = 3_600_000;

interface ErrandRow {
  readonly n: number;
  readonly what: string;
  readonly subject: string;
}

/** Does what commands left to do in the data folder, in order, until it is closed. */
export function watchErrands(
  { database, write, clock, log }: Pick<ServerContext, 'database' | 'write' | 'clock' | 'log'>,
  restore: (assetId: string) => Promise<Unpurged>,
): { readonly close: () => Promise<void> } {
  let working: Promise<void> | null = null;
  const work = async (): Promise<void> => {
    const rows = sql(database, 'SELECT n, what, subject FROM errands WHERE answer IS NULL ORDER BY n LIMIT ?').all(MOST) as ErrandRow[];
    for (const { n, what, subject } of rows) {
      const begun = await write(() => sql(database, 'UPDATE errands SET begun_at = ? WHERE n = ?').run(clock.now(), n).changes);
      // Whoever asked has gone.
      if (begun === 0) continue;
      const answer = what === 'restore-purged' ? await restore(subject) : null;
      await write(() => sql(database, 'UPDATE errands SET answer = ? WHERE n = ?').run(JSON.stringify(answer), n));
    }
    if (rows.length > 0) await write(() => sql(database, 'DELETE FROM errands WHERE asked_at < ?').run(clock.now() - KEPT));
  };
  const looking = setInterval(() => {
    working ??= work()
      .catch((error: unknown) => log('an errand failed', { error }))
      .finally(() => (working = null));
  }, LOOK);
  looking.unref();
  return {
    async close() {
      clearInterval(looking);
      await working;
    },
  };
}

/** How long a command waits for the server to begin, and to end: large files are hashed again on the way. Milliseconds. */
const PATIENCE = { begin: 60_000, end: 3_600_000 };

/** `not-begun`: it was not done, and will not be. `under-way`: the server goes on with it. */
export type Errand = { readonly done: true; readonly answer: unknown } | { readonly done: false; readonly why: 'not-begun' | 'under-way' };

/** Leaves an errand to the server that has the folder, and waits for its answer. */
export async function leaveErrand(database: Database, what: 'restore-purged', subject: string, signal: AbortSignal): Promise<Errand> {
  const asked = Date.now();
  const { lastInsertRowid: n } = sql(database, 'INSERT INTO errands (what, subject, asked_at) VALUES (?, ?, ?)').run(what, subject, asked);
  for (;;) {
    const row = sql(database, 'SELECT answer, begun_at AS begun FROM errands WHERE n = ?').get(n) as
      | { answer: string | null; begun: number | null }
      | undefined;
    if (row?.answer != null) {
      sql(database, 'DELETE FROM errands WHERE n = ?').run(n);
      return { done: true, answer: JSON.parse(row.answer) as unknown };
    }
    const begun = row?.begun != null;
    if (signal.aborted || Date.now() - asked > (begun ? PATIENCE.end : PATIENCE.begin)) {
      // The server may begin just now: then there is no such row any more, or it is under way.
      const taken = sql(database, 'DELETE FROM errands WHERE n = ? AND begun_at IS NULL').run(n).changes === 1;
      return { done: false, why: taken ? 'not-begun' : 'under-way' };
    }
    await wait(50);
  }
}
