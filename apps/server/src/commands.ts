import { createClient, dayWords, isOpenToOthers, ofQuotaWords, openToOthers, quotaWords, type Account } from '@rollcall/protocol';
import BetterSqlite from 'better-sqlite3';
import { NoRoomForCopy } from '@rollcall/sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { CertificateTrouble, outOfTime, readCertificate, type Certificate, type CertificateFiles } from './certificate.ts';
import { closingOf } from './closing/rows.ts';
import { DATABASE_FILE, NewerSchema } from './database.ts';
import { isLoopbackAddress } from './http/origin.ts';
import { FolderInUse, HalfRestored } from './lock.ts';
import { openLog, type Level, type Log, type LogFormat } from './log/index.ts';
import { readToken, TokenTrouble } from './metrics/token.ts';
import { renewOnHangUp } from './renewal.ts';
import { startServer, type ServerOptions } from './server.ts';

/** What a command is given of the world. */
export interface Io {
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Fires when the program is asked to stop. */
  readonly signal: AbortSignal;
}
export interface ServeOptions {
  readonly data: string;
  /** 0: a free one. */
  readonly port: number;
  readonly host: string;
  /** Addresses under which the server is reached, beside its own. */
  readonly origins?: readonly string[];
  /** Addresses from which proxies on other machines ask. */
  readonly proxies?: readonly string[];
  /** A device that was not heard from for so long is told of; milliseconds. */
  readonly silentAfter?: number;
  /** What is always left free on the disk; bytes. */
  readonly keepFree?: number;
  /** With it the server speaks https. */
  readonly tls?: CertificateFiles;
  /** How much is logged; absent: `info`. */
  readonly logLevel?: Level;
  /** Absent: words on a terminal, else JSON. */
  readonly logFormat?: LogFormat;
  /** A request at which the server is for longer is told of; milliseconds. */
  readonly slowRequest?: number;
  /** The file with the token that whoever asks for figures shows. */
  readonly metricsTokenFile?: string;
  /** A database that has to be brought up to date is not copied before. */
  readonly withoutCopy?: boolean;
}
export interface AccountCreateOptions {
  /** The server's address, without a slash at its end. */
  readonly server: string;
  readonly email: string;
  readonly password: string;
  readonly name?: string;
  readonly setupToken?: string;
  /** Bytes. */
  readonly quota?: number;
  /** Allow plain http beyond this machine. */
  readonly insecure?: boolean;
}
export interface AccountListOptions {
  readonly data: string;
  readonly json: boolean;
}

/** Runs the cloud until it is asked to stop. The first line on `stdout` has its address. */
export async function serve(options: ServeOptions, io: Io): Promise<number> {
  const { data, port, host, tls } = options;
  const say = (line: string): void => void io.stdout.write(`${line}\n`);
  const book = openLog({ out: io.stderr, format: options.logFormat ?? formatFor(io.stderr), level: options.logLevel ?? 'info' });
  const warn = book.tell;
  let server;
  try {
    const certificate = tls ? readCertificate(tls) : null;
    server = await startServer(serverOptions(options, certificate, book.log));
    const old = certificate && outOfTime(certificate, Date.now());
    if (old !== null) warn(old);
  } catch (error) {
    book.close();
    io.stderr.write(`rollcall: ${startTrouble(error, data, port, host)}\n`);
    return needsPerson(error) ? 3 : 1;
  }
  const fell = endsOnFault(book.log);
  const url = `${tls ? 'https' : 'http'}://${urlHost(host)}:${server.port}`;
  say(`Rollcall is ready: ${url}`);
  if (server.setupToken !== null) say(`Create the owner account: ${url}/setup#token=${server.setupToken}`);
  for (const { words, command } of server.context.missingTools())
    warn(`${words} Everything else goes on.${command === null ? '' : ` To install it: ${command}`}`);
  if (!tls && !isLoopbackAddress(server.address))
    warn(
      'Other machines can reach this server, and nothing that they send is encrypted. Give it a certificate (--tls-cert, --tls-key), or put a proxy with HTTPS in front of it.',
    );
  const renewing = tls ? renewOnHangUp(server, tls, warn) : null;
  book.log('the server takes requests', {});
  await stopped(io.signal);
  book.log('the server stops', {});
  renewing?.stop();
  await server.stop();
  fell.forget();
  book.close();
  return 0;
}

function serverOptions(options: ServeOptions, certificate: Certificate | null, log: Log): ServerOptions {
  const {
    data,
    port,
    host,
    origins = [],
    proxies = [],
    silentAfter,
    keepFree,
    slowRequest,
    metricsTokenFile,
    withoutCopy = false,
  } = options;
  return {
    data,
    port,
    host,
    origins,
    proxies,
    certificate,
    log,
    withoutCopy,
    ...(silentAfter === undefined ? {} : { silentAfter }),
    ...(keepFree === undefined ? {} : { keepFree }),
    ...(slowRequest === undefined ? {} : { slowRequest }),
    ...(metricsTokenFile === undefined ? {} : { metricsToken: readToken(metricsTokenFile) }),
  };
}

function formatFor(stream: Writable): LogFormat {
  return (stream as Partial<WriteStream>).isTTY === true ? 'text' : 'json';
}

