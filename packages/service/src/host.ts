import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** The machine, as far as services concern it. */
export interface Host {
  readonly platform: NodeJS.Platform;
  /** Where nobody says who runs this: -1. */
  readonly uid: number;
  readonly user: string;
  readonly home: string;
  /** Systemd runs this machine; or what does instead. */
  readonly init: 'systemd' | 'wsl' | 'container' | 'other';
  /** Where units are kept: this user's, and the system's. */
  readonly units: { readonly user: string; readonly system: string };
  readonly env: NodeJS.ProcessEnv;
  /** How long a service that was started is watched for an early end. Milliseconds. */
  readonly watchMs: number;
}

/** What came of a program. `code` null: it is not there, or did not end in time. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly signal: AbortSignal;
}

const PATIENCE = 90_000;
const WATCH = 2000;
const SESSION = (uid: number): string => `/run/user/${uid}`;

export function thisHost(): Host {
  const { uid, username } = userInfo();
  const home = homedir();
  const config = process.env['XDG_CONFIG_HOME'];
  const session = process.env['XDG_RUNTIME_DIR'] ?? (existsSync(SESSION(uid)) ? SESSION(uid) : undefined);
  return {
    platform: process.platform,
    uid,
    user: username,
    home,
    init: initOf(),
    units: { user: join(config?.startsWith('/') ? config : join(home, '.config'), 'systemd', 'user'), system: '/etc/systemd/system' },
    // Without it a user's own manager is not found, as after `su`.
    env: { ...process.env, ...(session === undefined ? {} : { XDG_RUNTIME_DIR: session }), SYSTEMD_PAGER: '', SYSTEMD_COLORS: '0' },
    watchMs: WATCH,
  };
}

function initOf(): Host['init'] {
  if (existsSync('/run/systemd/system')) return 'systemd';
  if (existsSync('/.dockerenv') || existsSync('/run/.containerenv')) return 'container';
  try {
    return /microsoft/i.test(readFileSync('/proc/sys/kernel/osrelease', 'utf8')) ? 'wsl' : 'other';
  } catch {
    return 'other';
  }
}

export function run({ env }: Pick<Host, 'env'>, program: string, args: readonly string[]): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    env,
    encoding: 'utf8',
    timeout: PATIENCE,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: error === undefined ? status : null, out: stdout ?? '', err: stderr ?? error?.message ?? '' };
}

/** Lets it write to the streams of a command until it ends, or the command is told to. Null: it could not be begun. */
export function runThrough({ env }: Pick<Host, 'env'>, program: string, args: readonly string[], io: Io): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(io.stdout, { end: false });
    child.stderr.pipe(io.stderr, { end: false });
    const stop = (): void => void child.kill('SIGTERM');
    io.signal.addEventListener('abort', stop, { once: true });
    const end = (code: number | null): void => {
      io.signal.removeEventListener('abort', stop);
      resolve(code);
    };
    child.once('error', () => end(null));
    child.once('close', (code) => end(io.signal.aborted ? 0 : (code ?? 1)));
  });
}
