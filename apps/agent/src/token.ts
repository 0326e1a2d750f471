import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a device's token is kept: in the system's key store where there is one, else in a file that only its user may read. */
export type TokenPlace = 'key-store' | 'file';
export type FoundToken =
  | { readonly state: 'here'; readonly token: string }
  | { readonly state: 'none' }
  /** The key store has it, and does not give it: locked, away, or emptied. */
  | { readonly state: 'closed' };

/** How long the key store may take, a person who unlocks it included. Milliseconds. */
const PATIENCE = 20_000;
const KEY_STORE = fileURLToPath(new URL('./key-store.ts', import.meta.url));
/** What stands in the file instead of a token that the key store has: the name of the entry. */
const NAMED = /^key-store ([0-9a-f]{32})$/;

const fileOf = (home: string): string => join(home, 'token');

/** @param patience milliseconds that the key store may take */
export function readToken(home: string, patience = PATIENCE): FoundToken {
  const text = readFile(home);
  if (text === null) return { state: 'none' };
  const name = NAMED.exec(text)?.[1];
  if (name === undefined) return { state: 'here', token: text };
  const token = ask(patience, 'get', name)?.token ?? null;
  return token === null ? { state: 'closed' } : { state: 'here', token };
}

/** Where the token of a device is. */
export function tokenPlace(home: string): TokenPlace {
  return NAMED.test(readFile(home) ?? '') ? 'key-store' : 'file';
}

/** Keeps the token; that never fails for want of a key store. */
export function writeToken(home: string, token: string, patience = PATIENCE): TokenPlace {
  const name = randomBytes(16).toString('hex');
  const kept = ask(patience, 'set', name, token)?.token === token;
  writeFileSync(fileOf(home), kept ? `key-store ${name}\n` : `${token}\n`, { mode: 0o600 });
  chmodSync(fileOf(home), 0o600);
  return kept ? 'key-store' : 'file';
}

/** Forgets the token, in the key store too if that can be reached; without the device it is worth nothing there. */
export function removeToken(home: string): void {
  const name = NAMED.exec(readFile(home) ?? '')?.[1];
  if (name !== undefined) ask(PATIENCE, 'delete', name);
  rmSync(fileOf(home), { force: true });
}

function readFile(home: string): string | null {
  try {
    return readFileSync(fileOf(home), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Null: there is no key store here, or it did not answer in time. */
function ask(patience: number, verb: 'get' | 'set' | 'delete', name: string, token = ''): { readonly token: string | null } | null {
  if (!mayBeThere()) return null;
  const asked = spawnSync(process.execPath, [KEY_STORE, verb, name], {
    input: token,
    encoding: 'utf8',
    timeout: patience,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (asked.status !== 0) return null;
  try {
    return JSON.parse(asked.stdout) as { token: string | null };
  } catch {
    return null;
  }
}

/** Spares a machine without a session, such as a server, the question; ROLLCALL_KEY_STORE=off spares it everywhere. */
function mayBeThere(): boolean {
  if (process.env['ROLLCALL_KEY_STORE'] === 'off') return false;
  if (process.platform !== 'linux') return true;
  const { DBUS_SESSION_BUS_ADDRESS: bus, XDG_RUNTIME_DIR: runtime } = process.env;
  return (bus !== undefined && bus !== '') || (runtime !== undefined && existsSync(join(runtime, 'bus')));
}