/** A fault that nobody caught ends the server, as it would anyway; but it is logged like all else, without its words. */
function endsOnFault(log: Log): { readonly forget: () => void } {
  const fall = (error: unknown): void => {
    log('the server ends: a fault that nobody caught', { error }, 'fatal');
    process.exit(1);
  };
  process.once('uncaughtException', fall);
  return { forget: () => void process.off('uncaughtException', fall) };
}

/** Makes an account on a server that runs. */
export async function accountCreate(options: AccountCreateOptions, io: Io): Promise<number> {
  const { server, email, password, name, setupToken, quota } = options;
  if (isOpenToOthers(server) && options.insecure !== true) {
    io.stderr.write(`rollcall: ${openToOthers(server)}\n`);
    return 2;
  }
  const call = createClient(async ({ method, path, headers, body }) => {
    const answer = await fetch(`${server}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(30_000),
      redirect: 'error',
    });
    return { status: answer.status, text: await answer.text() };
  });
  const body = {
    email,
    password,
    ...(name === undefined ? {} : { name }),
    ...(setupToken === undefined ? {} : { setupToken }),
    ...(quota === undefined ? {} : { quota }),
  };
  try {
    const answer = await call('createAccount', { body });
    if (!answer.ok) {
      io.stderr.write(`rollcall: ${answer.refusal.words}\n`);
      return 1;
    }
    const { account, library } = answer.value;
    io.stdout.write(`Created the account ${account.email}${account.owner ? ' (owner)' : ''} with room for ${quotaWords(library.quota)}.\n`);
    return 0;
  } catch (error) {
    io.stderr.write(`rollcall: The server at ${server} does not answer as a Rollcall server: ${reasonOf(error)}\n`);
    return 1;
  }
}

interface Listed extends Pick<Account, 'id' | 'email' | 'name' | 'owner'> {
  readonly assets: number;
  readonly bytes: number;
  readonly quota: number;
  /** When it closes; server's clock, milliseconds since 1970; null: it stays. */
  readonly closesOn: number | null;
}

/** Reads the data folder itself; a server may be running on it. `--json`: `{ accounts: [{ id, email, name, owner, assets, bytes, quota, closesOn }] }`. */
export async function accountList({ data, json }: AccountListOptions, io: Io): Promise<number> {
  const file = join(data, DATABASE_FILE);
  if (!existsSync(file)) {
    io.stderr.write(`rollcall: ${data} is not a data folder of a Rollcall server.\n`);
    return 1;
  }
  const accounts = readAccounts(file);
  if (json) io.stdout.write(`${JSON.stringify({ accounts })}\n`);
  else if (accounts.length === 0) io.stdout.write('There is no account yet.\n');
  else
    for (const each of accounts)
      io.stdout.write(
        `${each.email}  ${each.name}${each.owner ? '  owner' : ''}  ${each.assets} photos and videos  ${ofQuotaWords(each.bytes, each.quota)}${each.closesOn === null ? '' : `  closes on ${dayWords(each.closesOn)}`}\n`,
      );
  return 0;
}

function readAccounts(file: string): Listed[] {
  const database = new BetterSqlite(file, { readonly: true, timeout: 5000 });
  try {
    const rows = database
      .prepare(
        `SELECT u."id" AS id, u."email" AS email, u."name" AS name, o.account_id IS NOT NULL AS owner, l.live AS assets, l.quota AS quota, coalesce(s.used, 0) AS bytes
         FROM "user" u JOIN members m ON m.account_id = u."id" JOIN libraries l ON l.id = m.library_id
         LEFT JOIN owners o ON o.account_id = u."id" LEFT JOIN ledger_sums s ON s.library = l.id ORDER BY u."createdAt", u."id"`,
      )
      .all() as (Omit<Listed, 'owner' | 'closesOn'> & { owner: number })[];
    // A server of an earlier version closes none.
    const closes = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'closings'").get() !== undefined;
    return rows.map((row) => ({
      ...row,
      owner: row.owner === 1,
      closesOn: closes ? (closingOf(database, row.id, Date.now())?.on ?? null) : null,
    }));
  } finally {
    database.close();
  }
}

/** What no later start mends by itself: a service is not begun again for it. */
function needsPerson(error: unknown): boolean {
  const { code } = error as { code?: string };
  const needs = [HalfRestored, NewerSchema, NoRoomForCopy].some((kind) => error instanceof kind);
  return needs || code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT';
}

/** What says itself what to do. */
const SAID = [FolderInUse, HalfRestored, NewerSchema, NoRoomForCopy, CertificateTrouble, TokenTrouble];

/** What went wrong at the start, and what to do. */
function startTrouble(error: unknown, data: string, port: number, host: string): string {
  if (SAID.some((kind) => error instanceof kind)) return (error as Error).message;
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Choose another with --port, or --port 0 for a free one.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Choose another with --host.`;
    case 'EACCES':
      return `There is no right to use ${data}, or port ${port}. Choose another, or change its owner.`;
    case 'EROFS':
    case 'EPERM':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
      return `${data} cannot be written to as a folder. Choose another with --data.`;
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return `The disk with ${data} is full. Make room on it.`;
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `The database in ${data} is damaged. Restore the data folder from a backup; the photos in it are not touched.`;
    default:
      return `The server could not start: ${reasonOf(error)}`;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
