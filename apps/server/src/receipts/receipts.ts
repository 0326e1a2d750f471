import { LIMITS, receiptText, say, type ErasureReceipt, type ReceiptKey, type SignedReceipt } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import type { Clock, Log } from '../context.ts';
import type { Write } from '../database.ts';
import { Refused } from '../refused.ts';
import { sql } from '../statements.ts';
import { makeKey, readKey, type SigningKey } from './key-file.ts';

/** Receipts of this server, signed with a key of its own. */
export interface Receipts {
  /** Signs it and keeps it, beside the last ones of its library. Rejects with `Refused` when the key is not the one that it was. */
  issue(receipt: ErasureReceipt): Promise<SignedReceipt>;
  /** The newest first. */
  of(libraryId: string): SignedReceipt[];
  /** The one in use first; made when there is none. */
  keys(): Promise<ReceiptKey[]>;
}

export interface ReceiptContext {
  readonly dataDir: string;
  readonly database: Database;
  readonly write: Write;
  readonly clock: Clock;
  readonly log: Log;
}

export function openReceipts(context: ReceiptContext): Receipts {
  const { database, write } = context;
  let making: Promise<SigningKey> | null = null;
  // Looked for each time: a command beside the server may have made another one. Two that come first make one key.
  const current = (): Promise<SigningKey> =>
    (making ??= keyInUse(context).finally(() => {
      making = null;
    }));
  return {
    async issue(receipt) {
      const { key, sign } = await current();
      const signed: SignedReceipt = { receipt, key, signature: sign(receiptText(receipt)) };
      await write(() => {
        sql(database, 'INSERT INTO receipts (library, id, json) VALUES (?, ?, ?)').run(receipt.library, receipt.id, JSON.stringify(signed));
        sql(
          database,
          'DELETE FROM receipts WHERE library = ? AND id NOT IN (SELECT id FROM receipts WHERE library = ? ORDER BY id DESC LIMIT ?)',
        ).run(receipt.library, receipt.library, LIMITS.receipts);
      });
      return signed;
    },
    of: (libraryId) =>
      (sql(database, 'SELECT json FROM receipts WHERE library = ? ORDER BY id DESC').all(libraryId) as { json: string }[]).map(
        ({ json }) => JSON.parse(json) as SignedReceipt,
      ),
    async keys() {
      await current();
      return keysOf(database);
    },
  };
}

/** The one in use first, then those that were, the newest first. */
export function keysOf(database: Database): ReceiptKey[] {
  return sql(database, 'SELECT key, since, until FROM receipt_keys ORDER BY until IS NOT NULL, since DESC').all() as ReceiptKey[];
}

/** Ends the key in use, and has another one stand for this server from now on; what was signed before stays valid. For one transaction. */
export function useKey(database: Database, key: string, now: number): void {
  sql(database, 'UPDATE receipt_keys SET until = ? WHERE until IS NULL').run(now);
  sql(database, 'INSERT INTO receipt_keys (key, since, until) VALUES (?, ?, NULL)').run(key, now);
}

/** The key is made at the first need. Never in the place of another one: whoever looks after the server is told, and decides. */
async function keyInUse({ dataDir, database, write, clock, log }: ReceiptContext): Promise<SigningKey> {
  const noted = keysOf(database).find(({ until }) => until === null)?.key ?? null;
  let found: SigningKey | null;
  try {
    found = readKey(dataDir);
  } catch (error) {
    throw lost(log, say('it cannot be read ({message})', { message: (error as Error).message }));
  }
  if (noted === null) {
    const made = found ?? makeKey(dataDir);
    await write(() => useKey(database, made.key, clock.now()));
    return made;
  }
  if (found === null) throw lost(log, say('its file is gone'));
  if (found.key !== noted) throw lost(log, say('its file holds another one'));
  return found;
}

function lost(log: Log, why: string): Refused {
  const words = say(
    'The key with which this server signs receipts is not there: {why}. Whoever looks after the server puts it back from a backup, or makes another one: rollcall receipt new-key',
    { why },
  );
  log('the key that signs receipts is not there, or is another one', {}, 'error');
  return new Refused('internal', words);
}
