import type { MutationResult } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/** Actions of browsers that are remembered, over all libraries, so that a repeat is harmless. */
const REMEMBERED = 100_000;

export function actionDone(database: Database, library: number, id: string): MutationResult | undefined {
  const row = sql(database, 'SELECT result FROM actions_done WHERE library = ? AND id = ?').get(library, id) as
    | { result: string }
    | undefined;
  return row && (JSON.parse(row.result) as MutationResult);
}

export function rememberAction(database: Database, library: number, id: string, result: MutationResult): void {
  const { n } = sql(database, 'INSERT INTO actions_done (library, id, result) VALUES (?, ?, ?) RETURNING n').get(
    library,
    id,
    JSON.stringify(result),
  ) as { n: number };
  sql(database, 'DELETE FROM actions_done WHERE n <= ?').run(n - REMEMBERED);
}
