import type { Io } from './commands.ts';
import { noteInFolder } from './note-in-folder.ts';
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
export function receiptNewKey({ data, json }: NewKeyOptions, io: Io): Promise<number> {
  return noteInFolder(data, io, (database) => {
    const before = keysOf(database).find(({ until }) => until === null)?.key ?? null;
    const { key } = makeKey(data);
    useKey(database, key, Date.now());
    if (json) return JSON.stringify({ key, before });
    return `Receipts are signed with another key from now on: ${key}. Those of before stay valid; devices that were linked before say that the key has changed.`;
  });
}
