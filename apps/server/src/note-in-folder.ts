import type { Database } from 'better-sqlite3';
import type { Io } from './commands.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { Refused } from './refused.ts';

/**
 * For a command on the server's own machine, also while a server runs: does `work` in one transaction, and prints what it answers when that is
 * on disk. 0; or 1, in words: what `work` refused, this is no data folder, or it could not be noted.
 */
export async function noteInFolder(data: string, io: Io, work: (database: Database) => string): Promise<number> {
  let folder: DataFolder | null = null;
  try {
    folder = openDataFolder(data);
    if (!folder) return complain(io, `${data} is not a data folder of a Rollcall server.`);
    const { sqlite } = folder;
    const words = sqlite.database.transaction(work).immediate(sqlite.database);
    await sqlite.synced();
    io.stdout.write(`${words}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Refused) return complain(io, error.message);
    return complain(io, `That could not be noted: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    folder?.close();
  }
}

function complain(io: Io, words: string): number {
  io.stderr.write(`rollcall: ${words}\n`);
  return 1;
}
