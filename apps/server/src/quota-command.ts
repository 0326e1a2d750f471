import { sizeWords } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import type { Io } from './commands.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { sql } from './statements.ts';

export interface AccountQuotaOptions {
  readonly data: string;
  readonly email: string;
  /** Bytes. */
  readonly quota: number;
  readonly json: boolean;
}

/**
 * Gives an account more room in the cloud, or less, also while a server runs: it counts from the next question for room on. Nothing that
 * is stored goes. `--json`: `{ email, quota, bytes }`. 1: there is no such account, or it could not be noted.
 */
export async function accountQuota({ data, email, quota, json }: AccountQuotaOptions, io: Io): Promise<number> {
  let folder: DataFolder | null = null;
  try {
    folder = openDataFolder(data);
    if (!folder) return complain(io, `${data} is not a data folder of a Rollcall server.`);
    const { sqlite } = folder;
    const bytes = give(sqlite.database, email, quota);
    if (bytes === null) return complain(io, `There is no account ${email} here. See them: rollcall account list --data ${data}`);
    await sqlite.synced();
    if (json) io.stdout.write(`${JSON.stringify({ email, quota, bytes })}\n`);
    else io.stdout.write(`${email} has room for ${sizeWords(quota)} now; it holds ${sizeWords(bytes)}.${over(bytes, quota)}\n`);
    return 0;
  } catch (error) {
    return complain(io, `That could not be noted: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    folder?.close();
  }
}

/** Bytes that the account has stored; null: there is no such account. */
function give(database: Database, email: string, quota: number): number | null {
  const row = sql(
    database,
    `SELECT l.id AS id, coalesce(s.used, 0) AS used FROM "user" u JOIN members m ON m.account_id = u."id"
     JOIN libraries l ON l.id = m.library_id LEFT JOIN ledger_sums s ON s.library = l.id WHERE u."email" = ?`,
  ).get(email.toLowerCase()) as { id: string; used: number } | undefined;
  if (row === undefined) return null;
  sql(database, 'UPDATE libraries SET quota = ? WHERE id = ?').run(quota, row.id);
  return row.used;
}

const over = (bytes: number, quota: number): string =>
  bytes > quota ? ' All that is stored stays; nothing new fits in before there is room.' : '';

function complain(io: Io, words: string): number {
  io.stderr.write(`rollcall: ${words}\n`);
  return 1;
}
