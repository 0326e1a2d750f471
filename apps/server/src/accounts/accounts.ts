import { DEFAULT_QUOTA, mintId, say, type Account } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../context.ts';
import type { Write } from '../database.ts';
import type { LibraryStore } from '../library/store.ts';
import { closedOn, freeAddress } from '../closing/rows.ts';
import { Refused } from '../refused.ts';
import { sql } from '../statements.ts';
import { openDeviceCodes, type DeviceCodes } from './codes.ts';
import { openDevices, type Devices } from './devices.ts';
import { dropSetupToken, openSetupToken, type SetupToken } from './setup-token.ts';
import { openSignIn, type Person, type SignIn } from './sign-in.ts';

export interface AccountRequest {
  readonly email: string;
  readonly name: string | undefined;
  readonly password: string;
  readonly quota: number | undefined;
  readonly setupToken: string | undefined;
  /** The request came from this very machine. */
  readonly local: boolean;
}

/** Accounts, sign-in and devices. */
export interface Accounts {
  readonly signIn: SignIn;
  readonly devices: Devices;
  readonly codes: DeviceCodes;
  /** Null once an account exists. */
  setupToken(): string | null;
  exist(): boolean;
  /** Whether an account can be made from there without more. */
  registrationOpen(local: boolean): boolean;
  /** Throws `Refused`: setup-token-wrong, already-set-up, registration-closed, email-taken. */
  create(request: AccountRequest): Promise<{ readonly account: Account; readonly libraryId: string }>;
  account(person: Person): Account;
  /** Null: there is no such account (any more). */
  accountById(id: string): Account | null;
  /** When the account was closed for good; server's clock; null: it was not, or that is told no more. */
  closedOn(accountId: string): number | null;
  endSession(sessionId: string): Promise<void>;
  /** Forgets sessions and codes that ended by themselves. */
  forgetOldSessions(): Promise<void>;
}

export interface AccountParts {
  readonly dataDir: string;
  readonly database: Database;
  readonly write: Write;
  readonly clock: Clock;
  readonly libraries: LibraryStore;
}

export function openAccounts({ dataDir, database, write, clock, libraries }: AccountParts): Accounts {
  forgetHalfMade(database);
  const signIn = openSignIn(database);
  const devices = openDevices(database, write, clock);
  const codes = openDeviceCodes(database, write, clock, devices);
  let token: SetupToken | null = exist(database) ? null : openSetupToken(dataDir);
  if (!token) dropSetupToken(dataDir);
  let last: Promise<unknown> = Promise.resolve();

  const make = async (request: AccountRequest): Promise<{ account: Account; libraryId: string }> => {
    allow(request, token);
    const email = request.email.toLowerCase();
    const there = sql(database, 'SELECT "id" AS id FROM "user" WHERE "email" = ?').get(email) as { id: string } | undefined;
    if (there && closedOn(database, there.id) === null)
      throw new Refused('email-taken', say('There is an account with this e-mail address. Sign in, or take another address.'));
    await write(() => freeAddress(database, email));
    const person = await signIn.create({ email, name: request.name ?? email.slice(0, email.indexOf('@')), password: request.password });
    const libraryId = mintId(clock.now(), randomBytes(10));
    if (token) await write(() => void sql(database, 'INSERT OR IGNORE INTO owners (account_id) VALUES (?)').run(person.id));
    // The membership is the last step: an account without one is half made, and forgotten at the next start.
    await libraries.createLibrary({ libraryId, accountId: person.id, quota: request.quota ?? DEFAULT_QUOTA });
    token?.spend();
    token = null;
    return { account: accountOf(database, person), libraryId };
  };

  return {
    signIn,
    devices,
    codes,
    setupToken: () => token?.text ?? null,
    exist: () => token === null,
    registrationOpen: (local) => token !== null || local,
    account: (person) => accountOf(database, person),
    accountById(id) {
      const person = sql(database, 'SELECT "id" AS id, "email" AS email, "name" AS name FROM "user" WHERE "id" = ?').get(id) as
        | Person
        | undefined;
      return person ? accountOf(database, person) : null;
    },
    closedOn: (accountId) => closedOn(database, accountId),
    async endSession(sessionId) {
      const row = sql(database, 'SELECT "token" AS token FROM "session" WHERE "id" = ?').get(sessionId) as { token: string } | undefined;
      if (row) await signIn.end(row.token);
    },
    async forgetOldSessions() {
      await write(() => void sql(database, 'DELETE FROM "session" WHERE "expiresAt" < ?').run(new Date(clock.now()).toISOString()));
      await codes.forgetOld();
    },
    // One at a time, so that only one can be the first.
    create(request) {
      const made = last.then(() => make(request));
      last = made.catch(() => undefined);
      return made;
    },
  };
}

function allow({ setupToken, local }: AccountRequest, token: SetupToken | null): void {
  if (token) {
    if (setupToken === undefined)
      throw new Refused(
        'setup-token-wrong',
        say(
          'The first account needs the setup token. The server printed it when it started; it also stands in the file setup-token of its data folder.',
        ),
      );
    if (!token.matches(setupToken))
      throw new Refused(
        'setup-token-wrong',
        say(
          'This is not the setup token. The server printed it when it started; it also stands in the file setup-token of its data folder.',
        ),
      );
    return;
  }
  if (local) return;
  if (setupToken !== undefined)
    throw new Refused(
      'already-set-up',
      say('This server has its owner already; the setup token was used. Sign in, or ask the owner for an account.'),
    );
  throw new Refused('registration-closed', say('Accounts are made on the server’s own machine: rollcall account create. Ask the owner.'));
}

function accountOf(database: Database, { id, email, name }: Person): Account {
  return {
    id,
    email,
    name: name.trim().slice(0, 100) || email,
    owner: sql(database, 'SELECT 1 FROM owners WHERE account_id = ?').get(id) !== undefined,
  };
}

function exist(database: Database): boolean {
  return sql(database, 'SELECT 1 FROM members LIMIT 1').get() !== undefined;
}

/** What a stop in the middle of making an account left behind. */
function forgetHalfMade(database: Database): void {
  database.transaction(() => {
    database.exec(
      'DELETE FROM "user" WHERE "id" NOT IN (SELECT account_id FROM members) AND "id" NOT IN (SELECT account_id FROM closings)',
    );
    database.exec('DELETE FROM owners WHERE account_id NOT IN (SELECT account_id FROM members)');
  })();
}
