import { areWords, countWords, dayWords } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { beginClosing, closingOf, keepLibrary, onlyInCloud, standingOf } from './closing/rows.ts';
import { LAST_OWNER } from './closing/closings.ts';
import type { Io } from './commands.ts';
import { noteInFolder } from './note-in-folder.ts';
import { Refused } from './refused.ts';
import { sql } from './statements.ts';

export interface AccountOptions {
  readonly data: string;
  readonly email: string;
  readonly json: boolean;
}

/*
 * Closing, keeping and owning an account, for whoever looks after the data folder, also while a server runs on it: its devices hear of it
 * within seconds. Each answers 0, or 1: there is no such account, it may not be, or it could not be noted.
 */

/** `--json`: `{ email, closesOn, onlyInCloud: { count, names } }`; `closesOn` milliseconds since 1970. */
export function accountClose({ data, email, json }: AccountOptions, io: Io): Promise<number> {
  return noted(data, email, io, (database, { id, libraryId }) => {
    const standing = standingOf(database, id);
    if (standing === 'last-owner') throw new Refused('forbidden', LAST_OWNER);
    beginClosing(database, id, libraryId, Date.now());
    const closing = closingOf(database, id, Date.now());
    if (closing === null) throw new Error(`the account ${email} was closed, and is not`);
    const only = onlyInCloud(database, libraryId);
    if (json) return JSON.stringify({ email, closesOn: closing.on, onlyInCloud: only });
    const alone = standing === 'alone' ? ' Nobody has an account on this server then.' : '';
    return `${email} closes on ${dayWords(closing.on)}. Until then all of it can be read, and it can be kept: rollcall account keep ${email} --data ${data}${alone}\n${onlyWords(only.count)}`;
  });
}

/** `--json`: `{ email, kept }`; `kept` false: it was not to be closed. */
export function accountKeep({ data, email, json }: AccountOptions, io: Io): Promise<number> {
  return noted(data, email, io, (database, { id }) => {
    const kept = keepLibrary(database, id);
    if (json) return JSON.stringify({ email, kept });
    return kept ? `${email} is kept: everything goes on as before.` : `${email} was not to be closed.`;
  });
}

/** Makes the account an owner of the server beside those that are. `--json`: `{ email, owner }`. */
export function accountOwner({ data, email, json }: AccountOptions, io: Io): Promise<number> {
  return noted(data, email, io, (database, { id }) => {
    sql(database, 'INSERT OR IGNORE INTO owners (account_id) VALUES (?)').run(id);
    return json ? JSON.stringify({ email, owner: true }) : `${email} is an owner of this server now.`;
  });
}

function onlyWords(count: number): string {
  if (count === 0) return 'Every photo of it is on a device of its own, too, as far as the devices told.';
  return `${countWords(count, 'photo')} of it ${areWords(count)} only in the cloud, and would be gone then. To have them on a device first, link one that keeps originals (rollcall link), and let it sync.`;
}

interface Found {
  readonly id: string;
  readonly libraryId: string;
}

function noted(data: string, email: string, io: Io, work: (database: Database, found: Found) => string): Promise<number> {
  return noteInFolder(data, io, (database) => {
    const found = sql(
      database,
      'SELECT u."id" AS id, m.library_id AS libraryId FROM "user" u JOIN members m ON m.account_id = u."id" WHERE u."email" = ?',
    ).get(email.toLowerCase()) as Found | undefined;
    if (found === undefined)
      throw new Refused('not-found', `There is no account ${email} here. See them: rollcall account list --data ${data}`);
    return work(database, found);
  });
}
