import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { factOr } from '../library/facts.ts';
import { sql } from '../statements.ts';

/** The accounts library's own word for it; all else that it refuses with 401 is a failure of ours. */
const WRONG_PASSWORD = 'INVALID_EMAIL_OR_PASSWORD';
/** Seconds that a browser stays signed in without a visit. */
const SESSION_LASTS = 30 * 86_400;
/** A session is prolonged when less than this is left of it. Milliseconds. */
const PROLONG_BELOW = 20 * 86_400_000;

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}
export interface Session {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: number;
}

/** Passwords and sessions, by the accounts library (scrypt; its own tables). Its HTTP routes are not used. */
export interface SignIn {
  create(args: { email: string; name: string; password: string }): Promise<Person>;
  /** Null: no such person, or another password; both take as long. */
  check(email: string, password: string): Promise<{ readonly person: Person; readonly session: Session } | null>;
  /** Why `check` found nobody: for the owner's log, never for who asked. */
  whyNot(email: string): 'no-such-account' | 'no-password' | 'another-password';
  session(token: string): Promise<{ readonly person: Person; readonly session: Session } | null>;
  end(token: string): Promise<void>;
}

export function openSignIn(database: Database): SignIn {
  const auth = betterAuth({
    // Statements one by one on the server's own connection: a transaction of its own, open over an await, would hold up everyone's.
    database: { db: new Kysely({ dialect: new SqliteDialect({ database }) }), type: 'sqlite', transaction: false },
    secret: factOr(database, 'session-secret', () => randomBytes(48).toString('base64url')),
    baseURL: 'http://127.0.0.1',
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: 8, maxPasswordLength: 256 },
    session: { expiresIn: SESSION_LASTS },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  return {
    async create(args) {
      const { user } = await auth.api.signUpEmail({ body: args });
      return person(user);
    },
    async check(email, password) {
      const found = await signIn(auth, email, password);
      if (!found) return null;
      const begun = await this.session(found.token);
      // Nobody is told that a password is wrong which is right.
      if (!begun) throw new Error('a session that was just begun is not there');
      return begun;
    },
    whyNot(email) {
      const row = sql(
        database,
        'SELECT a."password" AS password FROM "user" u LEFT JOIN "account" a ON a."userId" = u."id" AND a."providerId" = \'credential\' WHERE u."email" = ?',
      ).get(email) as { password: string | null } | undefined;
      if (!row) return 'no-such-account';
      return row.password === null ? 'no-password' : 'another-password';
    },
    async session(token) {
      const { internalAdapter } = await auth.$context;
      const found = await internalAdapter.findSession(token);
      if (!found) return null;
      const expiresAt = found.session.expiresAt.getTime();
      const left = expiresAt - Date.now();
      if (left <= 0) return null;
      if (left < PROLONG_BELOW) await internalAdapter.updateSession(token, { expiresAt: new Date(Date.now() + SESSION_LASTS * 1000) });
      return { person: person(found.user), session: { id: found.session.id, token, expiresAt } };
    },
    async end(token) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteSession(token);
    },
  };
}

async function signIn(
  auth: { api: { signInEmail(args: { body: { email: string; password: string } }): Promise<{ token: string }> } },
  email: string,
  password: string,
): Promise<{ token: string } | null> {
  try {
    return await auth.api.signInEmail({ body: { email, password } });
  } catch (error) {
    if (error instanceof APIError && error.body?.code === WRONG_PASSWORD) return null;
    throw error;
  }
}

function person({ id, email, name }: Person): Person {
  return { id, email, name };
}
