import { countWords, DAV_PATH, DeviceName } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { makeAppPassword } from './accounts/app-passwords.ts';
import { openDevices, revokeWithin } from './accounts/devices.ts';
import type { Io } from './commands.ts';
import { noteInFolder } from './note-in-folder.ts';
import { Refused } from './refused.ts';
import { sql } from './statements.ts';
import { VERSION } from './version.ts';

export interface AppPasswordsOptions {
  readonly data: string;
  readonly email: string;
  readonly json: boolean;
}
export interface AppPasswordOptions extends AppPasswordsOptions {
  /** Of the app. */
  readonly name: string;
}

/*
 * Passwords for apps over WebDAV, for whoever looks after the data folder, also while a server runs on it: it takes them, and takes them no
 * more, at once. Each answers 0, or 1: there is no such account or app, or it could not be noted.
 */

/** `--json`: `{ id, email, name, password, path }`; `path` below the server's address. */
export function appPasswordAdd({ data, email, name, json }: AppPasswordOptions, io: Io): Promise<number> {
  return noted(data, email, io, (database, { accountId, libraryId }) => {
    if (!DeviceName.safeParse(name).success) throw new Refused('bad-request', 'The name of an app has one to 100 letters.');
    if (appsOf(database, accountId).some((app) => app.name === name))
      throw new Refused('bad-request', `There is an app ${name} already. Take its password away first, or choose another name.`);
    const devices = openDevices(database, async (work) => work(), { now: () => Date.now() });
    const made = makeAppPassword(database, devices, { account_id: accountId, library_id: libraryId, name, version: VERSION });
    if (json) return JSON.stringify({ id: made.deviceId, email, name, password: made.password, path: made.path });
    return `${made.password}\nThis is told once. The app takes it as the password of ${email}, over WebDAV, at the server’s address with ${DAV_PATH}`;
  });
}

/** `--json`: `{ apps: [{ id, name, createdAt, lastSeenAt, brought }] }`; times in milliseconds since 1970. */
export function appPasswordList({ data, email, json }: AppPasswordsOptions, io: Io): Promise<number> {
  return noted(data, email, io, (database, { accountId }) => {
    const apps = appsOf(database, accountId);
    if (json) return JSON.stringify({ apps });
    if (apps.length === 0) return `${email} has no app password.`;
    return apps
      .map(
        ({ name, lastSeenAt, brought }) =>
          `${name}  ${countWords(brought, 'photo')} brought  last heard ${new Date(lastSeenAt).toISOString()}`,
      )
      .join('\n');
  });
}

/** `--json`: `{ removed }`: its id. What it brought stays. */
export function appPasswordRemove({ data, email, name, json }: AppPasswordOptions, io: Io): Promise<number> {
  return noted(data, email, io, (database, { accountId }) => {
    const app = appsOf(database, accountId).find((each) => each.id === name || each.name === name);
    if (app === undefined)
      throw new Refused('not-found', `${email} has no app ${name}. See them: rollcall app-password ls ${email} --data ${data}`);
    revokeWithin(database, app.id, Date.now());
    return json ? JSON.stringify({ removed: app.id }) : `${app.name} is let in no more. What it brought stays.`;
  });
}

interface App {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly brought: number;
}

/** The newest first. */
function appsOf(database: Database, accountId: string): App[] {
  return sql(
    database,
    `SELECT d.id, d.name, d.created_at AS createdAt, coalesce(d.last_seen_at, d.created_at) AS lastSeenAt,
       coalesce((SELECT json_extract(r.json, '$.counts.inSync') FROM rolls r WHERE r.device_id = d.id), 0) AS brought
     FROM devices d WHERE d.account_id = ? AND d.kind = 'app' AND d.revoked_at IS NULL ORDER BY d.id DESC`,
  ).all(accountId) as App[];
}

interface Found {
  readonly accountId: string;
  readonly libraryId: string;
}

function noted(data: string, email: string, io: Io, work: (database: Database, found: Found) => string): Promise<number> {
  return noteInFolder(data, io, (database) => {
    const found = sql(
      database,
      'SELECT u."id" AS accountId, m.library_id AS libraryId FROM "user" u JOIN members m ON m.account_id = u."id" WHERE u."email" = ?',
    ).get(email.toLowerCase()) as Found | undefined;
    if (found === undefined)
      throw new Refused('not-found', `There is no account ${email} here. See them: rollcall account list --data ${data}`);
    return work(database, found);
  });
}
