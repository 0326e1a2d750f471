import type { Database } from 'better-sqlite3';
import { setFact } from './facts.ts';
import { seenTime } from './trash.ts';

/** A backup was put back: every cursor expires, and chains begin anew. When that was, in time that the server saw pass, is kept. */
export function changeEpoch(database: Database, epoch: string): void {
  database.transaction(() => {
    setFact(database, 'epoch', epoch);
    setFact(database, 'epoch-changed-seen', String(seenTime(database)));
  })();
}
