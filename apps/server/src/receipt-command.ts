import type { Io } from './commands.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { makeKey } from './receipts/key-file.ts';
import { keysOf, useKey } from './receipts/receipts.ts';

export interface NewKeyOptions {
  readonly data: string;
  readonly json: boolean;
}

/**
 * Another key signs the receipts from now on; also while a server runs. What was signed before stays valid, as by a key that was. `--json`:
 * `{ key, before }`. 1: it could not be noted, or this is no data folder.
 */
export async function receiptNewKey({ data, json }: NewKeyOptions, io: Io): Promise<number> {
  let folder: DataFolder | null = null;
  try {
    folder = openDataFolder(data);
    if (!folder) return complain(io, `${data} is not a data folder of a Rollcall server.`);
    const { sqlite } = folder;
    const before = keysOf(sqlite.database).find(({ until }) => until === null)?.key ?? null;
    const { key } = makeKey(data);
    sqlite.database.transaction(() => useKey(sqlite.database, key, Date.now())).immediate();
    await sqlite.synced();
    if (json) io.stdout.write(`${JSON.stringify({ key, before })}\n`);
    else
      io.stdout.write(
        `Receipts are signed with another key from now on: ${key}. Those of before stay valid; devices that were linked before say that the key has changed.\n`,
      );
    return 0;
  } catch (error) {
    return complain(io, `That could not be noted: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    folder?.close();
  }
}

function complain(io: Io, words: string): number {
  io.stderr.write(`rollcall: ${words}\n`);
  return 1;
}
